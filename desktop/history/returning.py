"""Bringing back what was deleted, where it still has its place."""

from __future__ import annotations

from typing import Generic, TypeVar

from desktop.attendance.model import Attendance
from desktop.errors import UserError
from desktop.language import tr
from desktop.people.actions import same_people
from desktop.people.model import Person
from desktop.pledges.actions import follow_ups
from desktop.pledges.model import FollowUp, Pledge
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.change import Change
from desktop.store.deleted import as_known
from desktop.store.history import History, Step, go_back, past_of
from desktop.store.reader import Db
from desktop.store.record import Record
from desktop.store.store import Store
from desktop.tree.model import Logo, Tree

T = TypeVar("T", bound=Record)


class NeedsMoreError(UserError):
    """What a record belongs to was deleted too; both can be brought back together."""


def bring_back(
    change: Change, cls: type[T], entity: str, rev: str, *, with_others: bool = False
) -> None:
    """Make a deleted record again what it was in one of its versions; undo takes it away.

    Raises NeedsMoreError when what it belongs to was deleted too, unless it is to come back
    `with_others`; UserError when it is there again or something else has its place.
    """
    record = past_of(change, cls, entity, rev)
    _refuse_second(change, cls, entity)
    for other, other_entity in _needed(record):
        if not other_entity or change.get(other, other_entity) is not None:
            continue
        was = as_known(change, other, [other_entity]).get(other_entity)
        if was is None or not with_others:
            raise _missing(was)
        bring_back(change, other, other_entity, was.rev or "", with_others=True)
    match record:
        case FollowUp():
            _refuse_same_day(change, record)
        case Person():
            _refuse_twin(change, record)
    go_back(change, cls, entity, rev)


class GoneHistory(Generic[T]):
    """The history of a deleted record, for whoever shows it; going back brings it back."""

    def __init__(self, store: Store, cls: type[T], entity: str) -> None:
        self._store, self._cls, self._entity = store, cls, entity
        self._history = History(store, cls, entity)

    def steps(self) -> list[Step]:
        """Return the versions, the latest first."""
        return self._history.steps()

    def go_back(self, rev: str, *, with_others: bool = False) -> str:
        """Bring the record back as it was in a version; returns the id of that change.

        Raises as `bring_back`.
        """
        with self._store.change(tr("Bring back what was deleted")) as change:
            bring_back(change, self._cls, self._entity, rev, with_others=with_others)
        return change.id


def _refuse_second(db: Db, cls: type[Record], entity: str) -> None:
    there = db.get(cls, entity)
    if there is None:
        return
    if isinstance(there, Attendance) and (person := db.get(Person, there.person)):
        raise UserError(tr("{name} is on the register again.").format(name=person.name))
    raise UserError(tr("This is there again already."))


def _needed(record: Record | None) -> list[tuple[type[Record], str]]:
    """Return what has to be there for a record to have its place."""
    match record:
        case Attendance():
            return [(Session, record.session), (Person, record.person)]
        case Pledge():
            return [(Session, record.session)]
        case FollowUp():
            return [(Pledge, record.pledge)]
        case Tree() | Logo():
            return [(Programme, record.programme)]
    return []


def _missing(was: Record | None) -> UserError:
    """Return what says which record was deleted too, None for one that never was here."""
    match was:
        case Session():
            words = tr("The session “{name}” was deleted too. Bring it back first.")
            return NeedsMoreError(words.format(name=was.title))
        case Person():
            words = tr("{name} was deleted as a person too. Bring the person back first.")
            return NeedsMoreError(words.format(name=was.name))
        case Programme():
            words = tr("The programme “{name}” was deleted too. Bring it back first.")
            return NeedsMoreError(words.format(name=was.name))
        case Pledge():
            return NeedsMoreError(tr("The pledge was deleted too. Bring it back first."))
    return UserError(tr("What this belongs to is not on this laptop, so it can’t come back."))


def _refuse_same_day(db: Db, said: FollowUp) -> None:
    if any(one.asked == said.asked for one in follow_ups(db, said.pledge)):
        raise UserError(
            tr("For that day something else was noted about the pledge. Change that one instead.")
        )


def _refuse_twin(db: Db, person: Person) -> None:
    twin = same_people(db, [person]).get(person.id)
    if twin is not None:
        words = tr("{name} is on file again. To have this one back, delete that one first.")
        raise UserError(words.format(name=twin.name))
