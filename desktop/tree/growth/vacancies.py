"""The free places of a crown that cost least, found without weighing all of them.

A tree has some ten thousand free places for each leaf, and weighing one takes long. So cells are
sifted first: by their bands, which keep the crown in shape, then by what a place there costs at the
least. Cells of which nothing is free any more are let go, as free places only ever disappear.

A place far from wood that leaves hide is not offered, however cheap it is: its bough would be bare.
"""

from typing import NamedTuple

import numpy as np

from desktop.tree.growth import costs
from desktop.tree.growth.bands import BAND, Cells, Steps, bands
from desktop.tree.growth.costs import Stage
from desktop.tree.growth.crown import Crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import TILTS, tilts
from desktop.tree.wood.plan import Floats, Numbers, Plan, Seen

INNER = 150  # cells: as many of the lowest bands, and the bands next to these, are looked at
BEST = 40  # cells: as many that cost least, and those that cost little more, are looked at
ENOUGH = 1000  # cells that are looked at before others
ALIKE = 4  # rungs whose cells are kept together
AWAY = 16.0  # em from a point that is shunned
STALE = 100  # searches after which cells are let go that are taken
AHEAD = 8  # bands that are kept beyond those that were asked for


Point = tuple[float, float]


class Search(NamedTuple):
    """How widely a place is looked for."""

    bands: int  # next to the INNER cells
    span: float  # em: by how much a cell may cost more than the BEST
    places: int
    near: Seen | None = None  # in which squares of the wood feet may be, None: in all
    shunned: tuple[Point, ...] = ()  # x and y in em


class Offers(NamedTuple):
    """Free places by their ways and cells, in the order of what they cost.

    `frame` is half the width in em of the frame about the crown with each of them.
    """

    way: Numbers
    cells: Numbers
    cost: Floats
    frame: Floats


class _Kept(NamedTuple):
    """Cells before a band in which leaves of some size may still lie, in order of their bands."""

    last: int
    since: int  # searches
    cells: Cells
    bands: Steps
    squares: Cells  # of the wood


_NOTHING = _Kept(0, 0, np.empty(0, np.int32), np.empty(0, np.uint16), np.empty(0, np.int32))


def lowest(cost: Floats, count: int) -> Numbers:
    """Return where the so many lowest costs stand, and all that equal the highest of these."""
    if len(cost) <= count:
        return np.arange(len(cost))
    return np.flatnonzero(cost <= np.partition(cost, count - 1)[count - 1])


class Vacancies:
    """What is free in a crown whose leaves are taken down in maps."""

    def __init__(self, crown: Crown, maps: Maps, plan: Plan) -> None:
        self._crown, self._maps, self._plan = crown, maps, plan
        self._bands = bands(crown)
        self._searches = 0
        self._kept: dict[int, _Kept] = {}
        # The band before which cells were asked for last.
        self._asked: dict[tuple[int, bool], int] = {}

    def forget(self) -> None:
        """Look at all cells anew, as some were given back."""
        self._kept.clear()

    def cheapest(self, rung: int, search: Search, stage: Stage, *, level: bool = False) -> Offers:
        """Return the free places that cost least, so many or fewer; none where all is taken."""
        self._searches += 1
        cells, of_cells = self._best(rung, search, stage, level=level)
        x, y = self._crown.at(cells)
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
        cells, of_cells = self._inner(rung, search, level=level)
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
        x, y = self._crown.at(cells)
        return of_cells * BAND + costs.least_spread(self._crown, rung, stage, x, y)

    def _inner(self, rung: int, search: Search, *, level: bool) -> tuple[Cells, Steps]:
        """Return the INNER cells and those in so many bands more, and their bands."""
        group = rung // ALIKE
        asked = group, bool(search.shunned)
        last = self._asked.get(asked, AHEAD)
        while True:
            kept = self._upto(group, last)
            end = int(np.searchsorted(kept.bands, np.uint16(last)))
            open_ = np.flatnonzero(self._maps.most(kept.cells[:end], level=level) > rung)
            if search.near is not None:
                open_ = open_[search.near[kept.squares[open_]]]
            open_ = self._away(kept.cells, open_, search)
            found = kept.bands[open_]
            enough = len(found) > INNER
            needed = int(found[INNER]) + search.bands + 1 if enough else last + AHEAD
            needed = min(needed, self._bands.count)
            if needed <= last:
                break
            last = needed
        self._asked[asked] = needed
        open_ = open_[: np.searchsorted(found, np.uint16(needed))]
        return kept.cells[open_], kept.bands[open_]

    def _away(self, cells: Cells, open_: Numbers, search: Search) -> Numbers:
        """Return those of some cells that are not near a point that is shunned."""
        for x, y in search.shunned:
            across, up = self._crown.at(cells[open_])
            open_ = open_[(across - x) ** 2 + (up - y) ** 2 > AWAY**2]
        return open_

    def _upto(self, group: int, last: int) -> _Kept:
        """Return the cells of a group of rungs before a band, or before a later one."""
        kept = self._kept.get(group, _NOTHING)
        if kept.last >= last and self._searches - kept.since < STALE:
            return kept
        end = max(kept.last, last + AHEAD)
        still = self._maps.most(kept.cells) > group * ALIKE
        cells, found = self._bands.between(kept.last, end)
        fresh = self._maps.most(cells) > group * ALIKE
        cells = cells[fresh]
        kept = self._kept[group] = _Kept(
            end,
            self._searches,
            np.append(kept.cells[still], cells),
            np.append(kept.bands[still], found[fresh]),
            np.append(kept.squares[still], self._feet(group, cells)),
        )
        return kept

    def _feet(self, group: int, cells: Cells) -> Cells:
        """Return the squares of the wood in which the feet of level leaves lie, outward ones."""
        x, y = self._crown.at(cells)
        way = np.where(x > 0, TILTS, TILTS + len(tilts()))
        squares = self._plan.square(*costs.behind(group * ALIKE + ALIKE // 2, way, x, y))
        return squares.astype(np.int32)
