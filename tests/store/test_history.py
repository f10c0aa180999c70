from dataclasses import replace

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.history import Difference, go_back, steps_of
from desktop.store.store import Store
from tests.store.laptops import add, get, names, remove, rename


def test_every_version_says_who_changed_what(store: Store) -> None:
    siân = add(store, "Sian", job_role="Driver")
    store.author = "Ewan"
    rename(store, siân, "Siân")
    with store.read() as db:
        latest, first = steps_of(db, Person, siân.id)
    assert (latest.author, latest.label, latest.now) == ("Ewan", "Change person", True)
    assert latest.differences == (Difference("given", "Sian", "Siân"),)
    assert (first.author, first.label, first.now) == ("Morag", "Add person", False)
    assert first.differences == (
        Difference("given", None, "Sian"),
        Difference("job_role", None, "Driver"),
    )


def test_going_back_is_a_version_of_its_own_that_undo_takes_back(store: Store) -> None:
    siân = add(store, "Sian")
    rename(store, siân, "Siân")
    with store.read() as db:
        first = steps_of(db, Person, siân.id)[-1]
    with store.change("Go back") as change:
        assert go_back(change, Person, siân.id, first.rev).given == "Sian"
    with store.read() as db:
        assert [step.now for step in steps_of(db, Person, siân.id)] == [True, False, False]
    store.undo()
    assert names(store) == ["Siân"]


def test_a_deleted_record_comes_back_from_its_history(store: Store) -> None:
    siân = add(store, "Siân")
    remove(store, siân)
    with store.read() as db:
        deleted, first = steps_of(db, Person, siân.id)
    assert (deleted.deleted, deleted.now, deleted.differences) == (True, False, ())
    with store.change("Go back") as change:
        go_back(change, Person, siân.id, first.rev)
    assert names(store) == ["Siân"]
    assert store.check() == []


def test_there_is_nothing_to_go_back_to_in_a_deletion(store: Store) -> None:
    siân = add(store, "Siân")
    remove(store, siân)
    with store.read() as db:
        deleted = steps_of(db, Person, siân.id)[0]
    for rev in (deleted.rev, "nonsense"):
        with store.change("Go back") as change, pytest.raises(UserError, match="nothing to go"):
            go_back(change, Person, siân.id, rev)


def test_going_back_settles_what_two_laptops_did_differently(store: Store, other: Store) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    rename(store, siân, "Sian")
    rename(other, siân, "Shân")
    store.merge(other)
    with store.read() as db:
        first = steps_of(db, Person, siân.id)[-1]
    with store.change("Go back") as change:
        go_back(change, Person, siân.id, first.rev)
    shown = get(store, siân)
    assert shown == replace(siân, rev=shown.rev if shown else None)
