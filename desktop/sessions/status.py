"""How a session stands, in a few words with an icon."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.language import count, tr
from desktop.sessions.model import Counting, Session


@dataclass(frozen=True)
class Turnout:
    """How many stand on a session's register, and how many of them came."""

    on_register: int = 0
    here: int = 0


Turnouts = Callable[[Any, Sequence[str]], Mapping[str, Turnout]]
"""Returns the turnout of many sessions by their ids, from an open read.

It is handed in by the app: the register is a feature that stands above sessions.
"""


@dataclass(frozen=True)
class Status:
    """Words with a kind (ok, warn, neutral …) and the name of an icon."""

    words: str
    kind: str
    icon: str


def status(session: Session, turnout: Turnout, today: date) -> Status:
    """Return how a session stands on a day."""
    if session.cancelled:
        return Status(tr("Cancelled"), "neutral", "calendar-x")
    if session.finished:
        return Status(_finished(session, turnout), "ok", "circle-check")
    if session.counting is Counting.HEAD_COUNT:
        if session.head_count is None:
            return Status(tr("Head count only"), "neutral", "users")
        words = count("{n} person counted", "{n} people counted", session.head_count)
        return Status(words, "ok", "users")
    if turnout.here:
        words = tr("{here} of {all} here").format(here=turnout.here, all=turnout.on_register)
        return Status(words, "ok", "user-check")
    if not turnout.on_register:
        return Status(tr("No register yet"), "warn", "triangle-alert")
    if session.date < today:
        return Status(tr("Nobody marked here"), "warn", "triangle-alert")
    words = count("Register ready, {n} person", "Register ready, {n} people", turnout.on_register)
    return Status(words, "ok", "check")


def _finished(session: Session, turnout: Turnout) -> str:
    by_name = session.counting is Counting.BY_NAME
    came = turnout.here if by_name else session.head_count or 0
    return tr("Finished, {n} came").format(n=f"{came:,}") if came else tr("Finished")
