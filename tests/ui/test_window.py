from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import apply_theme
from desktop.ui.toast import Toast
from desktop.ui.window import Window
from tests.ui.hands import click, focus, press


def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def with_pages(qtbot: QtBot) -> tuple[Window, list[str]]:
    made, built = window(qtbot), []

    def build(key: str) -> QWidget:
        built.append(key)
        return QLabel(key)

    for key, icon, title in (("home", "house", "Home"), ("sessions", "calendar-days", "Sessions")):
        made.add_page(key, icon, title, partial(build, key))
    made.add_page("help", "life-buoy", "Help", lambda: build("help"), bottom=True)
    return made, built


def test_a_window_is_shown_before_it_has_pages(qtbot: QtBot) -> None:
    made = window(qtbot)
    assert made.shown_page() == ""
    assert not made.grab().isNull()


def test_a_page_is_built_when_it_is_first_shown(qtbot: QtBot) -> None:
    made, built = with_pages(qtbot)
    made.show_page("home")
    made.show_page("sessions")
    made.show_page("home")
    assert built == ["home", "sessions"]


def test_pages_are_reached_by_mouse_and_keys(qtbot: QtBot) -> None:
    made, _ = with_pages(qtbot)
    made.show_page("home")
    with qtbot.waitSignal(made.page_shown) as told:
        click(made.navigation.buttons["sessions"])
    assert told.args == ["sessions"]
    focus(made.navigation.buttons["sessions"])
    press(made.navigation.buttons["sessions"], Qt.Key.Key_Up)
    assert made.shown_page() == "home"
    press(made, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert made.shown_page() == "help"


@pytest.mark.parametrize("percent", [100, 115, 130])
def test_the_navigation_keeps_its_words_in_a_small_window(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    made, _ = with_pages(qtbot)
    apply_theme(qapp, "light", percent)
    made.resize(911, 410)
    QApplication.processEvents()
    assert made.width() == 911
    for button in made.navigation.buttons.values():
        assert button.height() >= round(46 * percent / 100)


def test_a_message_has_a_place_and_goes_with_the_next_action(qtbot: QtBot) -> None:
    made, _ = with_pages(qtbot)
    made.show_page("home")
    undone: list[str] = []
    made.tell("Session planned", lambda: undone.append("plan"))
    assert made.toast_text() == "Session planned"
    made.show_page("sessions")
    assert made.toast_text() == ""
    own = Toast()
    qtbot.addWidget(own)
    made.set_toast_place("sessions", own)
    made.tell("Marged Puw is here")
    assert own.text() == "Marged Puw is here"
    around = QWidget(made.page("sessions"))
    own.setParent(around)
    around.hide()
    made.tell("Undone: Check in")
    assert (own.text(), made.toast_text()) == ("", "Undone: Check in")
    made.dismiss_toast()
    assert made.toast_text() == ""
