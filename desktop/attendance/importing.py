"""One session's register from a list: who stands on it, who came and when."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.attendance.actions import register
from desktop.attendance.model import Attendance, Presence, attendance_id
from desktop.language import tr
from desktop.people.duplicates import Why
from desktop.people.importing import Found as FoundPeople
from desktop.people.importing import Likely, Rows, look_up_rows, people_kind
from desktop.people.importing import keep as keep_people
from desktop.people.model import Person
from desktop.progress import Progress
from desktop.sessions.model import Session
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.tables.columns import Field, Record, TableKind
from desktop.tables.dates import read_time
from desktop.tables.headings import NAMES
from desktop.tables.rows import Refused
from desktop.text import search_key

_WORDS = {
    Presence.PRESENT: (
        "yes y true x 1 present here attended came ie do presennol ✓ ✔ ☑ arrived checked signed "
        "mynychodd"
    ),
    Presence.ABSENT: "no n false 0 absent dna na nac missed ☐ ✗ ✘ noshow absennol",
    Presence.APOLOGIES: "apologies apology cancelled canceled declined excused ymddiheuriadau",
    Presence.EXPECTED: "expected booked invited registered accepted tentative confirmed",
}
_SAYINGS = {
    "did not attend": Presence.ABSENT,
    "did not come": Presence.ABSENT,
    "no show": Presence.ABSENT,
    "not present": Presence.ABSENT,
    "sent apologies": Presence.APOLOGIES,
    "not coming": Presence.APOLOGIES,
    "not arrived": Presence.EXPECTED,
    "checked in": Presence.PRESENT,
    "signed in": Presence.PRESENT,
    "walk in": Presence.PRESENT,
} | {word: presence for presence, words in _WORDS.items() for word in words.split()}
_OWN = ("attended", "arrived")
_RANK = (Presence.EXPECTED, Presence.ABSENT, Presence.APOLOGIES, Presence.PRESENT)
"""A list adds to what a register says and takes nothing back: who was here stays so."""


def register_kind() -> TableKind:
    """Return what a list of those on a register may hold."""
    kind = people_kind()
    more = (
        Field("attended", tr("Attended"), NAMES["attended"]),
        Field("arrived", tr("Arrived"), NAMES["arrived"]),
    )
    return TableKind("register", kind.fields + more, kind.needs)


@dataclass(frozen=True)
class Mark:
    """What one row says of somebody; `arrived` is a local time with its offset."""

    presence: Presence = Presence.EXPECTED
    arrived: datetime | None = None


@dataclass(frozen=True)
class Found:
    """What a list says about a register, before anything is kept.

    `people` has the likely ones and the refused rows. `marks` are what each row says, by its line,
    `who` the people of those that are certain. `known` rows say nothing new.
    """

    people: FoundPeople
    marks: Mapping[int, Mark]
    who: Mapping[int, Person]
    known: int
    refused: tuple[Refused, ...]

    @property
    def likely(self) -> tuple[Likely, ...]:
        """The rows that may be about somebody on file."""
        return self.people.likely


def look_up(
    db: Db, session: Session, records: Iterable[Record], progress: Progress | None = None
) -> Found:
    """Return what a list says about a session's register; nothing is kept.

    Raises Cancelled when it was stopped, and what reading the list raises.
    """
    reading = _Reading(session)
    rows = _without_namesakes(db, session, look_up_rows(db, reading.over(records), progress))
    reading.refuse(rows.several, tr("More than one on file has this name. Add team or number."))
    known = _lines(db, session, rows.who.values())
    new: dict[int, Person] = {}
    for line, person in rows.who.items():
        there = known.get(person.id)
        if there is None or _says_more(reading.marks[line], there):
            new[line] = person
        elif _contradicts(reading.marks[line], there):
            reading.refuse(
                {line}, tr("The register says this person was here. Change it there if need be.")
            )
    refused = sorted((*rows.found.refused, *reading.refused))
    same = len(rows.who) - len(new) - sum(one.line in rows.who for one in reading.refused)
    return Found(rows.found, reading.marks, new, same, tuple(refused))


def _without_namesakes(db: Db, session: Session, rows: Rows) -> Rows:
    """Return the rows with those in doubt who are new but have a name that is on the register.

    Teams are worded differently from list to list; on one register two of a name are rare.
    """
    there = {search_key(line.person.name): line.person for line in register(db, session.id)}
    asked = {
        line: Likely(line, person, there[search_key(person.name)], Why.NAME)
        for line, person in rows.who.items()
        if person.rev is None and search_key(person.name) in there
    }
    if not asked:
        return rows
    new = {likely.person.id for likely in asked.values()}
    found = replace(
        rows.found,
        new=tuple(person for person in rows.found.new if person.id not in new),
        likely=(*rows.found.likely, *asked.values()),
    )
    who = {line: person for line, person in rows.who.items() if line not in asked}
    return Rows(found, who, rows.several)


def keep(
    change: Change,
    session: Session,
    found: Found,
    *,
    same: Collection[int] = (),
    apart: Collection[int] = (),
    progress: Progress | None = None,
) -> list[Attendance]:
    """Put the people of a list on a register, and mark who came.

    `same` and `apart` are the lines a person decided about, as in `people.importing.keep`; the
    other likely ones are left out. Returns the lines that are new or changed. Raises Cancelled when
    it was stopped.
    """
    keep_people(change, found.people, same=same, apart=apart, progress=progress)
    who = {line: person.id for line, person in found.who.items()}
    for likely in found.likely:
        if likely.line in same:
            who[likely.line] = likely.there.id
        elif likely.line in apart:
            who[likely.line] = likely.person.id
    known = change.find_ids(Attendance, (attendance_id(session.id, one) for one in who.values()))
    kept: dict[str, Attendance] = {}
    for line, person in who.items():
        entity = attendance_id(session.id, person)
        there = kept.get(entity) or known.get(entity)
        mark = found.marks[line]
        before = there or Attendance(id=entity, session=session.id, person=person)
        if there is None or _says_more(mark, there):
            kept[entity] = replace(before, presence=mark.presence, arrived=mark.arrived)
    return change.save_all(kept.values(), progress)


class _Reading:
    """Reads what the rows say of coming, while their people are read elsewhere."""

    def __init__(self, session: Session) -> None:
        self._day = session.date
        self.marks: dict[int, Mark] = {}
        self.refused: list[Refused] = []
        self._cells: dict[int, tuple[str, ...]] = {}

    def over(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the rows that can be understood."""
        for record in records:
            presence = presence_of(record.values.get("attended", ""))
            self._cells[record.line] = record.row.cells
            if presence is None:
                said = record.values["attended"]
                words = tr("“{said}” does not say who came. Write yes, no, apologies or expected.")
                self.refuse({record.line}, words.format(said=said[:40]))
                continue
            self.marks[record.line] = self._mark(record, presence)
            yield record._replace(values={k: v for k, v in record.values.items() if k not in _OWN})

    def _mark(self, record: Record, presence: Presence) -> Mark:
        arrived = read_time(record.values.get("arrived", ""))
        if arrived is not None and "attended" not in record.values:
            presence = Presence.PRESENT
        if arrived is None or presence is not Presence.PRESENT:
            return Mark(presence)
        return Mark(presence, datetime.combine(self._day, arrived).astimezone())

    def refuse(self, lines: Collection[int], reason: str) -> None:
        self.refused += (Refused(line, self._cells[line], reason) for line in sorted(lines))


def presence_of(text: str) -> Presence | None:
    """Return what a cell says of coming; None where it can't be told."""
    said = text.strip()
    if not said:
        return Presence.EXPECTED
    key = search_key(said)
    return _SAYINGS.get(key) or _SAYINGS.get(said)


def _lines(db: Db, session: Session, asked: Iterable[Person]) -> dict[str, Attendance]:
    """Return the lines that people have on the register, by the id of the person."""
    ids = (attendance_id(session.id, person.id) for person in asked)
    return {line.person: line for line in db.find_ids(Attendance, ids).values()}


def _says_more(mark: Mark, there: Attendance) -> bool:
    return _RANK.index(mark.presence) > _RANK.index(there.presence)


def _contradicts(mark: Mark, there: Attendance) -> bool:
    absent = mark.presence in (Presence.ABSENT, Presence.APOLOGIES)
    return absent and there.presence is Presence.PRESENT
