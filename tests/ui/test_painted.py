from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.ui.painted import box, key_width, leaf_path, metrics_of, width_of, words
from desktop.ui.theme import theme


def test_only_two_opposite_corners_are_round() -> None:
    leaf = leaf_path(QRectF(0, 0, 200, 100))
    inside = [leaf.contains(QPointF(*at)) for at in ((3, 3), (197, 97), (197, 3), (3, 97))]
    assert inside == [True, True, False, False]
    assert leaf.boundingRect() == QRectF(0, 0, 200, 100)


def test_a_line_never_leaves_its_place() -> None:
    picture = QImage(300, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    words(painter, QRectF(0, 0, 100, 30), "W" * 400, theme().font(), QColor("black"))
    painter.end()
    inked = {x for x in range(300) for y in range(30) if picture.pixelColor(x, y).lightness() < 128}
    assert 80 < max(inked) <= 100


def test_a_border_lies_inside_its_box() -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    box(painter, QRectF(10, 10, 20, 20), 0, QColor("white"), QColor("black"), 2)
    painter.end()
    dark = [picture.pixelColor(x, 20).lightness() < 128 for x in (9, 10, 11, 12, 28, 29, 30)]
    assert dark == [False, True, True, False, True, True, False]


def test_measures_are_made_once() -> None:
    font = theme().font(11, 600)
    assert metrics_of(font) is metrics_of(theme().font(11, 600))
    assert key_width("Enter") > width_of(theme().font(10, 600), "Enter")
