import numpy as np
import pytest

from desktop.tree.growth.bands import BAND, Bands
from desktop.tree.growth.crown import Crown, crown
from tests.tree.pledges import FORMS
from tests.tree.together import asked_together

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


def test_trees_that_grow_at_the_same_time_find_the_same_cells() -> None:
    shape = crown("portrait")
    right, bands = Bands(shape), Bands(shape)
    for answers in asked_together(lambda number: bands.between(0, 70 + 7 * number), 30):
        for number, answer in enumerate(answers):
            wanted = right.between(0, 70 + 7 * number)
            assert np.array_equal(answer[0], wanted[0])
            assert np.array_equal(answer[1], wanted[1])
