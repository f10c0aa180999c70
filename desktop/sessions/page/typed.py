"""What stands in the fields of the plan form, as it was typed, and the session it makes."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, time
from typing import Any

from desktop.errors import FieldError, UserError, about
from desktop.language import tr
from desktop.sessions.model import Counting, Session
from desktop.ui.dates import long_date, read_date, read_time, short_date

NEW = "new"
"""Stands for a programme that is made together with the session."""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """The fields of the form; `programme` is an id, NEW, or empty for none."""

    title: str = ""
    date: str = ""
    start: str = "10:00"
    end: str = "12:00"
    place: str = ""
    programme: str = ""
    new_programme: str = ""
    team: str = ""
    facilitators: str = ""
    capacity: str = ""
    notes: str = ""
    outcomes: tuple[str, ...] = ()
    counting: str = Counting.BY_NAME.value


def typed_of(session: Session) -> Typed:
    """Return how a session stands in the form."""
    return Typed(
        title=session.title,
        date=short_date(session.date),
        start=f"{session.start:%H:%M}",
        end=f"{session.end:%H:%M}",
        place=session.place,
        programme=session.programme,
        team=session.team,
        facilitators=", ".join(session.facilitators),
        capacity="" if session.capacity is None else str(session.capacity),
        notes=session.notes,
        outcomes=session.outcomes,
        counting=session.counting.value,
    )


def read(typed: Typed, before: Session | None, today: date) -> Session:
    """Return the session that was typed; `before` is the one that is edited.

    Its programme is the one before. Raises FieldError about the first field that is wrong.
    """
    if not typed.title.strip():
        raise FieldError("title", tr("Give the session a title."))
    day = _read_day(typed.date, today)
    values: dict[str, Any] = {
        "title": typed.title,
        "date": day,
        "start": _read_time("start", typed.start),
        "end": _read_time("end", typed.end),
        "place": typed.place,
        "team": typed.team,
        "facilitators": names_of(typed.facilitators),
        "capacity": _read_number(typed.capacity),
        "notes": typed.notes,
        "outcomes": typed.outcomes,
        "counting": Counting(typed.counting),
    }
    return replace(before or Session(date=day), **values)


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in a line, which commas part."""
    return tuple(name for part in text.split(",") if (name := part.strip()))


def read_days(text: str, today: date) -> list[date]:
    """Return the days of a list, one a line or parted by commas, in order and each once.

    Raises UserError that names the first line that is no date.
    """
    found: set[date] = set()
    for part in text.replace(",", "\n").replace(";", "\n").splitlines():
        if not part.strip():
            continue
        try:
            found.add(read_date(part, today))
        except UserError as error:
            raise UserError(f"“{part.strip()}”: {error}") from error
    return sorted(found)


def day_words(days: Sequence[date], taken: Sequence[date]) -> str:
    """Return the days that come out, a line each, with a word where a session stands already."""
    words = tr("{day}, where a session is planned already")
    return "\n".join(
        words.format(day=long_date(day, year=True)) if day in taken else long_date(day, year=True)
        for day in days
    )


def to_text(typed: Typed) -> str:
    """Return the fields as a text to keep as a draft."""
    return json.dumps(asdict(typed), ensure_ascii=False)


def from_text(text: str) -> Typed | None:
    """Return the fields of a kept draft, None where there is none that can be read."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, dict):
        return None
    known: dict[str, Any] = {}
    for field in fields(Typed):
        value = found.get(field.name, field.default)
        if isinstance(value, list):
            value = tuple(str(item) for item in value)
        if type(value) is type(field.default):
            known[field.name] = value
    return Typed(**known)


def _read_day(text: str, today: date) -> date:
    if not text.strip():
        raise FieldError("date", tr("Choose a date, such as 8/10/2026, 8 Oct or tomorrow."))
    with about("date"):
        return read_date(text, today)


def _read_time(field: str, text: str) -> time:
    with about(field):
        return read_time(text)


def _read_number(text: str) -> int | None:
    plain = text.replace(",", "").strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()):
        raise FieldError("capacity", tr("Type a number of people, or nothing."))
    return int(plain[:9])
