"""What each kind of list brings in, so that one command and one dialog serve them all."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol

from desktop.attendance import importing as registers
from desktop.attendance.labels import presence_words
from desktop.attendance.model import Presence
from desktop.feedback import importing as answers
from desktop.feedback.model import Form
from desktop.incoming.reading import Reading
from desktop.language import count, tr
from desktop.people import importing as people
from desktop.people.model import Person
from desktop.pledges import importing as pledges
from desktop.pledges.model import Pledge, Show
from desktop.progress import Progress
from desktop.sessions.model import Session
from desktop.store.bulk import let_go
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.store.store import Store
from desktop.tables.columns import Record, TableKind
from desktop.tables.dates import Order, is_ambiguous, read_date
from desktop.tables.rows import Refused
from desktop.text import one_of

SHOWN = 200
"""So many of the rows that are understood are shown before they are kept."""

KEYS = ("people", "register", "pledges", "feedback")


class Shown(NamedTuple):
    """One row as it was understood: who or what, then what else there is to say."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Findings:
    """What a list says, before anything is kept.

    `new` rows would be kept, `known` ones say nothing new. `shown` are the first of the new ones,
    `notes` sentences that a person should read. `what` is what the importer found.
    """

    new: int
    known: int
    refused: tuple[Refused, ...]
    likely: tuple[people.Likely, ...] = ()
    shown: tuple[Shown, ...] = ()
    notes: tuple[str, ...] = ()
    what: Any = None


class Decided(NamedTuple):
    """What a person decided about likely rows, by their lines; the others are left out."""

    same: Collection[int] = ()
    apart: Collection[int] = ()


class Kept(NamedTuple):
    """How many rows were kept, and the change that undo takes back, empty where it can't be."""

    number: int
    change: str


class Importer(Protocol):
    """Brings in one kind of list.

    `look_up` and `keep` raise Cancelled when they were stopped, and UserError with what to do.
    """

    @property
    def key(self) -> str:
        """The kind of list."""

    def table(self) -> TableKind:
        """Return what such a list may hold."""

    def look_up(self, db: Db, reading: Reading, progress: Progress | None = None) -> Findings:
        """Return what a list says; nothing is kept."""

    def keep(
        self, store: Store, findings: Findings, decided: Decided, progress: Progress | None = None
    ) -> Kept:
        """Keep it whole or not at all, as one step."""

    def words(self, number: int) -> str:
        """Return how many of what there are: `3 people`."""


