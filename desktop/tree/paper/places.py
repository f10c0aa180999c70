"""The map of where leaves go that were cut out, and the list of them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.language import count, tr
from desktop.printing.shapes import rectangle
from desktop.printing.sheet import A4, MM, Box, Size
from desktop.printing.style import INK
from desktop.tree.growth.shape import CELL
from desktop.tree.growth.standing import beyond
from desktop.tree.paper.cutout import Cutout
from desktop.tree.paper.drawing import draw as drawn
from desktop.tree.paper.guide import Guide, disc
from desktop.tree.paper.listing import Listing
from desktop.tree.paper.marked import Marked, number_size
from desktop.tree.paper.rows import Leaf, Poster
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.tiling import Tiling, letters, tiling

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LEAST = 5.0  # points: a number on the map
_MOST = 6  # parts across, where one map would be too small
_FRAME, _HEAD = 32 * MM, 60.0  # about a page's map: its margins, its heading


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
        self._standing = poster.standings[crown]

    def draw(self, known: dict[str, str]) -> None:
        """Draw the pages; `known` are the symbols that the PDF has."""
        canvas, field = self._canvas, self._field
        tree = Shown(
            canvas, f"tree{self._crown}", drawn(self._there, self._crown), known, self._field
        )
        there = Marked(
            canvas, tree, self._poster, self._standing, field, self._way, known, self._language
        )
        heading = tr("Where the new leaves go", self._language)
        guide = Guide(
            self._canvas, A4, heading, self._about(), self._steps(), language=self._language
        )
        box, below = self._room(guide.room)
        parts = self._parts(box)
        listing = self._listing(parts)
        there.show(box, field, self._pieces, numbers=parts == 1)
        if parts > 1:
            self._letters(box, parts)
        under = guide.finish(box.y)
        if below:
            listing.draw_at(under)
        self._canvas.showPage()
        if parts > 1:
            self._enlarged(there, parts)
        if not below:
            listing.draw_pages()

    def _listing(self, parts: int) -> Listing:
        where = ""
        if self._way is not None:
            where = tr("Sheet", self._language)
        elif parts > 1:
            where = tr("Part", self._language)
        rows = [
            (str(piece.leaf.number), self._where(piece, parts), piece.leaf.text)
            for piece in sorted(self._pieces, key=lambda one: one.leaf.number)
        ]
        return Listing(self._canvas, rows, self._language, where=where)

    def _room(self, room: Box) -> tuple[Box, bool]:
        """Return where the map goes, and whether the list has room below it."""
        large, listing = _fitted(room, self._field), self._listing(1)
        if not listing.short:
            return large, False
        lifted = Box(room.x, room.y + listing.height, room.width, room.height - listing.height)
        small = _fitted(lifted, self._field)
        below = self._parts(small) == self._parts(large)
        return (small, True) if below else (large, False)

    @cached_property
    def _field(self) -> Box:
        """What is shown, in points: the poster, and the wall where the tree has outgrown it."""
        sheet, em = self._poster.sheet, self._standing.em
        places = [leaf.place for leaf in self._poster.trees[self._crown]]
        out = beyond(self._standing, sheet.width, sheet.height, places)
        left, low, right, top = (side + em if side else 0.0 for side in out)
        return Box(-left, -low, left + sheet.width + right, low + sheet.height + top)

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
        if which := self._poster.which(self._crown, self._language):
            yield which
        yield count("{n} leaf", "{n} leaves", len(self._pieces), self._language)

    def _steps(self) -> Iterator[str]:
        said = self._language
        yield tr("Print all pages at actual size (100%), not “fit to page”.", said)
        yield tr("Cut out each leaf along its dashed line.", said)
        yield tr("Find its number on this map, which shows how the leaf turns.", said)
        yield tr("Glue the leaf there. Fold its number behind it.", said)
        sheet = self._poster.sheet
        if self._field != Box(0, 0, sheet.width, sheet.height):
            yield tr(
                "Where the tree has outgrown its poster, glue leaves on the wall beside it.", said
            )

    def _where(self, piece: Cutout, parts: int) -> str:
        place = piece.leaf.place
        x, y = self._standing.at((place.x * CELL, place.y * CELL))
        if self._way is not None:
            return str(self._way.at(x / MM, y / MM).number)
        if parts == 1:
            return ""
        return next(
            letter
            for letter, part in _divided(self._field, parts)
            if part.x <= x <= part.right and part.y <= y <= part.top
        )

    def _parts(self, box: Box) -> int:
        """Return into how many parts across the map is divided so that its numbers can be read."""
        em = self._standing.em * box.width / self._field.width
        smallest = min(number_size(piece, em) for piece in self._pieces)
        if smallest >= _LEAST:
            return 1
        paper = self._paper
        room = Box(0, 0, paper.width - _FRAME, paper.height - _FRAME - _HEAD)
        larger = _fitted(room, self._field).width / box.width
        return min(_MOST, max(2, math.ceil(_LEAST / smallest / larger)))

    @property
    def _paper(self) -> Size:
        """The paper for parts of the map, which lies as the poster does."""
        return A4 if self._poster.form == "portrait" else A4.landscape

    def _letters(self, box: Box, parts: int) -> None:
        for letter, part in _divided(box, parts):
            rectangle(self._canvas, part, stroke=INK, thickness=0.8)
            x, y = part.x + part.width / 2, part.y + part.height / 2
            disc(self._canvas, x, y, letter, min(13, part.width / 4))

    def _enlarged(self, there: Marked, parts: int) -> None:
        """Draw the parts of the map in which there are new leaves, a page each."""
        for letter, part in _divided(self._field, parts):
            within = [piece for piece in self._pieces if self._within(piece, part)]
            if not within:
                continue
            heading = tr("Part {letter} of the map", self._language).format(letter=letter)
            guide = Guide(
                self._canvas, self._paper, heading, self._about(), (), language=self._language
            )
            there.show(_fitted(guide.room, part), part, within)
            self._canvas.showPage()

    def _within(self, piece: Cutout, part: Box) -> bool:
        points = [self._standing.at(point) for point in piece.leaf.place.outline(24)]
        return any(part.x <= x <= part.right and part.y <= y <= part.top for x, y in points)


def _silent(leaf: Leaf) -> Leaf:
    return replace(leaf, text="", name="")


def _fitted(room: Box, field: Box) -> Box:
    """Return the largest box of a field's shape in a room, in the middle at its top."""
    scale = min(room.width / field.width, room.height / field.height)
    wide, high = field.width * scale, field.height * scale
    return Box(room.x + (room.width - wide) / 2, room.top - high, wide, high)


def _divided(box: Box, parts: int) -> Iterator[tuple[str, Box]]:
    """Yield the parts of a box with their letters, row by row from the upper left."""
    wide, high = box.width / parts, box.height / parts
    for number in range(parts * parts):
        row, column = divmod(number, parts)
        yield letters(number), Box(box.x + column * wide, box.top - (row + 1) * high, wide, high)
