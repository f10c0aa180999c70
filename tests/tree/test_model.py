"""Tests of what a tree is."""

from desktop.tree.model import Tree, hanging_id
from desktop.tree.wood.plan import VERSION


def test_a_pledge_hangs_once_on_a_tree_and_may_hang_on_another() -> None:
    assert hanging_id("tree", "pledge") == hanging_id("tree", "pledge")
    assert hanging_id("tree", "pledge") != hanging_id("other", "pledge")
    assert hanging_id("tree", "pledge") != hanging_id("tree", "other")


def test_a_new_tree_names_the_plan_that_its_wood_is_drawn_by() -> None:
    assert Tree().plan == VERSION, "trees that hang need the plan they name: see ARCHITECTURE.md"
