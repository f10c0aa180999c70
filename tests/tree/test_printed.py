from dataclasses import replace

import pytest

from desktop.errors import UserError
from desktop.tree.actions import hangings
from desktop.tree.hanging import said
from desktop.tree.printed import note_leaves_on, note_whole
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import ready_of, wish_of


def test_a_print_keeps_the_tree_and_each_leaf_in_one_step(evening: Evening) -> None:
    pledge = evening.pledge("Listen more")
    made = ready_of(evening, wish_of(evening)).arranged
    words = {pledge.id: said("Listen more", "")}
    leaves = made.arrangement.leaves.values()
    with evening.store.change("Print the tree") as change:
        tree = note_whole(change, made.tree, made.standings, made.changes, leaves, words, DAY)
    with evening.store.read() as db:
        (leaf,) = hangings(db, tree.id)
        assert len(db.history(leaf.id)) == 1
    assert (leaf.printed, leaf.said) == (DAY, words[pledge.id])
    assert tree.printed == DAY
    assert len(tree.standings) == 1
    evening.store.undo()
    with evening.store.read() as db:
        assert hangings(db, tree.id) == []


def test_leaves_that_were_not_printed_hang_and_are_still_new(evening: Evening) -> None:
    first, second = evening.pledge("Listen more"), evening.pledge("Ring home")
    made = ready_of(evening, wish_of(evening)).arranged
    leaves = made.arrangement.leaves.values()
    with evening.store.change("Print new leaves") as change:
        note_leaves_on(change, made.tree, made.changes, leaves, {first.id: "words"}, DAY)
    with evening.store.read() as db:
        found = {leaf.pledge: leaf.printed for leaf in hangings(db, made.tree.id)}
    assert found == {first.id: DAY, second.id: None}


def test_a_tree_of_another_laptop_is_not_touched(evening: Evening) -> None:
    evening.pledge("Listen more")
    made = ready_of(evening, wish_of(evening)).arranged
    elsewhere = replace(made.tree, home="another laptop")
    leaves = made.arrangement.leaves.values()
    with (
        evening.store.change("Print new leaves") as change,
        pytest.raises(UserError, match="laptop that made it"),
    ):
        note_leaves_on(change, elsewhere, made.changes, leaves, {}, DAY)
