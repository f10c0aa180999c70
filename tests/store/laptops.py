"""Laptops as the tests of the store know them: a data file each, and a clock that may be wrong."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.attendance.model import Attendance, Presence, attendance_id
from desktop.people.model import Person
from desktop.store import schema
from desktop.store.documents import DocumentKind
from desktop.store.projection import table
from desktop.store.record import Record
from desktop.store.store import Store

KINDS: tuple[type[Record], ...] = (Person, Attendance)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Count:
    """One row computed from a closed list of words."""

    word: str
    number: int


WORDS = DocumentKind("words", Count, lambda body: [Count(w, body.count(w)) for w in set(body)])


def laptop(
    path: Path, *, author: str = "Morag", kinds: tuple[type[Record], ...] = KINDS, ahead: float = 0
) -> Store:
    """Open a data file on a laptop whose clock is so many hours ahead; time stands still."""
    return Store(path, kinds, (WORDS,), author=author, now=clock(ahead))


def clock(ahead: float = 0) -> Callable[[], datetime]:
    """Return a clock that stands so many hours after noon."""
    return lambda: NOON + timedelta(hours=ahead)


def add(store: Store, given: str, **fields: Any) -> Person:
    """Add a person in a change of its own."""
    with store.change("Add person") as change:
        return change.save(Person(given=given, **fields))


def rename(store: Store, person: Person, given: str) -> Person:
    """Change a person's given name in a change of its own."""
    with store.change("Change person") as change:
        return change.save(replace(person, given=given))


def remove(store: Store, person: Person) -> None:
    """Delete a person in a change of its own."""
    with store.change("Delete person") as change:
        change.delete(person)


def check_in(store: Store, person: Person, at: datetime = NOON) -> Attendance:
    """Check a person in to the one session of these tests."""
    line = Attendance(
        id=attendance_id("tuesday", person.id),
        session="tuesday",
        person=person.id,
        presence=Presence.PRESENT,
        arrived=at,
    )
    with store.change("Check in") as change:
        return change.save(line)


def get(store: Store, person: Person) -> Person | None:
    """Return a person as they are now."""
    with store.read() as db:
        return db.get(Person, person.id)


def names(store: Store) -> list[str]:
    """Return all given names, sorted."""
    with store.read() as db:
        return sorted(person.given for person in db.find(Person))


def contents(store: Store, *, revs: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is shown, by list; without revs where only what people see counts."""
    tables = [table(cls) for cls in store.kinds.values()]
    tables += [kind.table for kind in store.document_kinds.values()]
    with store.read() as db:
        return {
            t.name: sorted(
                tuple(row)
                for row in db.rows(sa.select(*(c for c in t.c if revs or c.name != "rev")))
            )
            for t in tables
        }


def heads(store: Store) -> set[str]:
    """Return the revisions that are marked as the latest."""
    with store.read() as db:
        return {row.rev for row in db.rows(sa.select(schema.head.c.rev))}


def followed_by_nobody(store: Store) -> set[str]:
    """Return the revisions that no other one follows."""
    followed = sa.select(schema.parent.c.parent)
    chosen = sa.select(schema.revision.c.rev).where(schema.revision.c.rev.not_in(followed))
    with store.read() as db:
        return {row.rev for row in db.rows(chosen)}


def damage(store: Store, statement: str, *values: Any) -> None:
    """Change the file behind the store's back."""
    with store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(statement, values)
