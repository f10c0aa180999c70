from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.attendance.actions import expect
from desktop.attendance.model import Attendance
from desktop.errors import UserError
from desktop.history.returning import GoneHistory, NeedsMoreError
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.pledges.model import Pledge, Show
from desktop.store.history import History
from desktop.store.record import Record
from desktop.store.store import Store
from tests.history.losing import asked, delete, logo, take_off_grace, tree
from tests.pledges.evening import DAY, Evening


@pytest.fixture
def other(evening: Evening, tmp_path: Path) -> Iterator[Store]:
    """Another laptop that has the evening too."""
    with closing(open_store(tmp_path / "other.db", "Ewan")) as store:
        store.merge(evening.store)
        yield store


def bring_back(evening: Evening, record: Record) -> str:
    assert record.rev is not None
    return GoneHistory(evening.store, type(record), record.id).go_back(record.rev)


def there(store: Store, record: Record) -> bool:
    with store.read() as db:
        return db.get(type(record), record.id) is not None


def refused(evening: Evening, record: Record) -> str:
    before = evening.store.size()
    with pytest.raises(UserError) as error:
        bring_back(evening, record)
    assert evening.store.size() == before
    return str(error.value)


def test_each_kind_comes_back_as_it_was_and_undo_takes_it_away(evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    for record in (
        evening.programme,
        evening.session,
        evening.grace,
        pledge,
        asked(evening, pledge),
        tree(evening),
        logo(evening),
    ):
        delete(evening, record)
        change = bring_back(evening, record)
        with evening.store.read() as db:
            now = db.need(type(record), record.id)
        assert replace(now, rev=record.rev) == record
        evening.store.undo(change)
        assert not there(evening.store, record)
        evening.store.redo()
        assert there(evening.store, record)
    assert evening.store.check() == []


def test_a_session_comes_back_with_all_that_hung_on_it(evening: Evening) -> None:
    evening.pledge("I will listen.")
    before = evening.register()
    delete(evening, evening.session)
    bring_back(evening, evening.session)
    assert evening.register() == before
    assert len(evening.made()) == 1


def test_a_line_comes_back_to_the_register(evening: Evening) -> None:
    line = take_off_grace(evening)
    assert len(evening.register()) == 2
    bring_back(evening, line)
    assert ("Grace Okafor", "expected") in evening.register()


def test_somebody_who_is_on_the_register_again_is_not_put_there_twice(evening: Evening) -> None:
    line = take_off_grace(evening)
    with evening.store.change("Add") as change:
        expect(change, evening.session.id, [evening.grace])
    assert refused(evening, line) == "Grace Okafor is on the register again."
    assert len(evening.register()) == 3


def test_a_line_needs_its_session_and_its_person(evening: Evening) -> None:
    line = take_off_grace(evening)
    delete(evening, evening.session)
    assert refused(evening, line) == (
        "The session “Good conversations” was deleted too. Bring it back first."
    )
    bring_back(evening, evening.session)
    delete(evening, evening.grace)
    assert refused(evening, line) == (
        "Grace Okafor was deleted as a person too. Bring the person back first."
    )
    bring_back(evening, evening.grace)
    bring_back(evening, line)
    assert len(evening.register()) == 3


def test_all_that_it_needs_comes_back_with_it_as_one_step(evening: Evening) -> None:
    said = asked(evening, evening.pledge("I will listen."))
    line = take_off_grace(evening)
    (made,) = evening.made()
    delete(evening, said, made.pledge, evening.session, evening.grace)
    for record in (line, said):
        assert record.rev is not None
        with pytest.raises(NeedsMoreError):
            bring_back(evening, record)
        history = GoneHistory(evening.store, type(record), record.id)
        change = history.go_back(record.rev, with_others=True)
        assert there(evening.store, record)
        evening.store.undo(change)
    assert not there(evening.store, evening.session)
    evening.store.redo()
    assert [there(evening.store, one) for one in (said, made.pledge, evening.session)] == [True] * 3
    assert evening.store.check() == []


def test_what_it_needs_does_not_come_back_past_what_has_its_place(evening: Evening) -> None:
    line = take_off_grace(evening)
    delete(evening, evening.grace)
    with evening.store.change("Add person") as change:
        change.save(Person(given="Grace", surname="Okafor"))
    history, before = GoneHistory(evening.store, Attendance, line.id), evening.store.size()
    with pytest.raises(UserError, match="on file again"):
        history.go_back(line.rev or "", with_others=True)
    assert evening.store.size() == before


def test_a_pledge_needs_its_session_but_not_its_maker(evening: Evening) -> None:
    pledge = evening.pledge("I will listen.", person=evening.grace.id)
    delete(evening, pledge, evening.grace)
    bring_back(evening, pledge)
    assert len(evening.made()) == 1
    delete(evening, pledge, evening.session)
    assert "The session “Good conversations”" in refused(evening, pledge)


def test_a_tree_and_a_logo_need_their_programme(evening: Evening) -> None:
    for record in (tree(evening), logo(evening)):
        delete(evening, record, evening.programme)
        assert refused(evening, record) == (
            "The programme “Leading with care” was deleted too. Bring it back first."
        )
        bring_back(evening, evening.programme)
        bring_back(evening, record)


def test_a_word_on_a_pledge_needs_the_pledge_and_its_day(evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    said = asked(evening, pledge)
    delete(evening, said, pledge)
    assert refused(evening, said) == "The pledge was deleted too. Bring it back first."
    bring_back(evening, pledge)
    asked(evening, pledge)
    assert "For that day something else was noted" in refused(evening, said)


def test_somebody_who_was_added_anew_is_not_on_file_twice(evening: Evening) -> None:
    delete(evening, evening.grace)
    with evening.store.change("Add person") as change:
        anew = change.save(Person(given="Grace", surname="Okafor"))
    assert refused(evening, evening.grace) == (
        "Grace Okafor is on file again. To have this one back, delete that one first."
    )
    delete(evening, anew)
    bring_back(evening, evening.grace)
    assert ("Grace Okafor", "expected") in evening.register()


def test_what_is_there_again_is_not_brought_back_twice(evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    delete(evening, pledge)
    bring_back(evening, pledge)
    assert refused(evening, pledge) == "This is there again already."


def test_what_never_came_to_this_laptop_is_said_so(evening: Evening) -> None:
    lone = Pledge(session="elsewhere", text="Listen", show=Show.NO_NAME, made=DAY)
    with evening.store.change("Make pledge") as change:
        lone = change.save(lone)
    delete(evening, lone)
    assert refused(evening, lone) == (
        "What this belongs to is not on this laptop, so it can’t come back."
    )


def test_what_one_laptop_deleted_and_another_changed_is_left_to_whoever_reviews_it(
    evening: Evening, other: Store
) -> None:
    delete(evening, evening.grace)
    with other.change("Edit person") as change:
        change.save(replace(change.need(Person, evening.grace.id), team="Night team"))
    evening.store.merge(other)
    assert refused(evening, evening.grace) == "This is there again already."
    assert len([s for s in History(evening.store, Person, evening.grace.id).steps() if s.review])


def test_what_two_laptops_deleted_and_brought_back_is_there_once(
    evening: Evening, other: Store
) -> None:
    delete(evening, evening.grace)
    with other.change("Delete person") as change:
        change.delete(change.need(Person, evening.grace.id))
    evening.store.merge(other)
    other.merge(evening.store)
    assert evening.grace.rev is not None
    bring_back(evening, evening.grace)
    GoneHistory(other, Person, evening.grace.id).go_back(evening.grace.rev)
    evening.store.merge(other)
    other.merge(evening.store)
    for store in (evening.store, other):
        with store.read() as db:
            now = db.need(Person, evening.grace.id)
        assert (now.given, now.review) == ("Grace", False)
        assert store.check() == []


def test_its_history_tells_every_version(evening: Evening) -> None:
    with evening.store.change("Edit person") as change:
        change.save(replace(evening.grace, team="Night team"))
    delete(evening, evening.grace)
    history = GoneHistory(evening.store, Person, evening.grace.id)
    gone, edited, first = history.steps()
    assert (gone.deleted, edited.deleted, first.deleted) == (True, False, False)
    history.go_back(first.rev)
    with evening.store.read() as db:
        assert db.need(Person, evening.grace.id).team == ""


def test_a_deletion_is_nothing_to_go_back_to(evening: Evening) -> None:
    delete(evening, evening.grace)
    history = GoneHistory(evening.store, Person, evening.grace.id)
    with pytest.raises(UserError, match="nothing to go back to"):
        history.go_back(history.steps()[0].rev)
