from datetime import UTC, datetime

import pytest

from desktop.attendance.model import Attendance
from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.projection import table
from desktop.store.store import Store
from tests.store.laptops import add, check_in, remove


def test_a_record_is_read_back_as_it_was_saved(store: Store) -> None:
    siân = add(store, "Siân", large_print=True)
    line = check_in(store, siân, datetime(2026, 3, 2, 12, 0, 1, 5, UTC))
    with store.read() as db:
        assert db.get(Person, siân.id) == siân
        assert db.need(Attendance, line.id) == line
        assert db.get(Person, "nobody") is None


def test_what_was_deleted_meanwhile_is_said_in_a_sentence(store: Store) -> None:
    siân = add(store, "Siân")
    remove(store, siân)
    with store.read() as db, pytest.raises(UserError, match="deleted in the meantime"):
        db.need(Person, siân.id)


def test_people_are_found_counted_and_sorted_by_stored_keys(store: Store) -> None:
    for given, surname in (("Zoë", "O’Neil"), ("Anna", "Ó Súilleabháin"), ("Bea", "oakley")):
        add(store, given, surname=surname)
    t = table(Person)
    with store.read() as db:
        assert [p.given for p in db.find(Person, order=[t.c.sort])] == ["Anna", "Bea", "Zoë"]
        assert [p.given for p in db.find(Person, order=[t.c.sort], limit=1)] == ["Anna"]
        assert db.count(Person, t.c.search.contains("oneil")) == 1


def test_many_ids_are_found_at_once(store: Store) -> None:
    with store.change("Import people") as change:
        everybody = change.save_all([Person(given=f"{number}") for number in range(1200)])
    with store.read() as db:
        found = db.find_ids(Person, [*(person.id for person in everybody), "nobody"])
    assert found == {person.id: person for person in everybody}
