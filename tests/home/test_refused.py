from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.home.refused import RefusedPage
from desktop.ui.buttons import Button
from tests.ui.hands import click, press, show


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> RefusedPage:
    made = RefusedPage("The file is not a Pledge Tree data file.", tmp_path / "data.db")
    qtbot.addWidget(made)
    show(made)
    return made


def button(page: RefusedPage, words: str) -> Button:
    (found,) = [one for one in page.findChildren(Button) if one.words() == words]
    return found


def test_it_says_what_happened_and_what_to_do(page: RefusedPage) -> None:
    assert page.notice.text() == (
        "Your data could not be opened. The file is not a Pledge Tree data file."
    )


def test_trying_again_is_the_next_thing_to_do(page: RefusedPage, qtbot: QtBot) -> None:
    again = button(page, "Try again")
    assert again.kind == "primary"
    assert again.hasFocus()
    with qtbot.waitSignal(page.retry):
        press(again, Qt.Key.Key_Return)


def test_the_app_can_be_left(page: RefusedPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.leave):
        click(button(page, "Close Pledge Tree"))
