import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.page.picture import Picture
from tests.tree.page.papers import paper

WHOLE = QRectF(QPointF(), QSizeF(600, 400))


@pytest.fixture
def picture(owner: QWidget, qtbot: QtBot) -> Picture:
    picture = Picture(owner)
    with qtbot.waitSignal(picture.opened):
        picture.show_pdf(paper())
    return picture


def test_what_is_wanted_last_is_drawn(picture: Picture, qtbot: QtBot) -> None:
    part = QRectF(0, 0, 50, 50)
    picture.want(WHOLE, 1)
    picture.want(WHOLE, 2)
    picture.want(part, 4)
    qtbot.waitUntil(lambda: picture.is_sharp(part))
    assert not picture.is_sharp(WHOLE)


def test_a_part_is_drawn_for_another_place(picture: Picture, qtbot: QtBot) -> None:
    made: list[QImage] = []
    picture.draw_part(0, QRectF(290, 0, 20, 10), 2, made.append)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].size().toTuple() == (40, 20)
    assert [QColor(made[0].pixel(x, 5)).name() for x in (5, 35)] == ["#ff0000", "#0000ff"]


def test_a_part_of_a_paper_that_went_is_not_handed_over(picture: Picture, qtbot: QtBot) -> None:
    made: list[QImage] = []
    picture.draw_part(0, WHOLE, 1, made.append)
    with qtbot.waitSignal(picture.opened):
        picture.show_pdf(paper(2))
    picture.want(WHOLE, 1)
    qtbot.waitUntil(lambda: picture.is_sharp(WHOLE))
    assert len(made) <= 1
    assert picture.page_count() == 2


def test_another_page_is_drawn_anew(picture: Picture, qtbot: QtBot) -> None:
    picture.want(WHOLE, 1)
    qtbot.waitUntil(lambda: picture.is_sharp(WHOLE))
    picture.turn_to(0)
    assert not picture.is_sharp(WHOLE)
    assert picture.sheet() == QSizeF(600, 400)
