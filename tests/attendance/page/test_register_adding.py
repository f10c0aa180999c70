"""People who are not on the register yet, added from its page."""

from PySide6.QtCore import Qt, QTimer

from desktop.attendance.model import Presence
from desktop.attendance.page.newcomer import NewcomerForm
from desktop.attendance.page.pasting import PasteDialog
from tests.attendance.page.hall import ZOFIA, Hall
from tests.ui.hands import press, type_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_walk_in_is_checked_in_from_the_search(hall: Hall) -> None:
    page = hall.open()

    def fill() -> None:
        form = page.findChild(NewcomerForm)
        assert form is not None
        assert (form.given.text(), form.surname.text()) == ("Nia", "Thomas")
        form.role.setText("Driver")
        press(form, Key.Key_Return)

    type_text(page.board.search.edit, "nia thomas")
    QTimer.singleShot(0, fill)
    press(page.board.search.edit, Key.Key_Return)
    line = hall.lines()["Nia Thomas"]
    assert (line.attendance.walk_in, line.person.job_role) == (True, "Driver")
    assert hall.marked() == "Nia Thomas"
    assert page.board.search.text() == ""


def test_escape_keeps_what_was_typed(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "nia")

    def leave() -> None:
        form = page.findChild(NewcomerForm)
        assert form is not None
        press(form, Key.Key_Escape)

    QTimer.singleShot(0, leave)
    press(page, Key.Key_N, CONTROL)
    assert page.board.search.text() == "nia"
    assert "nia" not in {name.casefold() for name in hall.lines()}


def test_somebody_on_file_is_offered_and_checked_in(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "lewan")
    assert page.board.nothing.isVisible()
    page.board.nothing.taken.emit(ZOFIA.id)
    assert hall.lines()["Zofia Lewandowska"].attendance.walk_in
    assert hall.here() == {"Zofia"}


def test_people_are_added_one_after_the_other(hall: Hall) -> None:
    page = hall.open()

    def fill() -> None:
        form = page.findChild(NewcomerForm)
        assert form is not None
        for name in ("Nia Thomas", "Huw Morgan"):
            type_text(form.name, name)
            press(form, Key.Key_Return)
        press(form, Key.Key_Escape)

    QTimer.singleShot(0, fill)
    page.add_people()
    assert {"Nia Thomas", "Huw Morgan"} <= set(hall.lines())
    assert hall.names(Presence.EXPECTED) >= {"Nia", "Huw"}


def test_a_pasted_list_is_one_step(hall: Hall) -> None:
    page = hall.open()

    def fill() -> None:
        dialog = page.findChild(PasteDialog)
        assert dialog is not None
        dialog.text.set_text("Thomas, Nia\nMorgan, Huw\nKowalczyk, Hanna")
        dialog.save()

    QTimer.singleShot(0, fill)
    page.paste_list()
    assert len(hall.lines()) == 7
    hall.store.undo(hall.told[-1][1])
    assert len(hall.lines()) == 5
