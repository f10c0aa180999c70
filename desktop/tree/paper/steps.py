"""What is drawn, step by step, for whichever file it becomes: points from the lower left, y up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.printing.fonts import Weight

Points = NDArray[np.float64]

Matrix = tuple[float, float, float, float, float, float]
"""As in PDF and SVG: x' = a·x + c·y + e, y' = b·x + d·y + f."""


class Outline(NamedTuple):
    """A line through points: straight, or curved with two control points before each next one."""

    points: Points
    curved: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Fill:
    """Areas in one colour; where they lie over each other they are one."""

    outlines: Sequence[Outline]
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """Lines in one colour with round ends."""

    outlines: Sequence[Outline]
    colour: str
    width: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something to be drawn many times: its steps lie within 1 of its origin."""

    name: str
    steps: Sequence[Fill | Stroke]


@dataclass(frozen=True, slots=True)
class Use:
    """A symbol at a place; it was given before."""

    name: str
    matrix: Matrix


class Line(NamedTuple):
    """A line of text: where it begins in its block, its size and how it looks."""

    text: str
    x: float
    y: float
    size: float
    weight: Weight
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A block of lines that are read together, turned as a whole; `says` is what they say."""

    matrix: Matrix
    lines: Sequence[Line]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file's content in a box with its lower left corner at (x, y)."""

    content: bytes
    x: float
    y: float
    width: float
    height: float


Step = Fill | Stroke | Symbol | Use | Words | Picture


class Sheet(NamedTuple):
    """A sheet to be drawn. Its steps reach `bleed` points beyond its edges."""

    width: float
    height: float
    bleed: float
    steps: Iterable[Step]


def polygon(points: Iterable[Sequence[float]]) -> Outline:
    """Return a closed outline of straight lines."""
    return Outline(np.asarray(list(points), np.float64))


def rectangle(x: float, y: float, right: float, top: float) -> Outline:
    """Return a box's outline."""
    return polygon([(x, y), (right, y), (right, top), (x, top)])


def smooth(points: Points) -> Points:
    """Return a curve through points: the first, then for each other two controls and itself."""
    if len(points) < 2:
        return points
    ends = np.concatenate([points[:1], points, points[-1:]])
    slope = (ends[2:] - ends[:-2]) / 6
    curve = np.empty((3 * len(points) - 2, 2))
    curve[0::3] = points
    curve[1::3] = points[:-1] + slope[:-1]
    curve[2::3] = points[1:] - slope[1:]
    return curve


def joined(first: Points, second: Points) -> Points:
    """Return two curves as one, with a straight line from the end of the first."""
    return np.concatenate([first, first[-1:], second[:1], second])


def ring(points: Points) -> Outline:
    """Return a closed curve through points."""
    around = np.concatenate([points[-1:], points, points[:2]])
    return Outline(smooth(around)[3:-3], curved=True)
