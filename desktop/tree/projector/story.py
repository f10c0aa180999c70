"""The course of a new leaf: the camera goes there, the leaf grows, the camera comes back.

Times are in seconds from the beginning. Everything is eased; nothing flashes.
"""

from dataclasses import dataclass
from typing import NamedTuple

TRAVEL, GROW_FROM, GROWN = 0.8, 0.2, 1.5
MAKE_ROOM, ROOM_FROM = 0.5, 0.4  # where the camera stays: all makes room before the leaf grows
HOLD, HURRIED = 3.5, 0.8  # to read the leaf; where the next one waits
BACK, SETTLE = 0.9, 0.6  # to the whole tree; where one was there all the time
FADE, TURN = 1.0, 0.6
MOMENT = 0.05


def eased(share: float) -> float:
    """Return a share of the way that begins and ends gently."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


class Pose(NamedTuple):
    """One moment: how near the camera is, how large the leaf, how far all has come to its end.

    `near` goes from 0 (the whole tree) to 1 (the leaf) and back, `back` says on which way.
    """

    near: float
    grown: float
    back: bool = False
    done: bool = False


@dataclass
class Story:
    """One leaf's course; `travels` where the camera has to go to it."""

    start: float
    travels: bool = True
    leave: float = GROWN + HOLD

    def hurry(self, now: float) -> None:
        """Do not wait longer than to see the leaf: another one waits."""
        soon = max(now - self.start, GROWN + HURRIED)
        self.leave = min(self.leave, soon)

    def stay(self, now: float) -> None:
        """Do not go back at this moment."""
        self.leave = max(self.leave, now - self.start + MOMENT)

    def at(self, now: float) -> Pose:
        """Return the moment at a time."""
        time = now - self.start
        start = GROW_FROM if self.travels else ROOM_FROM
        grown = eased((time - start) / (GROWN - start))
        if time < self.leave:
            return Pose(eased(time / (TRAVEL if self.travels else MAKE_ROOM)), grown)
        share = (time - self.leave) / (BACK if self.travels else SETTLE)
        return Pose(1 - eased(share), 1.0, back=True, done=share >= 1)
