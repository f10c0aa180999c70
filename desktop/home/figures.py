"""What Home shows: the next session, what is coming up, and what happened since last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.attendance.actions import counts_by_session
from desktop.attendance.model import Attendance, Presence
from desktop.feedback.box import open_boxes
from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import FollowUp, Outcome, Pledge, Show
from desktop.sessions.actions import latest_session, sessions
from desktop.sessions.model import Session
from desktop.sessions.status import Turnout
from desktop.store.projection import table
from desktop.store.reader import Db

AHEAD = 30
"""How many of the next sessions are looked at to choose the one for today."""
SHOWN = 3


@dataclass(frozen=True)
class Listed:
    """A session with its register's turnout."""

    session: Session
    turnout: Turnout


@dataclass(frozen=True)
class Leaves:
    """How many pledges of a programme may be shown on its tree, and how many of them were kept."""

    number: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Since:
    """What happened since the day of the last session.

    `told` is a pledge to show that may be shown: the last kept one, else the last one made.
    """

    day: date
    made: int
    kept: int
    told: Made | None = None
    told_on: date | None = None


@dataclass(frozen=True)
class Overview:
    """Everything on Home; `next` is the session to open, None where none is planned."""

    any_session: bool
    next: Listed | None
    large_print: int
    coming: tuple[Listed, ...]
    programme: str
    leaves: Leaves
    since: Since | None


def overview(db: Db, now: datetime) -> Overview:
    """Return what Home shows at a local time."""
    today = now.date()
    ahead = [s for s in sessions(db, first=today, limit=AHEAD) if not s.cancelled]
    first = next_session(ahead, now)
    coming = [s for s in ahead if s is not first and not s.finished][:SHOWN]
    shown = [first, *coming] if first else coming
    turnout = turnouts(db, [session.id for session in shown])
    rows = {s.id: Listed(s, turnout[s.id]) for s in shown}
    last = latest_session(db, today)
    about = first or last
    programme = about.programme if about else ""
    return Overview(
        any_session=about is not None or bool(db.count(Session)),
        next=rows[first.id] if first else None,
        large_print=_large_print(db, first.id) if first else 0,
        coming=tuple(rows[session.id] for session in coming),
        programme=programme,
        leaves=leaves(db, programme) if about else Leaves(),
        since=_since(db, last.date) if last else None,
    )


def next_session(ahead: Sequence[Session], now: datetime) -> Session | None:
    """Return the session to open: today's that is on or comes next, else the one after.

    A session of today that is over comes first as long as it is not finished and none is to
    follow today. `ahead` are the sessions from today on, in order.
    """
    open_ones = [session for session in ahead if not session.finished]
    today = [session for session in open_ones if session.date == now.date()]
    clock = now.time().replace(tzinfo=None)
    to_come = [session for session in today if session.end > clock]
    if to_come:
        return to_come[0]
    if today:
        return today[-1]
    return open_ones[0] if open_ones else None


def turnouts(db: Db, ids: Sequence[str]) -> dict[str, Turnout]:
    """Return the turnout of many sessions, by their ids."""
    counted = counts_by_session(db, ids)
    return {
        session: Turnout(sum(counts.values()), counts.get(Presence.PRESENT, 0))
        for session, counts in counted.items()
    }


def _large_print(db: Db, session: str) -> int:
    a, p = table(Attendance), table(Person)
    chosen = (
        sa.select(sa.func.count())
        .select_from(a)
        .join(p, p.c.id == a.c.person)
        .where(a.c.session == session, p.c.large_print)
        .where(a.c.presence.in_([Presence.EXPECTED.value, Presence.PRESENT.value]))
    )
    return int(db.rows(chosen)[0][0])


def _latest_follow_ups() -> sa.Subquery:
    """Return the last follow-up of each pledge."""
    f = table(FollowUp)
    place = sa.func.row_number().over(
        partition_by=f.c.pledge, order_by=(f.c.asked.desc(), f.c.id.desc())
    )
    ranked = sa.select(f.c.pledge, f.c.asked, f.c.outcome, place.label("place")).subquery()
    return sa.select(ranked).where(ranked.c.place == 1).subquery()


def leaves(db: Db, programme: str) -> Leaves:
    """Return how many leaves a programme's tree has, and how many of them blossom."""
    p, s, f = table(Pledge), table(Session), _latest_follow_ups()
    kept = sa.func.sum(sa.case((f.c.outcome == Outcome.KEPT.value, 1), else_=0))
    columns: list[Any] = [sa.func.count(), kept]
    chosen = (
        sa.select(*columns)
        .select_from(p)
        .join(s, s.c.id == p.c.session)
        .outerjoin(f, f.c.pledge == p.c.id)
        .where(s.c.programme == programme, p.c.show != Show.NOT_ON_TREE.value)
    )
    (row,) = db.rows(chosen)
    return Leaves(row[0], row[1] or 0)


def _since(db: Db, day: date) -> Since:
    p, s, f = table(Pledge), table(Session), _latest_follow_ups()
    made = (
        sa.select(sa.func.count())
        .select_from(p)
        .join(s, s.c.id == p.c.session)
        .where(p.c.made >= day.isoformat())
    )
    kept = (
        sa.select(p.c.id, p.c.show, f.c.asked)
        .select_from(p)
        .join(s, s.c.id == p.c.session)
        .join(f, f.c.pledge == p.c.id)
        .where(f.c.outcome == Outcome.KEPT.value, f.c.asked >= day.isoformat())
        .order_by(f.c.asked.desc(), p.c.id)
    )
    found = db.rows(kept)
    told = next((row for row in found if row.show != Show.NOT_ON_TREE.value), None)
    number = int(db.rows(made)[0][0])
    if told is not None:
        shown = _made(db, told.id, Outcome.KEPT)
        return Since(day, number, len(found), shown, date.fromisoformat(told.asked))
    latest = _latest_shown(db, day) if number else None
    return Since(day, number, len(found), latest, latest.pledge.made if latest else None)


def _latest_shown(db: Db, day: date) -> Made | None:
    p, s = table(Pledge), table(Session)
    chosen = sa.select(p.c.id).join(s, s.c.id == p.c.session)
    chosen = chosen.where(p.c.made >= day.isoformat(), p.c.show != Show.NOT_ON_TREE.value)
    found = db.rows(chosen.order_by(p.c.made.desc(), p.c.id.desc()).limit(1))
    return _made(db, found[0].id, None) if found else None


def _made(db: Db, pledge_id: str, outcome: Outcome | None) -> Made:
    pledge = db.need(Pledge, pledge_id)
    person = db.get(Person, pledge.person) if pledge.person else None
    return Made(pledge, person, outcome)


def left_open(db: Db, data_file: Path, today: date) -> list[Session]:
    """Return the sessions before today whose feedback was left open, the latest first."""
    ids = open_boxes(data_file)
    found = db.find_ids(Session, ids).values() if ids else ()
    return sorted(
        (session for session in found if session.date < today),
        key=lambda session: (session.date, session.start),
        reverse=True,
    )
