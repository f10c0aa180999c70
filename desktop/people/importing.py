"""People from a list: who is new, who is on file, who may be, and which rows say nobody."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.language import tr
from desktop.people.actions import cleaned, filled
from desktop.people.duplicates import Lookalikes, Why, keys_of
from desktop.people.labels import LABELS
from desktop.people.model import Person
from desktop.people.pasting import person_of
from desktop.progress import Progress
from desktop.store.bulk import nothing_is_garbage
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.tables.columns import Field, Record, TableKind
from desktop.tables.headings import NAMES
from desktop.tables.rows import Refused

_TEXTS = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")
_NAMES = {"name", "given", "surname"}
_LONGEST_FILLER = 7
_NOBODY = {"n/a", "-", "--", ".", "?", "tbc", "tba", "unknown"}
_FILLERS = _NOBODY | {"na", "none", "null"}
"""Words for nothing; those that may be names of people are not among the first."""

_TOTALS = {"total", "totals", "subtotal", "cyfanswm"}

_READ = 1_000
"""So many are read at a time."""


def people_kind() -> TableKind:
    """Return what a list of people may hold."""
    labels = {"name": tr("Name")} | {key: LABELS[key] for key in _TEXTS}
    fields = (
        Field(key, label, NAMES[key], looks=_is_address if key == "email" else None)
        for key, label in labels.items()
    )
    return TableKind("people", tuple(fields), needs=(("name", "given", "surname"),))


def _is_address(text: str) -> bool:
    return "@" in text


@dataclass(frozen=True)
class Likely:
    """A row that may be about somebody who is there already.

    `there` is on file, or (without a `rev`) stands earlier in the same list.
    """

    line: int
    person: Person
    there: Person
    why: Why


@dataclass(frozen=True)
class Found:
    """What a list says, before anything is kept; `known` rows say nothing new."""

    new: tuple[Person, ...]
    known: int
    likely: tuple[Likely, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class Rows:
    """What a list says about people, and who each of its rows is, by its line.

    `who` are new or on file. Rows in `several` could be more than one of those on file; they and
    the likely ones are not among them.
    """

    found: Found
    who: Mapping[int, Person]
    several: frozenset[int]


def look_up(db: Db, records: Iterable[Record], progress: Progress | None = None) -> Found:
    """Return what a list says about people, compared with those on file; nothing is kept.

    The records say themselves how far they are, then `progress` says how far comparing is.
    Raises Cancelled when it was stopped, and what reading the list raises.
    """
    listed = _read(db, records, progress)
    return listed.found()


def look_up_rows(db: Db, records: Iterable[Record], progress: Progress | None = None) -> Rows:
    """Return the same with who each row is; raises as `look_up`."""
    listed = _read(db, records, progress)
    found = listed.found()
    unsure = {likely.line for likely in found.likely}
    who = {
        line: listed.known.get(place, person)
        for place, (line, person) in enumerate(zip(listed.lines, listed.looks.people, strict=True))
        if line not in unsure and place not in listed.several
    }
    return Rows(found, who, frozenset(listed.lines[place] for place in listed.several))


def _read(db: Db, records: Iterable[Record], progress: Progress | None) -> "_Listed":
    listed = _Listed()
    with nothing_is_garbage():
        for record in records:
            listed.take(record)
        listed.compare(_on_file(db, progress))
    return listed


def keep(
    change: Change,
    found: Found,
    *,
    same: Collection[int] = (),
    apart: Collection[int] = (),
    progress: Progress | None = None,
) -> list[Person]:
    """Keep who is new, and what a person decided about the likely ones.

    `same` and `apart` are their lines: who is the same has blanks filled in, who is somebody else
    is new. Who was not decided about is left out. Returns everyone kept, new or filled in. Raises
    Cancelled when it was stopped.
    """
    kept = {person.id: person for person in found.new}
    for likely in found.likely:
        if likely.line in same:
            there = kept.get(likely.there.id, likely.there)
            kept[there.id] = filled(there, likely.person)
        elif likely.line in apart:
            kept[likely.person.id] = likely.person
    return change.save_all(kept.values(), progress)


class _Listed:
    """The people of a list while they are read and compared."""

    def __init__(self) -> None:
        self.looks = Lookalikes()
        self.lines: list[int] = []
        self.earlier: dict[int, tuple[int, Why]] = {}
        self.likely: dict[int, tuple[Person, Why]] = {}
        self.refused: list[Refused] = []
        self.known: dict[int, Person] = {}
        self.several: set[int] = set()

    def take(self, record: Record) -> None:
        """Take one row: a person, or nobody and why."""
        person, wrong = cleaned(person_of(_without_fillers(record.values)))
        keys = keys_of(person)
        reason = next(iter(wrong.values()), "")
        if not keys.name:
            reason = tr("There is no name in this row.")
        elif _is_total(keys.name):
            reason = tr("This row is a total, and nobody’s name.")
        if reason:
            self._refuse(record, reason)
            return
        lookalikes = self.looks.find(person, keys)
        if lookalikes:
            if any(_texts(self.looks.people[place]) == _texts(person) for place in lookalikes):
                self._refuse(record, tr("This row is in the list twice."))
                return
            self.earlier[len(self.lines)] = next(iter(lookalikes.items()))
        self.looks.add(person, keys)
        self.lines.append(record.line)

    def _refuse(self, record: Record, reason: str) -> None:
        self.refused.append(Refused(record.line, record.row.cells, reason))

    def compare(self, on_file: Iterable[Person]) -> None:
        """Find who on file the rows are that say nothing new, and who they may be."""
        for there in on_file:
            for place, why in self.looks.find(there, keys_of(there)).items():
                if not says_nothing_new(self.looks.people[place], there):
                    self.likely.setdefault(place, (there, why))
                elif place in self.known:
                    self.several.add(place)
                else:
                    self.known[place] = there

    def found(self) -> Found:
        known = self.known
        new: list[Person] = []
        likely: list[Likely] = []
        for place, (line, person) in enumerate(zip(self.lines, self.looks.people, strict=True)):
            if place in known:
                continue
            there, why = self.likely.get(place, (None, None))
            if there is None and place in self.earlier:
                before, why = self.earlier[place]
                there = known.get(before, self.looks.people[before])
            if there is None or why is None:
                new.append(person)
            else:
                likely.append(Likely(line, person, there, why))
        return Found(tuple(new), len(known), tuple(likely), tuple(self.refused))


def _without_fillers(values: Mapping[str, str]) -> dict[str, str]:
    """Return what is said without words for nothing; Na and Null are names of people, though."""
    return {
        key: "" if _is_filler(text, _NOBODY if key in _NAMES else _FILLERS) else text
        for key, text in values.items()
    }


def _is_total(name: str) -> bool:
    """Return whether a row adds up the others: `Total, 24`; the name is a search key."""
    words = name.split()
    return bool(_TOTALS & set(words)) and all(w.isdigit() or w in _TOTALS for w in words)


def _is_filler(text: str, fillers: Collection[str]) -> bool:
    return len(text) <= _LONGEST_FILLER and text.casefold() in fillers


def says_nothing_new(person: Person, there: Person) -> bool:
    """Return whether all that a row says of a person is on file already."""
    pairs = zip(_texts(person), _texts(there), strict=True)
    return all(not said or said == kept for said, kept in pairs)


def _texts(person: Person) -> tuple[str, ...]:
    return tuple(getattr(person, field) for field in _TEXTS)


def _on_file(db: Db, progress: Progress | None) -> Iterator[Person]:
    """Yield everyone on file, a few at a time, so that 250,000 take little memory."""
    target = table(Person)
    total = db.count(Person)
    last = ""
    for done in range(0, total, _READ):
        if progress is not None:
            progress.step(done, total)
        people = db.find(Person, target.c.id > last, order=(target.c.id,), limit=_READ)
        yield from people
        last = people[-1].id
