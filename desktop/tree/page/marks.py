"""What is painted over the poster on screen: the sheets it is cut into, the leaf found."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.ui.painted import box, words
from desktop.ui.theme import theme

# On white paper, in every theme.
_INK, _PAPER, _RING = "#1F5299", "#FFFFFF", "#1A4FD6"


def paint_parts(painter: QPainter, parts: Iterable[QRectF]) -> None:
    """Paint the edges and numbers of the sheets, where they lie in the view."""
    look = theme()
    ink, font = look.colour(_INK), look.font(10, 700)
    pen = QPen(ink, 1.25)
    pen.setDashPattern([4, 3])
    side = look.px(22)
    for number, part in enumerate(parts, 1):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part)
        at = QRectF(part.left() + 3, part.top() + 3, side + 8 * (number > 9), side)
        box(painter, at, 6, look.colour(_PAPER))
        words(painter, at, str(number), font, ink, Qt.AlignmentFlag.AlignHCenter)


def paint_ring(painter: QPainter, outline: QPainterPath, sheet: QRectF, scale: float) -> None:
    """Paint a ring round a leaf; its outline is in points from the sheet's upper left."""
    painter.save()
    painter.translate(sheet.topLeft())
    painter.scale(scale, scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_PAPER, 7.0), (_RING, 3.5)):
        pen = QPen(theme().colour(colour), width)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(outline)
    painter.restore()
