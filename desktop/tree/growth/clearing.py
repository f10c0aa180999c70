"""Where a leaf may lie that is larger than those of the maps: a very long pledge."""

import math

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth.bands import bands
from desktop.tree.growth.costs import reaches, ways
from desktop.tree.growth.crown import Crown
from desktop.tree.growth.shape import CELL, GAP, LEAST, STALK, TILTS, tilts, width_of

PACE = 3  # cells between two middles that are tried


def clearing(crown: Crown, taken: NDArray[np.bool_], rung: int) -> tuple[int, int] | None:
    """Return the side and tilt, and the cell of lowest rank, where a level leaf finds room.

    `taken` are cells on which not even the smallest leaf may have its middle. A leaf that covers
    none of them keeps its gap, as all cells within such a leaf's half width of others are taken.
    """
    sums = np.zeros((crown.rows, crown.columns + 1), np.int32)
    np.cumsum(taken, axis=1, out=sums[:, 1:])
    best: tuple[int, int, int] | None = None
    for way in (TILTS, len(tilts()) + TILTS):
        found = _lowest(crown, sums, rung, way)
        if found is not None and (best is None or found[0] < best[0]):
            best = (found[0], way, found[1])
    return None if best is None else best[1:]


def _lowest(crown: Crown, sums: NDArray[np.int32], rung: int, way: int) -> tuple[int, int] | None:
    """Return the band and cell of lowest rank where a leaf of a side and tilt finds room."""
    width = width_of(rung)
    aside = math.ceil((reaches()[0][way] + STALK * 2) * width / CELL) + 2
    high = math.ceil((reaches()[1][way] * width + GAP) / CELL) + 1
    rows = np.arange(high, crown.rows - high, PACE)
    columns = np.arange(aside, crown.columns - aside, PACE)
    if not len(rows) or not len(columns):
        return None
    covered = np.zeros((len(rows), len(columns)), np.int32)
    for step, (first, last) in zip(range(-high, high + 1), _spans(way, width, high), strict=True):
        line = sums[rows + step]
        covered += line[:, columns + last + 1] - line[:, columns + first]
    inward = (columns - crown.left) * ways()[way].side < 0  # its stalk might leave the sheet
    covered[:, inward] = 1
    lowest = bands(crown).at(rows, columns).astype(np.int32)
    lowest[covered > 0] = np.iinfo(np.int32).max
    which = int(lowest.argmin())
    row, column = divmod(which, len(columns))
    if covered[row, column] > 0:
        return None
    return int(lowest[row, column]), int(rows[row]) * crown.columns + int(columns[column])


def _spans(way: int, width: float, high: int) -> list[tuple[int, int]]:
    """Return from which to which cell a leaf with its stalk and gap reaches, row by row."""
    ring = np.array(ways()[way].outline(400)) * (width / LEAST)
    stalk = (STALK * 2 * width + GAP) / CELL
    across, up = ring[:, 0] / CELL, ring[:, 1] / CELL
    spans = []
    for row in range(-high, high + 1):
        near = np.abs(up - row) <= max(2.0, 1.5 + GAP / CELL)
        if not near.any():
            spans.append((0, -1))
            continue
        spans.append(
            (math.floor(across[near].min() - stalk - 1), math.ceil(across[near].max() + stalk + 1))
        )
    return spans
