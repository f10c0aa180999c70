"""How a tree stands on a sheet: where its fork is, where the ground, and how large an em."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from desktop.leaf import RATIO, Point
from desktop.tree.growth.costs import axes, edges
from desktop.tree.growth.crown import crown
from desktop.tree.growth.shape import CELL, MIDDLE, STALK, TILTS, Place, tilts, width_of

MARGIN, MOST = 0.022, 28.35  # of the sheet's shorter side, about the crown, up to 10 mm
GROUND = {"portrait": 0.065, "landscape": 0.075}  # of the sheet's height: title and grass
TRUNK = {"portrait": 0.065, "landscape": 0.065}  # bare trunk below the crown
SLIM, GROWN = 0.09, 60.0  # more of it below a young crown, until that is so many em wide
LEAVES, BOX = 0.73, 0.70  # the leaves' part of the canopy, the canopy's of the box round it
ASIDE = 0.06  # of the sheet's width by which the fork may leave the middle
LARGEST = 1 / 27  # of the sheet's shorter side: an em of a tree with hardly a leaf


@dataclass(frozen=True, slots=True)
class Standing:
    """A tree on a sheet, lengths in points from its lower left: x = fork + em · x."""

    em: float
    fork: Point
    ground: float

    @property
    def below(self) -> float:
        """Return how many em the ground lies below the fork."""
        return (self.fork[1] - self.ground) / self.em

    def at(self, point: Point) -> Point:
        """Return where a point of the tree, in em from the fork, lies on the sheet."""
        return self.fork[0] + point[0] * self.em, self.fork[1] + point[1] * self.em


def form_of(width: float, height: float) -> str:
    """Return the form of tree for a sheet."""
    return "portrait" if height > width else "landscape"


def extent(places: Iterable[Place]) -> tuple[float, float, float, float]:
    """Return how far leaves and their stalks reach from the fork in em: left, down, right, up."""
    rows = np.array(list(places), np.int64).reshape(-1, len(Place._fields))
    if not len(rows):
        return 0.0, 0.0, 0.0, 0.0
    way = (rows[:, 3] < 0) * len(tilts()) + rows[:, 4] + TILTS
    width = np.array([width_of(rung) for rung in rows[:, 0].tolist()])
    reach = edges()[way] * width[:, np.newaxis]
    x, y = rows[:, 1] * CELL, rows[:, 2] * CELL
    leaves = reach + np.stack([-x, -y, x, y], axis=1)
    far = width * (RATIO * MIDDLE + STALK)
    x, y = x - axes()[0][way] * far, y - axes()[1][way] * far
    found = np.maximum(leaves, np.stack([-x, -y, x, y], axis=1)).max(axis=0).tolist()
    left, down, right, up = (max(edge, 0.0) for edge in found)
    return left, down, right, up


def beyond(
    standing: Standing, width: float, height: float, places: Iterable[Place]
) -> tuple[float, float, float, float]:
    """Return how many points leaves reach beyond the edges of a sheet: left, lower, right, upper.

    That happens to a tree on a wall, which goes on growing as large as it was printed.
    """
    left, down, right, up = (side * standing.em for side in extent(places))
    x, y = standing.fork
    return (
        max(left - x, 0.0),
        max(down - y, 0.0),
        max(right + x - width, 0.0),
        max(up + y - height, 0.0),
    )


def stand(width: float, height: float, places: Iterable[Place]) -> Standing:
    """Return how a growing tree stands on a sheet, as large as it goes."""
    return _stand(width, height, extent(places))


def stand_planned(
    width: float, height: float, count: int, each: float, places: Iterable[Place] = ()
) -> Standing:
    """Return how a tree stands that is meant for `count` leaves, each so large in em².

    It stands so from its first leaf, and shrinks only if leaves come that are larger or more.
    """
    form = form_of(width, height)
    reach = half_width(form, count, each) + CELL
    shape = crown(form)
    planned = (reach, reach * shape.down, reach, reach * shape.up)
    here = extent(places)
    left, down, right, up = (max(pair) for pair in zip(here, planned, strict=True))
    return _stand(width, height, (left, down, right, up))


def half_width(form: str, count: int, each: float) -> float:
    """Return the half width in em of a crown that holds so many leaves of so many em² each."""
    shape = crown(form)
    return math.sqrt(count * each / (LEAVES * BOX * 2 * (shape.up + shape.down)))


def _stand(width: float, height: float, reach: tuple[float, float, float, float]) -> Standing:
    form, margin = form_of(width, height), min(MARGIN * min(width, height), MOST)
    left, down, right, up = (max(one, 1e-6) for one in reach)
    ground = GROUND[form] * height
    young = max(0.0, 1 - (left + right) / 2 / GROWN)
    bottom, top = ground + (TRUNK[form] + SLIM * young) * height, height - margin
    shape = crown(form)
    em = min(
        (width - 2 * margin) / (left + right),
        (width * (0.5 + ASIDE) - margin) / max(left, right),
        (top - bottom) / (up + down),
        LARGEST * min(width, height),
    )
    fork = bottom + (top - bottom) * shape.down / (shape.up + shape.down)
    fork = max(min(fork, top - up * em), bottom + down * em)
    aside = min(max((right - left) / 2 * em, -ASIDE * width), ASIDE * width)
    middle = width / 2 - aside
    return Standing(em, (middle, fork), ground)
