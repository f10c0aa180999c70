from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.people.model import Person
from desktop.progress import Cancelled, Progress
from desktop.store.change import PART
from desktop.store.store import Store
from tests.store.laptops import NOON, add, check_in, contents, get, names, remove, rename


def test_the_same_body_writes_nothing(store: Store) -> None:
    siân = add(store, "Siân")
    with store.change("Save again") as change:
        assert change.save(siân) == siân
        assert change.save(replace(siân, rev=None)) == siân
    assert store.size() == 1
    assert len(store.steps().undo) == 1


def test_what_no_database_can_hold_is_gone_when_it_is_read_back(store: Store) -> None:
    person = add(store, "Si\x00ân\ud800")
    assert person.given == "Siân"
    assert get(store, person) == person


def test_a_backslash_before_u0000_is_text(store: Store) -> None:
    assert add(store, "\\u0000").given == "\\u0000"


def test_a_value_of_the_wrong_type_never_gets_into_the_file(store: Store) -> None:
    with pytest.raises(ValueError):
        add(store, "Siân", large_print="yes")
    assert store.size() == 0


def test_a_record_is_seen_in_the_change_that_wrote_it(store: Store) -> None:
    with store.change("Add person") as change:
        siân = change.save(Person(given="Siân"))
        assert change.get(Person, siân.id) == siân
        again = change.save(replace(siân, surname="Jones"))
        assert change.find(Person) == [again]
    assert not again.review


def test_what_one_step_made_and_changed_is_gone_and_back_at_once(store: Store) -> None:
    with store.change("Add person") as change:
        siân = change.save(Person(given="Siân"))
        change.save(replace(siân, given="Shân"))
    store.undo()
    assert names(store) == []
    store.redo()
    assert names(store) == ["Shân"]
    assert store.check() == []


def test_an_edit_of_an_old_version_makes_a_branch_to_review(store: Store) -> None:
    old = add(store, "Siân")
    rename(store, old, "Sian")
    branch = rename(store, old, "Shân")
    assert branch.review
    assert names(store) == ["Shân"]
    assert get(store, branch) == branch


def test_an_old_version_with_the_words_now_shown_writes_nothing(store: Store) -> None:
    old = add(store, "Siân")
    new = rename(store, old, "Sian")
    assert rename(store, old, "Sian") == new


def test_resolving_ends_the_review(store: Store) -> None:
    old = add(store, "Siân")
    rename(store, old, "Sian")
    branch = rename(store, old, "Shân")
    with store.change("Resolve") as change:
        answer = change.resolve(branch)
    assert not answer.review
    assert get(store, branch) == answer
    with store.change("Resolve again") as change:
        assert change.resolve(answer) == answer
    assert store.size() == 4


def test_undoing_the_answer_asks_again(store: Store) -> None:
    old = add(store, "Siân")
    rename(store, old, "Sian")
    branch = rename(store, old, "Shân")
    before = contents(store, revs=False)
    with store.change("Resolve") as change:
        change.resolve(branch)
    store.undo()
    assert contents(store, revs=False) == before


def test_an_edit_beside_a_delete_is_shown_and_marked(store: Store) -> None:
    old = add(store, "Siân")
    remove(store, old)
    edited = rename(store, old, "Sian")
    assert edited.review
    assert get(store, edited) == edited


def test_deleting_what_is_to_be_reviewed_takes_all_its_versions(store: Store, other: Store) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    rename(store, siân, "Sian")
    rename(other, siân, "Shân")
    store.merge(other)
    seen = get(store, siân)
    assert seen is not None
    assert seen.review
    remove(store, seen)
    assert get(store, siân) is None
    store.undo()
    back = get(store, siân)
    assert back is not None
    assert back.review
    assert store.check() == []


def test_what_was_deleted_twice_is_gone_and_comes_back_with_one_undo_each(store: Store) -> None:
    siân = add(store, "Siân")
    remove(store, siân)
    remove(store, siân)
    assert names(store) == []
    assert len(store.steps().undo) == 2
    store.undo()
    assert get(store, siân) is not None


def test_who_comes_back_after_a_delete_is_one_line_without_review(store: Store) -> None:
    siân = add(store, "Siân")
    line = check_in(store, siân)
    with store.change("Take off the register") as change:
        change.delete(line)
    assert not check_in(store, siân).review


def test_quiet_fields_need_no_review(store: Store) -> None:
    siân = add(store, "Siân")
    first = check_in(store, siân)
    later = check_in(store, siân, NOON + timedelta(minutes=5))
    assert not later.review
    assert later.arrived != first.arrived


def test_a_record_that_was_not_read_cannot_be_deleted(store: Store) -> None:
    siân = add(store, "Siân")
    with pytest.raises(ValueError), store.change("Delete person") as change:
        change.delete(replace(siân, rev=None))


def test_a_record_occurs_once_in_a_list(store: Store) -> None:
    with pytest.raises(ValueError), store.change("Add people") as change:
        change.save_all([Person(id="a"), Person(id="a", given="Siân")])


def test_the_history_names_who_did_what_when(store: Store) -> None:
    siân = rename(store, add(store, "Sian"), "Siân")
    remove(store, siân)
    with store.read() as db:
        history = db.history(siân.id)
    assert [version.label for version in history] == [
        "Delete person",
        "Change person",
        "Add person",
    ]
    assert {(version.author, version.clock) for version in history} == {("Morag", NOON)}
    assert [version.body and version.body["given"] for version in history] == [None, "Siân", "Sian"]


def test_very_many_are_kept_in_parts_and_whole_or_not_at_all(store: Store) -> None:
    people = [Person(given="A") for _ in range(PART + 1)]
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    with store.change("Import") as change:
        assert [one.id for one in change.save_all(people, progress)] == [one.id for one in people]
    assert said == [(0, PART + 1), (PART, PART + 1)]
    others = [Person(given="B") for _ in range(PART + 1)]
    stopping = Progress(lambda *_: stopping.stop())
    with pytest.raises(Cancelled), store.change("Import") as change:
        change.save_all(others, stopping)
    with store.read() as db:
        assert db.count(Person) == len(people)
