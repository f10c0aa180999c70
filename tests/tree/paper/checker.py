"""Judges a poster by its PDF alone: each glyph's ink, each leaf's edge, each word."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import shapely

from desktop.printing.direction import may_turn
from desktop.printing.text import normalise
from desktop.tree.paper.rows import Leaf, Poster
from tests.tree.paper.drawn import Block, Line, Page, Used, at

MARGIN = 0.03  # em between a glyph's ink and the leaf's edge
CENTRE, OFF = 0.455, 0.02  # of the length: where lines have their middle; how far off they may be
PITCH, TALL_PITCHES, LOOSE = 1.10, (1.28, 1.22, 1.16, 1.10), 0.012  # sizes from line to line
TALL = ("HEBREW", "ARABIC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI")
MARKS = "\u200e\u200f\u061c"
_EITHER_WAY = str.maketrans(")]»}›”’", "([«{‹“‘")


class Hung:
    """A leaf as it was drawn: its edge, its words, the blossom at its stalk."""

    def __init__(self, page: Page, used: Used) -> None:
        self.used = used
        ends = page.symbols[used.name]
        self.edge = shapely.Polygon([at(used.matrix, x, y) for x, y in ends.tolist()])
        self.words = Block()
        self.written = False
        self.sign: shapely.Polygon | None = None

    @property
    def length(self) -> float:
        return float(np.hypot(*self.used.matrix[:2]))


def hung(page: Page) -> list[Hung]:
    """Return a page's leaves in the order they were drawn."""
    found: list[Hung] = []
    for mark in page.marks:
        if isinstance(mark, Used):
            if mark.name.startswith(("leaf", "kept")):
                found.append(Hung(page, mark))
            elif mark.name == "sign" and found and not found[-1].written:
                found[-1].sign = _disc(mark)
        elif found and not found[-1].written:
            found[-1].words, found[-1].written = mark, True
    return found


def _disc(used: Used) -> shapely.Polygon:
    return shapely.Point(used.matrix[4], used.matrix[5]).buffer(abs(used.matrix[0]))


def foot(page: Page) -> list[Block]:
    """Return the words of a page that are in no leaf."""
    in_leaves = {id(leaf.words) for leaf in hung(page)}
    return [mark for mark in page.marks if isinstance(mark, Block) and id(mark) not in in_leaves]


def faults(poster: Poster, page: Page, number: int = 0) -> list[str]:
    """Return what is wrong with a tree's page."""
    pledges, leaves, em = poster.trees[number], hung(page), poster.standings[number].em
    if len(leaves) != len(pledges):
        return [f"{len(leaves)} leaves for {len(pledges)} pledges"]
    found = [
        f"{pledge.pledge}: {fault}"
        for pledge, leaf in zip(pledges, leaves, strict=True)
        for fault in (*_place(poster, number, pledge, leaf), *_words(pledge, leaf, em))
    ]
    return [*found, *_apart(leaves), *_on_page(poster, page, leaves)]


def _place(poster: Poster, number: int, pledge: Leaf, leaf: Hung) -> Iterator[str]:
    standing = poster.standings[number]
    wanted = shapely.Polygon([standing.at(point) for point in pledge.place.outline(160)])
    if wanted.symmetric_difference(leaf.edge).area > 0.01 * wanted.area:
        yield "the leaf is not where it hangs"
    if pledge.kept != (leaf.sign is not None) or pledge.kept != (leaf.used.name == "kept"):
        yield "what it bears does not say whether it was kept"


def _words(pledge: Leaf, leaf: Hung, em: float) -> Iterator[str]:
    glyphs = [glyph for glyph in leaf.words.glyphs if glyph.corners]
    inside = leaf.edge.buffer(-MARGIN * em)
    corners = np.array([corner for glyph in glyphs for corner in glyph.corners]).reshape(-1, 2)
    if not shapely.contains_xy(inside, corners[:, 0], corners[:, 1]).all():
        yield "ink outside the leaf's margin"
    if not same_words(leaf.words.lines, f"{pledge.text} {pledge.name}"):
        yield f"it says {[said(line) for line in leaf.words.lines]}"
    yield from _composed(leaf, TALL_PITCHES if is_tall(pledge.text) else (PITCH,))


