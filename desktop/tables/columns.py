"""Which column of a list holds what: recognised by its heading, and corrected by a person."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop.tables.headings import heading_key
from desktop.tables.rows import Row


@dataclass(frozen=True)
class Field:
    """One thing that a list may hold.

    `label` is what a person sees, `names` are what lists call it. `looks` says whether a text looks
    like one, for columns whose heading says nothing.
    """

    key: str
    label: str
    names: tuple[str, ...]
    looks: Callable[[str], bool] | None = None


@dataclass(frozen=True)
class TableKind:
    """A kind of list; of each group of `needs` at least one field must have a column."""

    name: str
    fields: tuple[Field, ...]
    needs: tuple[tuple[str, ...], ...] = ()

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

        A column holds one thing: what was there before has none then.
        """
        places = {k: p for k, p in self.places.items() if k != key and p != place}
        if place is not None:
            places[key] = place
        return replace(self, places=places, unsure=(self.unsure - {key}) & places.keys())

    def remembered(self, choice: Mapping[str, int]) -> "Columns":
        """Return the columns as a person chose them for such a list before."""
        keys = {one.key for one in self.kind.fields}
        width = len(self.headings)
        places = {k: p for k, p in choice.items() if k in keys and 0 <= p < width}
        return replace(self, places=places, unsure=frozenset())

    def missing(self) -> tuple[tuple[Field, ...], ...]:
        """Return the groups of which no field has a column; nothing can be kept until one has."""
        groups = (group for group in self.kind.needs if not self.places.keys() & set(group))
        return tuple(tuple(self.kind.field(key) for key in group) for group in groups)

    def unused(self) -> tuple[int, ...]:
        """Return the columns that are not read."""
        return tuple(p for p in range(len(self.headings)) if p not in self.places.values())

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
            yield Record(row.line, values, row)

    def _is_header(self, row: Row) -> bool:
        if len(row.cells) < 2 or row.cells[0] != self.headings[0]:
            return False
        return tuple(map(heading_key, row.cells)) == self._keys[: len(row.cells)]


def samples(columns: Columns, top: Sequence[Row], place: int, number: int = 3) -> list[str]:
    """Return the first different texts of a column, to show beside its heading."""
    rows = (row for row in top if row.line >= columns.first and place < len(row.cells))
    texts = (row.cells[place].strip() for row in rows)
    return list(dict.fromkeys(text for text in texts if text))[:number]
