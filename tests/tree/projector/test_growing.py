"""A leaf that grows on the projector."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.tree.projector.colours import colours
from desktop.tree.projector.growing import WOODEN, changed, grown_part, paint_growing
from desktop.tree.projector.leaf import LeafFigure
from desktop.tree.projector.steps import Growing, first_step, next_step
from tests.tree.projector.leaves import SIZE, apart, canvas, rows
from tests.tree.projector.test_painting import count

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_shoot_grows_along_its_way() -> None:
    way = [((0.0, 0.0), 1.0), ((4.0, 0.0), 0.8), ((4.0, -4.0), 0.5)]
    assert grown_part(way, 0.0).isEmpty()
    areas = [grown_part(way, share).boundingRect() for share in (0.25, 0.5, 1.0)]
    assert areas[0].right() == pytest.approx(2.9, abs=0.1)
    assert areas[0].height() < areas[2].height()
    assert areas[2].top() == pytest.approx(-4.5, abs=0.1)


@cache
def growing() -> Growing:
    step = next_step(first_step(rows(6), canvas()), rows(7))
    assert step is not None
    assert step.growing is not None
    return step.growing


def paint(image: QImage, grown: float, within: QRect) -> None:
    painter = QPainter(image)
    painter.setClipRect(within)
    painter.fillRect(within, QColor("white"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint_growing(painter, growing(), grown, colours("light"))
    painter.end()


def painted(grown: float) -> QImage:
    """Return a leaf that has grown to a share, alone."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    paint(image, grown, image.rect())
    return image


def test_first_the_shoot_grows_then_the_blade() -> None:
    look = colours("light")
    tint = LeafFigure(rows(7)[6]).tint
    green = [count(painted(grown), look.leaves[tint][0]) for grown in (0.0, 0.2, 0.6, 1.0)]
    bark = [count(painted(grown), look.bark) for grown in (0.0, 0.2)]
    assert bark[1] > bark[0] + 10  # a neighbour that lies over the shoot has a stalk of its own
    assert green[0] == green[1] <= green[2] < green[3]


def test_no_blade_is_there_before_the_wood_has_reached_it() -> None:
    look, leaf = colours("light"), LeafFigure(rows(7)[6])
    tint = look.leaves[leaf.tint][0]
    none = count(painted(0.0), tint)
    begins = next(at for at in range(20, 60, 2) if count(painted(at / 100), tint) > none)
    step = first_step(rows(7), canvas())
    x, y = step.figure.view.at(leaf.foot.x(), -leaf.foot.y())
    assert painted((begins - 2) / 100).pixelColor(round(x), round(y)) == look.bark


@given(st.floats(0, 1), st.floats(0, 1))
def test_where_it_does_not_change_it_looks_the_same(one: float, other: float) -> None:
    image = painted(one)
    paint(image, other, changed(growing(), one, other))
    assert apart(image, painted(other)) <= 12  # edges are rounded otherwise where less is painted


def test_a_little_growth_changes_a_little() -> None:
    def size(one: float, other: float) -> float:
        room = changed(growing(), one, other)
        return room.width() * room.height()

    assert size(0.1, 0.12) < size(0, WOODEN) / 4
    assert size(0.6, 0.62) < size(0.9, 0.92)
