"""Finding the header of a list and what its columns hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from desktop.tables.columns import Columns, Field, TableKind, private_places
from desktop.tables.headings import heading_key, heading_keys, heading_words
from desktop.tables.rows import Row

_MOST_TITLES = 25
"""The header is looked for in so many rows."""

_LONGEST = 6
"""A heading of more words is a sentence; a word in it says nothing."""

_OTHERS = {"manager", "managers", "supervisor", "emergency", "kin", "previous", "former", "rheolwr"}
"""A heading with one of these is about someone else: `Line manager email`."""

_ENOUGH = 0.8


@dataclass(frozen=True)
class _Match:
    """What the cells of one row would be as a header."""

    row: Row
    headings: tuple[str, ...]
    sure: dict[str, int]
    unsure: dict[str, int]

    @property
    def score(self) -> float:
        return len(self.sure) + len(self.unsure) / 2


def recognise(
    top: Sequence[Row],
    kind: TableKind,
    remembered: Mapping[str, Mapping[str, int]] | None = None,
) -> Columns:
    """Return which columns of a list hold what.

    `top` are the first rows with something in them. `remembered` are corrections by fingerprint:
    the field keys with their columns.
    """
    width = max((len(row.cells) for row in top), default=0)
    header = _header(top, kind)
    columns = _with_header(header, width, kind) if header else _without(top, width, kind)
    known = remembered or {}
    if header is None and top and columns.headed(top[0]).fingerprint in known:
        columns = columns.headed(top[0])  # a person said so of such a list before
    choice = known.get(columns.fingerprint)
    return columns.remembered(choice) if choice else _by_looks(columns, top)


def _header(top: Sequence[Row], kind: TableKind) -> _Match | None:
    best: _Match | None = None
    above: Row | None = None
    for row in top[:_MOST_TITLES]:
        for headings in _readings(row, above, kind):
            match = _match(row, headings, kind)
            if _is_header(match) and (best is None or match.score > best.score):
                best = match
        above = row
    return best


def _readings(row: Row, above: Row | None, kind: TableKind) -> list[tuple[str, ...]]:
    """Return the headings that a row may be: as it is, or together with the row above.

    A header of two rows has cells merged downwards: `Name` stands above, `E-mail` below `Contact`.
    Or it has a question above and below it the choices, a column each.
    """
    if above is None or above.line != row.line - 1 or len(above.cells) < 2:
        return [row.cells]
    width = max(len(row.cells), len(above.cells))
    upper, lower = (r.cells + ("",) * (width - len(r.cells)) for r in (above, row))
    filled = tuple(low if low.strip() else up for up, low in zip(upper, lower, strict=True))
    if not any(one.whole for one in kind.fields):
        return [row.cells, filled]
    return [row.cells, filled, tuple(_bracketed(upper, lower))]


def _bracketed(upper: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    """Yield the questions of the upper row, each with what stands below it in brackets."""
    question = ""
    for up, low in zip(upper, lower, strict=True):
        question = up.strip() or question
        yield f"{question} [{low.strip()}]" if low.strip() else up


def _is_header(match: _Match) -> bool:
    """Return whether a row is a header and no title such as `Team list` or a row of the list."""
    return bool(match.sure) or len(match.unsure) > 1


def _match(row: Row, headings: tuple[str, ...], kind: TableKind) -> _Match:
    keys = _keys(headings, kind)
    sure: dict[str, int] = {}
    unsure: dict[str, int] = {}
    taken = set(private_places(kind, headings))
    for one in kind.fields:
        named = _names(one)
        places = [
            (named[key], place)
            for place, key in enumerate(keys)
            if place not in taken and key in named
        ]
        if places:
            _, place = min(places)
            (sure if len(places) == 1 else unsure)[one.key] = place
            taken.add(place)
    for one in kind.fields:
        known = one.whole or one.key in sure or one.key in unsure
        among = None if known else _within(one, headings, taken)
        if among is not None:
            unsure[one.key] = among
            taken.add(among)
    return _Match(row, headings, sure, unsure)


def _keys(headings: Sequence[str], kind: TableKind) -> list[str]:
    """Return the key by which each heading is known, as much of it as is a name.

    A choice of a question is its wording with the choice in brackets, and no other column of the
    question itself.
    """
    names = {key for one in kind.fields for key in _names(one)}
    return [next((key for key in heading_keys(one) if key in names), "") for one in headings]


@cache
def _names(one: Field) -> dict[str, int]:
    """Return the keys of a field's names with their ranks: the first name says most."""
    keys = map(heading_key, (one.key, one.label, *one.names))
    return {key: rank for rank, key in enumerate(dict.fromkeys(keys)) if key}


def _within(one: Field, headings: tuple[str, ...], taken: set[int]) -> int | None:
    """Return the column whose heading holds the longest of a field's names among other words."""
    best, found = 0, None
    for place, heading in enumerate(headings):
        words = heading_words(heading)
        if place in taken or not 1 < len(words) <= _LONGEST or _OTHERS & set(words):
            continue
        for name in map(heading_words, one.names):
            runs = (words[at : at + len(name)] for at in range(len(words) - len(name) + 1))
            if len(name) > best and name in runs:
                best, found = len(name), place
    return found


def _with_header(match: _Match, width: int, kind: TableKind) -> Columns:
    headings = match.headings + ("",) * (width - len(match.headings))
    return Columns(
        kind,
        headings,
        match.row.line + 1,
        {**match.unsure, **match.sure},
        frozenset(match.unsure),
        _keys=tuple(map(heading_key, headings)),
    )


def _without(top: Sequence[Row], width: int, kind: TableKind) -> Columns:
    """Return the columns of a list without a header: a single one holds what is needed first."""
    needed = kind.needs[0][0] if kind.needs else ""
    places = {needed: 0} if needed and width == 1 else {}
    first = top[0].line if top else 1
    return Columns(kind, ("",) * width, first, places, frozenset(places), has_header=False)


def _by_looks(columns: Columns, top: Sequence[Row]) -> Columns:
    """Return the columns with those added that are known by what is in them."""
    places, unsure = dict(columns.places), set(columns.unsure)
    rows = [row for row in top if row.line >= columns.first]
    for one in columns.kind.fields:
        if one.looks is None or one.key in places:
            continue
        for place in range(len(columns.headings)):
            texts = [row.cells[place].strip() for row in rows if place < len(row.cells)]
            filled = [text for text in texts if text]
            fitting = sum(map(one.looks, filled))
            if place not in places.values() and filled and fitting >= len(filled) * _ENOUGH:
                places[one.key] = place
                unsure.add(one.key)
                break
    return replace(columns, places=places, unsure=frozenset(unsure))
