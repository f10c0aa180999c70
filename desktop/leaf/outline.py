"""The leaf's outline: it lies along x from its foot (0) to its tip (1), its axis at y = 0."""

import math
from bisect import bisect_left
from functools import cache

RATIO = 1.72  # length to width
FOOT, TIP = 0.42, 0.62  # half width at t of the length: t^FOOT · (1 − t)^TIP, normalised
CENTRE = 0.455  # of the length: the middle of every line

_PEAK = FOOT / (FOOT + TIP)
_SAMPLES = 1024
_HEIGHTS = 2048

Point = tuple[float, float]


def half_width(t: float) -> float:
    """Return the half width at t (0 foot to 1 tip) as a share of the greatest."""
    if not 0 < t < 1:
        return 0.0
    return math.pow(t / _PEAK, FOOT) * math.pow((1 - t) / (1 - _PEAK), TIP)


@cache
def outline(points: int = 96) -> tuple[Point, ...]:
    """Return the convex outline of a leaf of length 1 as a polygon of about so many points."""
    half = points // 2
    steps = [(1 - math.cos(math.pi * n / half)) / 2 for n in range(half + 1)]
    upper = [(t, half_width(t) / (2 * RATIO)) for t in steps]
    return (*upper, *((t, -y) for t, y in reversed(upper[1:-1])))


@cache
def _sides() -> tuple[list[float], list[float]]:
    """Return the half widths from the foot and from the tip, up to the widest place."""
    foot = [half_width(_PEAK * n / _SAMPLES) for n in range(_SAMPLES)]
    tip = [half_width(_from_tip(n)) for n in range(_SAMPLES)]
    return [*foot, 1.0], [*tip, 1.0]


def _from_tip(sample: int) -> float:
    return _PEAK + (1 - _PEAK) * (1 - sample / _SAMPLES)


def chord(height: float) -> tuple[float, float] | None:
    """Return from where to where (of the length) the leaf is at least so high above its axis.

    `height` is a share of the greatest half width; None above that.
    """
    if height > 1:
        return None
    foot, tip = _sides()
    start = _PEAK * bisect_left(foot, height) / _SAMPLES
    return start, _from_tip(bisect_left(tip, height))


@cache
def _reaches() -> list[float]:
    found = []
    for step in range(_HEIGHTS + 1):
        ends = chord(step / _HEIGHTS)
        found.append(max(0.0, min(CENTRE - ends[0], ends[1] - CENTRE)) if ends else 0.0)
    return found


def reach(height: float) -> float:
    """Return how far a line centred in the leaf reaches to each side, of the length.

    `height` is a share of the greatest half width; it is rounded up, so the line stays inside.
    """
    return _reaches()[math.ceil(height * _HEIGHTS)] if height <= 1 else 0.0
