"""A register held in memory: searched, filtered and put in order without asking the data file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.attendance.actions import Counts, Line, counts, renewed
from desktop.attendance.model import Attendance, Presence
from desktop.people.model import Person
from desktop.store.reader import Db
from desktop.text import begins_words, search_key


@dataclass(frozen=True, slots=True)
class Wish:
    """Which lines are wanted; every word of `search` is a part of name, role, team or number."""

    search: str = ""
    role: str = ""
    team: str = ""
    waiting_only: bool = False

    @property
    def narrows(self) -> bool:
        """Whether lines may be left out."""
        return bool(self.search.strip() or self.role or self.team or self.waiting_only)


@dataclass(frozen=True, slots=True)
class _Entry:
    line: Line
    sort: str
    words: str


class Roll:
    """The lines of one session's register, kept in step with the data file."""

    def __init__(self, session: str) -> None:
        self.session = session
        self._entries: dict[str, _Entry] = {}

    def renew(self, db: Db) -> bool:
        """Read what changed since; return whether anything did."""
        known = {key: entry.line for key, entry in self._entries.items()}
        found = renewed(db, self.session, known)
        if found.keys() == known.keys() and all(found[k] is known[k] for k in found):
            return False
        before = self._entries
        entries = [_entry(line, before.get(key)) for key, line in found.items()]
        entries.sort(key=lambda entry: (entry.sort, entry.line.person.id))
        self._entries = {entry.line.attendance.id: entry for entry in entries}
        return True

    def put(self, attendance: Attendance) -> None:
        """Show a line as it was just kept, without reading it again."""
        entry = self._entries[attendance.id]
        line = Line(attendance, entry.line.person)
        self._entries[attendance.id] = _Entry(line, entry.sort, entry.words)

    def drop(self, key: str) -> None:
        """Leave out a line that was just taken off."""
        self._entries.pop(key, None)

    def line(self, key: str) -> Line | None:
        """Return the line of that attendance id."""
        entry = self._entries.get(key)
        return entry.line if entry else None

    def numbered(self, typed: str) -> Line | None:
        """Return the line of the person with just that staff number, as a badge gives it."""
        number = search_key(typed)
        lines = self.lines() if number else []
        return next((e for e in lines if search_key(e.person.staff_number) == number), None)

    def lines(self) -> list[Line]:
        """Return all lines by surname."""
        return [entry.line for entry in self._entries.values()]

    def waiting(self) -> list[str]:
        """Return the attendance ids of those who have not arrived."""
        lines = (line.attendance for line in self.lines())
        return [line.id for line in lines if line.presence is Presence.EXPECTED]

    def counts(self) -> Counts:
        """Return the counters of the register."""
        return counts(self.lines())

    def roles(self) -> list[str]:
        """Return the job roles on the register, in order."""
        return _sorted({entry.line.person.job_role for entry in self._entries.values()})

    def teams(self) -> list[str]:
        """Return the teams on the register, in order."""
        return _sorted({entry.line.person.team for entry in self._entries.values()})

    def matching(self, wish: Wish) -> dict[Presence, list[Line]]:
        """Return the wanted lines by presence: by surname, those here by latest arrival.

        With a search, those stand first of whom a word begins with what was typed, and before
        them the one whose staff number it is.
        """
        typed = search_key(wish.search).split()
        found: dict[Presence, list[_Entry]] = {presence: [] for presence in Presence}
        for entry in self._entries.values():
            if not wish.narrows or _is_wanted(entry, wish, typed):
                found[entry.line.attendance.presence].append(entry)
        for presence, entries in found.items():
            if presence is Presence.PRESENT:
                entries.sort(key=_arrival, reverse=True)
            if typed:
                entries.sort(key=lambda entry: _rank(entry, typed))
        return {presence: [e.line for e in entries] for presence, entries in found.items()}


def _entry(line: Line, before: _Entry | None) -> _Entry:
    person = line.person
    if before is not None and before.line is line:
        return before
    if before is not None and before.line.person == person:
        return _Entry(line, before.sort, before.words)
    said = (person.name, person.job_role, person.team, person.staff_number)
    return _Entry(line, _sort_key(person), " ".join(search_key(part) for part in said))


def _sort_key(person: Person) -> str:
    return person.KIND.keys["sort"](person)


def _is_wanted(entry: _Entry, wish: Wish, typed: Sequence[str]) -> bool:
    person = entry.line.person
    return (
        all(word in entry.words for word in typed)
        and wish.role in ("", person.job_role)
        and wish.team in ("", person.team)
        and (not wish.waiting_only or entry.line.attendance.presence is Presence.EXPECTED)
    )


def _rank(entry: _Entry, typed: Sequence[str]) -> int:
    if not typed:
        return 0
    number = search_key(entry.line.person.staff_number)
    if number and number == " ".join(typed):
        return 0
    return 1 if begins_words(search_key(entry.line.person.name), typed) else 2


def _arrival(entry: _Entry) -> float:
    arrived: datetime | None = entry.line.attendance.arrived
    return arrived.timestamp() if arrived else 0.0


def _sorted(values: set[str]) -> list[str]:
    return sorted(values - {""}, key=search_key)
