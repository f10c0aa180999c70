"""What stands between the cells of a CSV file."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

ONE_COLUMN = "\x1f"
"""Stands between the cells of a file that has one column; readers remove it from every text."""

_CANDIDATES = ("\t", ";", ",")
_MOST_ROWS = 300
_MOSTLY, _RARELY = 0.8, 0.4
_TIGHT = re.compile(",(?! )")
_QUOTED = re.compile('"[^"]*"')
_HINT = re.compile(r'\ufeff?"?sep=([,;\t|])"?', re.IGNORECASE)


@dataclass(frozen=True)
class _Found:
    """How well a mark divides the sample: better ones sort first."""

    mark: str
    is_rare: bool
    is_uneven: bool
    first: int
    rank: int

    def key(self) -> tuple[bool, bool, int, int]:
        return self.is_rare, self.is_uneven, self.first, self.rank


def delimiter_of(sample: str) -> str:
    """Return the mark between cells: tab, semicolon, comma, or ONE_COLUMN.

    `sample` is the beginning of the text. A mark counts if most rows have the same number of cells
    by it; then the one that the first row has, and tab before semicolon before comma: names and
    prose hold commas. Commas that all have a space behind them (`Smith, Sam` below `Name`) divide
    only if every row has as many.
    """
    hint = hinted(sample)
    if hint:
        return hint
    for strict in (True, False):
        found = [
            one
            for rank, mark in enumerate(_CANDIDATES)
            if mark in sample and (one := _found(sample, mark, rank, strict=strict))
        ]
        if found:
            return min(found, key=_Found.key).mark
    return ONE_COLUMN


def hinted(sample: str) -> str | None:
    """Return the mark that a first line such as `sep=;` tells Excel, None if there is none."""
    match = _HINT.fullmatch(sample.lstrip("\ufeff").split("\n", 1)[0].strip("\r "))
    return match[1] if match else None


def spaced(sample: str, mark: str) -> bool:
    """Return whether quoted cells have a space before them, as in `Sam, "Home care"`."""
    return f'{mark} "' in sample and f'{mark}"' not in sample


def _found(sample: str, mark: str, rank: int, *, strict: bool) -> _Found | None:
    try:
        rows = list(_rows(sample, mark, strict=strict))
    except csv.Error:
        return None
    counts = [len(row) for row in rows if any(row)] or list(map(len, rows))
    several = Counter(number for number in counts if number > 1)
    if not several:
        return None
    is_prose = mark == "," and not _TIGHT.search(_QUOTED.sub("", sample))
    if is_prose and len(set(counts)) > 1:
        return None
    share = several.most_common(1)[0][1] / len(counts)
    first = next(place for place, number in enumerate(counts) if number > 1)
    return _Found(mark, share < _RARELY, share < _MOSTLY, first, rank)


def _rows(sample: str, mark: str, *, strict: bool) -> Iterator[list[str]]:
    """Yield the first rows.

    A cell that the end of the sample cuts is no error; what follows a quotation mark that is never
    closed is left out unless `strict`.
    """
    lines = list(io.StringIO(sample, newline=""))
    reader = csv.reader(lines, delimiter=mark, strict=strict)
    for _ in range(_MOST_ROWS):
        try:
            row = next(reader, None)
        except csv.Error:
            if strict and reader.line_num < len(lines):
                raise
            return
        if row is None:
            return
        yield row