@dataclass(frozen=True)
class PeopleImporter:
    """Brings in people; `organisation` is theirs where the list names none."""

    organisation: str = ""
    key: ClassVar[str] = "people"

    def table(self) -> TableKind:
        return people.people_kind()

    def look_up(self, db: Db, reading: Reading, progress: Progress | None = None) -> Findings:
        found = people.look_up(db, self._records(reading.records(progress)), progress)
        shown = tuple(Shown(0, _person(person)) for person in found.new[:SHOWN])
        return Findings(len(found.new), found.known, found.refused, found.likely, shown, what=found)

    def _records(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            if self.organisation and not record.values.get("organisation"):
                values = record.values | {"organisation": self.organisation}
                yield record._replace(values=values)
            else:
                yield record

    def keep(
        self, store: Store, findings: Findings, decided: Decided, progress: Progress | None = None
    ) -> Kept:
        with store.change(tr("Bring in people")) as change:
            kept = people.keep(change, findings.what, **decided._asdict(), progress=progress)
        return _kept(kept, change)

    def words(self, number: int) -> str:
        return count("{n} person", "{n} people", number)


@dataclass(frozen=True)
class RegisterImporter:
    """Brings in who stands on a session's register, and who came."""

    session: Session
    key: ClassVar[str] = "register"

    def table(self) -> TableKind:
        return registers.register_kind()

    def look_up(self, db: Db, reading: Reading, progress: Progress | None = None) -> Findings:
        found = registers.look_up(db, self.session, reading.records(progress), progress)
        shown = tuple(
            Shown(line, _line(person, found.marks[line].presence))
            for line, person in list(found.who.items())[:SHOWN]
        )
        number = len(found.who)
        return Findings(number, found.known, found.refused, found.likely, shown, what=found)

    def keep(
        self, store: Store, findings: Findings, decided: Decided, progress: Progress | None = None
    ) -> Kept:
        with store.change(tr("Bring in a register")) as change:
            kept = registers.keep(
                change, self.session, findings.what, **decided._asdict(), progress=progress
            )
        return _kept(kept, change)

    def words(self, number: int) -> str:
        return count("{n} person", "{n} people", number)


@dataclass(frozen=True)
class PledgesImporter:
    """Brings in the pledges of a session."""

    session: Session
    key: ClassVar[str] = "pledges"

    def table(self) -> TableKind:
        return pledges.pledges_kind()

    def look_up(self, db: Db, reading: Reading, progress: Progress | None = None) -> Findings:
        found = pledges.look_up(
            db,
            self.session,
            reading.records(progress),
            progress,
            since_1904=reading.sheet.since_1904,
        )
        new = list(found.new.items())
        shown = tuple(Shown(line, _pledge(pledge)) for line, pledge in new[:SHOWN])
        return Findings(
            len(new), found.known, found.refused, (), shown, _notes(found, reading), found
        )

    def keep(
        self, store: Store, findings: Findings, decided: Decided, progress: Progress | None = None
    ) -> Kept:
        with store.change(tr("Bring in pledges")) as change:
            kept = pledges.keep(change, findings.what, progress)
        return _kept(kept, change)

    def words(self, number: int) -> str:
        return count("{n} pledge", "{n} pledges", number)


@dataclass(frozen=True)
class FeedbackImporter:
    """Brings in feedback that was given on an online form, as one closed box."""

    session: Session
    form: Form
    key: ClassVar[str] = "feedback"

    def table(self) -> TableKind:
        return answers.feedback_kind(self.form)

    def look_up(self, db: Db, reading: Reading, progress: Progress | None = None) -> Findings:
        records = reading.records(progress)
        found = answers.look_up(db, self.session.id, self.form, records, progress)
        note = tr("Once it is in, feedback cannot be taken back.")
        if found.known and not found.new:
            note = tr(
                "Did another group answer just the same? Then bring theirs in for a session of "
                "its own."
            )
        return Findings(found.new, found.known, found.refused, notes=(note,), what=found)

    def keep(
        self, store: Store, findings: Findings, decided: Decided, progress: Progress | None = None
    ) -> Kept:
        with store.change(tr("Bring in feedback")) as change:
            number = answers.keep(change, self.session.id, self.form, findings.what)
        return Kept(number, "")

    def words(self, number: int) -> str:
        return count("{n} form", "{n} forms", number)


def _kept(rows: list[Any], change: Change) -> Kept:
    number = len(rows)
    let_go(rows)
    return Kept(number, change.id if change.touched else "")


def _person(person: Person) -> tuple[str, ...]:
    return person.name, person.job_role, person.team or person.organisation, person.email


def _pledge(pledge: Pledge) -> tuple[str, ...]:
    return " ".join(pledge.text.split()), show_words(pledge.show), pledge.maker


def _line(person: Person, presence: Presence) -> tuple[str, ...]:
    return person.name, presence_words(presence), person.job_role, person.team


def show_words(show: Show) -> str:
    """Return how a pledge may be shown."""
    return {
        Show.FIRST_NAME: tr("with first name"),
        Show.NO_NAME: tr("without name"),
        Show.NOT_ON_TREE: tr("not on the tree"),
    }[show]


def _notes(found: pledges.Found, reading: Reading) -> tuple[str, ...]:
    notes = []
    hidden = len(found.new) - found.on_tree
    if hidden:
        words = count(
            "{n} is not on the tree: its row gives no clear leave to show it.",
            "{n} are not on the tree: their rows give no clear leave to show them.",
            hidden,
        )
        notes.append(words)
    if found.unclear:
        words = tr("“{said}” is not understood: write {shows}.")
        shows = one_of([show_words(show) for show in Show])
        notes.append(words.format(said=found.unclear[:40], shows=shows))
    said = next(filter(is_ambiguous, reading.texts("date")), "")
    read = read_date(said, found.order or Order.DAY_FIRST) if said else None
    if read:
        day = f"{read.day} {read:%B %Y}"
        notes.append(tr("The date {said} is read as {day}.").format(said=said, day=day))
    return tuple(notes)
