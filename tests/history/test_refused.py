from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.history.refused import RefusedPage
from desktop.ui.buttons import Button
from tests.pledges.evening import NOW, Evening
from tests.ui.hands import click, press, show


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> RefusedPage:
    made = RefusedPage(
        "The file is not a Pledge Tree data file.", tmp_path / "data.db", date(2026, 10, 8)
    )
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


def test_a_damaged_file_offers_its_backups(
    qtbot: QtBot, evening: Evening, backups: list[Path]
) -> None:
    page = RefusedPage("The data file is damaged.", evening.store.path, NOW.date())
    qtbot.addWidget(page)
    show(page)
    qtbot.waitUntil(lambda: bool(page.cards.buttons) and page.cards.buttons[0].isVisible())
    assert page.left.text().startswith("In the file as it is, 1 session, 3 people, 3 pledges")
    assert (page.cards.buttons[0].kind, page.again_button.kind) == ("primary", "secondary")
    with qtbot.waitSignal(page.restored) as restored:
        click(page.cards.buttons[0])
    assert restored.args == [str(backups[1])]
    assert page.afresh_button.isHidden()


def test_where_the_file_is_gone_one_may_start_with_nothing(page: RefusedPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.afresh):
        click(button(page, "Start with nothing"))
