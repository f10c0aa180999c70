"""The free places of a crown that cost least, found without weighing all of them.

A tree has some ten thousand free places for each leaf, and weighing one takes long. So cells are
sifted first: by their bands, which keep the crown in shape, then by what a place there costs at the
least. Cells of which nothing is free any more are let go, as free places only ever disappear.
"""

from typing import NamedTuple

import numpy as np

from desktop.tree.growth import costs
from desktop.tree.growth.bands import BAND, Cells, Steps, bands
from desktop.tree.growth.costs import Stage
from desktop.tree.growth.crown import Crown
from desktop.tree.growth.maps import Maps
from desktop.tree.wood.plan import Floats, Numbers

INNER = 150  # cells: as many of the lowest bands, and the bands next to these, are looked at
BEST = 40  # cells: as many that cost least, and those that cost little more, are looked at
ENOUGH = 3000  # cells that are looked at before others
ALIKE = 4  # rungs whose cells are kept together
AHEAD = 8  # bands that are kept beyond those that were asked for


class Search(NamedTuple):
    """How widely a place is looked for."""

    bands: int  # next to the INNER cells
    span: float  # em: by how much a cell may cost more than the BEST
    places: int


class Offers(NamedTuple):
    """Free places by their ways and cells, in the order of what they cost.

    `frame` is half the width in em of the frame about the crown with each of them.
    """

    way: Numbers
    cells: Numbers
    cost: Floats
    frame: Floats

    def each(self, step: int) -> "Offers":
        """Return one in so many of them."""
        here = slice(None, None, step)
        return Offers(self.way[here], self.cells[here], self.cost[here], self.frame[here])


class _Kept(NamedTuple):
    """Cells before a band in which leaves of some size may still lie, in order of their bands."""

    last: int
    cells: Cells
    bands: Steps


_NOTHING = _Kept(0, np.empty(0, np.int32), np.empty(0, np.uint16))


def lowest(cost: Floats, count: int) -> Numbers:
    """Return where the so many lowest costs stand, and all that equal the highest of these."""
    if len(cost) <= count:
        return np.arange(len(cost))
    return np.flatnonzero(cost <= np.partition(cost, count - 1)[count - 1])


class Vacancies:
    """What is free in a crown whose leaves are taken down in maps."""

    def __init__(self, crown: Crown, maps: Maps) -> None:
        self._crown, self._maps = crown, maps
        self._bands = bands(crown)
        self._kept: dict[int, _Kept] = {}
        self._asked: dict[int, int] = {}  # the band before which cells were asked for last

    def forget(self) -> None:
        """Look at all cells anew, as some were given back."""
        self._kept.clear()

    def cheapest(self, rung: int, search: Search, stage: Stage, *, level: bool = False) -> Offers:
        """Return the free places that cost least, so many or fewer; none where all is taken."""
        cells, of_cells = self._best(rung, search, stage, level=level)
        x, y = self._middles(cells)
        free = self._maps.free(cells, rung, level=level)
        way, which = np.divmod(np.flatnonzero(free.ravel()), max(len(cells), 1))
        cells, x, y = cells[which], x[which], y[which]
        frame = np.maximum(costs.frame(self._crown, rung, way, x, y), stage.frame)
        cost = of_cells[which] * BAND + costs.lie(self._crown, way, x, y)
        cost += costs.spread(self._crown, stage, x, y, frame)
        best = lowest(cost, search.places)
        # Which of equals comes first must not depend on what was looked at before.
        order = np.lexsort((cells[best], way[best], cost[best]))
        best = best[order][: search.places]
        return Offers(way[best], cells[best].astype(np.intp), cost[best], frame[best])

    def _best(self, rung: int, search: Search, stage: Stage, *, level: bool) -> tuple[Cells, Steps]:
        """Return the cells where a place might be among those that cost least, and their bands."""
        cells, of_cells = self._inner(rung, search.bands, level=level)
        floor = self._floor(rung, stage, cells[:ENOUGH], of_cells[:ENOUGH])
        if len(floor) <= BEST:
            return cells, of_cells
        # No cell further out than that can be among the best, as its band alone costs more.
        limit = float(np.partition(floor, BEST)[BEST]) + search.span
        end = int(
            np.searchsorted(of_cells, np.uint16(min(limit / BAND, self._bands.count)), side="right")
        )
        cells, of_cells = cells[:end], of_cells[:end]
        if end > ENOUGH:
            floor = self._floor(rung, stage, cells, of_cells)
            limit = float(np.partition(floor, BEST)[BEST]) + search.span
        near = floor[:end] <= limit
        return cells[near], of_cells[near]

    def _floor(self, rung: int, stage: Stage, cells: Cells, of_cells: Steps) -> Floats:
        """Return what places in cells cost at least."""
        x, y = self._middles(cells)
        return of_cells * BAND + costs.least_spread(self._crown, rung, stage, x, y)

    def _middles(self, cells: Cells) -> tuple[Floats, Floats]:
        return self._crown.middles(*np.divmod(cells, self._crown.columns))

    def _inner(self, rung: int, more: int, *, level: bool) -> tuple[Cells, Steps]:
        """Return the INNER cells and those in so many bands more, and their bands."""
        group = rung // ALIKE
        last = self._asked.get(group, AHEAD)
        while True:
            kept = self._upto(group, last)
            end = int(np.searchsorted(kept.bands, np.uint16(last)))
            open_ = np.flatnonzero(self._maps.most(kept.cells[:end], level=level) > rung)
            found = kept.bands[open_]
            needed = int(found[INNER]) + more + 1 if len(found) > INNER else last + AHEAD
            needed = min(needed, self._bands.count)
            if needed <= last:
                break
            last = needed
        self._asked[group] = needed
        open_ = open_[: np.searchsorted(found, np.uint16(needed))]
        return kept.cells[open_], kept.bands[open_]

    def _upto(self, group: int, last: int) -> _Kept:
        """Return the cells of a group of rungs before a band, or before a later one."""
        kept = self._kept.get(group, _NOTHING)
        if kept.last < last:
            end = last + AHEAD
            cells, found = self._bands.between(kept.last, end)
            cells, found = np.append(kept.cells, cells), np.append(kept.bands, found)
            still = self._maps.most(cells) > group * ALIKE
            kept = self._kept[group] = _Kept(end, cells[still], found[still])
        return kept
