"""Which cells a leaf covers: wood behind it is out of sight."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.leaf import RATIO, half_width
from desktop.tree.growth.shape import CELL, MIDDLE, Place
from desktop.tree.growth.stamps import RUNGS


class Shade(NamedTuple):
    """The cells under a leaf, by row and column."""

    under: NDArray[np.bool_]
    below: int  # rows and columns from the first to the middle's
    left: int


@cache
def _halves() -> NDArray[np.float64]:
    """Return half the width along a leaf of length 1, in steps."""
    return np.array([half_width(step / 256) / (2 * RATIO) for step in range(257)])


def shade(place: Place) -> Shade:
    """Return the cells whose middles a leaf covers."""
    if place.rung >= RUNGS:
        return _shade(place.rung, place.side, place.tilt)
    return _kept(place.rung, place.side, place.tilt)


@cache
def _kept(rung: int, side: int, tilt: int) -> Shade:
    return _shade(rung, side, tilt)


def _shade(rung: int, side: int, tilt: int) -> Shade:
    place = Place(rung, 0, 0, side, tilt, 0)
    half = math.ceil(place.length * MIDDLE / CELL)
    cells = np.arange(-half, half + 1) * CELL
    x, y = cells[np.newaxis, :], cells[:, np.newaxis]
    along, up = place.axis
    share = (x * along + y * up) / place.length + MIDDLE
    aside = np.abs(y * along - x * up) / place.length
    return Shade(aside < np.interp(share, np.arange(257) / 256, _halves()), half, half)
