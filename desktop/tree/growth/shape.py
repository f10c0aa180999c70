"""The leaf as it stands in the tree: its size, its tilts, and how far it reaches each way."""

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.leaf import RATIO, Point, outline
from desktop.leaf.setting import LADDER, STEP

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = LADDER  # em: the width of the smallest leaf
CELL = 0.5  # em: places lie on this grid
TILT, TILTS = 6.5, 4  # degrees between two tilts; from −TILTS to TILTS of them
STALK = 0.13  # of the leaf's width
BLOSSOM = 0.13  # radius kept free about the stalk's middle, of the leaf's width
GAP = 0.2  # em between two leaves
NORMALS = 40

MIDDLE = 0.5  # of the length: the point that a place names


class Need(NamedTuple):
    """What a leaf's words need: a leaf of this rung, and whether it must hang level."""

    rung: int
    level: bool = False


class Place(NamedTuple):
    """Where a leaf hangs: plain whole numbers, kept with the tree for good.

    `x` and `y` name the leaf's middle in cells from the fork, y up; `side` is 1 where the tip
    points right and −1 where it points left; `tilt` counts steps by which the tip is raised;
    `node` is the node of the wood's plan from which its twig springs.
    """

    rung: int
    x: int
    y: int
    side: int
    tilt: int
    node: int

    @property
    def width(self) -> float:
        return width_of(self.rung)

    @property
    def length(self) -> float:
        return self.width * RATIO

    @property
    def axis(self) -> Point:
        """Return the direction from foot to tip, of length 1."""
        angle = math.radians(self.tilt * TILT)
        return self.side * math.cos(angle), math.sin(angle)

    @property
    def turn(self) -> float:
        """Return by how many degrees the text turns anticlockwise."""
        return self.side * self.tilt * TILT

    @property
    def foot(self) -> Point:
        (along, up), half = self.axis, self.length * MIDDLE
        return self.x * CELL - along * half, self.y * CELL - up * half

    def outline(self, points: int = 96) -> list[Point]:
        """Return the leaf's outline in em from the fork."""
        (x, y), (along, up), length = self.foot, self.axis, self.length
        return [
            (x + (t * along - h * up) * length, y + (t * up + h * along) * length)
            for t, h in outline(points)
        ]

    def text_start(self, x: float, width: float) -> float:
        """Return where a line begins, from the foot along the turned text's baseline.

        `x` is where the line of that width begins in a leaf whose tip points right.
        """
        return x if self.side > 0 else -x - width


def rung_of(width: float) -> int:
    """Return the rung of a leaf's width in em."""
    return round(math.log(width / LADDER, STEP))


def width_of(rung: int) -> float:
    """Return the width in em of leaves of a rung."""
    return LADDER * STEP**rung


def tilts() -> range:
    """Return the tilts there are, in steps."""
    return range(-TILTS, TILTS + 1)


@cache
def normals() -> "NDArray[np.float64]":
    """Return the unit vectors along which two leaves are told apart, as rows."""
    import numpy as np

    angles = (np.arange(NORMALS) + 0.5) * (2 * math.pi / NORMALS)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


@cache
def reach(side: int, tilt: int) -> "NDArray[np.float64]":
    """Return how far a leaf 1 em wide, its stalk and a blossom reach along each normal."""
    import numpy as np

    place = Place(0, 0, 0, side, tilt, 0)
    ring = np.array(place.outline(400)) / place.width
    far = (ring @ normals().T).max(axis=0)
    along, up = place.axis
    stalk = MIDDLE * RATIO + STALK / 2
    blossom = normals() @ np.array([-along * stalk, -up * stalk]) + BLOSSOM
    return np.asarray(np.maximum(far, blossom))
