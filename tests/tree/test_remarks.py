"""Tests of what is said of a tree that was printed without a window."""

from argparse import Namespace
from dataclasses import replace

from desktop.tree.making import arrange, gather
from desktop.tree.model import Tree
from desktop.tree.remarks import remarks
from tests.pledges.evening import Evening

TREE = "tree-of-the-evening"


def said(evening: Evening, hangs: Tree | None = None, **wanted: object) -> list[str]:
    usual = {"landscape": False, "grove": False, "planned": None, "top_up": False}
    chosen = Namespace(**usual | wanted)
    tree = Tree(id=TREE, programme=evening.programme.id, planned=chosen.planned or 0)
    with evening.store.read() as db:
        made = arrange(gather(db, tree, evening.store.device))
    return list(remarks(made, chosen, hangs=hangs))


def test_of_a_tree_in_leaf_there_is_nothing_to_say(evening: Evening) -> None:
    assert said(evening) == ["There are no pledges to show yet, so the tree is bare."]
    evening.pledge("Listen more")
    assert said(evening) == []


def test_leaves_on_boughs_that_are_planned_are_mentioned(evening: Evening) -> None:
    evening.pledge("Listen more")
    (some,) = said(evening, planned=40)
    assert some.startswith("1 pledge is on it already, the other boughs are bare.")
    (full,) = said(evening, planned=1)
    assert full.startswith("1 pledge is on it already, and no bough is bare.")
    assert said(evening, planned=40, top_up=True) == []


def test_what_no_face_draws_is_named(evening: Evening) -> None:
    evening.pledge("ᏣᎳᎩ")
    (words,) = said(evening)
    assert words.startswith("These characters can’t be printed: Ꮳ Ꮃ Ꭹ (Cherokee). 1 leaf stays")


def test_what_no_face_draws_of_the_programmes_name_is_named(evening: Evening) -> None:
    evening.pledge("Listen more")
    with evening.store.change("Edit programme") as change:
        change.save(replace(evening.programme, name="ᏣᎳᎩ"))
    (words,) = said(evening)
    assert words.startswith("These characters can’t be printed: Ꮳ Ꮃ Ꭹ (Cherokee). They are left")
    assert said(evening, top_up=True) == []


def test_a_poster_that_is_smaller_than_the_one_that_hangs_is_mentioned(evening: Evening) -> None:
    evening.pledge("Listen more")
    hangs = Tree(id=TREE, programme=evening.programme.id, standings=((99.0, 300.0, 400.0, 60.0),))
    first, second = said(evening, hangs=hangs)
    assert first.startswith("The tree has outgrown the poster that hangs")
    assert second.startswith("Leaves from --top-up fit the one that hangs")
    assert said(evening, hangs=replace(hangs, standings=((9.0, 300.0, 400.0, 60.0),))) == []
    (new,) = said(evening, hangs=replace(hangs, id="another"))
    assert new.startswith("These are new trees")
