"""Sessions as the rows of a list, under the months in which they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.language import count
from desktop.sessions.model import Session
from desktop.sessions.status import Turnout, status
from desktop.sessions.words import lead, line
from desktop.ui.dates import month_name
from desktop.ui.table import Group, Pill, Row


@dataclass(frozen=True)
class Listed:
    """The rows of a list and the headings over them."""

    rows: list[Row]
    groups: list[Group]


def listed(
    sessions: Sequence[Session],
    turnouts: Mapping[str, Turnout],
    programmes: Mapping[str, str],
    today: date,
) -> Listed:
    """Return sessions as rows, in their order; `programmes` are the names to show, by id."""
    rows = [_row(s, turnouts.get(s.id, Turnout()), programmes, today) for s in sessions]
    months: dict[str, list[date]] = {}
    for session in sessions:
        months.setdefault(_month(session.date), []).append(session.date)
    groups = [
        Group(key, month_title(days[0]), count("{n} session", "{n} sessions", len(days)))
        for key, days in months.items()
    ]
    return Listed(rows, groups)


def month_title(day: date) -> str:
    """Return “October 2026”."""
    return f"{month_name(day)} {day.year}"


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _row(session: Session, turnout: Turnout, programmes: Mapping[str, str], today: date) -> Row:
    stands = status(session, turnout, today)
    return Row(
        key=session.id,
        cells=(session.title, line(session), *lead(session.date, today)),
        group=_month(session.date),
        pill=Pill(stands.words, stands.kind, stands.icon),
        status=programmes.get(session.programme, ""),
        status_tone="muted",
    )
