"""Home’s little tree: as many leaves as the programme has pledges, the kept ones in blossom."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.home.growth import HIGH, WIDE, Leaf, grown, in_blossom
from desktop.language import count, tr
from desktop.ui.painted import brush_for
from desktop.ui.sapling import paint_blossom, paint_sapling
from desktop.ui.theme import theme

TINTS = ("t1", "t2", "t3", "t1", "t5", "t2", "t4", "t3", "t2")


class TreePicture(QWidget):
    """A tree of so many leaves, `kept` of them in blossom."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._kept = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_leaves(0, 0)

    def show_leaves(self, number: int, kept: int) -> None:
        """Show another number of leaves."""
        self._number, self._kept = number, kept
        words = count("A tree with {n} leaf", "A tree with {n} leaves", number)
        blossom = tr("{words}, {kept} in blossom").format(words=words, kept=f"{kept:,}")
        self.setAccessibleName(blossom if kept else words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(WIDE), round(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush_for(self)
        rect = QRectF(self.rect())
        if not self._number:
            side = min(rect.width(), rect.height(), 96)
            left = rect.center().x() - side / 2
            paint_sapling(painter, QRectF(left, rect.bottom() - side * 0.92, side, side * 0.92))
            return
        scale = min(rect.width() / WIDE, rect.height() / HIGH)
        painter.translate(rect.center().x(), rect.bottom())
        painter.scale(scale, -scale)
        paint_tree(painter, self._number, self._kept)


def paint_tree(painter: QPainter, number: int, kept: int) -> None:
    """Paint the tree with its foot at the painter’s origin, y upwards."""
    tree = grown(number)
    bark = QPen(theme().colour("bark"), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for branch in tree.branches:
        bark.setWidthF(branch.width)
        painter.setPen(bark)
        path = QPainterPath(QPointF(*branch.start))
        path.quadTo(QPointF(*branch.bend), QPointF(*branch.end))
        painter.drawPath(path)
    for at, leaf in enumerate(tree.leaves):
        _paint_leaf(painter, leaf, theme().colour(TINTS[at % len(TINTS)]))
    for at in sorted(in_blossom(number, kept)):
        leaf = tree.leaves[at]
        side = max(12.0, leaf.length * 0.72)
        paint_blossom(painter, QRectF(leaf.x - side / 2, leaf.y - side / 2, side, side))


def _paint_leaf(painter: QPainter, leaf: Leaf, colour: QColor) -> None:
    wide = leaf.length * 0.36
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(
        QPointF(leaf.length * 0.12, wide),
        QPointF(leaf.length * 0.66, wide),
        QPointF(leaf.length, 0),
    )
    path.cubicTo(QPointF(leaf.length * 0.66, -wide), QPointF(leaf.length * 0.12, -wide), QPointF())
    painter.save()
    painter.translate(leaf.x, leaf.y)
    painter.rotate(leaf.angle * 180 / 3.141592653589793)
    rim = QPen(theme().colour("surface"), 0.8)
    painter.setPen(rim)
    painter.setBrush(colour)
    painter.drawPath(path)
    vein = QColor(theme().colour("surface"))
    vein.setAlphaF(0.6)
    painter.setPen(QPen(vein, 0.9))
    painter.drawLine(QPointF(leaf.length * 0.08, 0), QPointF(leaf.length * 0.78, 0))
    painter.restore()
