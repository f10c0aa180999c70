import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tree.projector.story import (
    BACK,
    GROW_FROM,
    GROWN,
    HOLD,
    MAKE_ROOM,
    ROOM_FROM,
    TRAVEL,
    Pose,
    Story,
    eased,
)


def test_the_camera_goes_there_the_leaf_grows_and_the_camera_comes_back() -> None:
    story = Story(10.0)
    assert story.at(10.0) == Pose(0.0, 0.0)
    assert story.at(10.0 + TRAVEL).near == 1.0
    assert story.at(10.0 + GROWN) == Pose(1.0, 1.0)
    assert story.at(10.0 + GROWN + HOLD + BACK) == Pose(0.0, 1.0, back=True, done=True)


def test_where_the_camera_stays_all_is_in_place_when_the_leaf_begins_to_show() -> None:
    story = Story(10.0, travels=False)
    assert story.at(10.0 + MAKE_ROOM).near == 1.0
    assert story.at(10.0 + MAKE_ROOM).grown < 0.03


@pytest.mark.parametrize(("travels", "start"), [(True, GROW_FROM), (False, ROOM_FROM)])
def test_a_leaf_begins_to_grow_within_half_a_second(travels: bool, start: float) -> None:
    story = Story(0.0, travels)
    assert start <= 0.5
    assert story.at(start).grown == 0
    assert story.at(start + 0.2).grown > 0.05


def test_where_another_waits_the_camera_leaves_earlier_but_not_before_the_leaf_is_grown() -> None:
    story = Story(0.0)
    story.hurry(0.1)
    assert GROWN < story.leave < GROWN + HOLD
    late = Story(0.0)
    late.hurry(GROWN + 2)
    assert late.leave == GROWN + 2


def test_it_stays_as_long_as_there_is_nothing_to_go_back_to() -> None:
    story = Story(0.0)
    story.stay(60.0)
    assert not story.at(60.0).back


@given(st.floats(0, 10), st.floats(0.001, 0.016), st.booleans())
def test_nothing_jumps_from_one_frame_to_the_next(time: float, frame: float, travels: bool) -> None:
    story = Story(0.0, travels)
    one, next_ = story.at(time), story.at(time + frame)
    assert abs(next_.near - one.near) < 0.05
    assert 0 <= next_.grown - one.grown < 0.05


def test_easing_begins_and_ends_gently() -> None:
    assert (eased(-1), eased(0), eased(0.5), eased(1), eased(2)) == (0, 0, 0.5, 1, 1)
    assert eased(0.02) < 0.002
