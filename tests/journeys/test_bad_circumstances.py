"""Searches and numbers that make no sense, no printer, a clock that was set back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import register
from desktop.attendance.model import Presence
from tests.facilitator import NOW, Facilitator, app_on
from tests.journeys.places import named, settled
from tests.journeys.typing_badly import MOST_OF_A_NUMBER, no_bugs, paste_into, sentences
from tests.journeys.walking import shown
from tests.naughty import NAUGHTY

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.mark.parametrize(
    ("where", "box"),
    [
        (("sessions", ""), "Find a session, place or team"),
        (("session", "today"), "Type a name or scan a badge"),
        (("session", "first/pledges"), "Find a pledge"),
    ],
)
def test_a_search_for_bad_text_finds_nothing_and_comes_back(
    qtbot: QtBot, sample_file: Path, where: tuple[str, str], box: str
) -> None:
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):
        me.app.want(where[0], named(me, where[1]))
        settled(me)
        for text in NAUGHTY.values():
            search = me.sees(box, QLineEdit)
            assert isinstance(search, QLineEdit)
            paste_into(me, search, text)
            settled(me)
            search.clear()


def test_bad_dates_times_and_numbers_are_named_and_stay(qtbot: QtBot, sample_file: Path) -> None:
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):
        me.app.want("plan")
        settled(me)
        me.press("More")
        usual = sentences(me)
        for text in NAUGHTY.values():
            for field in number_fields(me):
                paste_into(me, field, text)
                typed = field.text()
                me.keys("Tab")
                assert field.text() == typed
        me.fills("Title", "Kind words")
        me.press("Plan it")
        assert sentences(me) - usual
        assert all(field.isVisible() for field in number_fields(me))


def number_fields(me: Facilitator) -> list[QLineEdit]:
    lines = [line for line in shown(me.window) if isinstance(line, QLineEdit)]
    found = [line for line in lines if line.maxLength() <= MOST_OF_A_NUMBER]
    assert len(found) >= 4
    return found


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinters()), reason="there is a printer here")
def test_without_a_printer_a_pdf_is_offered(qtbot: QtBot, sample_file: Path) -> None:
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):
        me.app.want("session", named(me, "first/print"))
        me.sees("Pledge cards, page 1")
        me.press("Print")
        me.reads("No printer was found.")
        me.sees("Save PDF")


def test_a_clock_that_is_set_back_changes_no_order(qtbot: QtBot, sample_file: Path) -> None:
    clock = [NOW]
    with app_on(qtbot, sample_file, lambda: clock[0]) as me, no_bugs(me.app):
        me.app.want("session", named(me, "today"))
        settled(me)
        me.keys("Enter")
        me.until(lambda: len(arrivals(me)) == 1)
        clock[0] = NOW - timedelta(hours=1)
        me.keys("Enter")
        me.until(lambda: len(arrivals(me)) == 2)
        assert sorted(arrivals(me)) == [clock[0], NOW]
        me.keys("Ctrl+Z")
        me.until(lambda: arrivals(me) == [NOW])
        me.keys("Ctrl+Z")
        me.until(lambda: arrivals(me) == [])
        assert me.app.desk is not None
        assert me.app.desk.store.check() == []


def arrivals(me: Facilitator) -> list[datetime]:
    """Return when each of those here came."""
    assert me.app.desk is not None
    with me.app.desk.store.read() as db:
        lines = [line.attendance for line in register(db, named(me, "today"))]
    here = [line.arrived for line in lines if line.presence is Presence.PRESENT]
    return [when for when in here if when is not None]
