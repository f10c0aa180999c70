"""The disk is full: one sentence, the words are still there, and later they can be kept."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.pledges.actions import pledges
from desktop.preferences import Preferences, write_preferences
from tests.facilitator import Facilitator, app_on
from tests.journeys.disks import can_mount, fill_up, read_only, small_disk, stop_growing
from tests.journeys.places import named, settled
from tests.journeys.typing_badly import no_bugs

pytestmark = pytest.mark.qt_no_exception_capture
FULL = "The disk is full, so this was not saved."
LONG = "I will listen for as long as it takes. " * 200
own_disk = pytest.mark.skipif(not can_mount(), reason="may not mount a disk")


@pytest.fixture
def small(sample_file: Path, tmp_path: Path) -> Iterator[Path]:
    """The sample on a small disk of its own."""
    disk = tmp_path / "disk"
    with small_disk(disk):
        shutil.copy(sample_file, disk)
        write_preferences(disk / sample_file.name, Preferences(author="Siân Wyn"))
        yield disk / sample_file.name


def type_a_pledge(me: Facilitator) -> None:
    me.app.want("session", named(me, "today/pledges"))
    settled(me)
    me.goes_to("Their pledge")
    me.pastes(LONG)
    me.press("Without a name")


def typed(me: Facilitator) -> str:
    field = me.sees("Their pledge", QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def kept(me: Facilitator) -> list[str]:
    assert me.app.desk is not None
    with me.app.desk.store.read() as db:
        return [made.pledge.text for made in pledges(db, [named(me, "today")])]


def add_while_full(me: Facilitator, fills: Callable[[], Callable[[], object]]) -> None:
    with no_bugs(me.app):
        type_a_pledge(me)
        frees = fills()
        me.press("Add pledge")
        me.reads(FULL)
        assert typed(me) == LONG
        assert kept(me) == []
        frees()
        me.press("Add pledge")
        me.until(lambda: kept(me) == [LONG.strip()])
        assert typed(me) == ""


def test_a_pledge_that_finds_no_room_is_still_there_and_kept_later(
    qtbot: QtBot, sample_file: Path
) -> None:
    with app_on(qtbot, sample_file) as me:
        assert me.app.desk is not None
        store = me.app.desk.store
        add_while_full(me, lambda: stop_growing(store))


@own_disk
def test_so_it_is_on_a_disk_that_is_really_full(qtbot: QtBot, small: Path) -> None:
    with app_on(qtbot, small) as me:
        add_while_full(me, lambda: fill_up(small.parent))


@own_disk
def test_a_feedback_form_that_finds_no_room_is_still_there_and_kept_later(
    qtbot: QtBot, small: Path
) -> None:
    with app_on(qtbot, small) as me, no_bugs(me.app):
        me.app.want("session", named(me, "today/feedback"))
        settled(me)
        me.keys("5")
        frees = fill_up(small.parent)
        me.keys("Enter")
        me.reads("full")
        assert me.app.desk is not None
        box = me.app.desk.boxes[named(me, "today")]
        assert box.count == 0
        frees()
        me.keys("Enter")
        me.until(lambda: box.count == 1)


@own_disk
def test_papers_that_find_no_room_are_saved_later(qtbot: QtBot, small: Path) -> None:
    papers = small.parent / "papers"
    save_papers_into(small, papers)
    with app_on(qtbot, small) as me, no_bugs(me.app):
        me.app.want("session", named(me, "first/print"))
        frees = fill_up(small.parent)
        me.press("Save the papers")
        me.reads("The papers are not saved.")
        assert list(papers.rglob("*.pdf")) == []
        frees()
        me.press("Try again")
        me.until(lambda: len(list(papers.rglob("*.pdf"))) == 4)


@own_disk
def test_a_folder_for_papers_that_cannot_be_written_is_said(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_papers_into(sample_file, stick)
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):
        me.app.want("session", named(me, "first/print"))
        with read_only(stick):
            me.press("Save the papers")
            me.reads("The papers are not saved.")
        me.press("Try again")
        me.until(lambda: len(list(stick.rglob("*.pdf"))) == 4)


def save_papers_into(data_file: Path, folder: Path) -> None:
    """Choose where papers go."""
    write_preferences(data_file, Preferences(author="Siân Wyn", papers_folder=str(folder)))
