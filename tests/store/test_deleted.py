from dataclasses import replace

from desktop.attendance.model import Attendance
from desktop.people.model import Person
from desktop.store.deleted import Deleted, as_known, deleted
from desktop.store.history import go_back
from desktop.store.store import Store
from desktop.store.undo import ASIDE
from tests.store.laptops import KINDS, add, check_in, damage, get, names, remove, rename


def gone(store: Store, *kinds: type) -> list[Deleted]:
    with store.read() as db:
        return list(deleted(db, kinds or KINDS))


def gone_names(store: Store) -> list[str]:
    return [one.record.given for one in gone(store, Person) if isinstance(one.record, Person)]


def test_what_is_gone_is_as_it_was_last_and_says_who_deleted_it(store: Store) -> None:
    siân = rename(store, add(store, "Sian", job_role="Driver"), "Siân")
    store.author = "Ewan"
    remove(store, siân)
    (one,) = gone(store)
    assert one.record == siân
    assert (one.author, one.label, one.undone) == ("Ewan", "Delete person", False)
    assert one.clock == store.clock.now()


def test_the_latest_to_go_comes_first_and_what_is_there_is_not_among_them(store: Store) -> None:
    anna, bhavna, _ = add(store, "Anna"), add(store, "Bhavna"), add(store, "Cerys")
    remove(store, anna)
    remove(store, bhavna)
    assert gone_names(store) == ["Bhavna", "Anna"]
    store.undo()
    assert gone_names(store) == ["Anna"]


def test_only_the_kinds_asked_for_are_named(store: Store) -> None:
    anna = add(store, "Anna")
    line = check_in(store, anna)
    with store.change("Delete both") as change:
        change.delete(line, anna)
    assert [type(one.record) for one in gone(store, Attendance)] == [Attendance]
    assert {type(one.record) for one in gone(store)} == {Attendance, Person}


def test_what_undo_took_away_is_there_too_and_says_so(store: Store) -> None:
    add(store, "Anna")
    store.undo()
    (one,) = gone(store)
    assert (one.label, one.undone) == ("Add person", True)


def test_what_redo_deleted_again_was_deleted(store: Store) -> None:
    remove(store, add(store, "Anna"))
    for _ in range(2):
        store.undo()
        assert gone(store) == []
        store.redo()
        (one,) = gone(store)
        assert (one.label, one.undone) == ("Delete person", False)
    store.undo()
    store.undo()
    assert [(one.label, one.undone) for one in gone(store)] == [("Add person", True)]


def test_what_a_program_did_aside_was_not_undone(store: Store) -> None:
    anna = add(store, "Anna")
    with store.change("Tidy up", undoes=ASIDE) as change:
        change.delete(anna)
    assert [(one.label, one.undone) for one in gone(store)] == [("Tidy up", False)]


def test_one_deleted_here_and_changed_there_is_not_gone_but_to_review(
    store: Store, other: Store
) -> None:
    anna = add(store, "Anna")
    other.merge(store)
    remove(store, anna)
    rename(other, anna, "Anne")
    store.merge(other)
    assert gone(store) == []
    now = get(store, anna)
    assert now is not None
    assert now.review
    with store.change("Leave it deleted") as change:
        change.delete(now)
    assert gone_names(store) == ["Anne"]


def test_one_deleted_on_both_laptops_is_named_once_by_who_did_it_last(
    store: Store, other: Store
) -> None:
    anna = add(store, "Anna")
    other.merge(store)
    remove(store, anna)
    other.author = "Ewan"
    remove(other, anna)
    for one, another in ((store, other), (other, store)):
        one.merge(another)
    (here,), (there,) = gone(store), gone(other)
    assert here == there
    with store.change("Bring back") as change:
        go_back(change, Person, anna.id, here.record.rev or "")
    assert gone(store) == []
    other.merge(store)
    assert names(other) == names(store) == ["Anna"]
    assert other.check() == []


def test_the_version_that_was_deleted_counts_whatever_the_clocks_said(
    store: Store, other: Store
) -> None:
    anna = add(other, "Anna")
    damage(other, "UPDATE revision SET at = at + 1000000000000")
    store.merge(other)
    with store.change("Correct") as change:
        kept = change.save(replace(change.need(Person, anna.id), given="Anne"))
    remove(store, kept)
    assert gone_names(store) == ["Anne"]


def test_what_came_and_went_in_one_step_is_known_however_often_that_was_redone(
    store: Store,
) -> None:
    with store.change("Try") as change:
        change.delete(change.save(Person(given="Anna")))
    assert gone_names(store) == ["Anna"]
    store.undo()
    store.redo()
    assert gone_names(store) == ["Anna"]


def test_a_record_that_was_erased_is_not_offered(store: Store) -> None:
    anna = add(store, "Anna")
    remove(store, anna)
    damage(store, "UPDATE revision SET body = NULL WHERE entity = ?", anna.id)
    assert gone(store) == []
    with store.read() as db:
        assert as_known(db, Person, [anna.id]) == {}


def test_names_are_known_of_what_is_there_and_of_what_is_gone(store: Store) -> None:
    anna, bhavna = add(store, "Anna"), add(store, "Bhavna")
    remove(store, anna)
    with store.read() as db:
        known = as_known(db, Person, [anna.id, bhavna.id, "nobody"])
    assert {key: one.given for key, one in known.items()} == {anna.id: "Anna", bhavna.id: "Bhavna"}
    with store.read() as db:
        assert as_known(db, Attendance, [anna.id]) == {}


def test_very_many_are_read_in_parts(store: Store) -> None:
    with store.change("Import") as change:
        change.save_all(Person(given=f"{number}") for number in range(1_201))
    store.undo()
    assert len(gone_names(store)) == len(set(gone_names(store))) == 1_201


def test_the_index_of_what_is_gone_is_used(store: Store) -> None:
    from desktop.store.deleted import _gone

    with store.read() as db:
        query = _gone().params(kinds=["person"])
        words = query.compile(db.connection, compile_kwargs={"literal_binds": True})
        plan = [str(row) for row in db.query(f"EXPLAIN QUERY PLAN {words}")]
    assert "revision_gone" in plan[0]
