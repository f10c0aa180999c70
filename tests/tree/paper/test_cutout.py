"""Tests of one leaf to cut out."""

from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from desktop.leaf import Point
from desktop.tree.growth.shape import Place
from desktop.tree.model import Season
from desktop.tree.paper.cutout import RIM, Cutout
from desktop.tree.paper.foliage import SIGN_AT, SIGN_SIZE
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.steps import Fill, Use, Words
from desktop.tree.paper.symbols import SIGN
from desktop.tree.paper.words import rung

TEXT = "Sit down when I talk to somebody in bed."
COLOURS = palette("summer")  # type: ignore[arg-type]


def cutout(em: float = 9.0, side: int = 1, *, kept: bool = False, number: int = 12) -> Cutout:
    place = Place(rung(TEXT, "Siân"), 40, 60, side, 3, 7)
    return Cutout(Leaf("p", place, TEXT, "Siân", kept, number, new=True), 0, em)


def ring(piece: Cutout) -> list[Point]:
    """Return the outline of the leaf as it is drawn for a piece at the origin."""
    use = next(step for step in piece.steps(0, 0, COLOURS) if isinstance(step, Use))
    a, b, c, d, e, f = use.matrix
    flat = replace_place(piece).outline(160)
    long = piece.leaf.place.length
    foot = replace_place(piece).foot
    side = piece.leaf.place.side
    local = [((x - foot[0]) * side / long, (y - foot[1]) / long) for x, y in flat]
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in local]


def replace_place(piece: Cutout) -> Place:
    return piece.leaf.place._replace(x=0, y=0, tilt=0)


@given(st.floats(4, 60), st.sampled_from([1, -1]), st.booleans(), st.sampled_from([1, 40, 1999]))
def test_the_cut_goes_round_the_leaf_its_blossom_and_its_number(
    em: float, side: int, kept: bool, number: int
) -> None:
    piece = cutout(em, side, kept=kept, number=number)
    cut = shapely.Polygon(piece.cut(0, 0))
    assert cut.is_valid
    leaf = shapely.Polygon(ring(piece))
    assert cut.contains(leaf)
    assert 0.85 * RIM < leaf.distance(cut.exterior) <= RIM
    assert cut.contains(shapely.Point(piece.number_at(0, 0)).buffer(3))
    assert not leaf.intersects(shapely.Point(piece.number_at(0, 0)).buffer(3))
    if kept:
        sign = next(s for s in piece.steps(0, 0, COLOURS) if isinstance(s, Use) and s.name == SIGN)
        assert cut.contains(shapely.Point(sign.matrix[4:]).buffer(sign.matrix[0]))


@given(st.floats(4, 60), st.sampled_from([1, -1]))
def test_a_piece_takes_no_more_room_than_it_says(em: float, side: int) -> None:
    piece = cutout(em, side)
    left, low, right, top = shapely.Polygon(piece.cut(0, 0)).bounds
    assert min(left, low) >= -0.01
    assert right <= piece.size.width + 0.01
    assert top <= piece.size.height + 0.01


def test_a_leaf_is_exactly_as_large_as_on_the_tree() -> None:
    piece = cutout(em=10)
    left, low, right, top = shapely.Polygon(ring(piece)).bounds
    assert right - left == pytest.approx(piece.leaf.place.length * 10)
    assert top - low == pytest.approx(piece.leaf.place.width * 10, rel=1e-3)
    assert piece.size.height == pytest.approx(top - low + 2 * RIM, rel=1e-3)


@pytest.mark.parametrize("side", [1, -1])
def test_words_lie_level_in_the_leaf_that_points_as_on_the_tree(side: int) -> None:
    piece = cutout(side=side)
    words = next(step for step in piece.steps(0, 0, COLOURS) if isinstance(step, Words))
    assert words.matrix[:4] == pytest.approx((1, 0, 0, 1))
    assert words.says == f"{TEXT} Siân"
    leaf = shapely.Polygon(ring(piece))
    x, y = words.matrix[4:]
    for line in words.lines:
        assert leaf.contains(shapely.Point(x + line.x, y + line.y))
    number = piece.number_at(0, 0)[0]
    assert (number < leaf.centroid.x) is (side > 0)


def test_a_kept_pledge_has_a_longer_tab() -> None:
    plain, kept = cutout(), replace(cutout(), leaf=replace(cutout().leaf, kept=True))
    more = (SIGN_AT + SIGN_SIZE) * kept.level.width * 9 - 0.13 * kept.level.width * 9
    assert kept.size.width - plain.size.width == pytest.approx(more)


def test_a_one_colour_leaf_has_its_stalk_where_no_twig_reaches_it() -> None:
    piece = cutout()
    first, *_ = piece.steps(0, 0, palette(Season.SUMMER, plain=True))
    assert isinstance(first, Fill)
    stalk = shapely.Polygon(first.outlines[0].points)
    assert stalk.intersects(shapely.Polygon(ring(piece)))
    assert shapely.Polygon(piece.cut(0, 0)).contains(stalk)
    assert not any(isinstance(step, Fill) for step in piece.steps(0, 0, COLOURS))
