"""The soft light about a crown: two pale areas, one within the other, without holes."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.leaf import RATIO
from desktop.leaf.setting import STEP
from desktop.printing.sheet import MM, Box
from desktop.tree.growth.shape import CELL, TILT, Place, width_of
from desktop.tree.growth.standing import Standing
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.steps import Fill, Outline, Step, Use
from desktop.tree.paper.symbols import HAZE

FROM, _FULL = 30, 140  # leaves
_BEYOND = (3.4, 1.7)  # em beyond the leaf
_LENGTHWAYS = 0.75  # of that, at a leaf's foot and tip
_GRAINS = ((200, 0.25), (1200, 0.5), (math.inf, 1.0))  # up to so many leaves, em of a cell
_CORNER = math.sqrt(0.5)  # from a cell's middle, in cells
_OFF = 1 * MM  # from the sheet's edges

Cells = NDArray[np.bool_]
Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]


def haze(
    leaves: Sequence[Leaf], standing: Standing, palette: Palette, sheet: Box, count: int
) -> Iterator[Step]:
    """Yield the soft light about a crown; a young tree has none.

    `count` is how many leaves the largest tree of the grove has, so that all of it looks alike.
    """
    if count < FROM or not palette.haze[0] or not leaves:
        return
    share = 0.45 + 0.55 * min(1.0, (count - FROM) / (_FULL - FROM))
    crown = _Crown([leaf.place for leaf in leaves], standing, sheet.inset(_OFF))
    outer, inner = (crown.lights(beyond * share * standing.em) for beyond in _BEYOND)
    heart = _Heart(crown, outer, inner, standing)
    areas = heart.pockets, heart.inside
    for number, (lights, cells) in enumerate(zip((outer, inner), areas, strict=True)):
        for light in lights.matrices()[heart.seen].tolist():
            yield Use(f"{HAZE}{number}", tuple(light))
        yield Fill(list(heart.strips(cells)), palette.haze[number])


class _Crown:
    """Where a tree's leaves lie on its sheet; `room` is how far their light may reach."""

    def __init__(self, places: Sequence[Place], standing: Standing, room: Box) -> None:
        rows = np.array(places, np.intp).reshape(-1, len(Place._fields))
        self.cells = rows[:, [2, 1]]
        self.middle = rows[:, 1:3] * (CELL * standing.em) + standing.fork
        turn = np.radians(TILT * rows[:, 4])
        self.along, self.up = rows[:, 3] * np.cos(turn), np.sin(turn)
        self.half = width_of(1) * STEP ** (rows[:, 0] - 1) / 2 * standing.em
        low = np.array((room.x, room.y))
        high = np.array((room.right, room.top))
        self._free = np.minimum(self.middle - low, high - self.middle)

    def lights(self, beyond: float) -> "_Lights":
        """Return ellipses round the leaves, smaller where they would reach out of the room."""
        most = np.full(len(self.half), beyond)
        close, wide = (_Lights(self, one).reach() for one in (0 * most, most))
        # How far an ellipse reaches grows the faster the larger it is.
        share = (self._free - close) / (wide - close)
        return _Lights(self, beyond * np.clip(share.min(axis=1), 0.0, 1.0))


class _Lights:
    """Ellipses round a tree's leaves, so many points larger than each."""

    def __init__(self, crown: _Crown, beyond: Floats) -> None:
        self._crown = crown
        self.wide, self.high = crown.half * RATIO + _LENGTHWAYS * beyond, crown.half + beyond

    def whole_cells(self, step: float) -> "_Lights":
        """Return ellipses so much smaller that a cell whose middle they cover lies in these."""
        return _Lights(self._crown, self.high - self._crown.half - _CORNER * step)

    def reach(self) -> Floats:
        """Return how far each reaches from its middle, across and up."""
        a, b, c, d = self._axes()
        return np.stack([np.hypot(a, c), np.hypot(b, d)], axis=1)

    def matrices(self) -> Floats:
        """Return how a disc of radius 1 becomes each ellipse."""
        return np.concatenate([np.stack(self._axes(), axis=1), self._crown.middle], axis=1)

    def _axes(self) -> tuple[Floats, Floats, Floats, Floats]:
        along, up = self._crown.along, self._crown.up
        return along * self.wide, up * self.wide, -up * self.high, along * self.high

    def forms(self) -> Floats:
        """Return p, q and r of each ellipse p·x² + q·x·y + r·y² = 1 about its middle."""
        along, up = self._crown.along, self._crown.up
        wide, high = self.wide**-2, self.high**-2
        p, r = along**2 * wide + up**2 * high, up**2 * wide + along**2 * high
        return np.stack([p, 2 * along * up * (wide - high), r], axis=1)


