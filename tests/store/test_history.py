from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.history import Difference, Histories, History, Step, go_back, steps_of
from desktop.store.store import Store
from tests.store.laptops import add, get, laptop, names, remove, rename


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
        go_back(change, Person, siân.id, first.rev)
    assert names(store) == ["Sian"]
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


def apart(store: Store, other: Store) -> Person:
    """Have two laptops change the same person differently, and one of them hear of it."""
    siân = add(store, "Siân", job_role="Driver")
    other.merge(store)
    rename(store, siân, "Sian")
    rename(other, siân, "Shân")
    store.merge(other)
    return siân


def test_versions_of_two_laptops_say_in_what_they_differ(store: Store, other: Store) -> None:
    siân = apart(store, other)
    with store.read() as db:
        *both, first = steps_of(db, Person, siân.id)
    assert {step.apart for step in both} == {
        (Difference("given", None, "Sian"),),
        (Difference("given", None, "Shân"),),
    }
    assert {step.author for step in both} == {"Morag", "Ewan"}
    assert [step.review for step in (*both, first)] == [True, True, False]
    assert [step.now for step in both].count(True) == 1
    assert {step.differences[0].before for step in both} == {"Siân"}


@pytest.mark.parametrize("author", ["Morag", "Ewan"])
def test_the_version_that_is_kept_is_the_one_that_holds(
    store: Store, other: Store, author: str
) -> None:
    siân = apart(store, other)
    history = History(store, Person, siân.id)
    wanted = next(step for step in history.steps() if step.author == author)
    history.go_back(wanted.rev)
    assert [step.review for step in history.steps()] == [False] * 4
    shown = get(store, siân)
    assert shown is not None
    assert (shown.given, shown.review) == (wanted.apart[0].after, False)
    store.undo()
    assert [step.review for step in history.steps()].count(True) == 2
    assert store.check() == []


def test_a_deletion_beside_a_change_can_be_kept(store: Store, other: Store) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    rename(store, siân, "Sian")
    remove(other, siân)
    store.merge(other)
    history = History(store, Person, siân.id)
    deleted = next(step for step in history.steps() if step.deleted)
    assert deleted.review
    history.go_back(deleted.rev)
    assert names(store) == []
    store.undo()
    assert names(store) == ["Sian"]
    assert store.check() == []


def test_several_histories_are_told_as_one(store: Store) -> None:
    siân, aled = add(store, "Siân"), add(store, "Aled")
    rename(store, siân, "Sian")
    told = Histories(History(store, Person, siân.id), History(store, Person, aled.id))
    assert len(told.steps()) == 3
    first = next(s for s in told.steps() if s.differences == (Difference("given", None, "Siân"),))
    told.go_back(first.rev)
    assert names(store) == ["Aled", "Siân"]
    with pytest.raises(UserError, match="nothing to go"):
        told.go_back("nonsense")


def test_a_clock_that_was_years_ahead_for_a_while_changes_no_order(tmp_path: Path) -> None:
    path, steps = tmp_path / "hall.db", list[Step]()
    for given, ahead in (("Sian", 0.0), ("Siân", 90_000.0), ("Shân", 1.0), ("Sân", 2.0)):
        with closing(laptop(path, ahead=ahead)) as store:
            with store.read() as db:
                known = db.find(Person)
            if known:
                rename(store, known[0], given)
            else:
                known = [add(store, given)]
            steps = History(store, Person, known[0].id).steps()
            assert steps[0].now
            assert store.check() == []
    assert [step.differences[0].after for step in steps] == ["Sân", "Shân", "Siân", "Sian"]
