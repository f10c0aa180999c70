"""Who came: the figures of one or many registers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.attendance.model import Attendance, Presence
from desktop.language import tr
from desktop.people.model import Person
from desktop.reports.rows import GroupFigures, Turnout
from desktop.sessions.model import Counting, Session
from desktop.store import sa
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.text import search_key


@dataclass(frozen=True)
class _Lines:
    """Lines of registers that are alike: how many, of them walk-ins, of how many people."""

    presence: Presence
    role: str
    organisation: str
    number: int
    walk_ins: int
    people: int


def turnout(db: Db, sessions: Sequence[str]) -> Turnout:
    """Return who came to sessions; at a session with a head count, its register does not count."""
    lines = _lines(db, sessions)
    here = [line for line in lines if line.presence is Presence.PRESENT]
    heads = _head_count(db, sessions)
    return Turnout(
        by_name=sum(line.number for line in here),
        people=sum(line.people for line in here),
        head_count=heads,
        on_register=sum(line.number - line.walk_ins for line in lines),
        walk_ins=sum(line.walk_ins for line in here),
        not_coming=sum(line.number for line in lines if line.presence is Presence.APOLOGIES),
        by_role=_groups([(line.role, line.number) for line in here], tr("Role not given"), heads),
        by_organisation=_groups(
            [(line.organisation, line.number) for line in here], tr("Not given"), heads
        ),
    )


def came_to(session: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return the condition that somebody is here on a session's register."""
    a = table(Attendance)
    here = a.c.presence == Presence.PRESENT.value
    return sa.exists().where(a.c.session == session, here)


def _named(sessions: Sequence[str]) -> sa.Select[Any]:
    s = table(Session)
    by_name = sa.or_(s.c.counting == Counting.BY_NAME.value, s.c.head_count.is_(None))
    return sa.select(s.c.id).where(s.c.id.in_(sessions), by_name)


def _lines(db: Db, sessions: Sequence[str]) -> list[_Lines]:
    a, p = table(Attendance), table(Person)
    number, walk_ins = sa.func.count(), sa.func.sum(sa.cast(a.c.walk_in, sa.Integer))
    # First by person: it spares looking the same person up for each of their lines.
    each = (
        sa.select(a.c.person, a.c.presence, number.label("number"), walk_ins.label("walk_ins"))
        .where(a.c.session.in_(_named(sessions)))
        .group_by(a.c.person, a.c.presence)
        .subquery()
    )
    alike = (each.c.presence, p.c.job_role, p.c.organisation)
    chosen = (
        sa.select(*alike, sa.func.sum(each.c.number), sa.func.sum(each.c.walk_ins), number)
        .join_from(each, p, p.c.id == each.c.person)
        .group_by(*alike)
    )
    return [_Lines(Presence(row[0]), *row[1:3], *map(int, row[3:])) for row in db.rows(chosen)]


def _head_count(db: Db, sessions: Sequence[str]) -> int:
    s = table(Session)
    chosen = sa.select(sa.func.coalesce(sa.func.sum(s.c.head_count), 0)).where(
        s.c.id.in_(sessions), s.c.counting == Counting.HEAD_COUNT.value
    )
    return int(db.rows(chosen)[0][0])


def _groups(named: Iterable[tuple[str, int]], unnamed: str, heads: int) -> tuple[GroupFigures, ...]:
    # "Social worker" and "social worker" are one role, spelt as most people's is.
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, number in named:
        spellings[search_key(name)][name] += number
    groups = [
        GroupFigures(max(same, key=lambda name: (same[name], name)) if key else unnamed, total)
        for key, same in spellings.items()
        for total in (same.total(),)
    ]
    groups.sort(key=lambda group: (-group.number, search_key(group.name)))
    if groups and heads:
        groups.append(GroupFigures(tr("Counted without names"), heads))
    return tuple(groups)
