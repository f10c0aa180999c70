"""What you can do with the register of a session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop.attendance.model import Attendance, Presence, attendance_id
from desktop.people.actions import save_person
from desktop.people.model import Person
from desktop.sessions.model import Session
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.projection import read_records, table
from desktop.store.reader import Db


@dataclass(frozen=True)
class Line:
    """One line of a register: the attendance and the person it is about."""

    attendance: Attendance
    person: Person


@dataclass(frozen=True)
class Counts:
    """How many of a register are where, and how many of those here walked in."""

    expected: int = 0
    here: int = 0
    not_coming: int = 0
    absent: int = 0
    walk_ins: int = 0
    large_print: int = 0
    large_print_here: int = 0

    @property
    def on_register(self) -> int:
        """How many lines the register has."""
        return self.expected + self.here + self.not_coming + self.absent


FEW = 200
"""Up to this many changed lines are read one by one; beyond it the whole register is."""


def register(db: Db, session: str) -> list[Line]:
    """Return the lines of a session's register by surname."""
    return _lines(db, table(Attendance).c.session == session)


def renewed(db: Db, session: str, known: Mapping[str, Line]) -> dict[str, Line]:
    """Return a register by attendance id, reading anew only what differs from `known`.

    A line that did not change is the very object that was known.
    """
    stands = _stands(db, session) if known else {}
    changed = [
        key for key, stand in stands.items() if key not in known or _stand(known[key]) != stand
    ]
    if not known or len(changed) > FEW:
        return {line.attendance.id: line for line in register(db, session)}
    if not changed:
        return {key: known[key] for key in stands}
    read = {line.attendance.id: line for line in _lines(db, table(Attendance).c.id.in_(changed))}
    return {key: read[key] if key in read else known[key] for key in stands}


_Stand = tuple[str, bool, str, bool]


def _stands(db: Db, session: str) -> dict[str, _Stand]:
    a, p = table(Attendance), table(Person)
    chosen = (
        sa.select(a.c.id, a.c.rev, a.c.review, p.c.rev, p.c.review)
        .join_from(a, p, p.c.id == a.c.person)
        .where(a.c.session == session)
    )
    return {key: (rev, bool(rv), other, bool(orv)) for key, rev, rv, other, orv in db.rows(chosen)}


def _stand(line: Line) -> _Stand:
    a, p = line.attendance, line.person
    return a.rev or "", a.review, p.rev or "", p.review


def _lines(db: Db, which: sa.ColumnElement[bool]) -> list[Line]:
    a, p = table(Attendance), table(Person)
    chosen = (
        sa.select(*a.c, *p.c)
        .join_from(a, p, p.c.id == a.c.person)
        .where(which)
        .order_by(p.c.sort, p.c.id)
    )
    rows: list[Any] = list(db.rows(chosen))
    width = len(a.c)
    attendances = read_records(Attendance, [row[:width] for row in rows])
    people = read_records(Person, [row[width:] for row in rows])
    return [Line(*pair) for pair in zip(attendances, people, strict=True)]


def counts(lines: Iterable[Line]) -> Counts:
    """Return the counters of a register."""
    found = list(lines)
    number = Counter(line.attendance.presence for line in found)
    here = [line for line in found if line.attendance.presence is Presence.PRESENT]
    return Counts(
        expected=number[Presence.EXPECTED],
        here=len(here),
        not_coming=number[Presence.APOLOGIES],
        absent=number[Presence.ABSENT],
        walk_ins=sum(line.attendance.walk_in for line in here),
        large_print=sum(line.person.large_print for line in found),
        large_print_here=sum(line.person.large_print for line in here),
    )


def expect(change: Change, session: str, people: Iterable[Person]) -> list[Attendance]:
    """Put people on a register; who stands there already keeps their line."""
    ids = {attendance_id(session, person.id): person for person in people}
    known = change.find_ids(Attendance, ids)
    new = [
        Attendance(id=entity, session=session, person=person.id)
        for entity, person in ids.items()
        if entity not in known
    ]
    return [*known.values(), *change.save_all(new)]


def check_in(change: Change, line: Attendance, now: datetime) -> Attendance:
    """Mark somebody as here since a local time with its offset."""
    return change.save(replace(line, presence=Presence.PRESENT, arrived=now))


def check_in_all(change: Change, lines: Iterable[Attendance], now: datetime) -> list[Attendance]:
    """Mark several lines as here at once, as when a paper register is typed in."""
    return change.save_all(
        replace(line, presence=Presence.PRESENT, arrived=line.arrived or now) for line in lines
    )


def set_presence(change: Change, line: Attendance, presence: Presence) -> Attendance:
    """Mark somebody as not arrived, not coming or absent."""
    return change.save(replace(line, presence=presence, arrived=None))


def take_back(change: Change, line: Attendance) -> Attendance | None:
    """Take a check-in or a mark back: not arrived again, and a walk-in goes off the register."""
    if line.walk_in and line.presence is Presence.PRESENT:
        change.delete(line)
        return None
    return set_presence(change, line, Presence.EXPECTED)


def mark_absent(change: Change, session: str) -> list[Attendance]:
    """Mark everybody who has not arrived as absent, when a session is finished."""
    t = table(Attendance)
    waiting = change.find(
        Attendance, t.c.session == session, t.c.presence == Presence.EXPECTED.value
    )
    return change.save_all(replace(line, presence=Presence.ABSENT) for line in waiting)


def walk_in(change: Change, session: str, person: Person, now: datetime) -> Attendance:
    """Check in somebody who was not on the register; the person is kept if new.

    Who stands on the register after all is checked in there; who is here already stays so.
    Raises UserError when there is no name or a text is too long.
    """
    kept = save_person(change, person)
    entity = attendance_id(session, kept.id)
    known = change.get(Attendance, entity)
    if known and known.presence is Presence.PRESENT:
        return known
    line = known or Attendance(id=entity, session=session, person=kept.id, walk_in=True)
    return check_in(change, line, now)


def take_off(change: Change, lines: Sequence[Attendance]) -> None:
    """Take lines off a register; the people stay on file."""
    change.delete(*lines)


def times_before(db: Db, person: str, session: Session) -> int:
    """Return how many sessions somebody came to before this one."""
    a, s = table(Attendance), table(Session)
    chosen = (
        sa.select(sa.func.count())
        .select_from(a)
        .join(s, s.c.id == a.c.session)
        .where(a.c.person == person, a.c.presence == Presence.PRESENT.value)
        .where(s.c.date < session.date.isoformat())
    )
    return int(db.rows(chosen)[0][0])


def counts_by_session(db: Db, sessions: Sequence[str]) -> dict[str, dict[Presence, int]]:
    """Return how many lines of each presence the registers of sessions have, by session id."""
    a, p = table(Attendance), table(Person)
    chosen = (
        sa.select(a.c.session, a.c.presence, sa.func.count())
        .join(p, p.c.id == a.c.person)
        .where(a.c.session.in_(sessions))
        .group_by(a.c.session, a.c.presence)
    )
    found: dict[str, dict[Presence, int]] = {session: {} for session in sessions}
    for row in db.rows(chosen):
        found[row[0]][Presence(row[1])] = row[2]
    return found
