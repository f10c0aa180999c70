"""What is done with a register, seen in the data file."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.attendance.actions import (
    Line,
    check_in,
    check_in_all,
    counts,
    counts_by_session,
    expect,
    mark_absent,
    register,
    renewed,
    set_presence,
    take_back,
    take_off,
    times_before,
    walk_in,
)
from desktop.attendance.model import Attendance, Presence
from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.sessions.model import Session
from desktop.store.store import Store

NOW = datetime(2026, 10, 8, 14, 52, tzinfo=UTC)
LATER = datetime(2026, 10, 8, 15, 10, tzinfo=UTC)
HANNA = Person(given="Hanna", surname="Kowalczyk", large_print=True)
LLYR = Person(given="Llŷr", surname="ap Dafydd")
MARGED = Person(given="Marged", surname="Puw", large_print=True)
TODAY = Session(title="Good conversations", date=date(2026, 10, 8))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "t.db", "Siân")
    with store.change("Plan") as change:
        change.save(TODAY)
        expect(change, TODAY.id, change.save_all([HANNA, LLYR, MARGED]))
    yield store
    store.close()


def lines(store: Store, session: Session = TODAY) -> dict[str, Line]:
    with store.read() as db:
        return {line.person.given: line for line in register(db, session.id)}


def here(store: Store, given: str) -> Attendance:
    with store.change("Check in") as change:
        return check_in(change, lines(store)[given].attendance, NOW)


def test_the_register_stands_by_surname(store: Store) -> None:
    assert list(lines(store)) == ["Llŷr", "Hanna", "Marged"]


def test_who_is_expected_twice_has_one_line(store: Store) -> None:
    here(store, "Hanna")
    with store.change("Add") as change:
        expect(change, TODAY.id, [HANNA, HANNA])
    assert len(lines(store)) == 3
    assert lines(store)["Hanna"].attendance.presence is Presence.PRESENT


def test_a_check_in_is_counted_and_taken_back(store: Store) -> None:
    line = here(store, "Hanna")
    found = counts(lines(store).values())
    assert (found.here, found.expected, found.on_register) == (1, 2, 3)
    assert (found.large_print, found.large_print_here, found.walk_ins) == (2, 1, 0)
    with store.change("Take back") as change:
        back = take_back(change, line)
    assert back is not None
    assert (back.presence, back.arrived) == (Presence.EXPECTED, None)


def test_a_paper_register_is_marked_in_one_step(store: Store) -> None:
    here(store, "Hanna")
    with store.change("From paper") as change:
        check_in_all(change, [line.attendance for line in lines(store).values()], LATER)
    arrived = {given: line.attendance.arrived for given, line in lines(store).items()}
    assert arrived == {"Hanna": NOW, "Llŷr": LATER, "Marged": LATER}
    store.undo()
    assert counts(lines(store).values()).here == 1


def test_not_coming_and_absent(store: Store) -> None:
    with store.change("Not coming") as change:
        set_presence(change, lines(store)["Llŷr"].attendance, Presence.APOLOGIES)
    here(store, "Hanna")
    with store.change("Absent") as change:
        assert len(mark_absent(change, TODAY.id)) == 1
    found = counts(lines(store).values())
    assert (found.here, found.not_coming, found.absent, found.expected) == (1, 1, 1, 0)


def test_a_walk_in_is_checked_in_at_once(store: Store) -> None:
    with store.change("Walk-in") as change:
        line = walk_in(change, TODAY.id, Person(given="Zofia"), NOW)
    assert (line.presence, line.walk_in, line.arrived) == (Presence.PRESENT, True, NOW)
    assert counts(lines(store).values()).walk_ins == 1


def test_a_walk_in_who_was_expected_after_all_is_simply_here(store: Store) -> None:
    with store.change("Walk-in") as change:
        hanna = change.need(Person, HANNA.id)
        line = walk_in(change, TODAY.id, hanna, NOW)
        again = walk_in(change, TODAY.id, hanna, LATER)
    assert (line.walk_in, line.presence, again.arrived) == (False, Presence.PRESENT, NOW)


def test_a_walk_in_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(UserError), store.change("Walk-in") as change:
        walk_in(change, TODAY.id, Person(given="  "), NOW)
    assert len(lines(store)) == 3


def test_taking_a_walk_in_back_takes_the_line_off(store: Store) -> None:
    with store.change("Walk-in") as change:
        line = walk_in(change, TODAY.id, Person(given="Zofia"), NOW)
    with store.change("Take back") as change:
        assert take_back(change, line) is None
    assert "Zofia" not in lines(store)
    store.undo()
    assert lines(store)["Zofia"].attendance.walk_in


def test_who_is_taken_off_stays_on_file_and_can_come_back(store: Store) -> None:
    with store.change("Take off") as change:
        take_off(change, [lines(store)["Hanna"].attendance])
    assert "Hanna" not in lines(store)
    with store.change("Add") as change:
        expect(change, TODAY.id, [change.need(Person, HANNA.id)])
    assert lines(store)["Hanna"].attendance.presence is Presence.EXPECTED


def test_a_deleted_person_hides_their_line_until_undo(store: Store) -> None:
    with store.change("Delete") as change:
        change.delete(change.need(Person, HANNA.id))
    assert "Hanna" not in lines(store)
    store.undo()
    assert "Hanna" in lines(store)


def test_only_what_changed_is_read_again(store: Store) -> None:
    with store.read() as db:
        before = renewed(db, TODAY.id, {})
        assert renewed(db, TODAY.id, before) == before
    line = here(store, "Hanna")
    with store.read() as db:
        after = renewed(db, TODAY.id, before)
    assert after[line.id].attendance.presence is Presence.PRESENT
    assert [key for key in after if after[key] is not before[key]] == [line.id]


def test_a_changed_name_and_a_line_gone_are_seen(store: Store) -> None:
    with store.read() as db:
        before = renewed(db, TODAY.id, {})
    with store.change("Edit") as change:
        change.save(Person(id=LLYR.id, rev=lines(store)["Llŷr"].person.rev, given="Llyr"))
        take_off(change, [lines(store)["Hanna"].attendance])
    with store.read() as db:
        after = renewed(db, TODAY.id, before)
    assert {line.person.given for line in after.values()} == {"Llyr", "Marged"}


def test_a_whole_new_register_is_read_at_once(store: Store) -> None:
    with store.read() as db:
        before = renewed(db, TODAY.id, {})
    with store.change("Add people") as change:
        expect(change, TODAY.id, change.save_all([Person(given=f"P{n}") for n in range(250)]))
    with store.read() as db:
        assert len(renewed(db, TODAY.id, before)) == 253


def test_earlier_sessions_are_remembered(store: Store) -> None:
    earlier = Session(title="Earlier", date=date(2026, 3, 1))
    with store.change("Plan") as change:
        change.save(earlier)
        (line,) = expect(change, earlier.id, [change.need(Person, HANNA.id)])
        check_in(change, line, NOW)
    with store.read() as db:
        assert times_before(db, HANNA.id, TODAY) == 1
        assert times_before(db, LLYR.id, TODAY) == 0
        assert times_before(db, HANNA.id, earlier) == 0
        found = counts_by_session(db, [TODAY.id, earlier.id, "other"])
    assert found[earlier.id] == {Presence.PRESENT: 1}
    assert found[TODAY.id] == {Presence.EXPECTED: 3}
    assert found["other"] == {}
