"""Shapes the papers share: lines, boxes to tick, the card with two round corners."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.printing.sheet import Box, Stock
from desktop.printing.style import HAIRLINE, INK, LINE, MUTED, rgb

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

Point = tuple[float, float]
_ARC = 0.5523  # a quarter circle as one Bézier curve


def line(
    canvas: "Canvas",
    start: Point,
    end: Point,
    *,
    colour: str = LINE,
    thickness: float = HAIRLINE,
    dash: Sequence[float] = (),
) -> None:
    """Draw a straight line between two points."""
    canvas.setStrokeColorRGB(*rgb(colour))
    canvas.setLineWidth(thickness)
    canvas.setDash(list(dash))
    canvas.line(*start, *end)


def _paint(
    canvas: "Canvas",
    path: "PDFPathObject",
    fill: str | None,
    stroke: str | None,
    thickness: float,
    dash: Sequence[float],
) -> None:
    if fill:
        canvas.setFillColorRGB(*rgb(fill))
    if stroke:
        canvas.setStrokeColorRGB(*rgb(stroke))
        canvas.setLineWidth(thickness)
        canvas.setDash(list(dash))
    canvas.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))


def rectangle(
    canvas: "Canvas",
    box: Box,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    thickness: float = HAIRLINE,
    round_: float = 0,
) -> None:
    """Draw a rectangle; `round_` is the radius of its corners in points."""
    path = canvas.beginPath()
    _corners(path, box, (round_, round_, round_, round_))
    _paint(canvas, path, fill, stroke, thickness, ())


def leaf_card(
    canvas: "Canvas",
    box: Box,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    thickness: float = HAIRLINE,
    sharp: float = 4,
    round_: float = 26,
) -> None:
    """Draw the shape only pledges have: top left and bottom right sharp, the others round."""
    path = canvas.beginPath()
    _corners(path, box, (sharp, round_, sharp, round_))
    _paint(canvas, path, fill, stroke, thickness, ())


def _corners(path: "PDFPathObject", box: Box, radii: tuple[float, float, float, float]) -> None:
    """Trace the box clockwise; radii of top left, top right, bottom right, bottom left."""
    tl, tr, br, bl = (min(radius, box.width / 2, box.height / 2) for radius in radii)
    k = 1 - _ARC
    x, y, right, top = box.x, box.y, box.right, box.top
    path.moveTo(x + tl, top)
    path.lineTo(right - tr, top)
    path.curveTo(right - tr * k, top, right, top - tr * k, right, top - tr)
    path.lineTo(right, y + br)
    path.curveTo(right, y + br * k, right - br * k, y, right - br, y)
    path.lineTo(x + bl, y)
    path.curveTo(x + bl * k, y, x, y + bl * k, x, y + bl)
    path.lineTo(x, top - tl)
    path.curveTo(x, top - tl * k, x + tl * k, top, x + tl, top)
    path.close()


def polygon(
    canvas: "Canvas",
    points: Iterable[Point],
    *,
    fill: str | None = None,
    stroke: str | None = None,
    thickness: float = HAIRLINE,
    dash: Sequence[float] = (),
) -> None:
    """Draw a closed outline through points."""
    path = canvas.beginPath()
    for number, (x, y) in enumerate(points):
        (path.lineTo if number else path.moveTo)(x, y)
    path.close()
    _paint(canvas, path, fill, stroke, thickness, dash)


def tick(canvas: "Canvas", x: float, y: float, size: float) -> None:
    """Draw a tick whose foot stands at y, in a square of `size` points from (x, y)."""
    canvas.setStrokeColorRGB(*rgb(INK))
    canvas.setLineWidth(size * 0.13)
    canvas.setDash([])
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(x + size * 0.12, y + size * 0.48)
    path.lineTo(x + size * 0.40, y + size * 0.18)
    path.lineTo(x + size * 0.90, y + size * 0.80)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def tick_box(canvas: "Canvas", x: float, y: float, size: float) -> None:
    """Draw a box to tick with its lower left corner at (x, y)."""
    rectangle(canvas, Box(x, y, size, size), stroke=INK, thickness=0.9, round_=size * 0.15)


def cut_marks(canvas: "Canvas", stock: Stock) -> None:
    """Draw the stock's cut marks."""
    marks = stock.cut_marks()
    if marks:
        canvas.setStrokeColorRGB(*rgb(MUTED))
        canvas.setLineWidth(HAIRLINE)
        canvas.setDash([])
        canvas.lines(marks)
