"""The map of where leaves go that were cut out, and the list of them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.language import count, tr
from desktop.printing.fonts import Weight
from desktop.printing.shapes import polygon, rectangle
from desktop.printing.sheet import A4, MM, Box, Size
from desktop.printing.style import INK, MUTED, WHITE, Style
from desktop.printing.text import draw, width
from desktop.tree.growth.shape import CELL
from desktop.tree.growth.standing import Standing
from desktop.tree.paper import pdf
from desktop.tree.paper.assembly import grid
from desktop.tree.paper.cutout import Cutout
from desktop.tree.paper.drawing import draw as drawn
from desktop.tree.paper.foliage import leaf_matrix, tint_of
from desktop.tree.paper.guide import Guide, disc
from desktop.tree.paper.listing import Listing
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Leaf, Poster
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.steps import Sheet, Step, Use
from desktop.tree.paper.symbols import KEPT, leaf_name, symbols
from desktop.tree.paper.tiling import Tiling, letters, tiling

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LARGEST, _LEAST = 9.0, 5.0  # points: a number on the map
_HIGH, _WIDE = 0.7, 0.62  # of its leaf that a number takes up at most
_MOST = 6  # parts across, where one map would be too small
_PALE = 0.62  # how much of the tree that hangs there is hidden by white
_SHEET = Style(7, Weight.SEMIBOLD, MUTED)


class Places:
    """Draws, for one tree of a poster, where its pieces go: a map, larger parts of it, a list.

    `way` is how the poster was divided into sheets, if it was.
    """

    def __init__(
        self,
        canvas: "Canvas",
        poster: Poster,
        crown: int,
        pieces: Sequence[Cutout],
        on: Size | None,
        language: str,
    ) -> None:
        self._canvas, self._poster, self._crown = canvas, poster, crown
        self._pieces, self._language = pieces, language
        self._way: Tiling | None = tiling(poster.sheet, on) if on else None
        self._palette = palette(poster.look.season, plain=poster.look.plain)
        self._standing = poster.standings[crown]

    def draw(self, known: dict[str, str]) -> None:
        """Draw the pages; `known` are the symbols that the PDF has."""
        tree = Shown(self._canvas, f"tree{self._crown}", drawn(self._there, self._crown), known)
        listing = Listing(self._canvas, self._rows(), self._language)
        heading = tr("Where the new leaves go", self._language)
        guide = Guide(
            self._canvas, A4, heading, self._about(), self._steps(), language=self._language
        )
        box, below = self._room(guide.room, listing)
        parts = self._parts(box)
        self._map(tree, known, box, box, self._pieces, numbers=parts == 1)
        if parts > 1:
            self._letters(box, parts)
        under = guide.finish(box.y)
        if below:
            listing.draw_at(under)
        self._canvas.showPage()
        if parts > 1:
            self._enlarged(tree, known, parts)
        if not below:
            listing.draw_pages()

    def _room(self, room: Box, listing: Listing) -> tuple[Box, bool]:
        """Return where the map goes, and whether the list has room below it."""
        large = _fitted(room, self._poster.sheet)
        if not listing.short:
            return large, False
        lifted = Box(room.x, room.y + listing.height, room.width, room.height - listing.height)
        small = _fitted(lifted, self._poster.sheet)
        below = self._parts(small) == self._parts(large)
        return (small, True) if below else (large, False)

    @cached_property
    def _there(self) -> Poster:
        """The poster with the leaves that hang already, without their words."""
        new = {piece.leaf.pledge for piece in self._pieces}
        trees = list(self._poster.trees)
        hanging = [leaf for leaf in trees[self._crown] if leaf.pledge not in new]
        if not hanging and not self._poster.planned:
            hanging = list(trees[self._crown])
        trees[self._crown] = tuple(_silent(leaf) for leaf in hanging)
        return replace(self._poster, trees=tuple(trees))

    def _about(self) -> Iterator[str]:
        yield self._poster.look.title
        if len(self._poster.trees) > 1:
            words = tr("Tree {number} of {trees}", self._language)
            yield words.format(number=self._crown + 1, trees=len(self._poster.trees))
        yield count("{n} leaf", "{n} leaves", len(self._pieces), self._language)

    def _steps(self) -> Iterator[str]:
        said = self._language
        yield tr("Print all pages at actual size (100%), not “fit to page”.", said)
        yield tr("Cut out each leaf along its dashed line.", said)
        yield tr("Find its number on this map, which shows how the leaf turns.", said)
        yield tr("Glue the leaf there. Fold its number behind it.", said)

    def _rows(self) -> list[tuple[str, str, str]]:
        return [
            (str(piece.leaf.number), self._sheet_of(piece), piece.leaf.text)
            for piece in sorted(self._pieces, key=lambda one: one.leaf.number)
        ]

    def _sheet_of(self, piece: Cutout) -> str:
        if self._way is None:
            return ""
        place = piece.leaf.place
        x, y = self._standing.at((place.x * CELL, place.y * CELL))
        return str(self._way.at(x / MM, y / MM).number)

    def _number_size(self, piece: Cutout, scale: float) -> float:
        place, em = piece.leaf.place, self._standing.em * scale
        wide = width(str(piece.leaf.number), Style(1, Weight.BOLD))
        return min(_LARGEST, _HIGH * place.width * em, _WIDE * place.length * em / wide)

    def _parts(self, box: Box) -> int:
        """Return into how many parts across the map is divided so that its numbers can be read."""
        scale = box.width / self._poster.sheet.width
        smallest = min(self._number_size(piece, scale) for piece in self._pieces)
        return min(_MOST, math.ceil(_LEAST / smallest))

    def _map(
        self,
        tree: Shown,
        known: dict[str, str],
        box: Box,
        whole: Box,
        pieces: Sequence[Cutout],
        *,
        numbers: bool = True,
    ) -> None:
        """Draw what lies in a box of a picture of the whole poster."""
        canvas, poster = self._canvas, self._poster
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(box.x, box.y, box.width, box.height)
        canvas.clipPath(path, stroke=0, fill=0)
        tree.show(whole)
        canvas.saveState()
        canvas.setFillAlpha(_PALE)
        rectangle(canvas, box, fill=WHITE)
        canvas.restoreState()
        scale = whole.width / poster.sheet.width
        stood = self._standing
        fork = (whole.x + stood.fork[0] * scale, whole.y + stood.fork[1] * scale)
        here = Standing(stood.em * scale, fork, whole.y + stood.ground * scale)
        page = Sheet(whole.right, whole.top, 0.0, self._leaves(pieces, here))
        pdf.write(canvas, page, known)
        if self._way is not None:
            grid(canvas, whole, self._way)
            self._sheets(self._way, whole, here)
        for piece in pieces:
            self._mark(piece, here, scale, numbers=numbers)
        canvas.restoreState()
        rectangle(canvas, box, stroke=MUTED, thickness=0.6)

    def _leaves(self, pieces: Sequence[Cutout], here: Standing) -> Iterator[Step]:
        yield from symbols(self._palette)
        tints = len(self._palette.tints)
        for piece in pieces:
            leaf = piece.leaf
            name = KEPT if leaf.kept else leaf_name(tint_of(leaf.place, tints))
            yield Use(name, leaf_matrix(leaf.place, here))

    def _mark(self, piece: Cutout, here: Standing, scale: float, *, numbers: bool) -> None:
        place = piece.leaf.place
        outline = [here.at(point) for point in place.outline(48)]
        polygon(self._canvas, outline, stroke=INK, thickness=0.7)
        if numbers:
            x, y = here.at((place.x * CELL, place.y * CELL))
            style = Style(self._number_size(piece, scale), Weight.BOLD, INK)
            number = str(piece.leaf.number)
            draw(self._canvas, x, y - style.size * 0.35, number, style, "centre")

    def _sheets(self, way: Tiling, whole: Box, here: Standing) -> None:
        """Write in a corner of each sheet which it is, where no new leaf lies."""
        scale = whole.width / way.width
        leaves = [_bounds(piece, here) for piece in self._pieces]
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

    def _letters(self, box: Box, parts: int) -> None:
        for letter, part in _divided(box, parts):
            rectangle(self._canvas, part, stroke=INK, thickness=0.8)
            x, y = part.x + part.width / 2, part.y + part.height / 2
            disc(self._canvas, x, y, letter, min(13, part.width / 4))

    def _enlarged(self, tree: Shown, known: dict[str, str], parts: int) -> None:
        """Draw the parts of the map in which there are new leaves, a page each."""
        sheet = self._poster.sheet
        poster = Box(0, 0, sheet.width, sheet.height)
        for letter, part in _divided(poster, parts):
            within = [piece for piece in self._pieces if self._within(piece, part)]
            if not within:
                continue
            heading = tr("Part {letter} of the map", self._language).format(letter=letter)
            guide = Guide(self._canvas, A4, heading, self._about(), (), language=self._language)
            box = _fitted(guide.room, sheet)
            scale = box.width / part.width
            whole = Box(
                box.x - part.x * scale,
                box.y - part.y * scale,
                sheet.width * scale,
                sheet.height * scale,
            )
            self._map(tree, known, box, whole, within)
            self._canvas.showPage()

    def _within(self, piece: Cutout, part: Box) -> bool:
        points = [self._standing.at(point) for point in piece.leaf.place.outline(24)]
        return any(part.x <= x <= part.right and part.y <= y <= part.top for x, y in points)


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


def _silent(leaf: Leaf) -> Leaf:
    return replace(leaf, text="", name="")


def _fitted(room: Box, sheet: Size) -> Box:
    """Return the largest box of a sheet's shape in a room, in the middle at its top."""
    scale = min(room.width / sheet.width, room.height / sheet.height)
    wide, high = sheet.width * scale, sheet.height * scale
    return Box(room.x + (room.width - wide) / 2, room.top - high, wide, high)


def _divided(box: Box, parts: int) -> Iterator[tuple[str, Box]]:
    """Yield the parts of a box with their letters, row by row from the upper left."""
    wide, high = box.width / parts, box.height / parts
    for number in range(parts * parts):
        row, column = divmod(number, parts)
        yield letters(number), Box(box.x + column * wide, box.top - (row + 1) * high, wide, high)
