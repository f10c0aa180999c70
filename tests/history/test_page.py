from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.history.page import BackupsPage
from tests.pledges.evening import Evening
from tests.ui.hands import click, show


@pytest.fixture
def page(qtbot: QtBot, evening: Evening) -> BackupsPage:
    made = BackupsPage(evening.desk)
    qtbot.addWidget(made)
    show(made)
    return made


def test_the_latest_backup_is_the_first_to_choose(
    qtbot: QtBot, page: BackupsPage, backups: list[Path]
) -> None:
    with qtbot.waitSignal(page.cards.looked):
        page.arrive()
    assert page.cards.buttons[0].hasFocus()
    with qtbot.waitSignal(page.wanted) as wanted:
        click(page.cards.buttons[0])
    assert wanted.args == ["restore", str(backups[1])]


def test_without_backups_it_says_when_there_will_be_one(qtbot: QtBot, page: BackupsPage) -> None:
    with qtbot.waitSignal(page.cards.looked):
        page.arrive()
    assert page.empty.isVisible()
