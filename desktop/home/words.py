"""How Home speaks of a session’s time."""

from datetime import date, datetime, timedelta

from desktop.language import count, tr
from desktop.sessions.model import Session
from desktop.sessions.words import span
from desktop.ui.dates import long_date, month_name

SOON = timedelta(minutes=90)


def when(session: Session, today: date) -> str:
    """Return “Today, 14:30 to 16:30”."""
    day = day_words(session.date, today)
    return f"{day}, {span(session.start, session.end)}"


def day_words(day: date, today: date) -> str:
    """Return “Today”, “Tomorrow”, “Yesterday” or “Monday 12 October”, with another year."""
    near = {0: tr("Today"), 1: tr("Tomorrow"), -1: tr("Yesterday")}
    words = near.get((day - today).days)
    return words or long_date(day, year=day.year != today.year)


def day_only(day: date, today: date) -> str:
    """Return “29 September”, with another year than today’s."""
    words = f"{day.day} {month_name(day)}"
    return words if day.year == today.year else f"{words} {day.year}"


def countdown(session: Session, now: datetime) -> tuple[str, str]:
    """Return how long it is until a session, and the kind of that status: ok, warn or info."""
    clock = now.replace(tzinfo=None)
    start = datetime.combine(session.date, session.start)
    end = datetime.combine(session.date, session.end)
    if clock >= end:
        return tr("Not finished yet"), "warn"
    if clock >= start:
        return tr("On now"), "ok"
    left = start - clock
    minutes = -(-left // timedelta(minutes=1))
    if left <= SOON:
        return count("Starts in {n} minute", "Starts in {n} minutes", minutes), "ok"
    days = (session.date - clock.date()).days
    if not days:
        hours = round(minutes / 60)
        return count("Starts in {n} hour", "Starts in {n} hours", hours), "ok"
    return count("In {n} day", "In {n} days", days), "info"
