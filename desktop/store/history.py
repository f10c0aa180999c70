"""The history of one record: what each version changed, and going back to one."""

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import datetime
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

    `differences` are against the version that stands before it in the list's time; the first
    version has one for each field that was filled in. `deleted` versions have none.
    """

    rev: str
    clock: datetime
    author: str
    label: str
    differences: tuple[Difference, ...]
    deleted: bool = False
    now: bool = False


def steps_of(db: Db, cls: type[T], entity: str) -> list[Step]:
    """Return the versions of a record, the latest first; those of a newer program are left out."""
    versions = [one for one in db.history(entity) if one.schema <= cls.KIND.schema]
    shown = db.get(cls, entity)
    records = [_record(cls, entity, one) for one in versions]
    found = []
    for number, (version, record) in enumerate(zip(versions, records, strict=True)):
        earlier = next((one for one in records[number + 1 :] if one is not None), None)
        found.append(
            Step(
                version.rev,
                version.clock,
                version.author,
                version.label,
                tuple(_differences(cls, earlier, record)) if record else (),
                deleted=record is None,
                now=shown is not None and shown.rev == version.rev,
            )
        )
    return found


def go_back(change: Change, cls: type[T], entity: str, rev: str) -> T:
    """Make a record again what it was in one of its versions; returns it.

    It is a new version like any other, so nothing is lost and undo takes it back. Raises UserError
    when there is nothing to go back to.
    """
    version = next((one for one in change.history(entity) if one.rev == rev), None)
    past = _record(cls, entity, version) if version else None
    if past is None:
        raise UserError(tr("This version holds nothing to go back to. Choose another one."))
    now = change.get(cls, entity)
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
