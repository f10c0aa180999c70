"""What you can do with sessions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop.errors import FieldError, UserError, about
from desktop.language import tr
from desktop.programmes.actions import lines
from desktop.sessions.model import Counting, Session
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.store.record import new_id
from desktop.text import one_line, paragraphs, search_key

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
MOST_PEOPLE = 100_000
LONGEST_SERIES = 100


def save_session(change: Change, session: Session) -> Session:
    """Keep a session, new or changed.

    Raises FieldError when it has no title, ends before it starts, or a text is too long.
    """
    return change.save(checked(session))


def checked(session: Session) -> Session:
    """Return the session with cleaned fields; raises as `save_session`."""
    with about("title"):
        title = one_line(session.title, tr("The title"))
    if not title:
        raise FieldError("title", tr("Give the session a title."))
    _check_numbers(session)
    with about("place"):
        place = one_line(session.place, tr("The place"))
    with about("team"):
        team = one_line(session.team, tr("The team"))
    with about("facilitators"):
        facilitators = lines(session.facilitators, tr("A facilitator’s name"), 100)
    with about("outcomes"):
        outcomes = lines(session.outcomes, tr("An outcome"), 300)
    with about("notes"):
        notes = paragraphs(session.notes, tr("The notes"))
    return replace(
        session,
        title=title,
        place=place,
        team=team,
        facilitators=facilitators,
        outcomes=outcomes,
        notes=notes,
    )


def _check_numbers(session: Session) -> None:
    if not EARLIEST <= session.date < LATEST:
        raise FieldError("date", tr("Choose a date between 2000 and 2099."))
    if session.end <= session.start:
        words = tr("The session ends before it starts. Change one of the times.")
        raise FieldError("end", words)
    for field in ("capacity", "head_count"):
        number = getattr(session, field)
        if number is not None and not 0 <= number <= MOST_PEOPLE:
            raise FieldError(field, tr("Type a number of people from 0 to 100,000."))


def duplicate(session: Session, day: date) -> Session:
    """Return a new session like another one on a day, without what happened there; not kept."""
    return replace(
        session,
        id=new_id(),
        rev=None,
        review=False,
        date=day,
        head_count=None,
        cancelled=False,
        finished=None,
        series="",
    )


def next_week(session: Session, today: date) -> date:
    """Return the first day that is whole weeks after a session and not before today."""
    weeks = max(1, -((session.date - today).days // 7))
    return session.date + timedelta(weeks=weeks)


def plan_series(change: Change, first: Session, days: Sequence[date]) -> list[Session]:
    """Keep the first session and one like it on each further day; they share a series.

    Raises FieldError as `save_session`, and when there are more than 100 sessions.
    """
    if len(days) >= LONGEST_SERIES:
        words = tr("A series can have 100 sessions. Choose an earlier last date.")
        raise FieldError("series", words)
    series = new_id()
    planned = [replace(first, series=series)]
    planned += [replace(duplicate(first, day), series=series) for day in days]
    return change.save_all(checked(session) for session in planned)


def weekly(first: date, last: date, weeks: int) -> list[date]:
    """Return the days after the first, every so many weeks, up to and with the last."""
    step = timedelta(weeks=max(1, weeks))
    number = (last - first).days // step.days
    return [first + step * turn for turn in range(1, number + 1)]


def finish(change: Change, session: Session, when: datetime) -> Session:
    """Mark a session as finished at a local time with its offset."""
    return change.save(replace(session, finished=when))


def cancel(change: Change, session: Session, cancelled: bool = True) -> Session:
    """Mark a session as cancelled, or as taking place after all."""
    return change.save(replace(session, cancelled=cancelled))


def delete_session(change: Change, session: Session) -> None:
    """Take a session away; what hangs on it is hidden, and undo brings all of it back."""
    change.delete(session)


def set_counting(change: Change, session: Session, counting: Counting) -> Session:
    """Choose whether people are counted by name or as a head count."""
    return change.save(replace(session, counting=counting))


def set_head_count(change: Change, session: Session, number: int | None) -> Session:
    """Keep how many people came without names, None for not counted yet."""
    return save_session(change, replace(session, head_count=number))


def sessions(
    db: Db,
    *,
    programme: str = "",
    search: str = "",
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[Session]:
    """Return sessions by date and start, of a programme and period, that match all words."""
    t = table(Session)
    where: list[sa.ColumnElement[bool]] = [t.c.programme == programme] if programme else []
    where += [t.c.date >= first.isoformat()] if first else []
    where += [t.c.date <= last.isoformat()] if last else []
    where += [t.c.search.contains(word, autoescape=True) for word in search_key(search).split()]
    return db.find(Session, *where, order=(t.c.date, t.c.start, t.c.id), limit=limit)


def session_of_id(db: Db, entity: str) -> Session:
    """Return the session that a command names by its id.

    Raises UserError where there is none.
    """
    found = db.get(Session, entity)
    if found is None:
        raise UserError(
            tr("There is no session {id}. “sessions” lists them with their ids.").format(id=entity)
        )
    return found


def latest_session(db: Db, before: date) -> Session | None:
    """Return the last session before a day that was not cancelled."""
    t = table(Session)
    where = (t.c.date < before.isoformat(), ~t.c.cancelled)
    found = db.find(Session, *where, order=(t.c.date.desc(), t.c.start.desc()), limit=1)
    return found[0] if found else None


def days_taken(db: Db, days: Sequence[date]) -> list[date]:
    """Return on which of the days a session that is not cancelled stands already."""
    t = table(Session)
    wanted = [day.isoformat() for day in days[: LONGEST_SERIES + 1]]
    chosen = sa.select(t.c.date).distinct().where(t.c.date.in_(wanted), ~t.c.cancelled)
    return [date.fromisoformat(row[0]) for row in db.rows(chosen)]


def known_values(db: Db, field: str, limit: int = 200) -> list[str]:
    """Return what was typed into a field of sessions before, the latest first, to offer again."""
    t = table(Session)
    column, latest = t.c[field], sa.func.max(t.c.date)
    chosen = sa.select(column).where(column != "").group_by(column)
    return [row[0] for row in db.rows(chosen.order_by(latest.desc(), column).limit(limit))]


def known_facilitators(db: Db) -> list[str]:
    """Return who led sessions before, the latest first."""
    groups = known_values(db, "facilitators")
    return list(dict.fromkeys(name for group in groups for name in json.loads(group)))
