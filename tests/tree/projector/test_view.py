import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import Standing
from desktop.tree.projector.view import View, between, fixed_point, near, whole

views = st.builds(View, st.floats(1, 60), st.floats(-4000, 4000), st.floats(-4000, 4000))


def test_the_whole_tree_stands_with_its_ground_below() -> None:
    view = whole(Standing(4.0, (600.0, 300.0), 80.0), 1080)
    assert view.at(0, 0) == (600.0, 780.0)
    assert view.at(10, 5) == (640.0, 760.0)


def test_near_a_leaf_it_is_in_the_middle_and_large() -> None:
    leaf = Place(20, 120, 60, 1, 0, 5)
    view = near(leaf, View(3.0, 600.0, 800.0), 1280, 1080)
    assert view.at(60, 30) == pytest.approx((640, 540))
    assert view.em * leaf.width > 1080 / 4


def test_where_leaves_are_large_already_nothing_moves() -> None:
    far = View(40.0, 600.0, 800.0)
    assert near(Place(20, 0, 20, 1, 0, 5), far, 1280, 1080) == far


@given(views, views, st.floats(0, 1))
def test_on_the_way_one_point_stays_in_place(one: View, other: View, share: float) -> None:
    if math.isclose(one.em, other.em, rel_tol=0.05):
        return
    x, y = fixed_point(one, other)
    shown = between(one, other, share)
    held = (x - one.x) / one.em, -(y - one.y) / one.em
    assert shown.at(*held) == pytest.approx((x, y), abs=1e-2 + 1e-6 * (abs(x) + abs(y)))


@given(views, views)
def test_the_way_begins_and_ends_where_it_should(one: View, other: View) -> None:
    assert between(one, other, 0) == one
    assert between(one, other, 1) == other
