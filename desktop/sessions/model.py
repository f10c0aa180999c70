"""What a session is."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from desktop.store.record import Record, kind
from desktop.text import search_key


class Counting(StrEnum):
    """How people are counted: by name on a register, or as a head count without names."""

    BY_NAME = "by name"
    HEAD_COUNT = "head count"


@kind(
    "session",
    index=("programme", "date"),
    keys={"search": lambda s: search_key(f"{s.title} {s.place} {s.team}")},
    refers={"programme": "programme"},
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """One event at a place and time, led by one or more facilitators.

    `start` and `end` are local times of the day. `outcomes` are keys or an office's own wording.
    `series` is shared by sessions that were planned together. `finished` is when the facilitator
    finished the session, None before.
    """

    programme: str = ""
    title: str = ""
    date: date
    start: time = time(10, 0)
    end: time = time(12, 0)
    place: str = ""
    team: str = ""
    facilitators: tuple[str, ...] = ()
    capacity: int | None = None
    notes: str = ""
    outcomes: tuple[str, ...] = ()
    counting: Counting = Counting.BY_NAME
    head_count: int | None = None
    series: str = ""
    cancelled: bool = False
    finished: datetime | None = None
