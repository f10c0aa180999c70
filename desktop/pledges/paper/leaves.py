"""Leaves to cut out and hang on a tree, with the pledge inside."""

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop import leaf
from desktop.language import tr
from desktop.leaf import Leaf, Lettering
from desktop.pledges.model import Show
from desktop.pledges.paper.cards import tint_of
from desktop.pledges.paper.rows import MadePledge
from desktop.printing.breaking import parts
from desktop.printing.cards import CardSheets
from desktop.printing.direction import directed
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, polygon
from desktop.printing.sheet import LEAVES_LARGE, LEAVES_SMALL, MM, Box, Stock
from desktop.printing.style import INK, LEAVES, WHITE, Style
from desktop.printing.text import draw, graphemes, is_tall, normalise, width
from desktop.progress import Progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Made = TypeVar("Made", bound=MadePledge)

SMALLEST = 9.0
"""Points; a pledge that needs smaller type on its leaf is shortened."""
_LARGEST = {LEAVES_LARGE.key: 24.0, LEAVES_SMALL.key: 17.0}
_STALK = 5 * MM
_AREA = 0.75  # of its length times its width, which a leaf covers at most
_LINE = 1.1  # em from line to line
_LONGEST_NAME = 30  # graphemes
_NEAR = 8  # graphemes: so near a shortened pledge comes to what the leaf could hold
_WORDS = Style(1, Weight.MEDIUM)
_NAME = Style(1, Weight.ITALIC)
_LETTERING = Lettering(
    lambda text: width(text, _WORDS), lambda text: width(text, _NAME), graphemes, parts
)
_TALL = _LETTERING._replace(pitch=leaf.TALL_PITCH)


class _Filled(NamedTuple):
    leaf: Leaf
    whole: bool  # whether all of the pledge is in it


def leaves(
    items: Sequence[MadePledge],
    *,
    large: bool = True,
    title: str = "",
    start: int = 1,
    plain: bool = False,
    author: str = "",
    language: str = "en",
    progress: Progress | None = None,
) -> bytes:
    """Return leaves to cut out as a PDF: four on a sheet of A4, or ten where not `large`.

    Pledges that are not on the tree are left out. First names stand only where their makers chose
    so. `start` is the first free place of a part-used sheet. `plain` gives white leaves. A pledge
    that would need smaller type than 9 points ends in …; see `too_long_for_a_leaf`. Raises
    ValueError when the sheet has no such `start`, Cancelled when `progress` was stopped.
    """
    stock = LEAVES_LARGE if large else LEAVES_SMALL
    shown = _on_the_tree(items)
    sheets = CardSheets(
        stock.paper,
        title=title or tr("Leaves", language),
        author=author,
        language=language,
        total=len(shown),
        progress=progress,
    )

    def draw_leaf(canvas: "Canvas", box: Box, item: MadePledge) -> None:
        tint = WHITE if plain else LEAVES[tint_of(item.pledge)]
        _draw(canvas, box, _filled(item, stock).leaf, tint)

    sheets.add(stock, shown, draw_leaf, start=start)
    return sheets.finish()


def too_long_for_a_leaf(items: Sequence[Made], *, large: bool = True) -> list[Made]:
    """Return the pledges that are shortened on their leaves."""
    stock = LEAVES_LARGE if large else LEAVES_SMALL
    return [item for item in _on_the_tree(items) if not _filled(item, stock).whole]


def _on_the_tree(items: Sequence[Made]) -> list[Made]:
    return [item for item in items if item.pledge.show is not Show.NOT_ON_TREE]


def _length(stock: Stock) -> float:
    across = stock.width_mm * MM - _STALK
    return min(across, stock.height_mm * MM * leaf.RATIO)


def _filled(item: MadePledge, stock: Stock) -> _Filled:
    """Return the leaf with as much of the pledge as can be read."""
    length, largest = _length(stock), _LARGEST[stock.key]
    clusters = graphemes(" ".join(normalise(item.pledge.text).split()))
    name = _shortened(graphemes(item.shown_name), _LONGEST_NAME)

    lettering = _TALL if is_tall(item.pledge.text) else _LETTERING

    def filled(count: int) -> Leaf:
        return leaf.fill(_shortened(clusters, count), lettering, length, largest, name)

    low, high = 0, _most(clusters, length)
    found = filled(high)
    if found.size >= SMALLEST:
        return _Filled(found, high == len(clusters))
    while high - low > _NEAR:
        middle = (low + high) // 2
        if filled(middle).size >= SMALLEST:
            low = middle
        else:
            high = middle
    return _Filled(filled(low), whole=False)


def _most(clusters: Sequence[str], length: float) -> int:
    """Return how many graphemes could be readable at best, from their area and the leaf's."""
    room = _AREA * length * length / leaf.RATIO / (SMALLEST * SMALLEST * _LINE)
    widths = accumulate(width(cluster, _WORDS) for cluster in clusters)
    return next((n for n, used in enumerate(widths) if used > room), len(clusters))


def _shortened(clusters: Sequence[str], count: int) -> str:
    text = "".join(clusters[:count])
    return text if count >= len(clusters) else text.rstrip(" ,;:.") + "…"


def _draw(canvas: "Canvas", box: Box, drawn: Leaf, tint: str) -> None:
    x = box.x + (box.width - _STALK - drawn.length) / 2 + _STALK
    y = box.y + box.height / 2
    line(canvas, (x - _STALK, y), (x + 1, y), colour=INK, thickness=2)
    outline = [(x + px, y + py) for px, py in drawn.outline()]
    polygon(canvas, outline, fill=tint, stroke=INK, thickness=1)
    for style, lines in ((_WORDS, drawn.lines), (_NAME, drawn.name)):
        words = [placed.text for placed in lines]
        for placed, text in zip(lines, directed(" ".join(words), words), strict=True):
            draw(canvas, x + placed.x, y + placed.y, text, style.at(placed.size))
