import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.sessions.page.names import NamesLine
from tests.ui.hands import focus, press, type_text


@pytest.fixture
def line(qtbot: QtBot) -> NamesLine:
    made = NamesLine(limit=200)
    qtbot.addWidget(made)
    made.suggest(["Nia Wyn", "Huw Llŷr"])
    focus(made)
    return made


def choose_first(line: NamesLine) -> None:
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)


def test_the_name_after_the_last_comma_is_completed(line: NamesLine) -> None:
    type_text(line, "Siân Prosser, llŷ")
    choose_first(line)
    assert line.text() == "Siân Prosser, Huw Llŷr"


def test_the_first_name_is_completed_too(line: NamesLine) -> None:
    type_text(line, "ni")
    choose_first(line)
    assert line.text() == "Nia Wyn"
