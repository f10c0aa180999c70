"""What an attendance is: one person's line on one register."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.store.record import Record, derived_id, kind


class Presence(StrEnum):
    """Where a person on the register is; on screen: not arrived, here, not coming, absent."""

    EXPECTED = "expected"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"


@kind(
    "attendance",
    index=("session", "person"),
    quiet=("arrived",),
    refers={"session": "session", "person": "person"},
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """One person's line on one register; there is one line per person and session.

    `arrived` is the local time of check-in with its offset, None before.
    """

    session: str = ""
    person: str = ""
    presence: Presence = Presence.EXPECTED
    walk_in: bool = False
    arrived: datetime | None = None


def attendance_id(session: str, person: str) -> str:
    """Return the id that every laptop gives the same person's line on the same register."""
    return derived_id("attendance", session, person)
