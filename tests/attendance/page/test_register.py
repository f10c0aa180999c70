"""Checking people in by keys and mouse, read back from the data file."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.attendance.actions import expect
from desktop.attendance.model import Presence
from desktop.attendance.page import RegisterPage
from desktop.people.model import Person
from desktop.sessions.model import Counting, Session
from desktop.ui.undo_keys import is_the_texts
from tests.attendance.page.hall import Hall
from tests.ui.hands import click, press, type_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_typing_a_name_and_enter_checks_in_and_clears(hall: Hall) -> None:
    page = hall.open()
    search = page.board.search.edit
    assert search.hasFocus()
    type_text(search, "kow")
    assert hall.shown() == ["Hanna Kowalczyk"]
    press(search, Key.Key_Return)
    assert hall.here() == {"Hanna"}
    assert search.text() == ""
    assert search.hasFocus()
    assert hall.told[-1][0] == "Hanna Kowalczyk is here"
    assert len(hall.shown()) == 5


def test_case_and_accents_do_not_matter(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "LLYR")
    press(page.board.search.edit, Key.Key_Return)
    assert hall.here() == {"Llŷr"}


def test_arrows_mark_and_enter_works_down_the_list(hall: Hall) -> None:
    page = hall.open()
    search = page.board.search.edit
    assert hall.marked() == "Llŷr ap Dafydd"
    press(search, Key.Key_Down)
    assert hall.marked() == "Hannah Beynon"
    press(search, Key.Key_Return)
    assert hall.marked() == "Hanna Kowalczyk"
    press(search, Key.Key_Return)
    assert hall.here() == {"Hannah", "Hanna"}


def test_a_held_enter_checks_in_one_person(hall: Hall) -> None:
    page = hall.open()
    press(page.board.search.edit, Key.Key_Return)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    for _ in range(5):
        QApplication.sendEvent(page.board.search.edit, held)
    assert len(hall.here()) == 1


def test_a_badge_checks_in_its_owner(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "0417")
    press(page.board.search.edit, Key.Key_Return)
    assert hall.here() == {"Hannah"}


def test_a_badge_scanned_twice_never_checks_in_somebody_else(hall: Hall) -> None:
    with hall.store.change("Add") as change:
        later = change.save(Person(given="Aled", surname="Aaron", staff_number="10417"))
        expect(change, hall.session.id, [later])
    page = hall.open()
    for _ in range(2):
        type_text(page.board.search.edit, "0417")
        press(page.board.search.edit, Key.Key_Return)
    assert hall.here() == {"Hannah"}


def test_the_badge_of_somebody_on_file_checks_in_a_walk_in(hall: Hall) -> None:
    with hall.store.change("Add") as change:
        change.save(Person(given="Aled", surname="Aaron", staff_number="7007"))
    page = hall.open()
    type_text(page.board.search.edit, "7007")
    press(page.board.search.edit, Key.Key_Return)
    assert hall.here() == {"Aled"}
    assert page.board.search.edit.text() == ""


def test_enter_never_takes_a_check_in_back(hall: Hall) -> None:
    page = hall.open()
    for _ in range(2):
        type_text(page.board.search.edit, "puw")
        press(page.board.search.edit, Key.Key_Return)
    assert hall.here() == {"Marged"}
    assert hall.told[-1] == ("Marged Puw is here already, since 14:31", "")


def test_ctrl_z_is_the_apps_after_a_check_in_and_the_texts_while_typing(hall: Hall) -> None:
    page = hall.open()
    search = page.board.search.edit
    type_text(search, "pu")
    assert is_the_texts(search)
    press(search, Key.Key_Return)
    assert not is_the_texts(search)
    hall.store.undo()
    assert hall.here() == set()
    assert hall.marked() != ""
    type_text(search, "h")
    assert is_the_texts(search)


def test_the_toast_undoes_that_very_check_in(hall: Hall) -> None:
    page = hall.open()
    press(page.board.search.edit, Key.Key_Return)
    first = hall.told[-1][1]
    press(page.board.search.edit, Key.Key_Return)
    hall.store.undo(first)
    assert hall.here() == {"Hannah"}


def test_a_line_is_taken_back_by_its_own_button(hall: Hall) -> None:
    page = hall.open()
    press(page.board.search.edit, Key.Key_Return)
    press(page.board.search.edit, Key.Key_Return)
    first = hall.lines()["Llŷr ap Dafydd"].attendance.id
    page.board.list.acted.emit(first, "undo")
    assert hall.here() == {"Hannah"}
    assert hall.told[-1][0] == "Llŷr ap Dafydd has not arrived"


def test_groups_say_how_many(hall: Hall) -> None:
    page = hall.open()
    press(page.board.search.edit, Key.Key_Return)
    press(page.board.search.edit, Key.Key_Return)
    assert hall.groups() == [
        ("Not arrived yet", "3 people"),
        ("Here", "2 people, latest first"),
    ]
    type_text(page.board.search.edit, "han")
    assert [note for _, note in hall.groups()] == ["2 of 3 match", "1 of 2 match"]


def test_filters_and_everybody_again(hall: Hall) -> None:
    page = hall.open()
    tools = page.board.tools
    tools.team.choose("North")
    assert hall.shown() == ["Llŷr ap Dafydd", "Eirlys Vaughan"]
    press(page.board.search.edit, Key.Key_Return)
    click(tools.waiting)
    assert hall.shown() == ["Eirlys Vaughan"]
    tools.role.choose("Care worker")
    assert hall.shown() == []
    page.board.nothing.clear_button.click()
    assert len(hall.shown()) == 5


def test_not_coming_and_coming_after_all(hall: Hall) -> None:
    page = hall.open()
    click(page.board.side.change_button)
    assert hall.names(Presence.APOLOGIES) == {"Llŷr"}
    page.board.list.mark(hall.lines()["Llŷr ap Dafydd"].attendance.id)
    assert page.board.side.change_button.words() == "Coming after all"
    click(page.board.side.change_button)
    assert hall.names(Presence.APOLOGIES) == set()


def test_somebody_not_coming_who_came_is_checked_in(hall: Hall) -> None:
    page = hall.open()
    click(page.board.side.change_button)
    type_text(page.board.search.edit, "llyr")
    press(page.board.search.edit, Key.Key_Return)
    assert hall.here() == {"Llŷr"}


def test_taking_off_the_register_and_back(hall: Hall) -> None:
    page = hall.open()
    page.board.side.wished.emit("off")
    assert "Llŷr ap Dafydd" not in hall.lines()
    hall.store.undo(hall.told[-1][1])
    assert "Llŷr ap Dafydd" in hall.shown()


def test_edit_asks_for_the_form_of_that_person(hall: Hall) -> None:
    page = hall.open()
    click(page.board.side.edit_button)
    assert hall.wanted == [("person", hall.lines()["Llŷr ap Dafydd"].person.id)]


def test_from_paper_marks_all_ticked_at_once(hall: Hall) -> None:
    page = hall.open()
    search = page.board.search.edit
    click(page.board.tools.from_paper)
    press(search, Key.Key_Space)
    type_text(search, "puw")
    press(search, Key.Key_Return)
    assert hall.here() == set()
    assert page.board.ticked_foot.mark_button.words() == "Mark 2 as here"
    press(search, Key.Key_Return, CONTROL)
    assert hall.here() == {"Llŷr", "Marged"}
    hall.store.undo(hall.told[-1][1])
    assert hall.here() == set()


def test_ticks_outlive_a_crash(hall: Hall) -> None:
    page = hall.open()
    click(page.board.tools.from_paper)
    press(page.board.search.edit, Key.Key_Space)
    page._ticked.settle()
    again = RegisterPage(hall.desk)
    again.show_session(hall.session.id)
    assert again.board.tools.from_paper.isChecked()
    assert again.board.ticked_foot.words.text() == "1 ticked"


def test_a_tick_is_taken_away_again(hall: Hall) -> None:
    page = hall.open()
    click(page.board.tools.from_paper)
    key = page.board.list.rows()[0].key
    page.board.list.ticked.emit(key, True)
    page.board.list.ticked.emit(key, False)
    assert not page.board.ticked_foot.mark_button.isEnabled()
    click(page.board.ticked_foot.done_button)
    assert not page.board.tools.from_paper.isChecked()


def test_heads_are_counted_without_names(hall: Hall) -> None:
    page = hall.open()
    page.board.tools.ways.choose(Counting.HEAD_COUNT.value)
    assert page.board.head_count.edit.hasFocus()
    type_text(page.board.head_count.edit, "38")
    press(page.board.head_count.edit, Key.Key_Return)
    press(page.board.head_count.edit, Key.Key_Up)
    with hall.store.read() as db:
        session = db.need(Session, hall.session.id)
    assert (session.counting, session.head_count) == (Counting.HEAD_COUNT, 39)
    page.board.tools.ways.choose(Counting.BY_NAME.value)
    assert len(hall.shown()) == 5


def test_letters_typed_in_the_list_go_to_the_search(hall: Hall) -> None:
    page = hall.open()
    page.board.list.view.setFocus(Qt.FocusReason.TabFocusReason)
    press(page.board.list.view, Key.Key_P)
    type_text(page.board.search.edit, "uw")
    assert page.board.search.edit.hasFocus()
    assert hall.shown() == ["Marged Puw"]


def test_what_changes_elsewhere_appears_and_typing_stays(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "han")
    press(page.board.search.edit, Key.Key_Down)
    marked = hall.marked()
    with hall.store.change("Edit") as change:
        hannah = hall.lines()["Hannah Beynon"].person
        change.save(type(hannah)(id=hannah.id, rev=hannah.rev, given="Hanna", surname="Bevan"))
    assert page.board.search.text() == "han"
    assert "Hanna Bevan" in hall.shown()
    assert hall.marked() == marked


def test_where_it_is_narrow_the_side_folds_and_opens(hall: Hall) -> None:
    page = hall.open(827, 430)
    assert page.board.side.isHidden()
    assert page.toast_place() is None
    click(page.board.details)
    assert page.board.side.isVisible()
    assert page.toast_place() is page.board.side.toast_place
    assert page.board.folded_tools.isVisible()
    assert page.board.tools.isHidden()
