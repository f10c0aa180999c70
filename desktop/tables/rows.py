"""Rows as they are read, and how much is read at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

TOP_ROWS = 100
"""How many rows of a sheet are read to recognise its columns and to show them."""

MOST_COLUMNS = 256
"""Cells farther right belong to no list; a stray one may lie in column 16,384."""


class Row(NamedTuple):
    """One row with something in it.

    `line` counts from 1, as a spreadsheet numbers its rows; empty cells at the end are left out.
    """

    line: int
    cells: tuple[str, ...]


class Refused(NamedTuple):
    """A row that can't be kept, as it stands in the list, and why."""

    line: int
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Limits:
    """How much reading one file may take, so that no file can stop the laptop.

    `unpacked` is the size of all parts of an XLSX file in bytes; `memory` (bytes) and `seconds`
    are what the process that reads it may use.
    """

    rows: int = 250_000
    unpacked: int = 1_000_000_000
    memory: int = 600_000_000
    seconds: float = 120.0


def row_of(line: int, cells: Sequence[str]) -> Row | None:
    """Return a row without the empty cells at its end, None if nothing is in it."""
    end = min(len(cells), MOST_COLUMNS)
    while end and not cells[end - 1]:
        end -= 1
    kept = tuple(cells[:end])
    return Row(line, kept) if any(map(str.strip, kept)) else None
