"""One leaf to cut out: its size, the line to cut along, and where its number goes; in points."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from desktop import leaf as leaves
from desktop.leaf import Point
from desktop.printing.style import MUTED, Style
from desktop.printing.text import width
from desktop.tree.growth.shape import STALK, Place
from desktop.tree.growth.standing import Standing
from desktop.tree.paper.foliage import (
    SIGN_AT,
    SIGN_SIZE,
    leaf_matrix,
    sign_matrix,
    tint_of,
    words_of,
)
from desktop.tree.paper.packing import Piece
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.steps import Fill, Step, Use, polygon
from desktop.tree.paper.symbols import KEPT, SIGN, leaf_name, stalk_outline

RIM = 1.7  # between leaf and cut: hardly more than lies between two leaves of a tree
NUMBER = Style(7, colour=MUTED)

_TAB = 10.0  # the height of the tab with the number
_CORNER = 2.5  # how much of it is cut off
_PAD = 3.0
_POINTS = 96  # of the leaf's outline


@dataclass(frozen=True)
class Cutout:
    """A leaf as large as it is on its tree, lying level; `crown` numbers the tree in a grove."""

    leaf: Leaf
    crown: int
    em: float

    @cached_property
    def level(self) -> Place:
        """The leaf's place, moved to the origin and turned so that its words are level."""
        return self.leaf.place._replace(x=0, y=0, tilt=0)

    @cached_property
    def size(self) -> Piece:
        """How much room it takes with its tab."""
        high = max(self.level.width * self.em, self._tab_height) + 2 * RIM
        return Piece(self._tab + self.level.length * self.em + RIM, high)

    @property
    def _tab_height(self) -> float:
        sign = 2 * SIGN_SIZE * self.level.width * self.em + 2 if self.leaf.kept else 0.0
        return max(_TAB, sign)

    @cached_property
    def _tab(self) -> float:
        return self._stalk + width(str(self.leaf.number), NUMBER) + 2 * _PAD

    @property
    def _stalk(self) -> float:
        """How far the leaf's stalk, or what it bears there, reaches beyond its foot."""
        reach = SIGN_AT + SIGN_SIZE if self.leaf.kept else STALK
        return reach * self.level.width * self.em

    def cut(self, x: float, y: float) -> list[Point]:
        """Return the line to cut along of a piece whose lower left corner is at (x, y)."""
        return [self._at(x, y, point) for point in self._around()]

    def number_at(self, x: float, y: float) -> Point:
        """Return the middle of the number."""
        return self._at(x, y, ((-self._stalk - self._tab) / 2, 0.0))

    def steps(self, x: float, y: float, palette: Palette) -> Iterator[Step]:
        """Yield the drawing of the leaf."""
        leaf, standing = self.leaf, self._standing(x, y)
        name = KEPT if leaf.kept else leaf_name(tint_of(leaf.place, len(palette.tints)))
        level = replace(leaf, place=self.level)
        if not palette.stalk:  # there is no twig here that reaches the leaf
            long = self.level.length * self.em
            ends = (self._at(x, y, (a * long, b * long)) for a, b in stalk_outline().points)
            yield Fill([polygon(ends)], palette.ink)
        yield Use(name, leaf_matrix(self.level, standing))
        if leaf.kept:
            yield Use(SIGN, sign_matrix(self.level, standing))
        yield words_of(level, standing, palette)

    def _standing(self, x: float, y: float) -> Standing:
        """Return how a tree would stand whose leaf at the fork would lie on this piece."""
        foot = self._at(x, y, (0.0, 0.0))
        across, up = self.level.foot
        return Standing(self.em, (foot[0] - across * self.em, foot[1] - up * self.em), 0.0)

    def _at(self, x: float, y: float, point: Point) -> Point:
        """Return where a point lies that is given from the foot, towards the tip."""
        across, up = point
        middle = y + self.size.height / 2
        if self.level.side > 0:
            return x + self._tab + across, middle + up
        return x + self.size.width - self._tab - across, middle + up

    def _around(self) -> list[Point]:
        """Return the line round leaf and tab from the foot: tab, upper side, tip, lower side."""
        half, tab, back = self._tab_height / 2, self._tab, _CORNER
        long = self.level.length * self.em
        side: list[Point] = []
        for before, here in pairwise(_upper(long)):
            if here[1] > half and not side:
                side.append(_crossing(before, here, half))
            if side:
                side.append(here)
        upper = [(-tab, half - back), (-tab + back, half), *side]
        return [*upper, *((across, -up) for across, up in reversed(upper))]


def _crossing(before: Point, here: Point, height: float) -> Point:
    """Return where a line from point to point comes to a height."""
    share = (height - before[1]) / (here[1] - before[1])
    return before[0] + share * (here[0] - before[0]), height


def _upper(long: float) -> Iterator[Point]:
    """Yield the upper side from foot to tip, moved outwards by the rim."""
    ring = [(x * long, y * long) for x, y in leaves.outline(_POINTS)]
    points = [point for point in ring if point[1] >= -1e-9]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        along, up = after[0] - before[0], after[1] - before[1]
        far = (along**2 + up**2) ** 0.5 or 1.0
        yield here[0] - up / far * RIM, here[1] + along / far * RIM
    yield long + RIM, 0.0
