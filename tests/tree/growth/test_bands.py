import numpy as np
import pytest

from desktop.tree.growth.bands import BAND, Bands
from desktop.tree.growth.crown import Crown, crown
from tests.tree.pledges import FORMS

SMALL = Crown(60, 1.2, 0.6)


def test_the_fork_is_the_middle_of_the_bands() -> None:
    shape = crown("landscape")
    cells, found = Bands(shape).between(0, 1)
    assert shape.below * shape.columns + shape.left in cells.tolist()
    assert set(found.tolist()) == {0}


@pytest.mark.parametrize("step", [7, 50, 1000])
def test_every_cell_has_its_band_whatever_was_asked_for_first(step: int) -> None:
    bands = Bands(SMALL)
    every = bands.at(*SMALL.box(np.inf)).ravel()
    seen = []
    for first in range(0, bands.count, step):
        cells, found = bands.between(first, first + step)
        assert (every[cells] == found).all()
        assert (np.diff(found.astype(np.intp)) >= 0).all()
        seen += cells.tolist()
    assert sorted(seen) == list(range(len(every)))


@pytest.mark.parametrize("form", FORMS)
def test_no_cell_of_a_band_lies_outside_a_crown_so_wide(form: str) -> None:
    shape = crown(form)
    every = Bands(shape).at(*shape.box(np.inf))
    for last in (20, 100, 300):
        rows, columns = shape.box(last * BAND)
        outside = np.ones(every.shape, np.bool_)
        outside[np.ix_(rows, columns)] = False
        assert every[outside].min() >= last
