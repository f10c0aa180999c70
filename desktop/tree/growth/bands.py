"""How far out each cell of a crown lies, as a leaf there would reach."""

import math
from functools import cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth.crown import Crown

BAND = 0.5  # em of rank
WIDE, HIGH = 4.6, 3.4  # em: how far a leaf reaches from its middle, across and upright
LEAST, MORE = 64, 1.1  # bands that are worked out at first, and times as many then

Cells = NDArray[np.int32]
Steps = NDArray[np.uint16]
Numbers = NDArray[np.intp]
Box = tuple[Numbers, Numbers]


class Bands:
    """The cells of a crown by band. They are worked out from the fork outward as trees need them.

    A band is BAND em of rank, counted from 0; cells count from the grid's lower left by rows. All
    trees of a form share them, whatever thread they grow in.
    """

    def __init__(self, crown: Crown) -> None:
        self._crown = crown
        self._learns = Lock()
        rows, columns = crown.box(math.inf)
        edges = self.at(rows[[0, -1]], columns), self.at(rows, columns[[0, -1]])
        self.count = 1 + max(int(edge.max()) for edge in edges)
        self._known = 0  # bands
        self._box = rows[:0], columns[:0]  # the rows and columns of cells whose bands are known
        self._cells = np.empty(0, np.int32)
        self._bands = np.empty(0, np.uint16)
        self._rest = np.empty(0, np.intp), np.empty(0, np.uint16)  # in the box, but further out

    def between(self, first: int, last: int) -> tuple[Cells, Steps]:
        """Return the cells from a band to before another, and their bands, in order of these."""
        with self._learns:
            if last > self._known and self._known < self.count:
                self._learn(max(last, round(self._known * MORE), LEAST))
            cells, found = self._cells, self._bands
        start, end = np.searchsorted(found, np.array([first, last], np.uint16)).tolist()
        return cells[start:end], found[start:end]

    def at(self, rows: Numbers, columns: Numbers) -> Steps:
        """Return the bands of the cells where rows and columns cross, by row and column."""
        x, y = self._crown.middles(rows[:, np.newaxis], columns[np.newaxis, :])
        # What counts is how far out a leaf reaches, and leaves lie more across than upright.
        wide = x + WIDE * x / (np.abs(x) + WIDE)
        high = y + HIGH * y / (np.abs(y) + HIGH)
        return np.rint(self._crown.rank(wide, high) / BAND).astype(np.uint16)

    def _learn(self, last: int) -> None:
        """Work out all bands before one: no cell of these lies outside a crown so wide."""
        self._known = last
        cells, found = [self._rest[0]], [self._rest[1]]
        for rows, columns in self._around(self._crown.box(last * BAND)):
            found.append(self.at(rows, columns).ravel())
            cells.append((rows[:, np.newaxis] * self._crown.columns + columns).ravel())
        every, of_every = np.concatenate(cells), np.concatenate(found)
        within = of_every < last
        self._rest = every[~within], of_every[~within]
        every, of_every = every[within], of_every[within]
        order = np.argsort(of_every, kind="stable")
        self._cells = np.append(self._cells, every[order].astype(np.int32))
        self._bands = np.append(self._bands, of_every[order])

    def _around(self, box: Box) -> list[Box]:
        """Return the parts of a box whose bands are not known yet, and know it from now on."""
        (inner, across), (rows, columns) = self._box, box
        self._box = box
        if not len(inner):
            return [box]
        beside = columns < across[0], columns > across[-1]
        ends = rows < inner[0], rows > inner[-1]
        return [
            *((rows[end], columns) for end in ends),
            *((inner, columns[side]) for side in beside),
        ]


@cache
def bands(crown: Crown) -> Bands:
    """Return the bands of a crown."""
    return Bands(crown)
