from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tree.model import Form, Season, Tree
from desktop.tree.wishes import Wish, as_draft, with_choices, with_draft

NEW = Wish(Tree(programme="p"))
HUNG = Wish(Tree(programme="p", rev="r", printed=date(2026, 10, 8), paper="A1"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
trees = st.builds(
    Tree,
    id=st.just(NEW.tree.id),
    programme=st.just("p"),
    title=texts,
    subtitle=texts,
    place=texts,
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    themes=st.lists(texts, max_size=3).map(tuple),
    paper=st.sampled_from(["A4", "A3", "A2", "A1", "A0"]),
    form=st.sampled_from(Form),
    season=st.sampled_from(Season),
    blossoms=st.booleans(),
    planned=st.integers(0, 5000),
    crowns=st.integers(1, 3),
)


@given(trees, st.sampled_from(["", "A4", "A3"]), st.booleans(), st.booleans())
def test_what_is_half_chosen_comes_back_as_it_was(
    tree: Tree, on: str, plain: bool, only_new: bool
) -> None:
    wish = Wish(tree, on, plain, only_new)
    assert with_draft(NEW, as_draft(wish)) == wish


def test_the_size_of_a_tree_that_hangs_is_not_remembered_but_as_it_hangs() -> None:
    other = replace(HUNG, tree=replace(HUNG.tree, paper="A4", title="Ours"))
    back = with_draft(HUNG, as_draft(other))
    assert (back.tree.paper, back.tree.title) == ("A1", "Ours")


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "not json",
        "[]",
        '{"paper": "A9", "crowns": 7, "form": "round", "first": "soon", "planned": "many"}',
        '{"on": "A9", "plain": 3, "themes": 7, "season": null, "title": 5, "blossoms": "yes"}',
    ],
)
def test_a_draft_that_cannot_be_read_changes_nothing(draft: str) -> None:
    assert with_draft(NEW, draft) == NEW


def test_a_poster_is_taped_only_from_smaller_sheets() -> None:
    large = replace(NEW, tree=replace(NEW.tree, paper="A1"), on="A4")
    assert large.taped == "A4"
    assert replace(large, tree=replace(large.tree, paper="A4")).taped == ""
    assert NEW.taped == ""


def test_each_print_may_have_other_words_but_not_another_shape() -> None:
    kept = replace(HUNG.tree, season=Season.WINTER)
    made = with_choices(kept, replace(HUNG.tree, title="Ours", paper="A4"), kept)
    assert (made.rev, made.title, made.paper) == ("r", "Ours", "A1")
    assert made.season is Season.SUMMER


def test_what_nobody_chose_follows_the_tree_as_it_is_kept() -> None:
    kept = replace(HUNG.tree, rev="later", title="Yours", season=Season.WINTER)
    chosen = replace(HUNG.tree, title="Ours")
    made = with_choices(kept, chosen, HUNG.tree)
    assert (made.rev, made.title, made.season) == ("later", "Ours", Season.WINTER)
