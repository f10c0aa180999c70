from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.tree.growth.shape import Place
from desktop.tree.projector.colours import colours
from desktop.tree.projector.painting import can_be_read
from desktop.tree.projector.ring import HALO, LARGE, Ring, paint_ring, pen_width, ring
from desktop.tree.projector.steps import Step, first_step
from desktop.tree.projector.view import View
from tests.tree.projector.leaves import SIZE, canvas, rows

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def whole() -> Step:
    return first_step(rows(200), canvas())


def tree(newest: int = -1) -> Step:
    return replace(whole(), newest=rows(200)[newest])


def test_it_goes_with_its_leaf_when_the_camera_moves() -> None:
    step = tree(newest=20)  # which hangs far from every edge
    far = step.figure.view
    nearer = View(far.em * 1.5, far.x + 30, far.y + 60)
    leaf = step.figure.leaves["pledge20"]
    for view in (far, nearer):
        found = ring(step, view)
        assert found is not None
        middle = view.at(leaf.box.center().x(), -leaf.box.center().y())
        assert found.place.center().toTuple() == pytest.approx(middle)


def test_no_edge_of_the_screen_cuts_one_off() -> None:
    seen = QRectF(0, 0, SIZE.width(), SIZE.height())
    for number in range(200):
        step = tree(newest=number)
        found = ring(step, step.figure.view)
        assert found is not None
        edge = pen_width(SIZE.height()) * HALO / 2
        assert seen.contains(found.place.adjusted(-edge, -edge, edge, edge).adjusted(1, 1, -1, -1))
        leaf, view = step.figure.leaves[f"pledge{number}"], step.figure.view
        middle = view.at(leaf.box.center().x(), -leaf.box.center().y())
        assert found.place.contains(*middle)


def test_a_leaf_as_large_as_that_needs_none() -> None:
    step = tree()
    newest = step.newest
    assert newest is not None
    em = step.figure.view.em
    rung = next(
        size
        for size in range(200)
        if Place(size, 0, 0, 1, 0, 0).length * em > LARGE * SIZE.height()
    )
    huge = replace(newest, place=newest.place._replace(rung=rung))
    assert ring(replace(step, newest=huge), step.figure.view) is None


def test_none_runs_across_words() -> None:
    beside = QSize(681, 768)  # beside the words on a screen of 1024 × 768
    step = first_step(rows(18), canvas(size=beside))
    assert can_be_read(step.figure.view.em)
    assert ring(step, step.figure.view) is None


def test_it_is_seen_on_ground_and_on_wood_and_leaves_of_every_theme() -> None:
    for theme in ("light", "dark", "hc"):
        look = colours(theme)
        for under in (look.ground, look.bark, look.line):
            image = QImage(100, 100, QImage.Format.Format_RGB32)
            image.fill(under)
            painter = QPainter(image)
            paint_ring(painter, Ring(QRectF(20, 20, 60, 60), reaches=False), 1080, look)
            painter.end()
            lights = [luminance(image.pixelColor(x, 50)) for x in range(100)]
            assert max(lights) - min(lights) > 0.5


def luminance(colour: QColor) -> float:
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF()
