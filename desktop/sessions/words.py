"""How a session’s day, times and place are said in a line."""

from datetime import date, time, timedelta

from desktop.language import tr
from desktop.printing.direction import joined
from desktop.sessions.model import Session
from desktop.ui.dates import month_name, weekday_name


def span(start: time, end: time) -> str:
    """Return the times of a session: “14:30 to 16:30”."""
    words = tr("{start} to {end}")
    return words.format(start=start.isoformat("minutes"), end=end.isoformat("minutes"))


def lead(day: date, today: date) -> tuple[str, str]:
    """Return how a day stands at the left of a row: (“Mon” or “Today”, “12 Oct”)."""
    if day == today:
        small = tr("Today")
    elif day == today + timedelta(days=1):
        small = tr("Tomorrow")
    else:
        small = weekday_name(day)[:3]
    return small, f"{day.day} {month_name(day)[:3]}"


def line(session: Session) -> str:
    """Return what stands beneath a session’s title: its place and its times."""
    return joined(session.place, span(session.start, session.end))
