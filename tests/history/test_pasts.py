import pytest
from pytestqt.qtbot import QtBot

from desktop.history.naming import KIND_WORDS
from desktop.history.pasts import history_of_gone
from desktop.store.record import Record
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog
from desktop.ui.labels import Text
from desktop.ui.notices import Notice
from desktop.ui.page import Page
from tests.history.losing import asked, delete, logo, take_off_grace, tree
from tests.pledges.evening import Evening
from tests.ui.hands import click, show

Told = list[tuple[str, str]]


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    show(made)
    return made


def opened(page: Page, evening: Evening, record: Record) -> tuple[HistoryDialog, Told]:
    told: Told = []
    hear = lambda words, change: told.append((words, change))  # noqa: E731
    dialog = history_of_gone(page, evening.store, record, "It", hear)
    dialog.open()
    return dialog, told


def said(dialog: HistoryDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text)]


def press(dialog: HistoryDialog, words: str) -> None:
    click(next(b for b in dialog.findChildren(Button) if b.words() == words))


def test_every_kind_is_told_in_its_own_words(page: Page, evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    for record, words in (
        (asked(evening, pledge), "How it went: Kept"),
        (pledge, "The pledge: I will listen."),
        (take_off_grace(evening), "Take off the register, Siân"),
        (evening.grace, "Given name: Grace"),
        (tree(evening), "Title: In the corridor"),
        (logo(evening), "Logo: a picture of 0 × 0 dots"),
        (evening.session, "Title: Good conversations"),
        (evening.programme, "Name: Leading with care"),
    ):
        assert type(record) in KIND_WORDS
        with evening.store.read() as db:
            living = db.get(type(record), record.id) is not None
        if living:
            delete(evening, record)
        dialog, _ = opened(page, evening, record)
        assert {"History: It", "Deleted", words} <= set(said(dialog))
        dialog.reject()


def test_going_back_to_a_version_brings_it_back(page: Page, evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    delete(evening, pledge)
    dialog, told = opened(page, evening, pledge)
    press(dialog, "Go back to this")
    assert [one.pledge.text for one in evening.made()] == ["I will listen."]
    assert told == [("Gone back to an earlier version", evening.store.steps().undo[-1].id)]


def test_what_has_no_place_any_more_is_refused_in_the_dialog(page: Page, evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    delete(evening, pledge, evening.session)
    dialog, told = opened(page, evening, pledge)
    press(dialog, "Go back to this")
    assert dialog.isVisible()
    (notice,) = [one for one in dialog.findChildren(Notice) if one.isVisible()]
    assert "was deleted too" in notice.accessibleName()
    assert told == []
