"""A register as a list, and back again."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.attendance.actions import Line, check_in, expect, register, set_presence, walk_in
from desktop.attendance.exporting import register_table
from desktop.attendance.importing import keep, look_up, presence_of, register_kind
from desktop.attendance.model import Attendance, Presence
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from desktop.tables.values import text_of
from desktop.tables.writing import write_csv, write_xlsx
from tests.people.anyone import people
from tests.tables.returning import FEWER, understood

DAY = date(2026, 7, 6)
TEN = datetime(2026, 7, 6, 10, 2, 37).astimezone()
TEXTS = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "elsewhere.db", "Ewan")
    yield store
    store.close()


def session_in(store: Store) -> Session:
    with store.change("Plan") as change:
        return change.save(Session(title="Kindness", date=DAY))


def an_evening(store: Store) -> Session:
    """Idris is here, Seán walked in, Cher sent apologies, Jan is absent, Owen may still come."""
    session = session_in(store)
    names = [("Cher", ""), ("Idris", "Bowen"), ("Jan", "van der Berg"), ("Owen", "O’Neil")]
    with store.change("Expect") as change:
        folk = change.save_all(Person(given=given_, surname=last) for given_, last in names)
        cher, idris, jan, _ = expect(change, session.id, folk)
        check_in(change, idris, TEN)
        set_presence(change, cher, Presence.APOLOGIES)
        set_presence(change, jan, Presence.ABSENT)
        sean = Person(given="Seán", surname="Ó Súilleabháin", staff_number="007")
        walk_in(change, session.id, sean, TEN)
    return session


def lines(store: Store, session: Session) -> list[Line]:
    with store.read() as db:
        return register(db, session.id)


def stands(store: Store, session: Session) -> set[tuple[str, str, Presence, str]]:
    return {
        (
            line.person.name,
            line.person.staff_number,
            line.attendance.presence,
            f"{line.attendance.arrived:%H:%M}" if line.attendance.arrived else "",
        )
        for line in lines(store, session)
    }


def test_each_line_says_who_came_and_when(store: Store) -> None:
    session = an_evening(store)
    table = register_table(lines(store, session), session.title)
    assert table.headings[7:] == ("Attended", "Arrived", "Walk-in")
    ten = datetime(2026, 7, 6, 10, 2)
    assert {row[0]: list(row[7:]) for row in table.rows} == {
        "Idris": ["yes", ten, False],
        "Cher": ["not coming", None, False],
        "Owen": ["", None, False],
        "Seán": ["yes", ten, True],
        "Jan": ["no", None, False],
    }
    assert (table.name, table.total) == ("Kindness", 5)


@pytest.mark.parametrize("name", ["register.csv", "register.xlsx"])
def test_a_register_comes_back_whole_on_another_laptop(
    store: Store, elsewhere: Store, tmp_path: Path, name: str
) -> None:
    session, there = an_evening(store), session_in(elsewhere)
    table = register_table(lines(store, session), session.title)
    if name.endswith(".csv"):
        write_csv(tmp_path / name, table)
    else:
        write_xlsx(tmp_path / name, [table])
    (sheet,) = read_sheets(tmp_path / name)
    columns = recognise(sheet.top, register_kind())
    with elsewhere.read() as db:
        found = look_up(db, there, columns.records(sheet.rows()))
    with elsewhere.change("Import a register") as change:
        keep(change, there, found)
    assert stands(elsewhere, there) == stands(store, session)


ATTENDANCES = st.builds(
    Attendance,
    presence=st.sampled_from(Presence),
    walk_in=st.booleans(),
    arrived=st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)),
)


@FEWER
@given(st.lists(st.builds(Line, ATTENDANCES, people()), min_size=1, max_size=6))
def test_any_register_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, whole: list[Line]
) -> None:
    table = register_table(whole, "=Kindness")
    found = understood(tmp_path_factory.mktemp("register"), table, register_kind())
    assert [{key: row[key] for key in TEXTS} for row in found] == [
        {key: text_of(getattr(line.person, key)).strip() for key in TEXTS} for line in whole
    ]
    for row, line in zip(found, whole, strict=True):
        assert presence_of(row["attended"]) is line.attendance.presence
        arrived = line.attendance.arrived
        assert row["arrived"] == text_of(arrived and arrived.replace(second=0, microsecond=0))
