"""Each step at the door is one change with its words."""

from desktop.attendance.actions import Line, expect
from desktop.attendance.model import Presence
from desktop.attendance.page.door import Door
from desktop.people.model import Person
from desktop.printing.direction import LRM
from desktop.sessions.model import Counting, Session
from tests.attendance.page.hall import ZOFIA, Hall


def door(hall: Hall) -> Door:
    found = Door(hall.desk)
    found.begin(hall.session.id)
    with hall.store.read() as db:
        found.renew(db)
    return found


def line(found: Door, given: str) -> Line:
    return next(line for line in found.roll.lines() if line.person.given == given)


def test_a_check_in_is_on_the_roll_before_it_is_read_again(hall: Hall) -> None:
    found = door(hall)
    done = found.check_in(line(found, "Hanna"))
    assert done.words == "Hanna Kowalczyk is here"
    assert line(found, "Hanna").attendance.presence is Presence.PRESENT
    assert found.check_in(line(found, "Hanna")).change == ""


def test_several_at_once(hall: Hall) -> None:
    found = door(hall)
    done = found.check_in_all([line(found, "Hanna"), line(found, "Marged")])
    assert done.words == "2 people are here"
    assert hall.here() == {"Hanna", "Marged"}


def test_a_walk_in_taken_back_goes_off_the_roll(hall: Hall) -> None:
    found = door(hall)
    assert found.walk_in(ZOFIA.id).words == "Zofia Lewandowska is here"
    with hall.store.read() as db:
        found.renew(db)
    done = found.take_back(line(found, "Zofia"))
    assert done.words == "Zofia Lewandowska is off the register"
    assert len(found.roll.lines()) == 5


def test_not_coming_and_off(hall: Hall) -> None:
    found = door(hall)
    assert found.set_coming(line(found, "Llŷr"), False).words == "Llŷr ap Dafydd is not coming"
    assert found.set_coming(line(found, "Llŷr"), True).words == "Llŷr ap Dafydd is expected"
    found.take_off(line(found, "Llŷr"))
    assert len(hall.lines()) == 4


def test_heads(hall: Hall) -> None:
    found = door(hall)
    assert found.set_counting(Counting.HEAD_COUNT).change
    assert found.set_counting(Counting.HEAD_COUNT).change == ""
    assert found.count_heads(1_200).words == "1,200 counted"
    with hall.store.read() as db:
        assert db.need(Session, hall.session.id).head_count == 1_200


def test_an_arabic_name_does_not_turn_its_sentence_around(hall: Hall) -> None:
    with hall.store.change("Add") as change:
        expect(change, hall.session.id, [change.save(Person(given="سلام"))])
    found = door(hall)
    assert found.check_in(line(found, "سلام")).words == f"{LRM}سلام{LRM} is here"
