import pytest

from desktop.leaf import RATIO
from desktop.tree.growth.shape import CELL, LEAST, Place, normals, reach, rung_of, tilts, width_of


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("tilt", tilts())
def test_a_leaf_lies_within_its_reach(side: int, tilt: int) -> None:
    place = Place(12, 0, 0, side, tilt, 0)
    far = reach(side, tilt) * place.width
    for x, y in place.outline(300):
        assert ((normals() @ (x, y)) <= far + 1e-3).all()


def test_the_middle_of_a_leaf_is_its_place() -> None:
    place = Place(10, 6, -8, -1, 3, 0)
    ring = place.outline()
    tip = max(
        ring, key=lambda point: (point[0] - place.foot[0]) ** 2 + (point[1] - place.foot[1]) ** 2
    )
    assert ((tip[0] + place.foot[0]) / 2, (tip[1] + place.foot[1]) / 2) == pytest.approx(
        (6 * CELL, -8 * CELL)
    )
    assert tip[0] < place.foot[0]
    assert tip[1] > place.foot[1]


def test_sizes_are_steps_of_a_ladder() -> None:
    assert width_of(0) == LEAST
    assert [rung_of(width_of(rung)) for rung in range(60)] == list(range(60))
    assert Place(5, 0, 0, 1, 0, 0).length == pytest.approx(width_of(5) * RATIO)


def test_a_line_begins_left_of_the_foot_where_the_tip_points_left() -> None:
    assert Place(5, 0, 0, 1, 0, 0).text_start(2.0, 5.0) == 2.0
    assert Place(5, 0, 0, -1, 0, 0).text_start(2.0, 5.0) == -7.0


def test_the_text_turns_with_the_leaf_and_stays_upright() -> None:
    assert Place(5, 0, 0, 1, 2, 0).turn == 13
    assert Place(5, 0, 0, -1, 2, 0).turn == -13
    assert max(abs(Place(5, 0, 0, 1, tilt, 0).turn) for tilt in tilts()) <= 26
