"""The register on paper: a sheet to sign in on, or the record of who came."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from desktop.attendance.model import Attendance, Presence
from desktop.language import count, tr
from desktop.people.model import Person
from desktop.printing.dates import day_words, time_words, weekday_words
from desktop.printing.direction import joined, listed
from desktop.printing.document import Document
from desktop.printing.sheet import MM
from desktop.printing.style import BODY, SMALL, STRONG
from desktop.printing.table import TICK, TICK_BOX, Column, Table
from desktop.sessions.model import Session
from desktop.text import search_key

_ROW = 9.5 * MM  # high enough to sign in
_MARGIN = 14 * MM
_EXPECTED = Presence.EXPECTED


class RegisterLine(Protocol):
    """One line of a register, as `attendance.actions.Line` is one."""

    @property
    def attendance(self) -> Attendance:
        """The attendance."""
        ...

    @property
    def person(self) -> Person:
        """The person it is about."""
        ...


def register(
    lines: Sequence[RegisterLine],
    session: Session,
    *,
    programme: str = "",
    by_given: bool = False,
    filled: bool = False,
    blanks: int = 8,
    language: str = "en",
) -> bytes:
    """Return the register as a PDF: a sheet to sign in on, with `blanks` lines for walk-ins.

    Sorted by surname, or by given name. `filled` ticks who is here and says since when, and who
    is not coming or absent; once nobody is expected any more it is a record, not a sheet
    to sign. No e-mail address, staff number or wish for large print is on it.
    """
    document = Document(
        session.title,
        subtitle=_subtitle(session, language),
        footer=joined(programme, day_words(session.date, language)),
        subject=tr("Register", language),
        language=language,
        margin=_MARGIN,
    )
    if lines:
        ordered = sorted(lines, key=lambda line: _key(line.person, by_given))
        document.paragraph(_counts(lines, filled, language), STRONG)
        rows = [_row(line, by_given, filled, language) for line in ordered]
        record = filled and all(line.attendance.presence is not _EXPECTED for line in lines)
        columns = _record_columns(language) if record else _columns(language)
        document.table(Table(columns, rows, 0 if record else _ROW), after=12)
    if blanks:
        _write_blanks(document, blanks, bool(lines), language)
    return document.finish()


def _subtitle(session: Session, language: str) -> str:
    led = tr("led by {names}", language).format(names=listed(session.facilitators))
    return joined(
        tr("Register", language),
        weekday_words(session.date, language),
        time_words(session.start, session.end, language),
        session.place,
        led if session.facilitators else "",
    )


def _key(person: Person, by_given: bool) -> tuple[str, str, str]:
    given, surname = search_key(person.given), search_key(person.surname)
    # Who has one name only is sorted by it, wherever it was typed.
    first, second = (given or surname, surname) if by_given else (surname or given, given)
    return first, second, person.id


def _counts(lines: Sequence[RegisterLine], filled: bool, language: str) -> str:
    expected = count("{n} person on the list", "{n} people on the list", len(lines), language)
    if not filled:
        return expected
    here = sum(line.attendance.presence is Presence.PRESENT for line in lines)
    return tr("{here} here, {expected}", language).format(here=f"{here:,}", expected=expected)


def _columns(language: str) -> list[Column]:
    return [
        Column(tr("Here", language), 0.5, "centre"),
        Column(tr("Name", language), 2.2, style=STRONG),
        Column(tr("Job role", language), 1.6, style=BODY.at(10)),
        Column(tr("Team", language), 2.1, style=BODY.at(10)),
        Column(tr("Signature", language), 2.0, style=SMALL.at(10)),
    ]


def _record_columns(language: str) -> list[Column]:
    *others, team, _ = _columns(language)
    came = Column(tr("Came", language), 1.5, style=SMALL.at(10))
    return [*others, replace(team, share=2.8), came]


def _row(line: RegisterLine, by_given: bool, filled: bool, language: str) -> list[str]:
    person, attendance = line.person, line.attendance
    name = person.name if by_given else person.name_by_surname
    here = filled and attendance.presence is Presence.PRESENT
    mark = TICK if here else TICK_BOX
    if filled and attendance.presence in (Presence.APOLOGIES, Presence.ABSENT):
        mark = ""
    state = _state(attendance, language) if filled else ""
    return [mark, name, person.job_role, person.team, state]


def _state(attendance: Attendance, language: str) -> str:
    if attendance.presence is Presence.APOLOGIES:
        return tr("not coming", language)
    if attendance.presence is Presence.ABSENT:
        return tr("absent", language)
    if attendance.presence is Presence.EXPECTED:
        return ""
    since = f" {attendance.arrived:%H:%M}" if attendance.arrived else ""
    walked = ", " + tr("walk-in", language) if attendance.walk_in else ""
    return tr("here", language) + since + walked


def _write_blanks(document: Document, blanks: int, after_lines: bool, language: str) -> None:
    words = tr("Not on the list? Please add yourself.", language)
    document.heading(words if after_lines else tr("Please sign in.", language), keep=3 * _ROW)
    rows = [[TICK_BOX, "", "", "", ""]] * blanks
    document.table(Table(_columns(language), rows, _ROW))
