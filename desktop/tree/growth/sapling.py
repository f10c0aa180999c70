"""The first leaves: they sit in turn on either side of the stem, and the stem stays in sight."""

import numpy as np

from desktop.tree.growth.shape import CELL, TILTS, normals
from desktop.tree.growth.stamps import Stamp, stamp_of
from desktop.tree.wood.plan import Floats, Numbers, Plan

FIRST = (1, -1, 1, -1, 1)  # on which side the first leaves sit
BASE = (2.5, 6.0, 8.0, 10.0, 12.0)  # em: how high their feet sit at least
APART = 1.3  # em between the stem's middle and a foot
BELOW = 2.6  # em: how far below its foot its twig leaves the stem
RAISED = 3  # steps by which their tips are raised
BESIDE, HIGH, TILTED = 3.0, 1.0, 0.8  # what an em off the stem costs, an em up, a step of tilt
BOX = (14.0, 46.0)  # em: where their middles may be, to each side and up

_KEPT = ((22, 15, 0.45), (15, 8, 0.5), (8, 1, 0.55), (1, -6, 0.7), (-6, -13, 1.2))
_FLANKS = ((-13, -24, 2.4), (-24, -36, 4.0), (-36, -50, 6.0), (-50, -70, 8.0))


class Stem:
    """The leader as the plan has it."""

    def __init__(self, plan: Plan) -> None:
        end = int(np.flatnonzero((plan.level[1:] > 1) | (np.diff(plan.y) <= 0))[0])
        self._y, self._x = plan.y[: end + 1], plan.x[: end + 1]

    def at(self, y: Floats) -> Floats:
        """Return where the stem's middle stands at some heights."""
        return np.asarray(np.interp(y, self._y, self._x))

    def kept(self) -> list[tuple[int, int, Stamp]]:
        """Return what keeps leaves off the stem: a middle's cell and a stamp, each."""
        found = []
        for top, bottom, half in (*_KEPT, *_FLANKS):
            ends = np.array([[float(self.at(np.array(y))), y] for y in (top, bottom)])
            middle = np.rint(ends.mean(axis=0) / CELL).astype(int)
            far = ((ends - middle * CELL) @ normals().T).max(axis=0) + half
            found.append((int(middle[0]), int(middle[1]), stamp_of(far)))
        return found

    def cost(self, number: int, ways: Numbers, foot_x: Floats, foot_y: Floats) -> Floats:
        """Return what places cost the first leaves, by their tilts and their feet."""
        tilted = np.abs(ways % (2 * TILTS + 1) - TILTS - RAISED) * TILTED
        beside = np.abs(foot_x - self.at(foot_y) - FIRST[number] * APART) * BESIDE
        low = np.maximum(BASE[number] - foot_y, 0.0) * 4 + np.abs(foot_y - BASE[number]) * HIGH
        return np.asarray(tilted + beside + low)

    def node(self, foot: float) -> int:
        """Return the node on which one of the first leaves hangs, by the height of its foot."""
        return int(np.abs(self._y - (foot - BELOW)).argmin())
