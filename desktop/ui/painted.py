"""What the parts that paint themselves share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import theme

_MOST = 100
_METRICS: dict[int, tuple[QFont, QFontMetricsF]] = {}

KEY_PADDING = 6
KEY_HEIGHT = 21


def brush_for(widget: QWidget) -> QPainter:
    """Return a painter on the widget that draws smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    line: QColor | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Paint a rounded box whose border lies wholly inside `rect`."""
    pen = QPen(line, width) if line is not None else QPen(Qt.PenStyle.NoPen)
    if line is not None and dashed:
        pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    if fill is not None:
        painter.setBrush(fill)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2 if line is not None else 0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, max(0.0, radius - inset), max(0.0, radius - inset))


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint one line of plain text, centred in height and cut with … where it does not fit."""
    metrics = metrics_of(font)
    line = text.replace("\n", " ")
    if metrics.horizontalAdvance(line) > rect.width() + 0.5:
        line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(ink)
    flags = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignVCenter.value | align.value
    painter.drawText(rect, flags, line)


def width_of(font: QFont, text: str) -> float:
    """Return how wide a line of text is, in logical pixels."""
    return metrics_of(font).horizontalAdvance(text)


def metrics_of(font: QFont) -> QFontMetricsF:
    """Return the measures of a font of the theme, made once."""
    known = _METRICS.get(id(font))
    if known is None or known[0] is not font:
        if len(_METRICS) > _MOST:
            _METRICS.clear()
        known = _METRICS[id(font)] = (font, QFontMetricsF(font))
    return known[1]


def key_width(key: str) -> float:
    """Return how wide the chip that names a key is."""
    return width_of(theme().font(10, 600), key) + 2 * theme().px(KEY_PADDING) + 2


def paint_key(painter: QPainter, left: float, middle: float, key: str, ink: QColor) -> None:
    """Paint the chip that names a key, its left edge and its middle line given."""
    look = theme()
    height = look.px(KEY_HEIGHT)
    rect = QRectF(left, round(middle - height / 2), round(key_width(key)), height)
    box(painter, rect, 4, None, ink)
    words(painter, rect, key, look.font(10, 600), ink, Qt.AlignmentFlag.AlignHCenter)


def focus_width() -> int:
    """Return the width of the focus border, in pixels."""
    return 3 if theme().high_contrast else 2


def leaf_path(rect: QRectF, round_corner: float = 26, sharp_corner: float = 4) -> QPainterPath:
    """Return the outline of a pledge: top right and bottom left round, the others sharp.

    Only pledges have this shape. Lengths are in the units of `rect`.
    """
    big = min(round_corner, rect.width() / 2, rect.height() * 0.6)
    small = min(sharp_corner, big)
    path = QPainterPath(QPointF(rect.left() + small, rect.top()))
    path.lineTo(rect.right() - big, rect.top())
    path.arcTo(rect.right() - 2 * big, rect.top(), 2 * big, 2 * big, 90, -90)
    path.lineTo(rect.right(), rect.bottom() - small)
    path.arcTo(rect.right() - 2 * small, rect.bottom() - 2 * small, 2 * small, 2 * small, 0, -90)
    path.lineTo(rect.left() + big, rect.bottom())
    path.arcTo(rect.left(), rect.bottom() - 2 * big, 2 * big, 2 * big, 270, -90)
    path.lineTo(rect.left(), rect.top() + small)
    path.arcTo(rect.left(), rect.top(), 2 * small, 2 * small, 180, -90)
    path.closeSubpath()
    return path
