"""Pledges from a list: their words, how each may be shown, and who made it as far as it says."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.attendance.actions import register
from desktop.errors import UserError
from desktop.language import tr
from desktop.people.languages import language_code
from desktop.people.model import Person
from desktop.people.pasting import person_of
from desktop.pledges.actions import cleaned, pledges
from desktop.pledges.model import Pledge, Show, Source
from desktop.pledges.wording import likely_language
from desktop.progress import Progress
from desktop.sessions.actions import EARLIEST, LATEST
from desktop.sessions.model import Session
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.store.record import derived_id
from desktop.tables.columns import Field, Record, TableKind
from desktop.tables.dates import Order, order_of, read_date
from desktop.tables.headings import NAMES
from desktop.tables.rows import Refused
from desktop.text import search_key

_WORDS: dict[Show, tuple[str, ...]] = {
    Show.FIRST_NAME: (
        "with first name",
        "first name",
        "with name",
        "with my name",
        "with my first name",
        "name",
        "gydag enw cyntaf",
        "z imieniem",
    ),
    Show.NO_NAME: (
        "without name",
        "without my name",
        "no name",
        "anonymous",
        "anonymously",
        "anon",
        "yes",
        "y",
        "true",
        "show",
        "public",
        "heb enw",
        "ie",
        "bez imienia",
        "tak",
    ),
    Show.NOT_ON_TREE: (
        "",
        "not on the tree",
        "no",
        "n",
        "false",
        "private",
        "hidden",
        "hide",
        "do not show",
        "don't show",
        "ddim ar y goeden",
        "nac ydw",
        "na",
        "nie na drzewie",
        "nie",
    ),
}
_SHOWS = {search_key(word): show for show, words in _WORDS.items() for word in words}
_MAKER = ("name", "given", "surname", "staff_number")
_PARTS = ";|\n"


def pledges_kind() -> TableKind:
    """Return what a list of pledges may hold."""
    fields = (
        Field("pledge", tr("Pledge"), NAMES["pledge"]),
        Field("show", tr("Show"), NAMES["show"]),
        Field("name", tr("Name"), NAMES["name"]),
        Field("given", tr("Given name"), NAMES["given"]),
        Field("surname", tr("Surname"), NAMES["surname"]),
        Field("staff_number", tr("Staff number"), NAMES["staff_number"]),
        Field("theme", tr("Theme"), NAMES["theme"]),
        Field("language", tr("Language"), NAMES["language"]),
        Field("date", tr("Date"), NAMES["date"]),
    )
    return TableKind("pledges", fields, needs=(("pledge",),))


@dataclass(frozen=True)
class Found:
    """What a list says, before anything is kept.

    `new` are the pledges with the lines they stand on, `known` how many are here already. `order`
    says how dates such as 06/07/2026 were read, None where there are none. `unclear` is the first
    word on showing that nobody can make sense of, empty where all are clear.
    """

    new: Mapping[int, Pledge]
    known: int
    refused: tuple[Refused, ...]
    order: Order | None = None
    unclear: str = ""

    @property
    def on_tree(self) -> int:
        """How many of the new ones their makers let be shown."""
        return sum(pledge.show is not Show.NOT_ON_TREE for pledge in self.new.values())


def look_up(
    db: Db,
    session: Session,
    records: Iterable[Record],
    progress: Progress | None = None,
    *,
    since_1904: bool = False,
) -> Found:
    """Return which pledges a list has for a session; nothing is kept.

    What a list says of showing that nobody can make sense of is not on the tree. Raises Cancelled
    when it was stopped, and what reading the list raises.
    """
    read = list(records)
    dates = [record.values.get("date", "") for record in read]
    order = order_of(dates) if any(dates) else None
    reading = _Reading(db, session, order or Order.DAY_FIRST, since_1904)
    for done, record in enumerate(read):
        if progress is not None:
            progress.step(done, len(read))
        reading.take(record)
    return reading.found(order)


def keep(change: Change, found: Found, progress: Progress | None = None) -> list[Pledge]:
    """Keep the new pledges of a list; raises Cancelled when it was stopped."""
    return change.save_all(found.new.values(), progress)


class _Reading:
    """The pledges of a list while they are read and compared with those of the session."""

    def __init__(self, db: Db, session: Session, order: Order, since_1904: bool) -> None:
        self._session, self._order, self._since_1904 = session, order, since_1904
        self._people = _Makers([line.person for line in register(db, session.id)])
        there = pledges(db, [session.id])
        self._ids = {made.pledge.id for made in there}
        self._there = Counter(_saying(made.name, made.pledge.text) for made in there)
        self._times: Counter[tuple[str, str]] = Counter()
        self._new: dict[int, Pledge] = {}
        self._known = 0
        self._refused: list[Refused] = []
        self._unclear = ""

    def take(self, record: Record) -> None:
        """Take one row: a pledge, one that is here already, or why it is none."""
        try:
            maker, pledge = self._pledge(record.values)
        except UserError as error:
            self._refused.append(Refused(record.line, record.row.cells, str(error)))
            return
        # The same words of the same maker twice in one list are two pledges: two people of one
        # name, or of none. Numbering them gives each the same id on every laptop and every time.
        said = _saying(maker, pledge.text)
        self._times[said] += 1
        number = self._times[said]
        entity = derived_id("pledge", self._session.id, *said, str(number))
        if entity in self._ids or number <= self._there[said]:
            self._known += 1
        else:
            self._new[record.line] = replace(pledge, id=entity)

    def _pledge(self, values: Mapping[str, str]) -> tuple[str, Pledge]:
        """Return the pledge with the name of its maker as the list has it."""
        text = values.get("pledge", "")
        if not text:
            raise UserError(tr("There is no pledge in this row."))
        person, maker = self._people.who(values)
        show = show_of(values.get("show", ""))
        if show is None:
            self._unclear = self._unclear or values["show"]
        pledge = cleaned(
            Pledge(
                session=self._session.id,
                text=text,
                show=show or Show.NOT_ON_TREE,
                person=person,
                maker=maker,
                themes=_parts(values.get("theme", "")),
                language=language_code(values.get("language", "")) or likely_language(text),
                source=Source.IMPORT,
                made=self._made(values.get("date", "")),
            )
        )
        return maker, pledge

    def _made(self, text: str) -> date:
        found = read_date(text, self._order, since_1904=self._since_1904)
        return found if found and EARLIEST <= found <= LATEST else self._session.date

    def found(self, order: Order | None) -> Found:
        return Found(self._new, self._known, tuple(self._refused), order, self._unclear)


class _Makers:
    """The people of the register by whom a pledge may have been made."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._named: dict[str, list[Person]] = {}
        for person in people:
            self._named.setdefault(search_key(person.name), []).append(person)

    def who(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Return the id of the only one of that name and number on the register, and the name."""
        asked = person_of({key: values[key] for key in _MAKER if values.get(key)})
        number = asked.staff_number
        fitting = [
            person
            for person in self._named.get(search_key(asked.name), ())
            if not number or person.staff_number in ("", number)
        ]
        return (fitting[0].id if len(fitting) == 1 else ""), asked.name


def show_of(text: str) -> Show | None:
    """Return how a pledge may be shown; None where that can't be told, which is not on the tree.

    A plain yes lets the words be shown and no name: nobody said that the name may.
    """
    said = search_key(text)
    return _SHOWS.get(said) or _SHOWS.get(said.removeprefix("yes "))


def _saying(maker: str, text: str) -> tuple[str, str]:
    return search_key(maker), search_key(text) or text


def _parts(text: str) -> tuple[str, ...]:
    for mark in _PARTS:
        text = text.replace(mark, "\n")
    return tuple(text.split("\n"))
