"""Who checked somebody in, and going back to what a line was before."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.attendance.actions import mark_absent, set_presence
from desktop.attendance.model import Presence
from desktop.attendance.page.history import words_for
from desktop.kinds import open_store
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog
from desktop.ui.labels import Text
from tests.attendance.page.hall import Hall
from tests.ui.hands import click

HANNA = "Hanna Kowalczyk"


def in_history(hall: Hall, do: Callable[[HistoryDialog], object]) -> None:
    """Do something in the history of Hanna's line, opened as a person would."""
    board = hall.page.board
    board.list.mark(hall.lines()[HANNA].attendance.id)
    done: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        do(dialog)
        done.append(True)
        dialog.reject()

    QTimer.singleShot(0, look)
    board.side.more.menu_for().actions()[0].trigger()
    assert done


def said(dialog: HistoryDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text)]


def press_first(dialog: HistoryDialog, words: str) -> None:
    click(next(b for b in dialog.findChildren(Button) if b.words() == words))


def test_a_line_says_who_checked_in_and_who_marked_absent(hall: Hall) -> None:
    hall.open()
    hall.page._check_in(hall.lines()[HANNA])
    hall.page._done(hall.page._door.take_back(hall.lines()[HANNA]))
    hall.store.author = "Ewan"
    with hall.store.change("Finish session") as change:
        mark_absent(change, hall.session.id)
    found: list[str] = []
    in_history(hall, lambda dialog: found.extend(said(dialog)))
    assert "On the register: not arrived → absent" in found
    assert "On the register: here → not arrived" in found
    assert "Checked in: 8/10/2026 14:31 was taken out" in found
    assert "On the register: not arrived → here" in found
    assert "Checked in: 8/10/2026 14:31" in found
    assert {"Check in, Siân", "Take back, Siân", "Finish session, Ewan"} <= set(found)


def test_going_back_makes_the_line_what_it_was(hall: Hall) -> None:
    hall.open()
    hall.page._check_in(hall.lines()[HANNA])
    before = hall.lines()[HANNA].attendance
    hall.page._done(hall.page._door.take_back(hall.lines()[HANNA]))
    in_history(hall, lambda dialog: press_first(dialog, "Go back to this"))
    assert replace(hall.lines()[HANNA].attendance, rev=before.rev) == before
    assert hall.here() == {"Hanna"}
    assert hall.told[-1][0] == "Gone back to an earlier version"
    hall.store.undo(hall.told[-1][1])
    assert hall.here() == set()


def test_what_two_laptops_said_of_a_line_is_seen_and_settled(hall: Hall, tmp_path: Path) -> None:
    hall.open()
    with closing(open_store(tmp_path / "other.db", "Ewan")) as other:
        other.merge(hall.store)
        with other.change("Not coming") as change:
            set_presence(change, hall.lines()[HANNA].attendance, Presence.APOLOGIES)
        hall.page._check_in(hall.lines()[HANNA])
        hall.store.merge(other)
    hall.page.board.list.mark(hall.lines()[HANNA].attendance.id)
    row = next(row for row in hall.page.board.list.rows() if row.cells[0] == HANNA)
    assert row.pill is not None
    assert row.pill.text == "Two versions"
    assert hall.page.board.side.review.isVisible()
    found: list[str] = []

    def keep_here(dialog: HistoryDialog) -> None:
        found.extend(said(dialog))
        keep = [b for b in dialog.findChildren(Button) if b.words() == "Keep this one"]
        first = found.index("On the register: here") < found.index("On the register: not coming")
        click(keep[0 if first else 1])

    in_history(hall, keep_here)
    assert hall.here() == {"Hanna"}
    assert not hall.lines()[HANNA].attendance.review
    assert hall.page.board.side.review.isHidden()


def test_values_are_said_in_plain_words() -> None:
    assert words_for("presence", Presence.APOLOGIES) == "not coming"
    assert words_for("walk_in", True) == "yes"
