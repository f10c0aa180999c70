from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import Line
from desktop.attendance.model import Attendance, Presence
from desktop.people.model import Person
from desktop.pledges.page.maker import MakerField
from desktop.printing.direction import LRM
from tests.ui.hands import focus, press, type_text

HERE, LATE = Presence.PRESENT, Presence.EXPECTED


def line(given: str, surname: str, presence: Presence = HERE, role: str = "") -> Line:
    person = Person(given=given, surname=surname, job_role=role)
    return Line(Attendance(session="s", person=person.id, presence=presence), person)


def field(qtbot: QtBot, lines: Sequence[Line]) -> MakerField:
    maker = MakerField("Leave empty.")
    qtbot.addWidget(maker)
    maker.set_people(lines)
    return maker


def offered(maker: MakerField, typed: str) -> list[str]:
    completer = maker.edit.completer()
    completer.setCompletionPrefix(typed)
    model = completer.completionModel()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_people_here_are_offered_first(qtbot: QtBot) -> None:
    maker = field(qtbot, [line("Anna", "Absent", LATE), line("Hanna", "Zielińska", HERE, "Driver")])
    assert offered(maker, "ann") == ["Hanna Zielińska · Driver · here", "Anna Absent · not arrived"]


def test_what_is_known_of_somebody_stands_in_its_order_whatever_it_is_written_in(
    qtbot: QtBot,
) -> None:
    maker = field(qtbot, [line("سارة", "علي", HERE, "ممرضة")])
    assert offered(maker, "سارة") == [f"{LRM}سارة علي{LRM} · {LRM}ممرضة{LRM} · here"]


def test_of_people_here_those_whose_names_begin_so_are_offered_first(qtbot: QtBot) -> None:
    people = [line("Susan", "Abel"), line("Anneke", "van der Berg"), line("Annie", "Zola", LATE)]
    maker = field(qtbot, [*people, line("Nan", "Boyd", LATE)])
    focus(maker.edit)
    type_text(maker.edit, "an")
    assert [said.partition(" ")[0] for said in offered(maker, "an")] == [
        "Anneke",
        "Susan",
        "Annie",
        "Nan",
    ]


def test_names_are_found_without_their_accents(qtbot: QtBot) -> None:
    maker = field(qtbot, [line("Siân", "Ŵyn"), line("Bob", "Low")])
    assert offered(maker, "sian w") == ["Siân Ŵyn · here"]


def test_a_name_typed_in_full_is_linked_to_its_person(qtbot: QtBot) -> None:
    eirlys = line("Eirlys", "Vaughan", HERE, "Home carer")
    maker = field(qtbot, [eirlys, line("Bob", "Low")])
    focus(maker.edit)
    type_text(maker.edit, "eirlys vaughan")
    assert maker.person() == eirlys.person
    type_text(maker.edit, "s")
    assert maker.person() is None
    assert maker.name() == "eirlys vaughans"


def test_a_few_letters_and_enter_take_the_only_one_offered(qtbot: QtBot) -> None:
    eirlys = line("Eirlys", "Vaughan")
    maker = field(qtbot, [eirlys, line("Sam", "Low"), line("Samira", "Khan")])
    focus(maker.edit)
    type_text(maker.edit, "eir")
    press(maker.edit, Qt.Key.Key_Return)
    assert maker.person() == eirlys.person
    maker.edit.clear()
    type_text(maker.edit, "sam")
    press(maker.edit, Qt.Key.Key_Return)
    assert (maker.person(), maker.name()) == (None, "sam")


def test_of_two_people_of_one_name_neither_is_guessed(qtbot: QtBot) -> None:
    one, two = line("John", "Smith"), line("John", "Smith", LATE)
    maker = field(qtbot, [one, two])
    maker.set_typed("John Smith")
    assert maker.person() is None
    assert "Choose one" in maker.control.accessibleDescription()
    maker.set_maker(two.person)
    assert maker.person() == two.person


def test_choosing_in_the_list_links_the_person(qtbot: QtBot) -> None:
    one, two = line("John", "Smith"), line("John", "Smith", LATE, "Driver")
    maker = field(qtbot, [one, two])
    completer = maker.edit.completer()
    completer.setCompletionPrefix("john")
    maker.edit.setText("John Smith")
    with qtbot.waitSignal(maker.changed):
        index = completer.completionModel().index(1, 0)
        completer.activated[QModelIndex].emit(QModelIndex(index))  # type: ignore[index]
    assert maker.person() == two.person


def test_a_name_that_nobody_has_is_kept_as_typed(qtbot: QtBot) -> None:
    maker = field(qtbot, [line("Bob", "Low")])
    maker.set_typed("Nobody")
    assert (maker.person(), maker.name()) == (None, "Nobody")
    assert maker.control.accessibleDescription() == "Not on the register. Kept as typed."
    maker.set_typed("")
    assert maker.control.accessibleDescription() == "Leave empty."


def test_the_maker_of_an_older_pledge_is_known_though_not_on_the_register(qtbot: QtBot) -> None:
    maker = field(qtbot, [line("Bob", "Low")])
    left = Person(given="Left", surname="Long")
    maker.add_person(left)
    maker.set_maker(left)
    assert maker.person() == left
    assert maker.control.accessibleDescription() == "not on this register"
