from pytestqt.qtbot import QtBot

from desktop.ui.strip_entry import StripEntry
from tests.ui.hands import click, show

WARN = ("triangle-alert", "warnink", "warn")


def test_an_entry_is_there_only_while_it_has_something_to_say(qtbot: QtBot) -> None:
    entry = StripEntry("hard-drive")
    qtbot.addWidget(entry)
    assert entry.isHidden()
    entry.tell(WARN, "No second place")
    assert not entry.isHidden()
    entry.tell(WARN, "")
    assert entry.isHidden()


def test_its_link_acts_and_its_brief_words_stand_where_it_is_narrow(qtbot: QtBot) -> None:
    entry, chosen = StripEntry("hard-drive"), []
    qtbot.addWidget(entry)
    entry.tell(WARN, "No second place chosen", "No place", "Choose", lambda: chosen.append(1))
    show(entry)
    click(entry.link)
    assert chosen == [1]
    entry.be_brief(True)
    assert entry.words.text() == "No place"
