"""What Home shows: the next session, what is coming up, and what happened since last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.attendance.model import Presence
from desktop.feedback.box import open_boxes
from desktop.home import queries
from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.sessions.model import Session
from desktop.sessions.status import Turnout
from desktop.store.glance import Glance

AHEAD = 30
"""How many of the next sessions are looked at to choose the one for today."""
SHOWN = 3


@dataclass(frozen=True)
class Listed:
    """A session with its register's turnout."""

    session: Session
    turnout: Turnout


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
    """Everything on Home; `next` is the session to open, None where none is planned.

    `has_leaf` says whether anything may hang on the programme's tree.
    """

    any_session: bool
    next: Listed | None
    large_print: int
    coming: tuple[Listed, ...]
    programme: str
    has_leaf: bool
    since: Since | None


def overview(db: Glance, now: datetime) -> Overview:
    """Return what Home shows at a local time."""
    today = now.date()
    ahead = db.records(Session, queries.AHEAD, today=today.isoformat(), limit=AHEAD)
    ahead = [session for session in ahead if not session.cancelled]
    first = next_session(ahead, now)
    coming = [s for s in ahead if s is not first and not s.finished][:SHOWN]
    last = next(iter(db.records(Session, queries.LAST, today=today.isoformat())), None)
    about = first or last
    programme = about.programme if about else ""
    return Overview(
        any_session=about is not None or bool(db.query(queries.ANY_SESSION)),
        next=_listed(db, first) if first else None,
        large_print=_large_print(db, first) if first else 0,
        coming=tuple(_listed(db, session) for session in coming),
        programme=programme,
        has_leaf=_has_leaf(db, programme),
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


def _listed(db: Glance, session: Session) -> Listed:
    counts: dict[str, int] = dict(db.query(queries.PRESENCES, session=session.id))
    return Listed(session, Turnout(sum(counts.values()), counts.get(Presence.PRESENT.value, 0)))


def _large_print(db: Glance, session: Session) -> int:
    expected, present = Presence.EXPECTED.value, Presence.PRESENT.value
    found = db.query(queries.LARGE_PRINT, session=session.id, expected=expected, present=present)
    return int(found[0][0])


def _has_leaf(db: Glance, programme: str) -> bool:
    return bool(db.query(queries.ANY_LEAF, programme=programme, **queries.SHOWN))


def _since(db: Glance, day: date) -> Since:
    found = db.query(queries.KEPT_SINCE, day=day.isoformat(), kept=Outcome.KEPT.value)
    told = next(((key, on) for key, show, on in found if show != Show.NOT_ON_TREE.value), None)
    number = int(db.query(queries.MADE_SINCE, day=day.isoformat())[0][0])
    if told is not None:
        shown = _made(db, told[0], Outcome.KEPT)
        return Since(day, number, len(found), shown, date.fromisoformat(told[1]))
    latest = _latest_shown(db, day) if number else None
    return Since(day, number, len(found), latest, latest.pledge.made if latest else None)


def _latest_shown(db: Glance, day: date) -> Made | None:
    found = db.query(queries.LATEST_SHOWN, day=day.isoformat(), **queries.SHOWN)
    return _made(db, found[0][0], None) if found else None


def _made(db: Glance, pledge_id: str, outcome: Outcome | None) -> Made:
    pledge = db.need(Pledge, pledge_id)
    person = db.get(Person, pledge.person) if pledge.person else None
    return Made(pledge, person, outcome)


def left_open(db: Glance, data_file: Path, today: date) -> list[Session]:
    """Return the sessions before today whose feedback was left open, the latest first."""
    found = (db.get(Session, session_id) for session_id in open_boxes(data_file))
    return sorted(
        (session for session in found if session and session.date < today),
        key=lambda session: (session.date, session.start),
        reverse=True,
    )
