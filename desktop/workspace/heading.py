"""What the head of a session says: where and when, who leads, and its numbers."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.attendance.actions import counts_by_session as attendance_counts
from desktop.attendance.model import Presence
from desktop.feedback.actions import results
from desktop.feedback.box import OpenBox
from desktop.feedback.form import default_form
from desktop.language import count, tr
from desktop.pledges.actions import counts_by_session as pledge_counts
from desktop.printing.direction import listed
from desktop.sessions.model import Counting, Session
from desktop.store.reader import Db
from desktop.ui.dates import long_date

Counts = list[tuple[str, str]]


def facts(session: Session, today: date) -> list[tuple[str, str]]:
    """Return (icon, words): the place, day and times, and the facilitators."""
    times = tr("{day}, {start} to {end}").format(
        day=day_words(session.date, today),
        start=f"{session.start:%H:%M}",
        end=f"{session.end:%H:%M}",
    )
    found = [("map-pin", session.place), ("clock", times), ("user", listed(session.facilitators))]
    return [(icon, words) for icon, words in found if words]


def day_words(day: date, today: date) -> str:
    """Return “Today”, “Tomorrow”, “Yesterday”, or the date with its weekday."""
    near = {0: tr("Today"), 1: tr("Tomorrow"), -1: tr("Yesterday")}
    far = abs(day - today) > timedelta(days=150)
    return near.get((day - today).days) or long_date(day, year=far)


def state(session: Session) -> tuple[str, str, str] | None:
    """Return (words, kind, icon) where a session is cancelled or finished."""
    if session.cancelled:
        return tr("Cancelled"), "warn", "calendar-x"
    if session.finished:
        return tr("Finished"), "ok", "circle-check"
    return None


def counters(db: Db, session: Session, box: OpenBox | None) -> Counts:
    """Return (number, words): how many are here, and how many pledges and forms came in."""
    pledges = pledge_counts(db, [session.id])[session.id]
    forms = results(db, box, [session.id], replace(default_form(), questions=())).forms
    return [
        (_here(db, session), tr("here")),
        (f"{pledges:,}", count("pledge", "pledges", pledges)),
        (f"{forms:,}", tr("feedback")),
    ]


def _here(db: Db, session: Session) -> str:
    if session.counting is Counting.HEAD_COUNT:
        return "–" if session.head_count is None else f"{session.head_count:,}"
    found = attendance_counts(db, [session.id])[session.id]
    return of_register(found.get(Presence.PRESENT, 0), sum(found.values()))


def of_register(here: int, all_: int) -> str:
    """Return “23 of 25”."""
    return tr("{here} of {all}").format(here=f"{here:,}", all=f"{all_:,}")
