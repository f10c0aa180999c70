"""The workspace of a session in its window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.attendance.actions import expect
from desktop.attendance.page import RegisterPage
from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.people.page import PersonForm
from desktop.pledges.model import Pledge, Show
from desktop.printing.direction import LRM
from desktop.sessions.model import Session
from desktop.ui.buttons import Button
from desktop.ui.theme import apply_theme
from desktop.workspace.page import WorkspacePage
from desktop.workspace.sections import SECTIONS
from tests.ui.hands import click, press, show

CONTROL = Qt.KeyboardModifier.ControlModifier
SESSION = Session(title="Good conversations at home", date=date(2026, 10, 8), place="Main hall")
HANNA = Person(given="Hanna", surname="Kowalczyk")


class Room:
    """The workspace with what it told and asked for."""

    def __init__(self, path: Path) -> None:
        self.desk = Desk(open_store(path, "Siân"))
        self.store = self.desk.store
        with self.store.change("Plan") as change:
            expect(change, change.save(SESSION).id, [change.save(HANNA)])
        self.page = WorkspacePage(self.desk)
        self.told: list[tuple[str, str]] = []
        self.wanted: list[tuple[str, str]] = []
        self.page.told.connect(self.hear)
        self.page.wanted.connect(lambda where, what: self.wanted.append((where, what)))
        self.store.subscribe(lambda _: self.page.refresh())

    def hear(self, words: str, change: str) -> None:
        self.told.append((words, change))
        assert self.page.toast is not None
        self.page.toast.tell(words)

    def menu(self) -> dict[str, int]:
        actions = self.page.more.menu_for().actions()
        return {action.text(): at for at, action in enumerate(actions)}

    def choose(self, words: str) -> None:
        self.page.more.menu_for().actions()[self.menu()[words]].trigger()

    def counters(self) -> list[str]:
        return [counter.text() for counter in self.page.head.counters._counters]


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    apply_theme(qapp, "light", 100)
    room = Room(tmp_path / "t.db")
    room.page.resize(1282, 660)
    room.page.open(SESSION.id)
    show(room.page)
    room.page.arrive()
    yield room
    room.page.close()
    room.page.deleteLater()
    room.store.close()


def register(room: Room) -> RegisterPage:
    page = room.page.page("register")
    assert isinstance(page, RegisterPage)
    return page


def test_it_opens_at_the_register_ready_to_type(room: Room) -> None:
    assert room.page.head.title.text() == "Good conversations at home"
    assert room.page.section() == "register"
    assert register(room).board.search.edit.hasFocus()
    assert room.counters() == ["0 of 1 here", "0 pledges", "0 feedback"]


def test_counters_follow_a_check_in_and_its_undo(room: Room) -> None:
    press(register(room).board.search.edit, Qt.Key.Key_Return)
    assert room.counters()[0] == "1 of 1 here"
    room.store.undo(room.told[-1][1])
    assert room.counters()[0] == "0 of 1 here"
    assert register(room).board.list.rows()[0].spoken == "not arrived"


def test_ctrl_1_to_4_choose_the_section(room: Room) -> None:
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
    for key, section in zip(keys, SECTIONS, strict=True):
        press(room.page, key, CONTROL)
        assert room.page.section() == section
        assert room.page._stack.currentWidget() is room.page.page(section)


def test_a_section_is_named_where_it_is_asked_for(room: Room) -> None:
    room.page.go_to(f"{SESSION.id}/pledges")
    assert room.page.section() == "pledges"
    room.page.go_to(SESSION.id)
    assert room.page.section() == "register"


def test_messages_stand_under_the_side_and_where_it_folds_at_the_foot(room: Room) -> None:
    assert room.page.toast is not None
    press(register(room).board.search.edit, Qt.Key.Key_Return)
    assert register(room).board.side.isAncestorOf(room.page.toast)
    room.page.resize(827, 410)
    QApplication.processEvents()
    assert room.page._foot.isAncestorOf(room.page.toast)
    assert room.page.toast.isVisible()
    room.page.toast.dismiss()
    assert room.page._foot.isHidden()


def test_a_session_is_cancelled_and_takes_place_after_all(room: Room) -> None:
    room.choose("Cancel session")
    assert room.page.chip.text() == "Cancelled"
    assert room.told[-1][0] == "The session is cancelled"
    room.choose("It takes place after all")
    assert room.page.chip.isHidden()


def test_a_deleted_session_goes_back_to_the_list_and_returns_with_undo(room: Room) -> None:
    room.choose("Delete session")
    assert room.wanted == [("sessions", "")]
    assert room.page.gone.isVisible()
    room.store.undo(room.told[-1][1])
    assert room.page.gone.isHidden()
    assert room.page.head.title.text() == "Good conversations at home"


def test_edit_and_duplicate_are_asked_for(room: Room) -> None:
    room.choose("Edit session")
    room.choose("Duplicate session")
    room.page.back.click()
    assert room.wanted == [("edit", SESSION.id), ("duplicate", SESSION.id), ("sessions", "")]


def test_a_person_is_edited_from_the_register(room: Room) -> None:
    def fill() -> None:
        form = room.page.findChild(PersonForm)
        assert form is not None
        form.line("surname").setText("Nowak")
        press(form, Qt.Key.Key_Return)

    QTimer.singleShot(0, fill)
    register(room).board.side.edit_button.click()
    assert register(room).board.list.rows()[0].cells[0] == "Hanna Nowak"
    assert room.wanted == []


def test_another_session_takes_its_place(room: Room) -> None:
    with room.store.change("Plan") as change:
        other = change.save(Session(title="Another", date=date(2026, 10, 9)))
    room.page.open(other.id)
    assert room.page.head.title.text() == "Another"
    assert register(room).board.list.rows() == []
    assert room.counters()[0] == "0 of 0 here"


def test_a_title_in_arabic_does_not_turn_what_follows_it_above_the_window(room: Room) -> None:
    with room.store.change("Edit session") as change:
        session = change.save(replace(SESSION, id="other", title="ورشة 3: Listening"))
    room.page.open(session.id)
    assert room.page.windowTitle() == f"{LRM}ورشة 3: Listening{LRM}"


def test_a_check_in_leaves_the_other_numbers_and_another_session_brings_its_own(room: Room) -> None:
    with room.store.change("Plan") as change:
        other = change.save(Session(title="Another", date=date(2026, 10, 9)))
        change.save(Pledge(session=SESSION.id, text="Listen", show=Show.NO_NAME, made=other.date))
    press(register(room).board.search.edit, Qt.Key.Key_Return)
    assert room.counters() == ["1 of 1 here", "1 pledge", "0 feedback"]
    room.page.open(other.id)
    assert room.counters() == ["0 of 0 here", "0 pledges", "0 feedback"]


def test_heads_are_counted_on_top(room: Room) -> None:
    register(room).board.tools.ways.choose("head count")
    register(room).board.head_count.more.click()
    room.page.refresh()
    assert room.counters()[0] == "1 here"


def test_the_room_is_shown_the_tree_of_the_session(room: Room) -> None:
    click(room.page.projector)
    room.page.resize(911, 410)
    assert not room.page.projector.isVisible()
    room.choose("Projector")
    assert room.wanted == [("projector", room.page.session_id)] * 2


def test_what_was_deleted_from_the_session_is_in_its_menu(room: Room) -> None:
    room.choose("What was deleted")
    assert room.wanted == [("deleted", f"session/{SESSION.id}")]


def test_a_deleted_session_says_where_it_can_be_brought_back(room: Room) -> None:
    room.choose("Delete session")
    words = "What was deleted"
    click(next(b for b in room.page.gone.findChildren(Button) if b.words() == words))
    assert room.wanted[-1] == ("deleted", "sessions/")
