"""What every place of a crown costs, however full the crown is: worked out once, by bands.

A tree asks for the cheapest of some ten thousand places for each leaf. Here they are roughly
weighed, in whole steps and never too high, so that few are left to weigh exactly.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth import costs
from desktop.tree.growth.crown import BAND, Crown
from desktop.tree.growth.maps import WAYS, by_band
from desktop.tree.growth.shape import CELL, width_of
from desktop.tree.wood.plan import Floats, Numbers

STEPS = 80  # of an em
NONE = 65535  # costs more than any place
_MOST_WIDER = 39_000  # steps: more than any leaf widens a frame
_NEARLY = 3  # steps by which a rough cost may be too low
_COMMON = 240  # steps in which the cheapest places are most often found


class Field:
    """The rough costs of the places of one crown: their band, and how a leaf lies there."""

    def __init__(self, crown: Crown) -> None:
        self._crown = crown
        self._order, self._starts = by_band(crown)
        self._costs = np.empty((len(WAYS), len(self._order)), np.uint16)
        self._x = np.empty(len(self._order), np.float32)
        self._y = np.empty(len(self._order), np.float32)
        self._known = np.zeros(len(self._starts) - 1, np.bool_)

    def middles(self, cells: Numbers) -> tuple[Floats, Floats]:
        """Return where in em the middles of cells are."""
        rows, columns = np.divmod(cells, self._crown.columns)
        return (columns - self._crown.left) * CELL, (rows - self._crown.below) * CELL

    def rough(
        self, free: NDArray[np.bool_], spots: Numbers, rung: int, before: float
    ) -> NDArray[np.uint16]:
        """Return in steps what leaves cost by way and spot, NONE where they are not free.

        `spots` count the cells in order of their bands; `before` is half the width of the frame
        that the leaves fill already.
        """
        first, last = int(spots[0]), int(spots[-1]) + 1
        self._learn(first, last)
        found = np.take(self._costs[:, first:last], spots - first, axis=1)
        found += self._wider(spots, rung, before)
        np.putmask(found, ~free, NONE)
        return found

    def _wider(self, spots: Numbers, rung: int, before: float) -> NDArray[np.uint16]:
        """Return in steps what it costs that leaves widen the frame, as `costs.wider` has it."""
        x, y = self._x[spots], self._y[spots]
        wide, high = (reach * np.float32(width_of(rung)) for reach in _reaches())
        beyond = np.abs(x) + (wide - np.float32(before))
        up, down = np.float32(1 / self._crown.up), np.float32(1 / self._crown.down)
        np.maximum(beyond, y * up + (high * up - np.float32(before)), out=beyond)
        np.maximum(beyond, y * -down + (high * down - np.float32(before)), out=beyond)
        beyond *= np.float32(costs.widening(before) * STEPS)
        steps: NDArray[np.uint16] = beyond.clip(0, _MOST_WIDER, out=beyond).astype(np.uint16)
        return steps

    def _learn(self, first: int, last: int) -> None:
        """Work out the bands of spots that were not asked for yet."""
        low = int(np.searchsorted(self._starts, first, side="right")) - 1
        high = int(np.searchsorted(self._starts, last, side="left"))
        for band in np.flatnonzero(~self._known[low:high]) + low:
            here = slice(int(self._starts[band]), int(self._starts[band + 1]))
            x, y = self.middles(self._order[here])
            every = np.arange(len(WAYS))[:, None]
            cost = band * BAND + costs.lie(self._crown, every, x, y)
            self._costs[:, here] = np.minimum(cost * STEPS, NONE - 1 - _MOST_WIDER)
            self._x[here], self._y[here] = x, y
            self._known[band] = True


@cache
def _reaches() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return how far leaves 1 em wide reach by way, along x and y."""
    wide, high = costs.reaches()
    return wide.astype(np.float32)[:, None], high.astype(np.float32)[:, None]


@cache
def field(crown: Crown) -> Field:
    """Return the field of a crown."""
    return Field(crown)


def cheapest(rough: NDArray[np.uint16], count: int) -> Numbers:
    """Return which of the rough costs may be among the lowest `count`, in their order."""
    flat = rough.ravel()
    least = int(flat.min())
    near = flat[flat <= min(least + _COMMON, NONE - 1)]
    if len(near) < count:
        near = flat[flat < NONE]
    reached = np.cumsum(np.bincount(near - least))
    most = least + int(np.searchsorted(reached, count)) + _NEARLY
    return np.flatnonzero(flat <= min(most, NONE - 1))
