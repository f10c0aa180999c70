"""Pieces laid out on sheets in rows, so that little paper is wasted; in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ALIKE = 1e-6


class Piece(NamedTuple):
    """How much room a piece takes."""

    width: float
    height: float


class Spot(NamedTuple):
    """Where a piece lies: its sheet from 0, and its lower left corner from that of the room."""

    sheet: int
    x: float
    y: float


@dataclass(slots=True)
class _Row:
    sheet: int
    top: float
    height: float
    used: float = 0.0


def pack(pieces: Sequence[Piece], width: float, height: float, gap: float) -> list[Spot]:
    """Return where each piece lies on sheets with room of a size, at least `gap` apart.

    High pieces come first. Raises ValueError for a piece that is larger than the room.
    """
    spots: dict[int, Spot] = {}
    rows: list[_Row] = []
    below: list[float] = []  # by sheet, where its next row may begin
    for number in sorted(
        range(len(pieces)), key=lambda n: (-pieces[n].height, -pieces[n].width, n)
    ):
        piece = pieces[number]
        if piece.width > width + _ALIKE or piece.height > height + _ALIKE:
            raise ValueError(f"a piece of {piece.width:.0f} × {piece.height:.0f} has no room")
        free = [row for row in rows if row.used + piece.width <= width + _ALIKE]
        if free:
            row = max(free, key=lambda one: one.used)
        else:
            row = _new_row(piece, below, height, gap)
            rows.append(row)
        spots[number] = Spot(row.sheet, row.used, row.top - (row.height + piece.height) / 2)
        row.used += piece.width + gap
    return [spots[number] for number in range(len(pieces))]


def _new_row(piece: Piece, below: list[float], height: float, gap: float) -> _Row:
    for sheet, top in enumerate(below):
        if piece.height <= top + _ALIKE:
            below[sheet] = top - piece.height - gap
            return _Row(sheet, top, piece.height)
    below.append(height - piece.height - gap)
    return _Row(len(below) - 1, height, piece.height)
