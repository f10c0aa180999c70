"""The maps of free places: for each cell, side and tilt, how large a leaf may lie there."""

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth.crown import Crown
from desktop.tree.growth.shade import shade
from desktop.tree.growth.shape import CELL, TILTS, Place, tilts
from desktop.tree.growth.stamps import RUNGS, SIDES, Stamp, stamp

Cells = NDArray[np.intp]
AnyCells = NDArray[np.intp] | NDArray[np.int32]
Part = tuple[int, int, int, int]  # rows, then columns
Window = tuple[slice, slice]

INWARD = 0.15  # cosine: no tip points further into the crown, for its twig would be a hook

WAYS = range(len(SIDES) * (2 * TILTS + 1))
_LEVEL = [way for way in WAYS if way % (2 * TILTS + 1) == TILTS]
_TILTED = [way for way in WAYS if way not in _LEVEL]


def _empty(crown: Crown, rows: slice, columns: slice) -> NDArray[np.uint8]:
    """Return what is free where no leaf hangs yet: all but leaves that point inward."""
    x = (np.arange(crown.columns, dtype=np.float32)[columns] - crown.left) * CELL
    y = (np.arange(crown.rows, dtype=np.float32)[rows] - crown.below)[:, np.newaxis] * CELL
    high = y / np.float32(crown.up**2)  # as `costs.lie` has it
    least = -np.float32(INWARD) * (np.sqrt(x * x + high * high) + 1)
    free = np.empty((len(SIDES), len(tilts()), *least.shape), np.uint8)
    for side, ways in zip(SIDES, free, strict=True):
        for tilt, way in zip(tilts(), ways, strict=True):
            along, up = Place(0, 0, 0, side, tilt, 0).axis
            outward = np.float32(round(along, 6)) * x + np.float32(round(up, 6)) * high
            np.multiply(outward >= least, np.uint8(RUNGS), out=way)
    return free


class Maps:
    """What is free in a crown. Leaves take places; only a removed leaf gives any back."""

    def __init__(self, crown: Crown) -> None:
        self._crown = crown
        self._free = _empty(crown, slice(None), slice(None))
        self._most = np.full((crown.rows, crown.columns), RUNGS, np.uint8)  # of all sides and tilts
        self._covered = np.zeros((crown.rows, crown.columns), np.bool_)

    def take(self, place: Place, within: Part | None = None) -> None:
        """Mark what a leaf leaves free, and what it covers."""
        self.press(place.x, place.y, stamp(place), within)
        under, below, left = shade(place)
        here = self._part(place.x - left, place.y - below, under.shape, within)
        if here is not None:
            mine, its = here
            self._covered[mine] |= under[its]

    def press(self, x: int, y: int, stamp: Stamp, within: Part | None = None) -> None:
        """Mark what a thing with its middle at a cell leaves free, or a part of that."""
        free, below, left = stamp
        here = self._part(x - left, y - below, free.shape[2:], within)
        if here is not None:
            mine, its = here
            part = self._free[..., *mine]
            np.minimum(part, free[..., *its], out=part)
            part.max(axis=(0, 1), out=self._most[mine])

    def _part(
        self, x: int, y: int, shape: tuple[int, ...], within: Part | None
    ) -> tuple[Window, Window] | None:
        """Return where a thing with its lower left at a cell lies on the grid, and which of it."""
        row, column = y + self._crown.below, x + self._crown.left
        edge = within or (0, self._crown.rows, 0, self._crown.columns)
        low, high = max(row, edge[0]), min(row + shape[0], edge[1])
        first, last = max(column, edge[2]), min(column + shape[1], edge[3])
        if low >= high or first >= last:
            return None
        its = slice(low - row, high - row), slice(first - column, last - column)
        return (slice(low, high), slice(first, last)), its

    def clear(self, place: Place) -> Part:
        """Mark all as free that a leaf had touched; return that part."""
        free, below, left = stamp(place)
        row, column = place.y + self._crown.below - below, place.x + self._crown.left - left
        low, first = max(row, 0), max(column, 0)
        high = min(row + free.shape[2], self._crown.rows)
        last = min(column + free.shape[3], self._crown.columns)
        here = slice(low, high), slice(first, last)
        self._free[..., *here] = _empty(self._crown, *here)
        self._most[here] = RUNGS
        self._covered[here] = False
        return low, high, first, last

    def holds(self, place: Place) -> bool:
        """Say whether a leaf of the maps' sizes may lie at a place."""
        column, row = place.x + self._crown.left, place.y + self._crown.below
        inside = 0 <= row < self._crown.rows and 0 <= column < self._crown.columns
        side, tilt = SIDES.index(place.side), place.tilt + TILTS
        return inside and bool(self._free[side, tilt, row, column] > place.rung)

    def taken(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say of points in em whether not even the smallest leaf may have its middle there."""
        return np.asarray(self._most.ravel()[self._cells_at(x, y)] == 0)

    def covered(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say of points in em whether a leaf lies over them."""
        return np.asarray(self._covered.ravel()[self._cells_at(x, y)])

    def _cells_at(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> Cells:
        """Return the cells of points in em; of those beyond the grid the nearest on its edge."""
        columns = np.rint(x / CELL).astype(np.intp) + self._crown.left
        rows = np.rint(y / CELL).astype(np.intp) + self._crown.below
        # A third of the time of `clip`, and this is asked for each leaf many times.
        columns = np.minimum(np.maximum(columns, 0), self._crown.columns - 1)
        rows = np.minimum(np.maximum(rows, 0), self._crown.rows - 1)
        return np.asarray(rows * self._crown.columns + columns)

    def all_taken(self) -> NDArray[np.bool_]:
        """Say of every cell whether not even the smallest leaf may have its middle there."""
        return np.asarray(self._most == 0)

    def beside(
        self, rung: int, side: int, wide: float, high: float, *, level: bool = False
    ) -> tuple[Cells, Cells]:
        """Return the free places of one side near the stem, so far to either side and up.

        That is side · tilts + tilt, and the cells.
        """
        left, row = self._crown.left, self._crown.below
        across, up = round(wide / CELL), round(high / CELL)
        part = self._free[SIDES.index(side), :, row : row + up, left - across : left + across]
        tilts, rows, columns = np.nonzero(part > rung)
        if level:
            tilts, rows, columns = (one[tilts == TILTS] for one in (tilts, rows, columns))
        cells = (rows + row) * self._crown.columns + columns + left - across
        ways = SIDES.index(side) * (2 * TILTS + 1) + tilts
        return ways, cells

    def most(self, cells: AnyCells, *, level: bool = False) -> NDArray[np.uint8]:
        """Return the rungs that are free in cells for a leaf of any tilt, or for a level one."""
        if not level:
            return np.take(self._most.reshape(-1), cells)
        right, left = (self._by_way[way, cells] for way in _LEVEL)
        return np.asarray(np.maximum(right, left))

    def free(self, cells: AnyCells, rung: int, *, level: bool = False) -> NDArray[np.bool_]:
        """Say by side · tilts + tilt and cell whether a leaf may have its middle there."""
        free = np.take(self._by_way, cells, axis=1) > rung
        if level:
            free[_TILTED] = False
        return np.asarray(free)

    @property
    def _by_way(self) -> NDArray[np.uint8]:
        """The rungs that are free, by side · tilts + tilt and cell."""
        return self._free.reshape(len(WAYS), -1)
