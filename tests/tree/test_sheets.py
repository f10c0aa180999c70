"""Tests of the sheets of a tree and how its words can be read."""

from dataclasses import replace

import pytest

from desktop.tree.model import Form, Tree
from desktop.tree.sheets import (
    SHEETS,
    TYPICAL,
    mean_area,
    readable_cm,
    sheet_of,
    standing_of,
)
from tests.tree.checker import rings
from tests.tree.pledges import places, rungs

TREE = Tree(programme="kindness", paper="A3", form=Form.LANDSCAPE)


def test_a_sheet_lies_as_its_tree_does() -> None:
    assert (sheet_of(TREE).width_mm, sheet_of(TREE).height_mm) == (420, 297)
    upright = sheet_of(replace(TREE, form=Form.PORTRAIT))
    assert (upright.width_mm, upright.height_mm) == (297, 420)


def test_the_words_grow_with_the_sheet() -> None:
    hung = places("landscape", 40)
    sizes = [standing_of(replace(TREE, paper=paper), hung).em for paper in SHEETS]
    assert sizes == sorted(sizes)
    assert sizes[-1] == pytest.approx(4 * sizes[0], rel=0.05)


def test_a_planned_tree_has_its_size_before_the_first_leaf() -> None:
    planned = replace(TREE, planned=120)
    assert standing_of(planned, []) == standing_of(planned, places("landscape", 60))
    assert standing_of(planned, []).em < standing_of(TREE, places("landscape", 60)).em


def test_a_planned_grove_shares_its_leaves() -> None:
    alone, grove = replace(TREE, planned=60), replace(TREE, planned=119, crowns=2)
    assert standing_of(grove, []) == standing_of(alone, [])


def test_the_mean_leaf_is_as_large_as_its_outline() -> None:
    import shapely

    hung = places("landscape", 200)
    drawn = [shapely.Polygon(ring).area for ring in rings(hung)]
    assert mean_area(rungs(200)) == pytest.approx(sum(drawn) / 200, rel=0.02)
    assert pytest.approx(mean_area(rungs(1000)), rel=0.05) == TYPICAL
    assert mean_area(rungs(3)) == TYPICAL


def test_eleven_points_are_read_at_arms_length() -> None:
    assert readable_cm(11) == 56
    assert readable_cm(22) == 112
