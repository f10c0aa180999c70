"""The little pictures the app draws itself: the sapling of an empty page, a leaf, a blossom."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.painted import brush_for
from desktop.ui.theme import theme


class Sapling(QWidget):
    """A sapling with two leaves, `width` design px wide; it takes no part in reading or keys."""

    def __init__(self, width: int = 66) -> None:
        super().__init__()
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = theme().px(self._width)
        return QSize(wide, round(wide * 0.92))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sapling(brush_for(self), QRectF(self.rect()))


class Blossom(QWidget):
    """A blossom, the sign of a kept pledge, `width` design px wide."""

    def __init__(self, width: int = 28) -> None:
        super().__init__()
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._width), theme().px(self._width))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_blossom(brush_for(self), QRectF(self.rect()))


def paint_sapling(painter: QPainter, rect: QRectF) -> None:
    """Paint the sapling to fill a box 100 wide and 92 high in its own units."""
    look = theme()
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 100, rect.width() / 100)
    bark = QPen(look.colour("bark"), 4)
    painter.setPen(bark)
    painter.drawLine(QPointF(8, 89), QPointF(90, 89))
    stem = QPainterPath(QPointF(49, 88))
    stem.cubicTo(QPointF(49, 70), QPointF(47.5, 50), QPointF(48.5, 36))
    painter.drawPath(stem)
    _leaf(painter, QPointF(48, 56), QPointF(2, 24), look.colour("t2"), 0.55)
    _leaf(painter, QPointF(48.5, 42), QPointF(99, 2), look.colour("t1"), 0.55)
    painter.restore()


def _leaf(painter: QPainter, stem: QPointF, tip: QPointF, colour: QColor, bend: float) -> None:
    """Paint a leaf from stem to tip: one edge follows the horizontal, the other the upright."""
    across, up = tip.x() - stem.x(), tip.y() - stem.y()
    path = QPainterPath(stem)
    path.cubicTo(
        QPointF(stem.x() - across * 0.05, stem.y() + up * 0.9),
        QPointF(stem.x() + across * (1 - bend), tip.y()),
        tip,
    )
    path.cubicTo(
        QPointF(tip.x(), tip.y() - up * bend),
        QPointF(stem.x() + across * 0.75, stem.y() + abs(up) * 0.12),
        stem,
    )
    painter.fillPath(path, colour)
    vein = QColor(theme().colour("surface"))
    vein.setAlphaF(0.55)
    painter.setPen(QPen(vein, 1.6))
    painter.drawLine(stem + (tip - stem) * 0.12, stem + (tip - stem) * 0.72)
    painter.setPen(QPen(theme().colour("bark"), 4))


def paint_blossom(painter: QPainter, rect: QRectF) -> None:
    """Paint a blossom of five petals into a square."""
    look = theme()
    painter.save()
    painter.translate(rect.center())
    painter.scale(rect.width() / 100, rect.width() / 100)
    petals = QPainterPath()
    petals.setFillRule(Qt.FillRule.WindingFill)
    for petal in range(5):
        turn = math.radians(72 * petal - 90)
        petals.addEllipse(QPointF(27 * math.cos(turn), 27 * math.sin(turn)), 21, 21)
    painter.fillPath(petals, look.colour("blossom"))
    eye = QPainterPath()
    eye.addEllipse(QPointF(0, 0), 13, 13)
    painter.fillPath(eye, look.colour("blossomeye"))
    painter.restore()
