"""A list as it is read: which of its sheets, what for, and which column holds what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Progress
from desktop.tables.columns import Columns, Record, TableKind, samples
from desktop.tables.reading import Sheet, read_sheets
from desktop.tables.recognising import recognise

Remembered = Mapping[str, Mapping[str, int]]
"""Which columns a person chose for lists of one header before, by its fingerprint."""

Sheets = tuple[Sheet, ...]
"""The sheets of one file."""

_LONGEST = 28


@dataclass(frozen=True)
class Slot:
    """One thing that a list may hold, and the column it is in; None where it is in none.

    An `unsure` one was found by a guess; a `needed` one has no column and should, or another that
    would do in its place.
    """

    key: str
    label: str
    place: int | None
    unsure: bool
    needed: bool


@dataclass(frozen=True)
class Reading:
    """A sheet of a file with what its columns hold."""

    sheets: Sheets
    at: int
    columns: Columns

    @property
    def sheet(self) -> Sheet:
        """The sheet that is read."""
        return self.sheets[self.at]

    @property
    def path(self) -> Path:
        """The file."""
        return self.sheet.path

    def names(self) -> tuple[str, ...]:
        """Return the names of the file's sheets."""
        return tuple(sheet.name for sheet in self.sheets)

    def choose(self, key: str, place: int | None) -> "Reading":
        """Return the reading as a person corrected it."""
        return replace(self, columns=self.columns.choose(key, place))

    @property
    def may_be_headed(self) -> bool:
        """Whether no headings were recognised, so that a person may say that the first row has."""
        return not self.columns.has_header and bool(self.sheet.top)

    def headed(self) -> "Reading":
        """Return the reading whose headings are in the first row."""
        return replace(self, columns=self.columns.headed(self.sheet.top[0]))

    def turned_to(self, at: int, remembered: Remembered | None = None) -> "Reading":
        """Return the reading of another sheet of the file."""
        columns = recognise(self.sheets[at].top, self.columns.kind, remembered)
        return Reading(self.sheets, at, columns)

    def slots(self) -> tuple[Slot, ...]:
        """Return what the list may hold, in order."""
        columns, missing = self.columns, {group[0] for group in self.columns.missing()}
        return tuple(
            Slot(
                one.key,
                one.label,
                columns.places.get(one.key),
                one.key in columns.unsure,
                one in missing,
            )
            for one in columns.kind.fields
            # A choice has a column of its own only in some exports of a form.
            if "/" not in one.key or one.key in columns.places
        )

    def headings(self) -> tuple[tuple[int, str], ...]:
        """Return the columns with what tells them apart: the heading and the first text in it.

        Those that say who answered a form are left out.
        """
        found = []
        for place, heading in enumerate(self.columns.headings):
            if place in self.columns.private:
                continue
            words = samples(self.columns, self.sheet.top, place, 1)
            example = short(words[0]) if words else ""
            name = short(heading) or tr("Column {letter}").format(letter=_letter(place))
            found.append((place, f"{name} ({example})" if example else name))
        return tuple(found)

    def texts(self, key: str) -> Iterator[str]:
        """Yield the first texts of what a column holds; nothing where it has none."""
        place = self.columns.places.get(key)
        for row in self.sheet.top:
            if place is not None and row.line >= self.columns.first and place < len(row.cells):
                yield row.cells[place].strip()

    def lacks(self) -> str:
        """Return a sentence that names which column is missing, empty where none is."""
        groups = self.columns.missing()
        if not groups:
            return ""
        names = [tr(" or ").join(f"“{short(one.label)}”" for one in group[:3]) for group in groups]
        return tr("Choose which column of {name} holds {fields}.").format(
            name=self.path.name, fields=", ".join(names)
        )

    def records(self, progress: Progress | None = None) -> Iterator[Record]:
        """Yield what each row says; raises as reading the file does."""
        return self.columns.records(self.sheet.rows(progress))


def open_sheets(path: Path, progress: Progress | None = None) -> Sheets:
    """Return the sheets of a file.

    Raises UserError when it can't be read, Cancelled when it was stopped.
    """
    return read_sheets(path, progress)


def need_columns(reading: Reading) -> None:
    """Raise UserError when a column that is needed is missing."""
    groups = reading.columns.missing()
    if groups:
        names = tr(" or ").join(one.label for one in groups[0][:3])
        words = tr("{name} has no column that is called {names}. Give one that heading.")
        raise UserError(words.format(name=reading.path.name, names=names))


def likeliest(sheets: Sequence[Sheet], kinds: Sequence[TableKind]) -> TableKind:
    """Return which kind of list a file seems to be.

    Each later kind has to hold something that the ones before it can't.
    """
    return [kinds[0], *(kind for kind in kinds[1:] if _holds_own(sheets, kind, kinds[0]))][-1]


def looks_like(sheets: Sheets, kinds: Sequence[TableKind], chosen: TableKind) -> TableKind | None:
    """Return which other kind of list a file seems to be; None where nothing speaks against it."""
    likely = likeliest(sheets, kinds)
    if likely.name == chosen.name or _holds_own(sheets, chosen, kinds[0]):
        return None
    if likely is kinds[0]:  # the one that is left where nothing else is recognised
        fits = not read_as(sheets, chosen).columns.missing()
        columns = read_as(sheets, likely).columns
        return None if fits or columns.missing() or not columns.has_header else likely
    return likely


def _holds_own(sheets: Sequence[Sheet], kind: TableKind, other: TableKind) -> bool:
    """Return whether a file surely has a column that another kind of list can't have."""
    own = {one.key for one in kind.fields} - {one.key for one in other.fields}
    for sheet in sheets:
        columns = recognise(sheet.top, kind)
        sure = columns.places.keys() - columns.unsure
        if columns.has_header and not columns.missing() and sure & own:
            return True
    return False


def read_as(sheets: Sheets, kind: TableKind, remembered: Remembered | None = None) -> Reading:
    """Return a file as one kind of list, on the sheet that fits best."""
    found = [
        Reading(sheets, at, recognise(sheet.top, kind, remembered))
        for at, sheet in enumerate(sheets)
    ]
    fitting = [one for one in found if not one.columns.missing()] or found
    return next((one for one in fitting if one.columns.has_header), fitting[0])


def short(text: str) -> str:
    """Return a text in one line and of a few words."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _letter(place: int) -> str:
    """Return the letter by which a spreadsheet names a column."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
