from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.history.cards import BackupCards
from desktop.store.backup import own_folder
from desktop.ui.labels import Text
from tests.pledges.evening import NOW, Evening
from tests.ui.hands import click, show


def opened(qtbot: QtBot, evening: Evening, *folders: Path) -> BackupCards:
    cards = BackupCards(evening.store.path)
    qtbot.addWidget(cards)
    show(cards)
    with qtbot.waitSignal(cards.looked):
        cards.look(folders, NOW.date())
    return cards


def test_each_backup_can_be_chosen(qtbot: QtBot, evening: Evening, backups: list[Path]) -> None:
    cards = opened(qtbot, evening, own_folder(evening.store.path))
    said = [text.text() for text in cards.findChildren(Text)]
    assert "Today, 15:00, on this laptop" in said
    assert "1 session, 3 people, 1 pledge" in said
    assert "Takes away 2 steps: Make pledge (2)" in said
    with qtbot.waitSignal(cards.chosen) as chosen:
        click(cards.buttons[0])
    assert chosen.args == [str(backups[1])]


def test_one_that_can_not_be_read_says_so(
    qtbot: QtBot, evening: Evening, backups: list[Path]
) -> None:
    backups[1].write_bytes(b"half a film")
    cards = opened(qtbot, evening, own_folder(evening.store.path))
    assert "This backup can’t be read." in [text.text() for text in cards.findChildren(Text)]
    assert len(cards.buttons) == 1


def test_older_ones_come_when_they_are_asked_for(
    qtbot: QtBot, evening: Evening, backups: list[Path]
) -> None:
    for minute in range(20):
        name = f"hall 2026-09-01 12{minute:02}00Z.db"
        backups[0].with_name(name).write_bytes(backups[0].read_bytes())
    cards = opened(qtbot, evening, own_folder(evening.store.path))
    assert len(cards.buttons) == 12
    with qtbot.waitSignal(cards.looked):
        click(cards.older)
    assert len(cards.buttons) == 22
    assert cards.older.isHidden()
