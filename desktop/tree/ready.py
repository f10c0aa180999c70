"""A tree's paper as it came out, how well it can be read, and what else would be possible."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.printing.sheet import A3, A4, Size
from desktop.progress import Progress
from desktop.tree.facts import Facts
from desktop.tree.layouts import Layouts
from desktop.tree.making import Arranged, large_enough
from desktop.tree.model import Tree
from desktop.tree.paper.rows import Leaf, Poster
from desktop.tree.paper.words import rung, set_in
from desktop.tree.press import Press
from desktop.tree.sheets import (
    EASY_PT,
    FLOOR_PT,
    SHEETS,
    mean_area,
    readable_cm,
    sheet_of,
    standing_of,
)
from desktop.tree.wishes import MOST_CROWNS, Wish

_IN_AN_OFFICE = ("A4", "A3")
_LARGEST = list(SHEETS)[-1]
_ROOMIER = 1.1  # times as large as planned words come out at most; 1.09 was the most measured
SHEETS_TO_TAPE: Mapping[str, Size] = {"A4": A4, "A3": A3}


@dataclass(frozen=True)
class Legible:
    """How well the words of a poster can be read.

    `points` is the smallest size of its words, `cm` how far off it is comfortably read, `larger`
    the smallest paper on which nothing is below the floor, empty where none is.
    """

    points: float
    cm: int
    larger: str = ""

    @property
    def verdict(self) -> str:
        """Return ok, small (a grove would read better) or tiny (nobody should have to)."""
        return "ok" if self.points >= EASY_PT else "small" if self.points >= FLOOR_PT else "tiny"


@dataclass(frozen=True)
class Ready:
    """A tree's paper as it came out.

    `shown` is the poster or the leaves to hang, as a PDF; empty where there is nothing. `parts`
    says which part of the poster each sheet shows, where it is put together from several;
    `smallest` is the leaf with the smallest words and its tree.
    """

    facts: Facts
    arranged: Arranged
    poster: Poster
    legible: Legible
    shown: bytes = b""
    smallest: tuple[int, Leaf] | None = None
    parts: tuple[tuple[float, float, float, float], ...] = ()

    @property
    def leaves(self) -> int:
        """How many leaves hang on the tree."""
        return sum(map(len, self.poster.trees))


def smallest_leaf(poster: Poster) -> tuple[int, Leaf] | None:
    """Return the leaf with the smallest words, and the number of its tree from 0."""
    found = [
        (standing.em * _type_size(leaf), leaf.place.rung, crown, leaf)
        for crown, standing in enumerate(poster.standings)
        for leaf in poster.trees[crown]
    ]
    if not found:
        return None
    *_, crown, leaf = min(found, key=lambda one: one[:2])
    return crown, leaf


def _type_size(leaf: Leaf) -> float:
    return set_in(leaf.place.rung, leaf.text, leaf.name).size


def make_ready(
    facts: Facts, layouts: Layouts, press: Press, today: date, progress: Progress
) -> Ready:
    """Lay a tree out and draw what is wanted of it; where nobody chose, on paper to be read.

    Raises Cancelled when `progress` was stopped.
    """
    if facts.wish.fresh:
        facts = _surely_shared(facts)
    arranged = layouts.arranged(facts.gathered, progress)
    if facts.wish.fresh and arranged.smallest < EASY_PT:
        facts, arranged = _to_be_read(facts, arranged, layouts, progress)
    wish = facts.wish
    arranged = arranged if wish.only_new else arranged.whole()
    poster = arranged.poster(today, plain=wish.plain, logo=facts.logo)
    progress.step(0, 1)
    points = arranged.smallest
    larger = large_enough(arranged, FLOOR_PT) if points < FLOOR_PT else ""
    legible = Legible(points, readable_cm(points), larger)
    on = SHEETS_TO_TAPE.get(wish.taped)
    if wish.only_new:
        shown = press.top_up(poster, on=on, progress=progress) if arranged.new else b""
        return Ready(facts, arranged, poster, legible, shown)
    boxes = press.tiling(poster.sheet, on) if on else ()
    parts = tuple((box.x, box.y, box.width, box.height) for box in boxes)
    shown = press.poster(poster, author="", progress=progress)
    return Ready(facts, arranged, poster, legible, shown, smallest_leaf(poster), parts)


def _surely_shared(facts: Facts) -> Facts:
    """Return the facts for so many trees as leaves need that surely are too many for fewer.

    To lay out thousands takes seconds, so it is reckoned from how much room they take.
    """
    rungs = [rung(one.pledge.text, one.shown_name) for one in facts.shown]
    largest = replace(facts.wish.tree, paper=_LARGEST, planned=len(rungs), each=mean_area(rungs))
    most = range(1, MOST_CROWNS + 1)
    points = {n: standing_of(replace(largest, crowns=n), ()).em * _ROOMIER for n in most}
    crowns = next((n for n in most if points[n] >= FLOOR_PT), MOST_CROWNS)
    return _with(facts, paper=_LARGEST, crowns=crowns) if crowns > 1 else facts


def _to_be_read(
    facts: Facts, arranged: Arranged, layouts: Layouts, progress: Progress
) -> tuple[Facts, Arranged]:
    """Return the facts and layout for the smallest paper on which everyone can read.

    Where no paper is large enough it is a grove on the largest.
    """
    found = (large_enough(arranged, least) for least in (EASY_PT, FLOOR_PT))
    paper = next((one for one in found if one), _LARGEST)
    facts = _with(facts, paper=paper)
    arranged = layouts.arranged(facts.gathered, progress)
    while arranged.smallest < FLOOR_PT and arranged.tree.crowns < MOST_CROWNS:
        facts = _with(facts, crowns=arranged.tree.crowns + 1)
        arranged = layouts.arranged(facts.gathered, progress)
    return facts, arranged


def _with(facts: Facts, **choices: Any) -> Facts:
    """Return the facts for a tree on another paper or of more crowns."""
    tree = replace(facts.wish.tree, **choices)
    wish = replace(facts.wish, tree=tree, on="" if tree.paper in _IN_AN_OFFICE else "A4")
    return replace(facts, wish=wish, gathered=replace(facts.gathered, tree=tree))


def points_of_another_grove(
    facts: Facts, layouts: Layouts, progress: Progress
) -> tuple[int, float] | None:
    """Return another number of trees and the smallest size of words in points that it would give.

    It is one tree more, or one less of three. None for a tree that hangs already, or whose leaves
    are too few to share. Raises Cancelled when `progress` was stopped.
    """
    tree = facts.gathered.tree
    crowns = tree.crowns + 1 if tree.crowns < MOST_CROWNS else tree.crowns - 1
    if facts.wish.hangs or max(len(facts.shown), tree.planned) < crowns:
        return None
    other = replace(facts.gathered, tree=replace(tree, crowns=crowns))
    return crowns, layouts.arranged(other, progress).smallest


def sheets_to_tape(press: Press, tree: Tree, on: str) -> int:
    """Return how many sheets of a paper each tree is put together from."""
    return len(press.tiling(sheet_of(tree), SHEETS_TO_TAPE[on]))


def sheets_printed(press: Press, wish: Wish) -> int:
    """Return how many sheets a poster is printed on; sheets to tape come with a map of them."""
    each = sheets_to_tape(press, wish.tree, wish.taped) + 1 if wish.taped else 1
    return each * wish.tree.crowns
