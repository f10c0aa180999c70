"""Finding a pledge on the tree by its words or by a name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.text import search_key
from desktop.tree.growth.standing import Standing
from desktop.tree.paper.rows import Leaf, Poster


@dataclass(frozen=True)
class Found:
    """A leaf that was found, and the number of its tree, from 0."""

    crown: int
    leaf: Leaf


def find_leaves(trees: Sequence[Iterable[Leaf]], typed: str) -> list[Found]:
    """Return the leaves whose words or name have all the words typed, in the order they came."""
    wanted = search_key(typed).split()
    if not wanted:
        return []
    return [
        Found(crown, leaf)
        for crown, leaves in enumerate(trees)
        for leaf in leaves
        if all(word in search_key(f"{leaf.text} {leaf.name}") for word in wanted)
    ]


def outline_on(poster: Poster, crown: int, leaf: Leaf) -> list[tuple[float, float]]:
    """Return a leaf's outline on its sheet, in points from the upper left."""
    standing: Standing = poster.standings[crown]
    high = poster.sheet.height
    points = (standing.at(point) for point in leaf.place.outline())
    return [(x, high - y) for x, y in points]