class _Heart:
    """The inside of a crown, in cells of a grid.

    `inside` is what the inner ellipses cover and what they enclose, but for the cells along its
    edge: so its squares lie within the leaves' own light. `pockets` are what only the outer ones
    enclose, and `seen` says of each leaf whether some of its light lies outside the inside.
    """

    def __init__(self, crown: _Crown, outer: _Lights, inner: _Lights, standing: Standing) -> None:
        grain = next(grain for many, grain in _GRAINS if len(crown.cells) <= many)
        self._step, self._fork = grain * standing.em, standing.fork
        # From a cell's number to its corner; a coarse cell holds two of the places for leaves.
        self._off = max(0.0, 1 - CELL / grain) / 2 - 0.5
        margin = math.ceil(outer.reach().max() / self._step) + 3
        cells = np.floor(crown.cells * (CELL / grain)).astype(np.intp)
        self._low = cells.min(axis=0) - margin
        high, self._wide = (np.ptp(cells, axis=0) + 2 * margin + 1).tolist()
        at = ((cells - self._low) @ (self._wide, 1))[:, None]
        near, far = np.zeros((2, high, self._wide), np.bool_)
        for which, stamp in self._stamps(inner):
            near.ravel()[at[which] + stamp] = True
        self.inside, _ = _inside(near)
        self.seen = np.ones(len(at), np.bool_)
        # What is taken for covered and is not would stay a hole.
        for which, stamp in self._stamps(outer.whole_cells(self._step)):
            lit = at[which] + stamp
            far.ravel()[lit] = True
            self.seen[which] = ~self.inside.ravel()[lit].all(axis=1)
        whole, gaps = _inside(far)
        self.pockets = whole & _grown(_grown(gaps))

    def _stamps(self, lights: _Lights) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield which leaves have the same ellipse, and which cells it covers from its middle."""
        forms = lights.forms() * self._step**2
        _, first, which = np.unique(
            forms.round(7) @ (1.0, math.pi, math.e), return_index=True, return_inverse=True
        )
        order = np.argsort(which, kind="stable")
        ends = np.cumsum(np.bincount(which))[:-1]
        reach = np.ceil(lights.reach() / self._step).astype(np.intp)
        for one, same in zip(first.tolist(), np.split(order, ends), strict=True):
            yield same, self._stamp(*forms[one].tolist(), *reach[one].tolist())

    def _stamp(self, p: float, q: float, r: float, across: int, up: int) -> Numbers:
        x, y = np.arange(-across, across + 1), np.arange(-up, up + 1)[:, None]
        inside = np.nonzero(p * x**2 + q * x * y + r * y**2 <= 1)
        return np.asarray((inside[0] - up) * self._wide + inside[1] - across, np.intp)

    def strips(self, cells: Cells) -> Iterator[Outline]:
        """Yield strips that cover cells and lie a little over each other."""
        low, left, right = _runs(cells)
        corners = np.array([(left, low), (right, low), (right, low + 1.25), (left, low + 1.25)])
        points = corners.transpose(2, 0, 1) + self._low[::-1] + self._off
        return map(Outline, points * self._step + self._fork)


def _holes(covered: Cells) -> Cells:
    """Return the cells that covered ones enclose; none of these lies along the grid's edge."""
    row, first, last = _runs(~covered)
    wide = covered.shape[1] + 1
    low = np.searchsorted(row * wide + last, (row + 1) * wide + first, "right").tolist()
    high = np.searchsorted(row * wide + first, (row + 1) * wide + last, "left").tolist()
    beside: list[list[int]] = [list(range(*ends)) for ends in zip(low, high, strict=True)]
    for run, above in enumerate(map(tuple, beside)):
        for other in above:
            beside[other].append(run)
    outside, ahead = {0}, [0]
    while ahead:
        new = set(beside[ahead.pop()]) - outside
        outside |= new
        ahead += new
    found = np.zeros_like(covered)
    for run in set(range(len(row))) - outside:
        found[row[run], first[run] : last[run]] = True
    return found


def _runs(cells: Cells) -> tuple[Numbers, Numbers, Numbers]:
    """Return the runs of cells along rows: the row, the first cell, and the one after the last."""
    edges = np.diff(np.pad(cells, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, first = np.nonzero(edges == 1)
    return row, first, np.nonzero(edges == -1)[1]


def _inside(covered: Cells) -> tuple[Cells, Cells]:
    """Return cells with what they enclose, but for those along their edge; and what was open."""
    closed = _closed(covered)
    holes = _holes(closed)
    whole = closed | holes
    return holes | ~_grown(~whole), whole & ~covered


def _closed(cells: Cells) -> Cells:
    """Return cells without slits a cell wide, through which a hole would be a bay."""
    found = cells.copy()
    found[1:] |= cells[:-1]
    found[:, 1:] |= found[:, :-1].copy()
    found[:-1] &= found[1:].copy()
    found[:, :-1] &= found[:, 1:].copy()
    return found


def _grown(cells: Cells) -> Cells:
    """Return cells with their eight neighbours."""
    rows = cells.copy()
    rows[1:] |= cells[:-1]
    rows[:-1] |= cells[1:]
    found = rows.copy()
    found[:, 1:] |= rows[:, :-1]
    found[:, :-1] |= rows[:, 1:]
    return found
