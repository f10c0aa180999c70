"""Tests of what a tree is."""

from desktop.tree.model import hanging_id


def test_a_pledge_hangs_once_on_a_tree_and_may_hang_on_another() -> None:
    assert hanging_id("tree", "pledge") == hanging_id("tree", "pledge")
    assert hanging_id("tree", "pledge") != hanging_id("other", "pledge")
    assert hanging_id("tree", "pledge") != hanging_id("tree", "other")
