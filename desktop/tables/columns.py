"""Which column of a list holds what: recognised by its heading, and corrected by a person."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop.tables.headings import heading_key, heading_keys
from desktop.tables.rows import Row


@dataclass(frozen=True)
class Field:
    """One thing that a list may hold.

    `label` is what a person sees, `names` are what lists call it. `looks` says whether a text looks
    like one, for columns whose heading says nothing. `whole` says that the names are whole
    questions: no heading with more words is known by one.
    """

    key: str
    label: str
    names: tuple[str, ...]
    looks: Callable[[str], bool] | None = None
    whole: bool = False


@dataclass(frozen=True)
class TableKind:
    """A kind of list; of each group of `needs` at least one field must have a column.

    `private` are names of columns that are never read, because they say who somebody is. Rows of a
    kind that has any hold what its fields read and nothing else.
    """

    name: str
    fields: tuple[Field, ...]
    needs: tuple[tuple[str, ...], ...] = ()
    private: tuple[str, ...] = ()

    def field(self, key: str) -> Field:
        """Return a field by its key; raises KeyError where there is none."""
        return {one.key: one for one in self.fields}[key]


class Record(NamedTuple):
    """What one row says, by the key of the field; `row` is what it says as it stands."""

    line: int
    values: dict[str, str]
    row: Row


@dataclass(frozen=True)
class Columns:
    """Which column holds what.

    `places` are the columns (from 0) by the key of the field; those in `unsure` should be shown to
    a person. `headings` are as the list has them, empty without a header. `first` is the line on
    which the rows begin.
    """

    kind: TableKind
    headings: tuple[str, ...]
    first: int
    places: Mapping[str, int]
    unsure: frozenset[str] = frozenset()
    has_header: bool = True
    _keys: tuple[str, ...] = field(default=(), repr=False)

    def choose(self, key: str, place: int | None) -> "Columns":
        """Return the columns as a person corrected them; None for a field that has no column.

        A column holds one thing: what was there before has none then. A private one holds nothing.
        """
        places = {k: p for k, p in self.places.items() if k != key and p != place}
        if place is not None and place not in self.private:
            places[key] = place
        return replace(self, places=places, unsure=(self.unsure - {key}) & places.keys())

    def headed(self, row: Row) -> "Columns":
        """Return the columns of a list whose headings a person sees in a row."""
        headings = row.cells + ("",) * (len(self.headings) - len(row.cells))
        return replace(
            self,
            headings=headings,
            first=row.line + 1,
            has_header=True,
            _keys=tuple(map(heading_key, headings)),
        )

    def remembered(self, choice: Mapping[str, int]) -> "Columns":
        """Return the columns as a person chose them for such a list before."""
        keys = {one.key for one in self.kind.fields}
        width = len(self.headings)
        usable = set(range(width)) - self.private
        places = {k: p for k, p in choice.items() if k in keys and p in usable}
        return replace(self, places=places, unsure=frozenset())

    def missing(self) -> tuple[tuple[Field, ...], ...]:
        """Return the groups of which no field has a column; nothing can be kept until one has."""
        groups = (group for group in self.kind.needs if not self.places.keys() & set(group))
        return tuple(tuple(self.kind.field(key) for key in group) for group in groups)

    def unused(self) -> tuple[int, ...]:
        """Return the columns that are not read."""
        return tuple(p for p in range(len(self.headings)) if p not in self.places.values())

    @property
    def private(self) -> frozenset[int]:
        """The columns that are never read nor shown, because they say who somebody is."""
        return private_places(self.kind, self.headings)

    @property
    def fingerprint(self) -> str:
        """What lists with the same header share, to remember a correction by.

        A list without a header has nothing but the number of its columns.
        """
        parts = [self.kind.name, *(self._keys or [str(len(self.headings))])]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]

    def records(self, rows: Iterable[Row]) -> Iterator[Record]:
        """Yield what each row below the header says.

        A header that is repeated, as on each page of a report, is left out.
        """
        for row in rows:
            if row.line < self.first or (self._keys and self._is_header(row)):
                continue
            cells, end = row.cells, len(row.cells)
            values = {k: cells[p].strip() if p < end else "" for k, p in self.places.items()}
            yield Record(row.line, values, self._without_others(row) if self.kind.private else row)

    def _without_others(self, row: Row) -> Row:
        read = set(self.places.values())
        cells = (cell if place in read else "" for place, cell in enumerate(row.cells))
        return row._replace(cells=tuple(cells))

    def _is_header(self, row: Row) -> bool:
        if len(row.cells) < 2 or row.cells[0] != self.headings[0]:
            return False
        return tuple(map(heading_key, row.cells)) == self._keys[: len(row.cells)]


def private_places(kind: TableKind, headings: Iterable[str]) -> frozenset[int]:
    """Return the columns whose headings say that a kind of list never reads them."""
    names = set(map(heading_key, kind.private))
    return frozenset(p for p, one in enumerate(headings) if not names.isdisjoint(heading_keys(one)))


def samples(columns: Columns, top: Sequence[Row], place: int, number: int = 3) -> list[str]:
    """Return the first different texts of a column, to show beside its heading."""
    if place in columns.private:
        return []
    rows = (row for row in top if row.line >= columns.first and place < len(row.cells))
    texts = (row.cells[place].strip() for row in rows)
    return list(dict.fromkeys(text for text in texts if text))[:number]
