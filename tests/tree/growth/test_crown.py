import numpy as np
import pytest

from desktop.tree.growth.crown import crown
from tests.tree.pledges import FORMS


@pytest.mark.parametrize("form", FORMS)
def test_crowns_of_every_size_are_alike(form: str) -> None:
    shape = crown(form)
    x, y = np.array([3.0, -20.0, 5.0]), np.array([9.0, 4.0, -7.0])
    assert shape.rank(x * 7, y * 7) == pytest.approx(shape.rank(x, y) * 7)


@pytest.mark.parametrize("form", FORMS)
def test_the_crown_fills_its_frame_on_every_side(form: str) -> None:
    shape = crown(form)
    angle = np.linspace(0, 2 * np.pi, 20_000)
    x, y = np.cos(angle), np.sin(angle)
    edge = 1 / shape.rank(x, y)
    assert (edge * x).max() == pytest.approx(1, abs=1e-3)
    assert (edge * x).min() == pytest.approx(-1, abs=1e-3)
    assert (edge * y).max() == pytest.approx(shape.up, abs=1e-3)
    assert (edge * y).min() == pytest.approx(-shape.down, abs=1e-3)


def test_there_is_room_for_the_trunk() -> None:
    shape = crown("portrait")
    beside, below = shape.rank(np.array([30.0, 0.0]), np.array([-30.0, -30.0]))
    assert below > 2 * beside


def test_the_fork_is_the_middle_of_the_grid() -> None:
    shape = crown("landscape")
    x, y = shape.middles(np.array([shape.below]), np.array([shape.left]))
    assert (x[0], y[0]) == (0, 0)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("half", [10.0, 90.3, 1e9])
def test_a_box_holds_the_frame_of_a_crown_or_all_of_the_grid(form: str, half: float) -> None:
    shape = crown(form)
    rows, columns = shape.box(half)
    x, y = shape.middles(rows[[0, -1]], columns[[0, -1]])
    wide = min(half, shape.reach)
    assert x[0] <= -wide < wide <= x[1]
    assert y[0] <= -wide * shape.down < wide * shape.up <= y[1]
    assert 0 <= rows[0] <= rows[-1] < shape.rows
    assert 0 <= columns[0] <= columns[-1] < shape.columns
