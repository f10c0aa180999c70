"""Lists leave the window with the keyboard alone, and what comes back says nothing new."""

from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.attendance.importing import look_up, register_kind
from desktop.sessions.actions import sessions
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from tests.facilitator import NOW, Facilitator, app_on


def save_as(me: Facilitator, path: Path) -> None:
    """Choose where the list goes, in the system's own dialog."""

    def inside() -> None:
        me.keys("Ctrl+A")
        me.types(str(path))
        me.keys("Enter")

    dialog = me.window
    me.in_dialog(lambda: me.keys("Enter"), inside)
    me.until(lambda: not isValid(dialog) or not dialog.isVisible())


def save_from_the_session(me: Facilitator, path: Path) -> None:
    def inside() -> None:
        me.reads("Whoever has this file can read it.")
        save_as(me, path)

    me.marks("More about this session", "Save as a list")
    me.in_dialog(lambda: me.keys("Enter"), inside)
    me.reads(f"Saved as {path.name}")


def save_from_all_sessions(me: Facilitator, path: Path) -> None:
    def inside() -> None:
        me.sees("Feedback", QAbstractButton).setFocus()
        me.keys("Space")
        me.reads("Whoever has this file can read it. Nobody is named in it")
        save_as(me, path)

    me.marks("More", "Save as a list")
    me.in_dialog(lambda: me.keys("Enter"), inside)
    me.reads(f"Saved as {path.name}")


def test_a_register_is_saved_and_says_nothing_new_when_it_is_read(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "register.xlsx"
    with app_on(qtbot, sample_file, lambda: NOW) as me:
        desk = me.app.desk
        assert desk is not None
        with desk.store.read() as db:
            (session,) = sessions(db, first=NOW.date(), last=NOW.date())
        me.app.want("session", session.id)
        me.types("a")
        me.keys("Enter")
        me.reads("1 of ")
        save_from_the_session(me, path)
        (sheet,) = read_sheets(path)
        columns = recognise(sheet.top, register_kind())
        with desk.store.read() as db:
            found = look_up(db, session, columns.records(sheet.rows()))
    assert (found.who, found.likely, found.refused) == ({}, (), ())
    assert found.known > 20


def test_feedback_of_the_programme_is_saved_from_the_list_of_sessions(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "feedback.xlsx"
    with app_on(qtbot, sample_file, lambda: NOW) as me:
        me.press("Sessions")
        save_from_all_sessions(me, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Intelligent kindness"]
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[1][2:6] == ("very good", 247, 91, 271)
