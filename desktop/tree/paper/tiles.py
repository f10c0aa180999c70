"""A poster on smaller sheets to tape together, with a map of how they go."""

from io import BytesIO
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import tr
from desktop.printing.canvas import new_canvas, saved
from desktop.printing.direction import joined
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import MM, Box, Size
from desktop.printing.style import EDGE, HAIRLINE, INK, MUTED, RULE, WHITE, Style, rgb
from desktop.printing.text import draw, width
from desktop.progress import Progress
from desktop.tree.paper.assembly import Assembly
from desktop.tree.paper.drawing import draw as drawn
from desktop.tree.paper.rows import Poster
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.tiling import CLEAR, Area, Tile, Tiling, tiling

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_HATCH = 3.0  # mm between two lines of the hatching
_SHY = 0.6  # mm by which it keeps away from what is seen
_TAG = Style(7.5, colour=INK)
_NOTE = Style(colour=MUTED)
_LARGE, _SMALL = 10.5, 8.0  # points: the sheet's number, and where there is little room


def tiles(
    poster: Poster,
    on: Size,
    *,
    language: str = "en",
    author: str = "",
    progress: Progress | None = None,
) -> bytes:
    """Return a poster as a PDF of sheets to tape together; a grove has a set for each tree.

    Each set begins with the map of its sheets. Raises UserError where the poster fits on one
    sheet of this paper or its logo cannot be read, Cancelled where `progress` was stopped.
    """
    if _fits(poster.sheet, on):
        words = tr("A tree on {paper} needs one sheet of {sheet}. Leave out --tiles.", language)
        raise UserError(words.format(paper=poster.sheet.name, sheet=on.name))
    way = tiling(poster.sheet, on)
    file = BytesIO()
    title = poster.look.title or tr("Pledge tree", language)
    canvas = new_canvas(file, on, title=title, author=author, language=language)
    progress = progress or Progress()
    symbols: dict[str, str] = {}
    trees = len(poster.trees)
    for number in range(trees):
        progress.step(number * way.count, trees * way.count)
        sheet = drawn(poster, number, language=language)
        tree = Shown(canvas, f"tree{number}", sheet, symbols)
        which = poster.which(number, language)
        Assembly(canvas, on, way, language).draw(tree, title, which)
        sheets = _Sheets(canvas, tree, way, which, language)
        for tile in way.tiles:
            progress.step(number * way.count + tile.number - 1, trees * way.count)
            sheets.draw(tile)
    progress.step(1, 1)
    return saved(canvas, file)


def _fits(poster: Size, on: Size) -> bool:
    short, long = sorted((on.width_mm, on.height_mm))
    least, most = sorted((poster.width_mm, poster.height_mm))
    return least <= short and most <= long


class _Sheets:
    """Draws the sheets of one tree, a page each."""

    def __init__(
        self, canvas: "Canvas", tree: Shown, way: Tiling, which: str, language: str
    ) -> None:
        self._canvas, self._tree, self._way = canvas, tree, way
        self._which, self._language = which, language

    def draw(self, tile: Tile) -> None:
        canvas, sheet = self._canvas, self._way.sheet
        canvas.setPageSize((sheet.width, sheet.height))
        # The picture covers the inner half of the line, so a cut along it leaves nothing of it.
        self._lines(self._way.cuts(tile), MUTED, RULE)
        self._tree.show(_box(self._way.picture), _box(tile.printed))
        for strip, covering in self._way.strips(tile):
            self._hatch(strip)
            self._tag(strip, covering)
        self._lines(self._way.marks(tile), INK, RULE)
        self._note(tile)
        canvas.showPage()

    def _lines(
        self, lines: list[tuple[float, float, float, float]], colour: str, thickness: float
    ) -> None:
        for x1, y1, x2, y2 in lines:
            start, end = (x1 * MM, y1 * MM), (x2 * MM, y2 * MM)
            line(self._canvas, start, end, colour=colour, thickness=thickness)

    def _hatch(self, strip: Area) -> None:
        """Draw the slanting lines that say where the glue goes."""
        box = _box(strip).inset(_SHY * MM)
        lines = []
        for number in range(1, int((strip.width + strip.height) / _HATCH)):
            across = number * _HATCH * MM
            x1, y1 = box.x + max(0.0, across - box.height), box.y + min(across, box.height)
            x2, y2 = box.x + min(across, box.width), box.y + max(0.0, across - box.width)
            if x2 > x1:
                lines.append((x1, y1, x2, y2))
        for colour, thickness in ((WHITE, 4 * HAIRLINE), (EDGE, HAIRLINE)):
            self._canvas.setStrokeColorRGB(*rgb(colour))
            self._canvas.setLineWidth(thickness)
            self._canvas.setDash([])
            self._canvas.lines(lines)

    def _tag(self, strip: Area, covering: int) -> None:
        """Write on the strip which sheet goes over it."""
        words = tr("Glue – sheet {number} goes on top", self._language).format(number=covering)
        wide, high = width(words, _TAG) + 10, _TAG.size * 1.5
        box = _box(strip)
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(box.x + box.width / 2, box.y + box.height / 2)
        if strip.height > strip.width:
            canvas.rotate(90)
        rectangle(canvas, Box(-wide / 2, -high / 2, wide, high), fill=WHITE, round_=high / 2)
        draw(canvas, 0, -_TAG.size * 0.34, words, _TAG, "centre")
        canvas.restoreState()

    def _note(self, tile: Tile) -> None:
        """Write the sheet's number where there is white beside the picture."""
        words = tr("row {row}, sheet {number} of {count}", self._language).format(
            row=tile.row_name, number=tile.number, count=self._way.count
        )
        said = joined(self._which, words)
        picture, canvas = self._way.picture, self._canvas
        canvas.saveState()
        if picture.low >= picture.left:
            canvas.translate((picture.left + picture.right) / 2 * MM, picture.high * MM)
            room = picture.low
        else:
            canvas.translate(picture.left * MM, (picture.low + picture.high) / 2 * MM)
            canvas.rotate(90)
            room = picture.left
        free = (room - CLEAR) * MM
        style = _NOTE.at(_LARGE if free > 2 * _LARGE else _SMALL)
        above = (free - style.size * 0.7) / 2
        draw(canvas, 0, above, said[:1].upper() + said[1:], style, "centre")
        canvas.restoreState()


def _box(area: Area) -> Box:
    return Box(area.left * MM, area.low * MM, area.width * MM, area.height * MM)
