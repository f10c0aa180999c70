import numpy as np
import pytest

from desktop.tree.growth.crown import BAND, crown
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


def test_the_fork_is_the_middle_of_the_bands() -> None:
    shape = crown("landscape")
    assert shape.bands.shape == (shape.rows, shape.columns)
    assert shape.bands[shape.below, shape.left] == 0
    assert shape.bands[shape.below, -1] * BAND > shape.reach
