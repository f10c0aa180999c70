"""The history of one record: what each version changed, and going back to one."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import datetime
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.change import Change
from desktop.store.codec import NOT_IN_BODY, canonical, record_of
from desktop.store.reader import Db, Version
from desktop.store.record import Record

if TYPE_CHECKING:
    from desktop.store.store import Store

T = TypeVar("T", bound=Record)


@dataclass(frozen=True)
class Difference:
    """One field that a version changed, as the record has it; None where there was none."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Step:
    """One version in the history of a record: when, by whom, in which change, and what it changed.

    `differences` are against the version that it follows; the first one has one for each field
    that was filled in. `deleted` versions have none. `review` marks versions of which none follows
    another, so that a person has to choose; `apart` then has what this one says in each field in
    which they differ.
    """

    rev: str
    clock: datetime
    author: str
    label: str
    differences: tuple[Difference, ...]
    deleted: bool = False
    now: bool = False
    review: bool = False
    apart: tuple[Difference, ...] = ()


def steps_of(db: Db, cls: type[T], entity: str) -> list[Step]:
    """Return the versions of a record, the latest first; those of a newer program are left out."""
    versions = _in_order([one for one in db.history(entity) if one.schema <= cls.KIND.schema])
    shown = db.get(cls, entity)
    records = {one.rev: _record(cls, entity, one) for one in versions}
    latest = [one.rev for one in versions if one.latest] if shown and shown.review else []
    living = [record for rev in latest if (record := records[rev])]
    return [
        Step(
            one.rev,
            one.clock,
            one.author,
            one.label,
            tuple(_differences(cls, _before(one, records), record)) if record else (),
            deleted=record is None,
            now=shown is not None and shown.rev == one.rev,
            review=one.rev in latest,
            apart=tuple(_apart(cls, record, living)) if record and one.rev in latest else (),
        )
        for one in versions
        for record in [records[one.rev]]
    ]


def _in_order(versions: Sequence[Version]) -> list[Version]:
    """Return versions so that each stands before those it follows, whatever the clocks said."""
    times = {one.rev: len(versions) - number for number, one in enumerate(versions)}
    follows = {one.rev: [rev for rev in one.parents if rev in times] for one in versions}
    ranks: dict[str, tuple[int, int]] = {}
    for rev in TopologicalSorter(follows).static_order():
        last, step = max((ranks[parent] for parent in follows[rev]), default=(0, 0))
        ranks[rev] = (last, step + 1) if last >= times[rev] else (times[rev], 0)
    return sorted(versions, key=lambda one: (ranks[one.rev], times[one.rev]), reverse=True)


def _before(version: Version, records: Mapping[str, T | None]) -> T | None:
    """Return what a version follows; where it follows several, what the latest of them says."""
    followed = (record for rev, record in records.items() if rev in version.parents)
    return next((record for record in followed if record is not None), None)


def _apart(cls: type[T], record: T, others: Sequence[T]) -> Iterator[Difference]:
    for field in (one.name for one in fields(cls) if one.name not in NOT_IN_BODY):
        mine = getattr(record, field)
        if any(getattr(other, field) != mine for other in others):
            yield Difference(field, None, mine)


def past_of(db: Db, cls: type[T], entity: str, rev: str) -> T | None:
    """Return a record as it was in one of its versions, None where that holds nothing."""
    version = _version(db, entity, rev)
    return _record(cls, entity, version) if version else None


def _version(db: Db, entity: str, rev: str) -> Version | None:
    return next((one for one in db.history(entity) if one.rev == rev), None)


def go_back(change: Change, cls: type[T], entity: str, rev: str) -> T | None:
    """Make a record again what it was in one of its versions; returns it, None where it is gone.

    It is a new version like any other, so nothing is lost and undo takes it back. Where versions
    are to be reviewed, this settles it; a deletion can be chosen only then. Raises UserError when
    there is nothing to go back to.
    """
    version = _version(change, entity, rev)
    past = _record(cls, entity, version) if version else None
    now = change.get(cls, entity)
    if version and version.latest and past is None and now and now.review:
        change.delete(now)
        return None
    if past is None:
        raise UserError(tr("This version holds nothing to go back to. Choose another one."))
    wanted = replace(past, rev=now.rev if now else None, review=False)
    return change.resolve(wanted) if now and now.review else change.save(wanted)


class History(Generic[T]):
    """The history of one record of a store, for whoever shows it."""

    def __init__(self, store: "Store", cls: type[T], entity: str) -> None:
        self._store, self._cls, self._entity = store, cls, entity

    def steps(self) -> list[Step]:
        """Return the versions, the latest first."""
        with self._store.read() as db:
            return steps_of(db, self._cls, self._entity)

    def go_back(self, rev: str) -> str:
        """Make the record what it was in a version; returns the id of that change.

        Raises UserError as the function `go_back`.
        """
        with self._store.change(tr("Go back to an earlier version")) as change:
            go_back(change, self._cls, self._entity, rev)
        return change.id


def in_time(histories: Iterable[Sequence[Step]]) -> list[Step]:
    """Return the steps of several records as one list by time; each record's keep their order."""
    return list(heapq.merge(*histories, key=lambda step: step.clock, reverse=True))


class Histories:
    """Several records' histories told as one, such as a pledge's and of how it went."""

    def __init__(self, *histories: History[Any]) -> None:
        self._histories = histories

    def steps(self) -> list[Step]:
        """Return the versions of all of them, the latest first."""
        return in_time(one.steps() for one in self._histories)

    def go_back(self, rev: str) -> str:
        """Make the record of a version what it was then; returns the id of that change.

        Raises UserError as the function `go_back`.
        """
        of_it = (one for one in self._histories if any(s.rev == rev for s in one.steps()))
        return next(of_it, self._histories[0]).go_back(rev)


def _record(cls: type[T], entity: str, version: Version) -> T | None:
    if version.body is None:
        return None
    return record_of(cls, entity, canonical(version.body), version.schema)


def _differences(cls: type[T], before: T | None, after: T) -> Sequence[Difference]:
    first = before or _empty(cls, after.id)
    return [
        Difference(field, getattr(before, field) if before else None, getattr(after, field))
        for field in (one.name for one in fields(cls))
        if field not in NOT_IN_BODY and getattr(first, field) != getattr(after, field)
    ]


def _empty(cls: type[T], entity: str) -> T:
    """Return a record with nothing filled in; fields that must be filled hold what nobody types."""
    needed: dict[str, Any] = {
        one.name: None
        for one in fields(cls)
        if one.default is MISSING and one.default_factory is MISSING
    }
    return cls(id=entity, **needed)
