"""The crown's outline: every size of it is nested in the next, so that no leaf has to move."""

import math
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from desktop.tree.growth.shape import CELL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOME, SKIRT = 2.5, 2.8  # exponents of the superellipse above and below the fork
NOTCH, NOTCH_WIDTH = 0.30, 0.38  # for the trunk: of the reach straight down; radians
LOBES = ((6, 0.022, 0.9), (9, 0.018, 2.3), (14, 0.012, 4.1))  # waves, height, phase
MARGIN = 1.06  # the grid beyond the largest crown
BAND = 0.5  # em of rank
ANGLES = 8192
EVEN = 6
WIDE, HIGH = 4.6, 3.4  # em: how far a leaf reaches from its middle, across and upright


@dataclass(frozen=True)
class Crown:
    """The outline of a full-grown crown about the fork; its half width is `reach` em.

    `up` and `down` are its height above and below the fork, of its half width. The *rank* of a
    point is the half width, in em, of the crown on whose edge it lies.
    """

    reach: float
    up: float
    down: float

    @property
    def left(self) -> int:
        """Return how many cells lie on either side of the fork."""
        return math.ceil(self.reach * MARGIN / CELL)

    @property
    def below(self) -> int:
        return math.ceil(self.reach * self.down * MARGIN / CELL)

    @property
    def above(self) -> int:
        return math.ceil(self.reach * self.up * MARGIN / CELL)

    @property
    def columns(self) -> int:
        return 2 * self.left + 1

    @property
    def rows(self) -> int:
        return self.below + self.above + 1

    def rank(self, x: "NDArray[np.float64]", y: "NDArray[np.float64]") -> "NDArray[np.float64]":
        """Return the rank of points given in em from the fork."""
        import numpy as np

        turn = np.arctan2(y, x) * (ANGLES / (2 * math.pi))
        shares = self._shares.take(np.rint(turn).astype(np.intp), mode="wrap")
        return np.asarray(np.sqrt(x * x + y * y) * shares)

    @cached_property
    def _shares(self) -> "NDArray[np.float64]":
        """Return by angle how far the crown of half width 1 lies inside the unit circle."""
        import numpy as np

        angle = np.arange(ANGLES) * (2 * math.pi / ANGLES)
        across, high = np.cos(angle), np.sin(angle)
        wave = sum(h * np.sin(n * angle + phase) for n, h, phase in LOBES)
        off = np.abs(angle - 1.5 * math.pi)
        notch = 1 - (1 - NOTCH) * np.exp(-((off / NOTCH_WIDTH) ** 2))
        bend = np.where(high > 0, DOME, SKIRT)
        sides = {"right": 1.0, "left": 1.0, "up": self.up, "down": self.down}
        edge = notch
        for _ in range(EVEN):  # until the lobes reach the same frame on every side
            x = across / np.where(across > 0, sides["right"], sides["left"])
            y = high / np.where(high > 0, sides["up"], sides["down"])
            edge = (notch * (1 + wave)) / (np.abs(x) ** bend + np.abs(y) ** bend) ** (1 / bend)
            sides["right"] /= float((edge * across).max())
            sides["left"] /= float(-(edge * across).min())
            sides["up"] *= self.up / float((edge * high).max())
            sides["down"] *= self.down / float(-(edge * high).min())
        return np.asarray(1 / edge)

    @cached_property
    def bands(self) -> "NDArray[np.uint16]":
        """Return in steps of BAND the rank of a leaf with its middle in each cell, from below."""
        import numpy as np

        x = np.asarray((np.arange(self.columns) - self.left) * CELL, np.float64)
        y = np.asarray((np.arange(self.rows) - self.below) * CELL, np.float64)
        # What counts is how far out a leaf reaches, and leaves lie more across than upright.
        wide = np.asarray(x + WIDE * x / (np.abs(x) + WIDE), np.float64)
        high = np.asarray(y + HIGH * y / (np.abs(y) + HIGH), np.float64)
        rank = self.rank(wide[np.newaxis, :], high[:, np.newaxis])
        return np.minimum(np.rint(rank / BAND), 65535).astype(np.uint16)


@cache
def crown(form: str) -> Crown:
    """Return the crown of a form of tree: "portrait" or "landscape"."""
    return {"portrait": Crown(214, 1.72, 0.725), "landscape": Crown(296, 0.86, 0.365)}[form]
