"""Where one looks: how the tree's em lie on a picture of so many px."""

from typing import NamedTuple

from desktop.tree.growth.shape import CELL, Place
from desktop.tree.growth.standing import Standing

NEAR_WIDE, NEAR_HIGH = 0.62, 0.30  # of the picture: how large a leaf is that one goes to
MOST, EASY = 0.05, 0.024  # of its height: an em near a leaf; an em that all can read from afar
WORTH = 1.25  # times larger at least, or one stays


class View(NamedTuple):
    """An em in px, and where the fork is from the upper left; y counts down from the fork."""

    em: float
    x: float
    y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the tree, in em with y up, lies on the picture."""
        return self.x + x * self.em, self.y - y * self.em


def whole(standing: Standing, height: float) -> View:
    """Return the view of the whole tree on a picture that the standing was reckoned for."""
    return View(standing.em, standing.fork[0], height - standing.fork[1])


def near(place: Place, far: View, width: float, height: float) -> View:
    """Return the view that shows a leaf large in the middle; the far view where that is enough."""
    em = min(width * NEAR_WIDE / place.length, height * NEAR_HIGH / place.width, height * MOST)
    if em < far.em * WORTH or far.em >= height * EASY:
        return far
    return View(em, width / 2 - place.x * CELL * em, height / 2 + place.y * CELL * em)


def between(one: View, other: View, share: float) -> View:
    """Return the view on the way from one to another; what stays in place stays in place."""
    if share <= 0:
        return one
    if share >= 1:
        return other
    em = one.em * (other.em / one.em) ** share
    grown = other.em - one.em
    part = share if abs(grown) < 1e-9 * one.em else (em - one.em) / grown
    return View(em, one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part)


def fixed_point(one: View, other: View) -> tuple[float, float]:
    """Return the point of the picture that stays in place on the way from one to another."""
    grown = other.em - one.em
    if abs(grown) < 1e-9 * one.em:
        return 0.0, 0.0
    return (one.x * other.em - other.x * one.em) / grown, (
        one.y * other.em - other.y * one.em
    ) / grown
