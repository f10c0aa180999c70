"""The crown's outline: every size of it is nested in the next, so that no leaf has to move."""

import math
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from desktop.tree.growth.shape import CELL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.intp] | NDArray[np.int32]
    Points = tuple[NDArray[np.float64], NDArray[np.float64]]

DOME, SKIRT = 2.5, 2.8  # exponents of the superellipse above and below the fork
NOTCH, NOTCH_WIDTH = 0.30, 0.38  # for the trunk: of the reach straight down; radians
LOBES = ((6, 0.022, 0.9), (9, 0.018, 2.3), (14, 0.012, 4.1))  # waves, height, phase
MARGIN = 1.06  # the grid beyond the largest crown
ANGLES = 8192
EVEN = 6


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

    def middles(self, rows: "Whole", columns: "Whole") -> "Points":
        """Return where in em from the fork the middles of cells are, by their rows and columns."""
        import numpy as np

        x, y = (columns - self.left) * CELL, (rows - self.below) * CELL
        return np.asarray(x, np.float64), np.asarray(y, np.float64)

    def at(self, cells: "Whole") -> "Points":
        """Return where in em from the fork the middles of cells are, by their numbers."""
        import numpy as np

        return self.middles(*np.divmod(cells, self.columns))

    def box(self, half: float) -> "tuple[NDArray[np.intp], NDArray[np.intp]]":
        """Return the rows and columns of the grid in which a crown lies that is so wide."""
        import numpy as np

        half = min(half, self.reach * MARGIN)
        low, high, aside = (math.ceil(half * side / CELL) for side in (self.down, self.up, 1))
        rows = np.arange(self.below - low, self.below + high + 1)
        return rows, np.arange(self.left - aside, self.left + aside + 1)

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


@cache
def crown(form: str) -> Crown:
    """Return the crown of a form of tree: "portrait" or "landscape"."""
    return {"portrait": Crown(214, 1.72, 0.725), "landscape": Crown(296, 0.86, 0.365)}[form]
