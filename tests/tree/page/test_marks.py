from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.tree.page.marks import paint_parts, paint_ring
from tests.tree.page.papers import leaf_at


def blank() -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    return image


def test_each_sheet_has_its_edges_and_number() -> None:
    image = blank()
    painter = QPainter(image)
    paint_parts(painter, [QRectF(0, 0, 150, 200), QRectF(150, 0, 150, 200)])
    painter.end()
    for left in (0, 150):
        number = image.copy(left + 5, 5, 20, 20)
        inks = {QColor(number.pixel(x, y)).lightness() for x in range(20) for y in range(20)}
        assert min(inks) < 150


def test_a_ring_goes_round_the_leaf_and_not_over_it() -> None:
    image = blank()
    painter = QPainter(image)
    paint_ring(painter, leaf_at(50, 50), QRectF(QPointF(20, 10), QPointF(220, 210)), 2)
    painter.end()
    assert QColor(image.pixel(120, 110)).name() == "#ffffff"
    assert QColor(image.pixel(140, 110)).name() == "#1a4fd6"
