"""What was deleted is found in the real window, looked at, and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.pledges.actions import pledges
from desktop.sessions.actions import sessions
from desktop.sessions.model import Session
from desktop.ui.history import HistoryDialog
from desktop.ui.leafgrid import LeafGrid
from tests.facilitator import NOW, Facilitator, app_on

PLEDGE = "I will sit down when I talk to someone in bed."


@pytest.fixture
def me(qtbot: QtBot, sample_file: Path) -> Iterator[Facilitator]:
    with app_on(qtbot, sample_file) as found:
        yield found


def today_or_none(me: Facilitator) -> Session | None:
    assert me.app.desk is not None
    with me.app.desk.store.read() as db:
        return next(iter(sessions(db, first=NOW.date(), last=NOW.date())), None)


def today(me: Facilitator) -> Session:
    found = today_or_none(me)
    assert found is not None
    return found


def words(me: Facilitator) -> list[str]:
    """Return the pledges of today's session."""
    assert me.app.desk is not None
    with me.app.desk.store.read() as db:
        return [one.pledge.text for one in pledges(db, [today(me).id])]


def add_and_delete_a_pledge(me: Facilitator) -> None:
    me.app.want("session", f"{today(me).id}/pledges")
    me.goes_to("Their pledge")
    me.types(PLEDGE)
    me.keys("Alt+2")
    me.reads("1 pledge")
    me.sees("Pledges", LeafGrid).setFocus()
    me.keys("Enter")
    me.press("Delete pledge")
    me.reads("Pledge deleted")
    me.until(lambda: words(me) == [])


def see_the_history_of_the_session(me: Facilitator) -> None:
    me.marks("More about this session", "Edit session")
    me.keys("Enter")
    me.press("History")
    me.until(lambda: isinstance(me.window, HistoryDialog))


def test_a_deleted_pledge_comes_back_from_the_history_of_its_session(me: Facilitator) -> None:
    add_and_delete_a_pledge(me)
    see_the_history_of_the_session(me)
    me.press("What was deleted from it")
    me.reads(f"Deleted from {today(me).title}")
    me.reads("Delete pledge · ")
    me.press(f"History of {PLEDGE}")
    me.reads(f"The pledge: {PLEDGE}")
    me.press("Close")
    me.press(f"Bring back {PLEDGE}")
    me.reads(f"Back again: {PLEDGE}")
    me.reads("Nothing was deleted from it")
    assert words(me) == [PLEDGE]
    me.keys("Ctrl+Z")
    me.reads("Undone: Bring back what was deleted")
    me.press(f"Bring back {PLEDGE}")
    me.reads("Nothing was deleted from it")
    me.press("Back to the session")
    me.reads(today(me).title)


def test_with_the_keyboard_alone_a_session_comes_back_and_then_what_was_on_it(
    me: Facilitator,
) -> None:
    add_and_delete_a_pledge(me)
    title = today(me).title
    me.marks("More about this session", "Delete session")
    me.keys("Enter")
    me.reads("The session is deleted")
    me.marks("More", "What was deleted")
    me.keys("Enter")
    me.reads("What you bring back is as it was.")
    me.types("sit down")
    me.reads("Delete pledge · ")
    me.sees(f"Bring back {PLEDGE}", QAbstractButton)
    me.keys("Tab", "Tab", "Tab", "Enter")
    me.reads(f"The session “{title}” was deleted too. Bring it back first.")
    me.keys("Tab", "Enter")
    me.reads(f"Back again: {PLEDGE}")
    assert words(me) == [PLEDGE]
    me.keys("Ctrl+Z")
    me.reads("Undone: Bring back what was deleted")
    assert today_or_none(me) is None
