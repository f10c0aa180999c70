from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.store import Store
from desktop.store.undo import ASIDE
from tests.store.laptops import add, check_in, contents, laptop, names, remove, rename


def test_nothing_done_is_nothing_to_undo(store: Store) -> None:
    assert store.undo() is None
    assert store.redo() is None


def test_several_edits_of_one_person_are_undone_one_by_one(store: Store) -> None:
    siân = add(store, "A")
    rename(store, rename(store, siân, "B"), "C")
    for left in (["B"], ["A"], []):
        assert store.undo()
        assert names(store) == left
    for left in (["A"], ["B"], ["C"]):
        assert store.redo()
        assert names(store) == left


def test_an_import_is_one_step(store: Store) -> None:
    with store.change("Import people") as change:
        change.save_all([Person(given=f"{number}") for number in range(700)])
    store.undo()
    assert names(store) == []
    store.redo()
    assert len(names(store)) == 700


def test_a_deleted_person_comes_back_as_they_were(store: Store) -> None:
    siân = add(store, "Siân", surname="Jones", large_print=True)
    before = contents(store, revs=False)
    remove(store, siân)
    step = store.undo()
    assert step is not None
    assert step.label == "Delete person"
    assert contents(store, revs=False) == before


def test_something_new_ends_what_can_be_redone(store: Store) -> None:
    add(store, "Anna")
    store.undo()
    add(store, "Bhavna")
    assert store.redo() is None


def test_one_line_is_undone_without_what_came_after(store: Store) -> None:
    anna, bhavna = add(store, "Anna"), add(store, "Bhavna")
    check_in(store, anna)
    mistake = store.steps().undo[-1]
    check_in(store, bhavna)
    assert store.undo(mistake.id) == mistake
    assert [row[4] for row in contents(store)["attendance"]] == [bhavna.id]


def test_a_line_that_changed_since_is_left_alone(store: Store) -> None:
    siân = add(store, "Siân")
    first = store.steps().undo[-1]
    rename(store, siân, "Sian")
    with pytest.raises(UserError, match="changed again"):
        store.undo(first.id)
    assert names(store) == ["Sian"]


def test_what_another_laptop_changed_since_is_left_alone(store: Store, other: Store) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    rename(other, siân, "Sian")
    store.merge(other)
    with pytest.raises(UserError, match="changed again"):
        store.undo()
    assert names(store) == ["Sian"]


def test_undo_offers_only_what_was_done_here(store: Store, other: Store) -> None:
    add(other, "Anna")
    store.merge(other)
    assert store.undo() is None
    assert names(store) == ["Anna"]


def test_undo_goes_on_after_a_restart_and_knows_what_was_before(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Anna")
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Bhavna")
        before, here = store.steps().undo
        assert store.made_here(here)
        assert not store.made_here(before)
        store.undo()
        store.undo()
        assert names(store) == []


def test_what_is_put_aside_is_not_offered(store: Store) -> None:
    add(store, "Anna")
    with store.change("Build the sample", undoes=ASIDE) as change:
        change.save(Person(given="Bhavna"))
    step = store.undo()
    assert step is not None
    assert step.label == "Add person"
    assert names(store) == ["Bhavna"]


def test_a_change_of_several_kinds_is_undone_as_one(store: Store) -> None:
    siân = add(store, "Siân")
    with store.change("Check in") as change:
        change.save(replace(siân, job_role="Nurse"))
    check_in(store, siân)
    store.undo()
    store.undo()
    shown = contents(store, revs=False)
    assert shown["attendance"] == []
    assert [row[4] for row in shown["person"]] == [""]
