"""A picture of a tree with the places of new leaves marked on it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.language import tr
from desktop.printing.fonts import Weight
from desktop.printing.shapes import polygon, rectangle
from desktop.printing.sheet import Box
from desktop.printing.style import INK, MUTED, WHITE, Style
from desktop.printing.text import draw, width
from desktop.tree.growth.shape import CELL
from desktop.tree.growth.standing import Standing
from desktop.tree.paper import pdf
from desktop.tree.paper.assembly import grid
from desktop.tree.paper.cutout import Cutout
from desktop.tree.paper.foliage import leaf_matrix, tint_of
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Poster
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.steps import Sheet, Step, Use
from desktop.tree.paper.symbols import KEPT, leaf_name, symbols
from desktop.tree.paper.tiling import Tiling

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LARGEST = 9.0  # points: a number on the map
_HIGH, _WIDE = 0.7, 0.62  # of its leaf that a number takes up at most
_PALE = 0.62  # how much of the tree that hangs there is hidden by white
_SHEET = Style(7, Weight.SEMIBOLD, MUTED)


class Marked:
    """A tree that hangs, shown pale, and new leaves in their colours and with their numbers.

    `field` is what is shown of the wall about the poster, in points from the poster's lower left
    corner; `way` is how the poster was divided into sheets, if it was; `known` are the PDF's
    symbols.
    """

    def __init__(
        self,
        canvas: "Canvas",
        tree: Shown,
        poster: Poster,
        standing: Standing,
        field: Box,
        way: Tiling | None,
        known: dict[str, str],
        language: str = "en",
    ) -> None:
        self._language = language
        self._canvas, self._tree, self._known = canvas, tree, known
        self._poster, self._standing, self._way = poster, standing, way
        self._field = field
        self._palette = palette(poster.look.season, plain=poster.look.plain)

    def show(self, box: Box, part: Box, pieces: Sequence[Cutout], *, numbers: bool = True) -> None:
        """Draw a part of the field in a box of the same shape."""
        canvas, scale = self._canvas, box.width / part.width
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(box.x, box.y, box.width, box.height)
        canvas.clipPath(path, stroke=0, fill=0)
        self._tree.show(_placed(self._field, box, part))
        canvas.saveState()
        canvas.setFillAlpha(_PALE)
        rectangle(canvas, box, fill=WHITE)
        canvas.restoreState()
        sheet = self._poster.sheet
        whole = _placed(Box(0, 0, sheet.width, sheet.height), box, part)
        stood = self._standing
        fork = (whole.x + stood.fork[0] * scale, whole.y + stood.fork[1] * scale)
        here = Standing(stood.em * scale, fork, whole.y + stood.ground * scale)
        if self._field != Box(0, 0, sheet.width, sheet.height):
            rectangle(canvas, whole, stroke=INK, thickness=1.1)
        page = Sheet(box.right, box.top, 0.0, self._leaves(pieces, here))
        pdf.write(canvas, page, self._known)
        if self._way is not None:
            grid(canvas, whole, self._way)
            self._sheets(self._way, whole, [_bounds(piece, here) for piece in pieces])
        for piece in pieces:
            self._mark(piece, here, numbers=numbers)
        canvas.restoreState()
        rectangle(canvas, box, stroke=MUTED, thickness=0.6)

    def _leaves(self, pieces: Sequence[Cutout], here: Standing) -> Iterator[Step]:
        yield from symbols(self._palette)
        tints = len(self._palette.tints)
        for piece in pieces:
            leaf = piece.leaf
            name = KEPT if leaf.kept else leaf_name(tint_of(leaf.place, tints))
            yield Use(name, leaf_matrix(leaf.place, here))

    def _mark(self, piece: Cutout, here: Standing, *, numbers: bool) -> None:
        place = piece.leaf.place
        outline = [here.at(point) for point in place.outline(48)]
        polygon(self._canvas, outline, stroke=INK, thickness=0.7)
        if numbers:
            x, y = here.at((place.x * CELL, place.y * CELL))
            style = Style(number_size(piece, here.em), Weight.BOLD, INK)
            number = str(piece.leaf.number)
            draw(self._canvas, x, y - style.size * 0.35, number, style, "centre")

    def _sheets(self, way: Tiling, whole: Box, leaves: Sequence[Box]) -> None:
        """Write in a corner of each sheet which it is, where no new leaf lies."""
        scale = whole.width / way.width
        for tile in way.tiles:
            seen = tile.seen
            sheet = Box(
                whole.x + seen.left * scale,
                whole.y + seen.low * scale,
                seen.width * scale,
                seen.height * scale,
            )
            words = tr("sheet {number}", self._language).format(number=tile.number)
            tag = _tag(sheet, width(words, _SHEET) + 6, _SHEET.size * 1.4, leaves)
            rectangle(self._canvas, tag, fill=WHITE, round_=2)
            draw(self._canvas, tag.x + 3, tag.y + 2.6, words, _SHEET)


def _placed(one: Box, box: Box, part: Box) -> Box:
    """Return where something is in a box that shows a part of where it was."""
    scale = box.width / part.width
    x, y = box.x + (one.x - part.x) * scale, box.y + (one.y - part.y) * scale
    return Box(x, y, one.width * scale, one.height * scale)


def number_size(piece: Cutout, em: float) -> float:
    """Return the size of a leaf's number on a map on which an em is so many points."""
    place = piece.leaf.place
    wide = width(str(piece.leaf.number), Style(1, Weight.BOLD))
    return min(_LARGEST, _HIGH * place.width * em, _WIDE * place.length * em / wide)


def _bounds(piece: Cutout, here: Standing) -> Box:
    points = [here.at(point) for point in piece.leaf.place.outline(12)]
    left, low = min(x for x, _ in points), min(y for _, y in points)
    right, top = max(x for x, _ in points), max(y for _, y in points)
    return Box(left, low, right - left, top - low)


def _tag(sheet: Box, wide: float, high: float, leaves: Sequence[Box]) -> Box:
    """Return where a sheet's name goes: a corner that is free, or else the upper left one."""
    corners = [
        Box(x, y, wide, high)
        for y in (sheet.top - high - 2, sheet.y + 2)
        for x in (sheet.x + 2, sheet.right - wide - 2)
    ]
    free = (one for one in corners if not any(_meet(one, leaf) for leaf in leaves))
    return next(free, corners[0])


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.top and other.y < one.top
