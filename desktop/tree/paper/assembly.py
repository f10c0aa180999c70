"""The page that shows how a poster's sheets go together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.language import tr
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import MM, Box, Size
from desktop.printing.style import INK, MUTED, WHITE, Style
from desktop.printing.text import draw
from desktop.tree.paper.guide import Guide, disc
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.tiling import Tiling

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ROW = Style(12, Weight.SEMIBOLD, MUTED)
_ROWS = 8 * MM  # on either side of the picture; the names of its rows stand on the left
_DISC, _SHARE = 13.0, 0.3  # a number's radius: in points at most, and of its sheet


class Assembly:
    """Draws the map of a tree's sheets, how to put them together, and a line to check the size."""

    def __init__(self, canvas: "Canvas", paper: Size, way: Tiling, language: str) -> None:
        self._canvas, self._paper, self._way, self._language = canvas, paper, way, language

    def draw(self, tree: Shown, title: str, which: str) -> None:
        """Draw the page; `which` says which tree of a grove it is of, or nothing."""
        heading = tr("How to put the tree together", self._language)
        about = (title, which, self._counted())
        guide = Guide(
            self._canvas, self._paper, heading, about, self._steps(), language=self._language
        )
        guide.finish(self._map(guide.room, tree))
        self._canvas.showPage()

    def _counted(self) -> str:
        way = self._way
        words = tr("{count} sheets of {paper}: {across} across, {down} down", self._language)
        return words.format(
            count=way.count, paper=way.sheet.name, across=way.columns, down=way.rows
        )

    def _steps(self) -> Iterator[str]:
        said = self._language
        yield tr("Print all sheets at actual size (100%), not “fit to page”.", said)
        yield tr("Cut each sheet along its thin lines. The hatched strips stay on.", said)
        if self._way.rows == 1 or self._way.columns == 1:
            yield tr(
                "Put glue on the hatched strip of sheet 1. Lay sheet 2 on it, so that the "
                "picture goes on. Go on so to the last sheet.",
                said,
            )
            return
        yield tr(
            "Put glue on the hatched strip of sheet 1. Lay sheet 2 on it, so that the picture "
            "goes on. Go on to the end of the row, then make the next row.",
            said,
        )
        yield tr("Glue each row on the strip of the row above it.", said)

    def _map(self, room: Box, tree: Shown) -> float:
        """Draw the map at the room's top; return where it ends."""
        way, whole = self._way, tree.whole
        scale = min((room.width - 2 * _ROWS) / whole.width, room.height / whole.height)
        wide, high = whole.width * scale, whole.height * scale
        box = Box(room.x + (room.width - wide) / 2, room.top - high, wide, high)
        tree.show(box)
        rectangle(self._canvas, box, stroke=MUTED, thickness=0.6)
        grid(self._canvas, box, way)
        each = scale * MM
        radius = min(_DISC, _SHARE * min(way.across, way.down) * each)
        for tile in way.tiles:
            seen = tile.seen
            x = box.x + (seen.left + seen.right) / 2 * each
            y = box.y + (seen.low + seen.high) / 2 * each
            disc(self._canvas, x, y, str(tile.number), radius)
            if tile.column == 0:
                draw(self._canvas, box.x - 8, y - _ROW.size * 0.34, tile.row_name, _ROW, "right")
        return box.y


def grid(canvas: "Canvas", box: Box, way: Tiling) -> None:
    """Draw the edges of the sheets over a picture of the whole poster."""
    scale = box.width / way.width
    lines = []
    for tile in way.tiles:
        seen = tile.seen
        left, high = box.x + seen.left * scale, box.y + seen.high * scale
        if tile.row == 0 and tile.column:
            lines.append((left, box.y, left, box.top))
        if tile.column == 0 and tile.row:
            lines.append((box.x, high, box.right, high))
    for colour, thickness in ((WHITE, 2.4), (INK, 0.8)):
        for x1, y1, x2, y2 in lines:
            line(canvas, (x1, y1), (x2, y2), colour=colour, thickness=thickness)
