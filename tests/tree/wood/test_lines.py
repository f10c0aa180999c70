import numpy as np

from desktop.tree.wood.lines import along, drawn, even, rounded, tapered

LINE = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]])


def test_how_far_a_line_has_come() -> None:
    assert along(LINE).tolist() == [0, 5, 10]


def test_a_line_goes_through_its_nodes_and_between_them() -> None:
    line, half = drawn(LINE, np.array([3.0, 2.0, 1.0]))
    assert (line[0::2] == LINE).all()
    assert half.tolist() == [3, 2.5, 2, 1.5, 1]


def test_one_node_is_no_line() -> None:
    line, half = drawn(LINE[:1], np.array([1.0]))
    assert (len(line), len(half)) == (1, 1)


def test_widths_have_no_steps_and_never_grow_towards_the_tip() -> None:
    half = even(np.array([4.0, 4.0, 1.0, 2.0, 1.0, 1.0]))
    assert (np.diff(half) <= 0).all()
    assert np.diff(half).min() > -2


def test_wood_runs_out_into_its_tip() -> None:
    half = tapered(np.array([[0.0, y] for y in range(20)]), np.full(20, 0.8), 0.1)
    assert half[0] == 0.8
    assert half[-1] == 0.1


def test_a_kink_is_rounded_and_the_rest_stays() -> None:
    line = np.array([[0.0, 0.0], [1, 0], [2, 0], [3, 0], [3, 1], [3, 2], [3, 3]])
    bent = rounded(line, 2, 5)
    assert (bent[[0, 1, 5, 6]] == line[[0, 1, 5, 6]]).all()
    assert bent[3, 0] < 3
    assert bent[3, 1] > 0
