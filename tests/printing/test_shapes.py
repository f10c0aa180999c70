from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from desktop.printing import shapes
from desktop.printing.sheet import CARDS_A6, LEAVES_SMALL, Box
from desktop.printing.style import BRAND, INK
from tests.printing.reading import drawn, ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

BOX = Box(100, 500, 100, 60)


def painted(draw: "Callable[[Canvas], object]") -> int:
    return ink(drawn(draw))


def test_a_filled_rectangle_covers_its_box() -> None:
    assert painted(lambda c: shapes.rectangle(c, BOX, fill=BRAND)) == pytest.approx(6000, rel=0.04)


def test_the_leaf_card_lacks_only_its_round_corners() -> None:
    square = painted(lambda c: shapes.rectangle(c, BOX, fill=BRAND))
    leaf = painted(lambda c: shapes.leaf_card(c, BOX, fill=BRAND, sharp=0, round_=26))
    assert square - leaf == pytest.approx(2 * 26**2 * (1 - 3.1416 / 4), rel=0.25)


def test_corners_never_outgrow_a_small_card() -> None:
    small = Box(100, 500, 10, 6)
    assert 30 < painted(lambda c: shapes.leaf_card(c, small, fill=BRAND)) <= 78


def test_a_polygon_is_closed_and_filled() -> None:
    points = [(100.0, 500.0), (200.0, 500.0), (200.0, 560.0)]
    assert painted(lambda c: shapes.polygon(c, points, fill=INK)) == pytest.approx(3000, rel=0.08)


def test_a_tick_lies_in_its_box() -> None:
    box = painted(lambda c: shapes.tick_box(c, 100, 500, 12))
    tick = painted(lambda c: shapes.tick(c, 100, 500, 12))

    def both(canvas: "Canvas") -> None:
        shapes.tick_box(canvas, 100, 500, 12)
        shapes.tick(canvas, 100, 500, 12)

    assert 0 < box < painted(both) < box + tick
    assert painted(both) <= 15 * 15


def test_a_dashed_line_leaves_the_next_one_whole() -> None:
    def both(canvas: "Canvas") -> None:
        shapes.line(canvas, (100, 500), (200, 500), dash=(2, 2), thickness=1)
        shapes.line(canvas, (100, 400), (200, 400), thickness=1)

    whole = painted(lambda c: shapes.line(c, (100, 400), (200, 400), thickness=1))
    dashed = painted(both) - whole
    assert 0 < dashed < whole * 1.2


def test_only_sheets_that_are_cut_have_marks() -> None:
    assert painted(lambda c: shapes.cut_marks(c, LEAVES_SMALL)) == 0
    assert painted(lambda c: shapes.cut_marks(c, CARDS_A6)) > 0
