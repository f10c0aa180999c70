"""What must hold whatever people do, on one laptop and on several that merge."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import hypothesis.strategies as st
import pytest
import sqlalchemy as sa

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store import schema
from desktop.store.change import Change
from desktop.store.deleted import deleted
from desktop.store.history import go_back
from desktop.store.store import Store
from tests.store.laptops import contents, followed_by_nobody, heads, laptop

PEOPLE = ("anna", "bhavna")
HOURS = (0.0, 1.0, -1.0, 30.0, -900.0)
"""How far the clocks of laptops are ahead: one of them by more than a day."""

person = st.sampled_from(PEOPLE)
name = st.sampled_from(["A", "B", "C"])
act = st.tuples(
    st.sampled_from(["save", "save", "stale", "anew", "delete", "resolve"]), person, name
)
change = st.lists(act, min_size=1, max_size=3)


class Facilitator:
    """Does things on one laptop and remembers what they saw long ago."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.seen: dict[str, Person] = {}

    def do(self, acts: list[tuple[str, str, str]]) -> None:
        """Do several things in one change."""
        with self.store.change("Try") as change:
            for what, entity, given in acts:
                now = change.get(Person, entity)
                self._act(change, what, now, replace(now or Person(id=entity), given=given))
                if now:
                    self.seen.setdefault(entity, now)

    def _act(self, change: Change, what: str, now: Person | None, wanted: Person) -> None:
        if what == "delete" and now:
            change.delete(now)
        elif what == "stale" and wanted.id in self.seen:
            change.save(replace(self.seen.pop(wanted.id), given=wanted.given))
        elif what == "anew":
            change.save(replace(wanted, rev=None))
        elif what == "resolve":
            change.resolve(wanted)
        else:
            change.save(wanted)


@contextmanager
def laptops(number: int, hours: tuple[float, ...] = (0.0,)) -> Iterator[list[Facilitator]]:
    with TemporaryDirectory() as folder, ExitStack() as closings:
        yield [
            Facilitator(
                closings.enter_context(
                    closing(
                        laptop(
                            Path(folder, f"{n}.db"), kinds=(Person,), ahead=hours[n % len(hours)]
                        )
                    )
                )
            )
            for n in range(number)
        ]


def assert_whole(store: Store) -> None:
    shown = contents(store)
    assert store.check() == []
    assert heads(store) == followed_by_nobody(store)
    store.rebuild()
    assert contents(store) == shown


examples = hypothesis.settings(
    max_examples=1000 if hypothesis.settings().max_examples > 100 else 25
)


@examples
@hypothesis.given(st.lists(change, min_size=1, max_size=6))
def test_undo_walks_back_through_all_that_was_seen_and_redo_walks_forth(
    changes: list[list[tuple[str, str, str]]],
) -> None:
    with laptops(1) as [one]:
        seen = [contents(one.store, revs=False)]
        for acts in changes:
            size = one.store.size()
            one.do(acts)
            if one.store.size() > size:  # what writes nothing is no step
                seen.append(contents(one.store, revs=False))
        for before in reversed(seen[:-1]):
            assert one.store.undo()
            assert contents(one.store, revs=False) == before
        assert one.store.undo() is None
        assert contents(one.store)["person"] == []
        for after in seen[1:]:
            assert one.store.redo()
            assert contents(one.store, revs=False) == after
        assert one.store.redo() is None
        assert_whole(one.store)


deed: st.SearchStrategy[tuple[str, int, object]] = st.one_of(
    st.tuples(st.just("do"), st.integers(0, 4), change),
    st.tuples(st.just("undo"), st.integers(0, 4), st.just([])),
    st.tuples(st.just("redo"), st.integers(0, 4), st.just([])),
    st.tuples(st.just("merge"), st.integers(0, 4), st.integers(1, 4)),
)


def _live(people: list[Facilitator], deeds: list[tuple[str, int, object]]) -> None:
    for what, who, more in deeds:
        one = people[who % len(people)]
        if what == "merge" and isinstance(more, int):
            one.store.merge(people[(who + more) % len(people)].store)
        elif what == "do" and isinstance(more, list):
            _try_and_take_back(one, more)
        else:
            with suppress(UserError):
                getattr(one.store, what)()


def _try_and_take_back(one: Facilitator, acts: list[tuple[str, str, str]]) -> None:
    before, size = contents(one.store, revs=False), one.store.size()
    one.do(acts)
    after = contents(one.store, revs=False)
    if one.store.size() > size:
        one.store.undo()
        assert contents(one.store, revs=False) == before
        one.store.redo()
        assert contents(one.store, revs=False) == after


@examples
@pytest.mark.parametrize("number", [2, 3, 5])
@hypothesis.given(
    deeds=st.lists(deed, max_size=10),
    hours=st.permutations(HOURS),
    order=st.permutations([*permutations(range(3), 2)] * 2),
)
def test_laptops_show_the_same_in_whatever_order_and_however_often_they_merge(
    number: int,
    deeds: list[tuple[str, int, object]],
    hours: list[float],
    order: list[tuple[int, int]],
) -> None:
    with laptops(number, tuple(hours)) as people:
        _live(people, deeds)
        for here, there in order:
            people[here % number].store.merge(people[there % number].store)
        for one in people:  # the order above may have left somebody out
            for other in people:
                one.store.merge(other.store)
        for one in people:
            for other in people:
                one.store.merge(other.store)
        assert all(contents(one.store) == contents(people[0].store) for one in people)
        assert all(heads(one.store) == heads(people[0].store) for one in people)
        assert_whole(people[-1].store)


@examples
@hypothesis.given(deeds=st.lists(deed, max_size=10), hours=st.permutations(HOURS))
def test_each_record_is_there_or_gone_and_every_laptop_says_so_alike(
    deeds: list[tuple[str, int, object]], hours: list[float]
) -> None:
    with laptops(2, tuple(hours)) as [one, other]:
        _live([one, other], deeds)
        one.store.merge(other.store)
        other.store.merge(one.store)
        with one.store.read() as db, other.store.read() as there:
            gone = list(deleted(db, [Person]))
            assert gone == list(deleted(there, [Person]))
            ids = [person.id for person in db.find(Person)] + [lost.record.id for lost in gone]
            written = {row.entity for row in db.rows(sa.select(schema.revision.c.entity))}
        assert sorted(ids) == sorted(written)
        for lost in gone:
            with one.store.change("Bring back") as bringing:
                back = go_back(bringing, Person, lost.record.id, lost.record.rev or "")
            assert back == replace(lost.record, rev=back.rev if back else None, review=False)
        assert_whole(one.store)


@examples
@hypothesis.given(st.lists(change, max_size=4))
def test_saving_what_is_there_writes_nothing(changes: list[list[tuple[str, str, str]]]) -> None:
    with laptops(1) as [one]:
        for acts in changes:
            one.do(acts)
        with one.store.read() as db:
            everybody = db.find(Person)
        size, steps = one.store.size(), one.store.steps()
        with one.store.change("Save all again") as again:
            assert again.save_all(everybody) == everybody
        assert one.store.size() == size
        assert one.store.steps() == steps
