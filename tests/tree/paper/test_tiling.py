"""Tests of how a poster is divided into sheets."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.sheet import A0, A1, A2, A3, A4, Size
from desktop.tree.paper.tiling import CLEAR, GLUE, NOTE, WHITE, Area, Tiling, tiling

SIZES = st.builds(Size, st.just("any"), st.floats(100, 2400), st.floats(100, 2400))
PAPERS = st.sampled_from([A4, A3])


def box(area: Area) -> shapely.Polygon:
    return shapely.box(*area)


@pytest.mark.parametrize(
    ("poster", "paper", "columns", "rows"),
    [
        (A1, A4, 4, 3),
        (A1.landscape, A3, 3, 2),
        (A0, A3, 3, 3),
        (A0, A4, 3, 7),
        (A2, A4, 2, 4),
        (A3, A4, 2, 2),
    ],
)
def test_as_few_sheets_as_can_be(poster: Size, paper: Size, columns: int, rows: int) -> None:
    way = tiling(poster, paper)
    assert (way.columns, way.rows) == (columns, rows)


@given(SIZES, PAPERS)
def test_what_is_seen_of_the_sheets_is_the_poster_once(poster: Size, paper: Size) -> None:
    way = tiling(poster, paper)
    whole = shapely.box(0, 0, poster.width_mm, poster.height_mm)
    seen = [box(tile.seen) for tile in way.tiles]
    assert shapely.union_all(seen).symmetric_difference(whole).area < 1e-3
    assert sum(area.area for area in seen) == pytest.approx(whole.area)


@given(SIZES, PAPERS)
def test_the_next_sheet_covers_all_glue_and_all_white_beyond_it(poster: Size, paper: Size) -> None:
    way = tiling(poster, paper)
    tiles = list(way.tiles)
    for tile in tiles:
        later = shapely.union_all([box(other.seen) for other in tiles[tile.number :]])
        assert box(tile.printed).difference(box(tile.seen)).difference(later).area < 1e-6
        for strip, number in way.strips(tile):
            on_poster = tiles[number - 1].seen
            laid = way.on_sheet(tile, on_poster)
            assert min(strip.width, strip.height) == pytest.approx(GLUE)
            assert shapely.intersection(box(strip), box(laid)).area > 0
            white = way.picture.left if strip.height > strip.width else way.picture.low
            assert GLUE + white < min(on_poster.width, on_poster.height)


@given(SIZES, PAPERS)
def test_sheets_leave_the_printer_its_white_and_the_number_its_room(
    poster: Size, paper: Size
) -> None:
    way = tiling(poster, paper)
    picture = way.picture
    assert min(picture.left, picture.low) >= WHITE - 1e-6
    assert max(picture.left, picture.low) >= NOTE
    for tile in way.tiles:
        for x1, y1, x2, y2 in way.marks(tile):
            assert min(x1, x2) >= min(CLEAR, picture.left)
            assert min(y1, y2) >= min(CLEAR, picture.low)
            assert max(x1, x2) <= way.sheet.width_mm - CLEAR
            assert max(y1, y2) <= way.sheet.height_mm - CLEAR


@given(SIZES, PAPERS)
def test_no_sheet_has_a_sliver(poster: Size, paper: Size) -> None:
    way = tiling(poster, paper)
    parts = {(round(tile.printed.width, 6), round(tile.printed.height, 6)) for tile in way.tiles}
    assert len(parts) == 1


@given(SIZES, PAPERS)
def test_sheets_turned_the_other_way_would_not_be_fewer(poster: Size, paper: Size) -> None:
    assert tiling(poster, paper).count == tiling(poster.landscape, paper).count


@given(SIZES, PAPERS)
def test_cut_marks_of_neighbours_meet(poster: Size, paper: Size) -> None:
    way = tiling(poster, paper)
    tiles = list(way.tiles)
    for tile in tiles:
        for strip, number in way.strips(tile):
            beside = tiles[number - 1]
            shift = way.on_sheet(tile, beside.seen)
            own = way.on_sheet(beside, beside.seen)
            x, y = shift.left - own.left, shift.low - own.low
            edge = strip.left if number == tile.number + 1 else strip.high
            laid = [
                x1 + x if x1 == x2 else y1 + y
                for x1, y1, x2, y2 in way.cuts(beside)
                if (x1 == x2) == (number == tile.number + 1)
            ]
            assert min(abs(cut - edge) for cut in laid) < 1e-6
            assert len(way.marks(tile)) == 2 * len(way.cuts(tile))


def test_rows_are_lettered_beyond_z() -> None:
    way = Tiling(200, 8000, A4, 1, 30)
    assert [tile.row_name for tile in way.tiles][24:28] == ["Y", "Z", "AA", "AB"]
