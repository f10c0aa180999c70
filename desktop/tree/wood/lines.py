"""Lines through the nodes of the wood, and the widths along them."""

from functools import cache

import numpy as np

from desktop.tree.wood.plan import Floats

TAPER = 4.5  # em
PASSES = 16


def even(half: Floats) -> Floats:
    """Return widths without steps; they never grow towards the tip."""
    padded = np.concatenate([half[:1], half[:1], half, half[-1:], half[-1:]])
    mean = (padded[:-4] + 2 * padded[1:-3] + 3 * padded[2:-2] + 2 * padded[3:-1] + padded[4:]) / 9
    return np.asarray(np.minimum.accumulate(mean))


def tapered(line: Floats, half: Floats, tip: float) -> Floats:
    """Return widths that run out into a twig's over the last stretch."""
    left = along(line)[-1] - along(line)
    stretch = TAPER + 4 * float(half[len(half) // 2])
    share = np.sqrt(np.minimum(left / stretch, 1.0))
    return np.asarray(np.minimum(half, np.maximum(tip, half * share)))


def rounded(line: Floats, first: int, last: int, passes: int = PASSES) -> Floats:
    """Return a line, or its widths, without a kink between two of its points.

    Many passes make that part all but straight.
    """
    bent = line.copy()
    if first < last:
        part = slice(first - 1, last + 1)
        bent[part] = _rounding(last - first + 2, passes) @ line[part]
    return bent


@cache
def _rounding(count: int, passes: int) -> Floats:
    """Return what passes over so many points do that draw each between its neighbours."""
    once = np.eye(count)
    for row in range(1, count - 1):
        once[row, row - 1 : row + 2] = 0.25, 0.5, 0.25
    return np.asarray(np.linalg.matrix_power(once, passes))


def unit(step: Floats) -> Floats:
    """Return a step's direction, of length 1."""
    return np.asarray(step / max(float(np.hypot(*step)), 1e-9))


def along(line: Floats) -> Floats:
    """Return how far each point of a line is from its start along it."""
    steps = np.sqrt((np.diff(line, axis=0) ** 2).sum(axis=1))
    return np.concatenate([[0.0], np.cumsum(steps)])


def drawn(nodes: Floats, half: Floats) -> tuple[Floats, Floats]:
    """Return a smooth line through nodes, and the widths along it."""
    if len(nodes) < 2:
        return nodes, half
    padded = np.concatenate([2 * nodes[:1] - nodes[1:2], nodes, 2 * nodes[-1:] - nodes[-2:-1]])
    p0, p1, p2, p3 = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    middle = (9 * (p1 + p2) - p0 - p3) / 16
    line = np.empty((2 * len(nodes) - 1, 2))
    line[0::2], line[1::2] = nodes, middle
    wide = np.empty(len(line))
    wide[0::2], wide[1::2] = half, (half[:-1] + half[1:]) / 2
    return line, wide
