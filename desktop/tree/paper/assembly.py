"""The page that shows how a poster's sheets go together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.language import tr
from desktop.printing.fit import fit, wrap
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import A4, MM, Box, Size
from desktop.printing.style import BRAND, INK, MUTED, TITLE, WHITE, Style
from desktop.printing.text import draw, draw_lines
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.tiling import Tiling

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MARGIN = 16 * MM
_SUBTITLE = Style(11.5, colour=MUTED, leading=1.3)
_STEP = Style(11.5, leading=1.3)
_ROW = Style(12, Weight.SEMIBOLD, MUTED)
_ROWS = 8 * MM  # on either side of the picture; the names of its rows stand on the left
_CHECK = 100  # mm
_APART = 0.4  # of a line between two steps
_FOOT = 58  # points for the line to check and some white


class Assembly:
    """Draws the map of a tree's sheets, how to put them together, and a line to check the size."""

    def __init__(self, canvas: "Canvas", paper: Size, way: Tiling, language: str) -> None:
        self._canvas, self._paper, self._way, self._language = canvas, paper, way, language
        self._large = (paper.width / A4.width) ** 0.8
        self._step = _STEP.at(_STEP.size * self._large)

    def draw(self, tree: Shown, title: str, which: str) -> None:
        """Draw the page; `which` says which tree of a grove it is of, or nothing."""
        canvas, paper = self._canvas, self._paper
        canvas.setPageSize((paper.width, paper.height))
        page = Box(0, 0, paper.width, paper.height).inset(_MARGIN)
        top = self._head(page, title, which)
        steps = [
            wrap(words, page.width - 3 * self._step.size, self._step) for words in self._said()
        ]
        pitch = self._step.size * self._step.leading
        low = page.y + pitch * (sum(map(len, steps)) + _APART * len(steps)) + _FOOT * self._large
        under = self._map(Box(page.x, low, page.width, top - low), tree)
        self._steps(page.x, under - pitch, steps)
        self._check(page)
        canvas.showPage()

    def _head(self, page: Box, title: str, which: str) -> float:
        heading = tr("How to put the tree together", self._language)
        large = TITLE.at(TITLE.size * self._large)
        top = draw_lines(self._canvas, page.x, page.top, [heading], large)
        about = " · ".join(part for part in (title, which, self._counted()) if part)
        small = _SUBTITLE.at(_SUBTITLE.size * self._large)
        found = fit(
            about, page.width, 2 * small.size * small.leading, small, small.size, small.size
        )
        return draw_lines(self._canvas, page.x, top - 3, found.lines, small) - 12

    def _counted(self) -> str:
        way = self._way
        words = tr("{count} sheets of {paper}: {across} across, {down} down", self._language)
        return words.format(
            count=way.count, paper=way.sheet.name, across=way.columns, down=way.rows
        )

    def _said(self) -> Iterator[str]:
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

    def _steps(self, x: float, y: float, steps: list[tuple[str, ...]]) -> None:
        style, pitch = self._step, self._step.size * self._step.leading
        for number, lines in enumerate(steps, 1):
            radius = 0.66 * style.size
            middle = (x + radius, y - pitch / 2)
            disc(self._canvas, *middle, str(number), radius, fill=BRAND, ink=WHITE)
            y = draw_lines(self._canvas, x + 2.1 * style.size, y, lines, style) - _APART * pitch

    def _check(self, page: Box) -> None:
        """Draw a line whose length tells whether the sheets came out in their size."""
        words = tr("This line is 10 cm long if the size is right.", self._language)
        y, right = page.y + 3, page.x + _CHECK * MM
        for x1, y1, x2, y2 in (
            (page.x, y, right, y),
            (page.x, y - 3, page.x, y + 3),
            (right, y - 3, right, y + 3),
        ):
            line(self._canvas, (x1, y1), (x2, y2), colour=INK, thickness=0.9)
        found = fit(words, page.right - right - 10, 26, _STEP, 10, 8)
        at = _STEP.at(found.size)
        draw_lines(self._canvas, right + 10, y + found.height / 2, found.lines, at)

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
        for tile in way.tiles:
            seen = tile.seen
            x = box.x + (seen.left + seen.right) / 2 * each
            y = box.y + (seen.low + seen.high) / 2 * each
            disc(
                self._canvas,
                x,
                y,
                str(tile.number),
                min(13, 0.3 * min(way.across, way.down) * each),
            )
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


def disc(
    canvas: "Canvas",
    x: float,
    y: float,
    text: str,
    radius: float,
    *,
    fill: str = WHITE,
    ink: str = INK,
) -> None:
    """Draw a number in a disc with its middle at (x, y)."""
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    edge = None if fill != WHITE else ink
    rectangle(canvas, box, fill=fill, stroke=edge, thickness=0.7, round_=radius)
    size = radius * (1.2 if len(text) < 3 else 0.95)
    draw(canvas, x, y - size * 0.35, text, Style(size, Weight.BOLD, ink), "centre")