def is_tall(text: str) -> bool:
    return any(unicodedata.name(char, "").startswith(TALL) for char in text)


def _composed(leaf: Hung, pitches: Sequence[float]) -> Iterator[str]:
    """Yield what is wrong with how lines stand: in the leaf's middle, and evenly apart."""
    a, b = leaf.used.matrix[:2]
    along = np.array([a, b]) / leaf.length
    foot_ = np.array(leaf.used.matrix[4:])
    for line in leaf.words.lines:
        if line:
            middle = (np.array(line[0].start) + np.array(line[-1].end)) / 2
            if abs((middle - foot_) @ along - CENTRE * leaf.length) > OFF * leaf.length:
                yield f"{said(line)!r} is not in the leaf's middle"
    body = [line for line in leaf.words.lines if line and line[0].size == leaf.words.glyphs[0].size]
    for one, other in pairwise(body):
        away = np.array(other[0].start) - np.array(one[0].start)
        pitch = abs(float(along[0] * away[1] - along[1] * away[0]))
        if min(abs(pitch / one[0].size - expected) for expected in pitches) > LOOSE:
            yield f"{said(other)!r} is {pitch / one[0].size:.3f} sizes below the line above"


def said(line: Line) -> str:
    """Return what a line says, in the order in which it is drawn."""
    return "".join(glyph.text for glyph in line)


def same_words(lines: Sequence[Line], text: str) -> bool:
    """Say whether lines hold a text; words may be parted, nothing else.

    Right-to-left words are drawn from their end, so those are told by their characters, and
    brackets, which are drawn turned round there, by what they are.
    """
    wanted = "".join(normalise(text).split())
    drawn = "".join("".join(said(line).split()) for line in lines)
    drawn = drawn.translate({ord(mark): None for mark in MARKS})
    wanted = wanted.translate({ord(mark): None for mark in MARKS})
    if may_turn(text):
        return Counter(drawn.translate(_EITHER_WAY)) == Counter(wanted.translate(_EITHER_WAY))
    return drawn == wanted


def _apart(leaves: Sequence[Hung]) -> Iterator[str]:
    if not leaves:
        return
    edges = [leaf.edge for leaf in leaves]
    tree = shapely.STRtree(edges)
    first, second = tree.query(edges, predicate="intersects")
    for one, other in zip(first.tolist(), second.tolist(), strict=True):
        if one < other:
            yield f"leaves {one} and {other} touch"
    signs = [leaf.sign for leaf in leaves if leaf.sign is not None]
    inks = [
        shapely.MultiPoint(glyph.corners).convex_hull
        for leaf in leaves
        for glyph in leaf.words.glyphs
        if glyph.corners
    ]
    if signs and inks:
        on_words, _ = shapely.STRtree(inks).query(signs, predicate="intersects")
        yield from (f"blossom {number} lies on words" for number in on_words.tolist())
        on, which = tree.query(signs, predicate="intersects")
        for number, leaf in zip(on.tolist(), which.tolist(), strict=True):
            if leaves[leaf].sign is not signs[number]:
                yield f"blossom {number} lies on leaf {leaf}"


def _on_page(poster: Poster, page: Page, leaves: Sequence[Hung]) -> Iterator[str]:
    width, height = poster.sheet.width, poster.sheet.height
    whole = shapely.box(0, 0, width, height)
    for number, leaf in enumerate(leaves):
        if not whole.contains(leaf.edge) or (leaf.sign and not whole.contains(leaf.sign)):
            yield f"leaf {number} is off the page"
    edges = shapely.union_all([leaf.edge for leaf in leaves])
    blocks = [_ink(block) for block in foot(page) if block.lines]
    for block in blocks:
        if not whole.buffer(-8).contains(block):
            yield "words at the foot are off the page"
        if edges.intersects(block):
            yield "words at the foot lie on a leaf"
    for number, block in enumerate(blocks):
        if any(block.intersects(other) for other in blocks[number + 1 :]):
            yield "words at the foot lie over each other"


def _ink(block: Block) -> shapely.Polygon:
    points = [corner for glyph in block.glyphs for corner in glyph.corners]
    return shapely.box(*shapely.MultiPoint(points).bounds)
