import numpy as np
import pytest

from desktop.tree.paper.steps import joined, polygon, rectangle, ring, smooth

SQUARE = np.array([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)])


def test_a_smooth_curve_goes_through_its_points() -> None:
    curve = smooth(SQUARE)
    assert curve[::3] == pytest.approx(SQUARE)
    assert len(curve) == 10


def test_a_curve_through_points_on_a_line_is_straight() -> None:
    line = np.array([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)])
    assert smooth(line)[:, 0] == pytest.approx(smooth(line)[:, 1])


def test_a_ring_closes_smoothly() -> None:
    found = ring(SQUARE)
    assert found.curved
    assert found.points[0] == pytest.approx(found.points[-1])
    into, out = found.points[-1] - found.points[-2], found.points[1] - found.points[0]
    assert into == pytest.approx(out)


def test_two_curves_are_joined_by_a_straight_line() -> None:
    one, other = smooth(SQUARE[:2]), smooth(SQUARE[2:])
    assert (len(joined(one, other)) - 1) % 3 == 0
    assert joined(one, other)[-1] == pytest.approx(SQUARE[3])


def test_a_box_has_its_corners() -> None:
    assert rectangle(1, 2, 3, 5).points.tolist() == [[1, 2], [3, 2], [3, 5], [1, 5]]
    assert polygon([(0, 0), (1, 0)]).closed
