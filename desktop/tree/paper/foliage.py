"""The leaves of a tree with their words."""

import math
from collections.abc import Iterator, Sequence
from functools import cache

from desktop import leaf as leaves
from desktop.printing.direction import directed
from desktop.tree.growth.shape import CELL, Place
from desktop.tree.growth.standing import Standing
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.steps import Line, Matrix, Step, Use, Words
from desktop.tree.paper.symbols import KEPT, SEED, SIGN, leaf_name
from desktop.tree.paper.words import NAME, WORDS, set_in

SIGN_AT, SIGN_SIZE = 0.092, 0.103  # of the leaf's width: how far from the foot; its radius
_SHADE, _MIX = 0.50, 0.62  # how much of a tint's choice is light, how much chance
_SEEDS = ((28.0, 2.3), (153.0, 2.1))  # degrees, em


def foliage(leaves: Sequence[Leaf], standing: Standing, palette: Palette) -> Iterator[Step]:
    """Yield each leaf, what it bears if it was kept, and its words."""
    for leaf in leaves:
        place = leaf.place
        name = KEPT if leaf.kept else leaf_name(tint_of(place, len(palette.tints)))
        yield Use(name, leaf_matrix(place, standing))
        if leaf.kept:
            yield Use(SIGN, sign_matrix(place, standing))
        yield words_of(leaf, standing, palette)


def leaf_matrix(place: Place, standing: Standing) -> Matrix:
    """Return where a leaf of length 1 goes: its upper half stays above."""
    (along, up), long = place.axis, place.length * standing.em
    x, y = standing.at(place.foot)
    side = place.side * long
    return along * long, up * long, -up * side, along * side, x, y


def sign_matrix(place: Place, standing: Standing) -> Matrix:
    """Return where a blossom of radius 1 goes: on the stalk, off the words."""
    (along, up), (x, y) = place.axis, place.foot
    away, size = SIGN_AT * place.width, SIGN_SIZE * place.width * standing.em
    x, y = standing.at((x - along * away, y - up * away))
    return size, 0.0, 0.0, size, x, y


def tint_of(place: Place, tints: int) -> int:
    """Return which tint a leaf has, for good: lighter towards the light, and some chance."""
    x, y = place.x * CELL + 0.1, place.y * CELL
    light = (0.8 * y - 0.6 * x) / math.hypot(x, y)  # from 1 in the light to −1 in the shade
    chance = (place.x * 7919 + place.y * 104729 + place.rung * 31) % 97 / 96
    share = _SHADE * (1 - light) / 2 + _MIX * chance - 0.06
    return min(tints - 1, max(0, int(share * tints)))


def words_of(leaf: Leaf, standing: Standing, palette: Palette) -> Words:
    """Return a leaf's words in place, its maker's name last."""
    place, em = leaf.place, standing.em
    setting = set_in(place.rung, leaf.text, leaf.name)
    lines = [
        Line(text, place.text_start(line.x, line.width) * em, line.y * em, size, weight, colour)
        for placed, weight, colour in (
            (setting.lines, WORDS.weight, palette.ink),
            (setting.name, NAME.weight, palette.name),
        )
        for line, text in zip(placed, _directed(placed), strict=True)
        for size in [line.size * em]
    ]
    cos, sin = _turn(place.turn)
    x, y = standing.at(place.foot)
    return Words((cos, sin, -sin, cos, x, y), lines, " ".join((leaf.text, leaf.name)).strip())


def _directed(lines: Sequence[leaves.Line]) -> list[str]:
    texts = [line.text for line in lines]
    return directed(" ".join(texts), texts)


@cache
def _turn(degrees: float) -> tuple[float, float]:
    """Return the cosine and the sine of a turn."""
    angle = math.radians(degrees)
    return math.cos(angle), math.sin(angle)


def seed_leaves(standing: Standing) -> Iterator[Step]:
    """Yield the two seed leaves of a very young tree."""
    x, y = standing.at((0.0, -0.55 * standing.below))
    for degrees, long in _SEEDS:
        cos, sin = _turn(degrees)
        size = long * standing.em
        yield Use(SEED, (cos * size, sin * size, -sin * size, cos * size, x, y))
