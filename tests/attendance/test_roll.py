"""Searching a register at the door."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.attendance.actions import check_in, expect
from desktop.attendance.model import Presence
from desktop.attendance.roll import Roll, Wish
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.sessions.model import Session
from desktop.store.store import Store

NOW = datetime(2026, 10, 8, 14, 52, tzinfo=UTC)
TODAY = Session(title="Good conversations", date=date(2026, 10, 8))
PEOPLE = (
    Person(given="Eirlys", surname="Vaughan", job_role="Volunteer", team="Befrienders"),
    Person(given="Hanna", surname="Kowalczyk", job_role="Care worker", team="Tŷ Gwyn"),
    Person(given="Hana", surname="Rahman", job_role="Student nurse", staff_number="0417"),
    Person(given="Mair", surname="Ó Súilleabháin", job_role="Driver", team="Befrienders"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "t.db", "Siân")
    with store.change("Plan") as change:
        change.save(TODAY)
        expect(change, TODAY.id, change.save_all(PEOPLE))
    yield store
    store.close()


@pytest.fixture
def roll(store: Store) -> Roll:
    roll = Roll(TODAY.id)
    with store.read() as db:
        assert roll.renew(db)
        assert not roll.renew(db)
    return roll


def found(roll: Roll, wish: Wish, presence: Presence = Presence.EXPECTED) -> Sequence[str]:
    return [line.person.given for line in roll.matching(wish)[presence]]


def arrive(store: Store, roll: Roll, given: str, at: datetime) -> None:
    line = next(line for line in roll.lines() if line.person.given == given)
    with store.change("Check in") as change:
        roll.put(check_in(change, line.attendance, at))


SEARCHES = {
    "": ["Hanna", "Mair", "Hana", "Eirlys"],
    "han": ["Hanna", "Hana", "Eirlys"],
    "HAN kow": ["Hanna"],
    "suill": ["Mair"],
    "ty gwyn": ["Hanna"],
    "befrienders": ["Mair", "Eirlys"],
    "nurse": ["Hana"],
    "0417": ["Hana"],
    "hanna x": [],
    "%": ["Hanna", "Mair", "Hana", "Eirlys"],
}


@pytest.mark.parametrize(("typed", "names"), SEARCHES.items(), ids=SEARCHES.keys())
def test_every_typed_word_is_a_part(roll: Roll, typed: str, names: list[str]) -> None:
    assert found(roll, Wish(typed)) == names


def test_filters_narrow(roll: Roll, store: Store) -> None:
    arrive(store, roll, "Mair", NOW)
    assert found(roll, Wish(team="Befrienders")) == ["Eirlys"]
    assert found(roll, Wish(role="Driver"), Presence.PRESENT) == ["Mair"]
    assert found(roll, Wish(waiting_only=True), Presence.PRESENT) == []
    assert Wish(team="Befrienders").narrows
    assert not Wish(search=" ").narrows


def test_the_latest_stands_first(roll: Roll, store: Store) -> None:
    arrive(store, roll, "Mair", NOW)
    arrive(store, roll, "Eirlys", NOW + timedelta(minutes=1))
    assert found(roll, Wish(), Presence.PRESENT) == ["Eirlys", "Mair"]


def test_the_roll_of_a_page_needs_no_reading_after_its_own_check_in(
    roll: Roll, store: Store
) -> None:
    arrive(store, roll, "Mair", NOW)
    assert roll.counts().here == 1
    with store.read() as db:
        assert not roll.renew(db)


def test_what_others_change_is_seen(roll: Roll, store: Store) -> None:
    arrive(store, roll, "Mair", NOW)
    store.undo()
    with store.read() as db:
        assert roll.renew(db)
    assert roll.counts().here == 0


def test_roles_and_teams_are_offered(roll: Roll) -> None:
    assert roll.roles() == ["Care worker", "Driver", "Student nurse", "Volunteer"]
    assert roll.teams() == ["Befrienders", "Tŷ Gwyn"]


def test_a_line_taken_off_is_gone(roll: Roll) -> None:
    key = roll.lines()[0].attendance.id
    roll.drop(key)
    roll.drop(key)
    assert roll.line(key) is None
    assert len(roll.lines()) == 3
