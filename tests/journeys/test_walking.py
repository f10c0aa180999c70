"""The walker finds what is wrong: each of these is built badly on purpose."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QStackedLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import LineEdit
from desktop.ui.labels import Text
from desktop.ui.layout import column
from desktop.ui.table import Column, RowList
from tests.journeys.places import no_stray_windows
from tests.journeys.walking import faults


def dialog(*parts: QWidget) -> QDialog:
    """Return a dialog with a good field, and some parts."""
    found = QDialog()
    name = LineEdit()
    name.setAccessibleName("Name")
    found.setLayout(column(name, *parts, margins=(30, 30, 30, 30)))
    return found


def narrow_button() -> QWidget:
    button = Button("Finish the session and print")
    button.setFixedWidth(90)
    return button


def low_words() -> QWidget:
    words = Text("These words need more than the two lines that they have here.", wrap=True)
    words.setFixedSize(120, 24)
    return words


def pale_words() -> QWidget:
    words = QLabel("Hardly to be read")
    words.setStyleSheet("color: #9AA59F")
    return words


def too_wide() -> QWidget:
    outer = QWidget()
    outer.setFixedSize(60, 30)
    inner = QWidget(outer)
    inner.setGeometry(0, 0, 90, 30)
    return outer


def by_mouse_only() -> QWidget:
    button = Button("Only for a mouse")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def plain_focus() -> QWidget:
    button = QPushButton("Which one am I on?")
    button.setStyleSheet("QPushButton { border: 1px solid black; background: white; outline: 0 }")
    return button


def hidden_proxy() -> QWidget:
    people = RowList("People", [Column()])
    people.show_rows([])
    people.setFocusProxy(people.view)
    return people


def pale_edge() -> QWidget:
    line = LineEdit()
    line.setAccessibleName("Place")
    line.setStyleSheet("QLineEdit { border: 1px solid #CBD4CA }")
    return line


@pytest.mark.parametrize(
    ("build", "fault"),
    [
        (lambda: IconButton("plus", ""), "no name: IconButton"),
        (narrow_button, "ends with …: 'Finish"),
        (low_words, "cut: "),
        (too_wide, "sticks out: QWidget"),
        (pale_words, "#9aa59f on #f3f6f1 is 2"),
        (pale_edge, "edge of 1."),
        (by_mouse_only, "Tab passes by: Button “Only for a mouse”"),
        (hidden_proxy, "Tab passes by: Button “Close”"),
        (plain_focus, "focus can’t be seen: QPushButton"),
    ],
)
def test_what_is_built_badly_is_found(
    qtbot: QtBot, build: Callable[[], QWidget], fault: str
) -> None:
    window = dialog(build(), Button("Close"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    found = faults(window)
    assert any(line.startswith(fault) for line in found), found


def test_a_good_dialog_has_no_faults(qtbot: QtBot) -> None:
    window = dialog(Button("Close"), Text("All of this can be read.", "muted"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert faults(window) == []


def test_a_part_that_flashes_as_a_window_is_noticed(qtbot: QtBot) -> None:
    found: list[str] = []
    with no_stray_windows(found):
        stack = QStackedLayout()
        stack.addWidget(QLabel("first"))
        window = QWidget()
        qtbot.addWidget(window)
        window.setLayout(stack)
    assert found == ["flashes as a window: QLabel"]
