from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.sheet import (
    A4,
    A6,
    CARDS_A5,
    CARDS_A6,
    LEAVES_LARGE,
    LEAVES_SMALL,
    MM,
    SLIPS,
    Box,
    Stock,
)

STOCKS = (CARDS_A6, CARDS_A5, SLIPS, LEAVES_LARGE, LEAVES_SMALL)
each_stock = pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.key)


@each_stock
def test_places_lie_on_the_paper_and_never_overlap(stock: Stock) -> None:
    boxes = [stock.box(number) for number in range(1, stock.per_sheet + 1)]
    for box in boxes:
        assert box.x >= -1e-6
        assert box.y >= -1e-6
        assert box.right <= stock.paper.width + 1e-6
        assert box.top <= stock.paper.height + 1e-6
    for one, other in combinations(boxes, 2):
        apart = (
            one.right <= other.x + 1e-6
            or other.right <= one.x + 1e-6
            or one.top <= other.y + 1e-6
            or other.top <= one.y + 1e-6
        )
        assert apart


def test_four_a6_cards_fill_an_a4_sheet() -> None:
    box = CARDS_A6.box(1)
    assert box.width >= A6.landscape.width
    assert box.height >= A6.landscape.height - 1e-6
    assert CARDS_A6.per_sheet == 4


def test_places_run_from_the_top_left_in_rows() -> None:
    first, second, third, fourth = (CARDS_A6.box(number) for number in range(1, 5))
    assert first.y == second.y > third.y == fourth.y
    assert first.x == third.x < second.x == fourth.x


@given(st.sampled_from(STOCKS), st.integers(0, 60), st.integers(1, 4))
def test_a_part_used_sheet_is_filled_from_a_place_on(stock: Stock, count: int, start: int) -> None:
    start = min(start, stock.per_sheet)
    places = list(stock.places(count, start))
    assert len(places) == count
    if places:
        assert places[0].sheet == 0
        assert places[0].box == stock.box(start)
        assert stock.sheets(count, start) == places[-1].sheet + 1
    later = [place.box for place in places if place.sheet == 1]
    assert later[:1] in ([], [stock.box(1)])
    assert len({(place.sheet, place.box) for place in places}) == count


def test_a_sheet_without_that_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place 5"):
        list(CARDS_A6.places(3, 5))


@each_stock
def test_cut_marks_lie_on_cuts_inside_the_paper(stock: Stock) -> None:
    boxes = [stock.box(number) for number in range(1, stock.per_sheet + 1)]
    across = {round(edge, 2) for box in boxes for edge in (box.x, box.right)}
    down = {round(edge, 2) for box in boxes for edge in (box.y, box.top)}
    for x1, y1, x2, y2 in stock.cut_marks():
        assert 0 <= min(x1, x2) <= max(x1, x2) <= stock.paper.width
        assert 0 <= min(y1, y2) <= max(y1, y2) <= stock.paper.height
        assert (x1 == x2 and round(x1, 2) in across) or (y1 == y2 and round(y1, 2) in down)
    assert bool(stock.cut_marks()) == stock.cut


def test_a_millimetre_is_a_millimetre() -> None:
    assert pytest.approx(595.2756, abs=1e-3) == A4.width
    assert pytest.approx(25.4 * MM) == 72
    assert A4.landscape.height == A4.width


def test_a_box_can_be_made_smaller() -> None:
    box = Box(10, 20, 100, 50).inset(5, 10)
    assert (box.x, box.y, box.right, box.top) == (15, 30, 105, 60)
    assert Box(0, 0, 10, 10).inset(2) == Box(2, 2, 6, 6)
