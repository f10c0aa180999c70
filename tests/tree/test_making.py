"""Tests of how a poster is made from what is on file."""

from dataclasses import replace

import pytest

from desktop.errors import UserError
from desktop.pledges.actions import follow_up, refuse
from desktop.pledges.model import Outcome, Show
from desktop.tree.actions import hang, note_leaves, note_poster, save_tree
from desktop.tree.hanging import said
from desktop.tree.making import Arranged, arrange, gather, large_enough, refuse_small_type
from desktop.tree.model import Season, Tree
from tests.pledges.evening import DAY, Evening
from tests.tree.pledges import texts


def tree_of(evening: Evening, **fields: object) -> Tree:
    return replace(Tree(programme=evening.programme.id), **fields)  # type: ignore[arg-type]


def arranged(evening: Evening, tree: Tree, **how: object) -> Arranged:
    with evening.store.read() as db:
        found = gather(db, tree, evening.store.device)
    return arrange(found, **how)  # type: ignore[arg-type]


def test_a_poster_says_what_hangs_there(evening: Evening) -> None:
    evening.pledge("Listen more", person=evening.eirlys.id)
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    kept = evening.pledge("Sit down when I talk", Show.NO_NAME)
    with evening.store.change("Follow up") as change:
        follow_up(change, kept, DAY, Outcome.KEPT, "")
    poster = arranged(evening, tree_of(evening)).poster(DAY)
    (leaves,) = poster.trees
    assert [(leaf.text, leaf.name, leaf.kept) for leaf in leaves] == [
        ("Listen more", "Eirlys", False),
        ("Sit down when I talk", "", True),
    ]
    look = poster.look
    assert (look.title, look.subtitle) == ("What matters to us", "Leading with care")
    assert (look.counted, look.when) == ("3 pledges, 2 shown · 1 in blossom", "8 October 2026")
    assert poster.form == "landscape"
    for season, words in ((Season.SPRING, "1 in blossom"), (Season.AUTUMN, "1 kept")):
        look = arranged(evening, tree_of(evening, season=season)).poster(DAY, plain=True).look
        assert look.counted.endswith(f" · {words}")


def test_blossoms_may_stay_away(evening: Evening) -> None:
    kept = evening.pledge("Sit down when I talk")
    with evening.store.change("Follow up") as change:
        follow_up(change, kept, DAY, Outcome.KEPT, "")
    poster = arranged(evening, tree_of(evening, blossoms=False)).poster(DAY)
    assert [leaf.kept for leaf in poster.trees[0]] == [False]
    assert poster.look.counted == "1 pledge"


def test_pledges_that_nobody_sees_count_and_that_is_said(evening: Evening) -> None:
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    assert arranged(evening, tree_of(evening)).poster(DAY).look.counted == "1 pledge, none shown"
    for text in texts()[:12]:
        evening.pledge(text)
    refused = evening.pledge("Shout more", Show.NO_NAME)
    with evening.store.change("Keep off") as change:
        refuse(change, refused)
    grove = arranged(evening, tree_of(evening, crowns=2)).poster(DAY)
    assert sum(map(len, grove.trees)) == 12
    assert grove.look.counted == "14 pledges, 12 shown"


def test_a_programme_without_pledges_has_a_bare_tree(evening: Evening) -> None:
    empty = arranged(evening, tree_of(evening))
    assert empty.poster(DAY).trees == ((),)
    assert empty.poster(DAY).look.counted == "0 pledges"
    refuse_small_type(empty, 9)


def printed(evening: Evening, tree: Tree) -> Tree:
    """Print the tree of today's pledges and return it as it is kept."""
    made = arranged(evening, tree)
    with evening.store.change("Print the tree") as change:
        kept = note_poster(change, made.tree, made.standings, DAY)
        leaves = hang(change, kept, made.changes.kept)
        words = {leaf.pledge: said(leaf.text, leaf.name) for one in made.leaves for leaf in one}
        note_leaves(change, kept, leaves, words, DAY)
    return kept


def test_after_a_print_only_later_leaves_are_new_and_none_moved(evening: Evening) -> None:
    evening.pledge("Listen more")
    evening.pledge("Sit down when I talk")
    tree = printed(evening, tree_of(evening))
    before = arranged(evening, tree)
    assert before.new == ()
    evening.pledge("Ring my mother")
    after = arranged(evening, tree)
    assert [leaf.text for leaf in after.new] == ["Ring my mother"]
    assert after.leaves[0][:2] == before.leaves[0]
    assert after.standings == before.standings
    assert [leaf.number for leaf in after.leaves[0]] == [1, 2, 3]


def test_on_another_laptop_a_tree_shows_its_leaves_and_does_not_grow(evening: Evening) -> None:
    evening.pledge("Listen more")
    tree = printed(evening, tree_of(evening))
    evening.pledge("Ring my mother")
    with evening.store.read() as db:
        elsewhere = arrange(gather(db, tree, "another laptop"))
    assert [leaf.text for leaf in elsewhere.leaves[0]] == ["Listen more"]
    assert len(elsewhere.changes.left) == 1
    assert not elsewhere.changes


def many(evening: Evening, number: int) -> None:
    for text in texts()[:number]:
        evening.pledge(text, Show.NO_NAME, checked=True)


def test_words_too_small_to_read_are_refused_with_the_paper_that_would_do(
    evening: Evening,
) -> None:
    many(evening, 60)
    made = arranged(evening, tree_of(evening, paper="A4"))
    assert large_enough(made, 9) == "A3"
    with pytest.raises(UserError, match=r"On A4 the words would be .*Print on A3, or share"):
        refuse_small_type(made, 9)
    largest = arranged(evening, tree_of(evening, paper="A0"))
    with pytest.raises(UserError, match="No paper is large enough: share"):
        refuse_small_type(largest, 40)
    with pytest.raises(UserError, match="No paper is large enough: choose a smaller type"):
        refuse_small_type(made, 5_000)
    refuse_small_type(made, 3)


def test_a_grove_keeps_words_readable_and_goes_on_as_it_is(evening: Evening) -> None:
    many(evening, 60)
    made = arranged(evening, tree_of(evening, paper="A4"), least=11.0, grove=True)
    assert made.tree.crowns > 1
    assert made.smallest >= 11.0
    assert sum(map(len, made.leaves)) == 60
    again = arranged(evening, made.tree, least=11.0)
    assert again.tree.crowns == made.tree.crowns


def test_type_that_no_sheet_can_hold_is_refused(evening: Evening) -> None:
    evening.pledge("Listen more")
    with pytest.raises(UserError, match="No sheet of A4 is large enough for 500 pt"):
        arranged(evening, tree_of(evening, paper="A4"), least=500, grove=True)


def test_a_planned_tree_keeps_its_size_while_it_comes_into_leaf(evening: Evening) -> None:
    first = arranged(evening, tree_of(evening, planned=120))
    with evening.store.change("Make tree") as change:
        tree = save_tree(change, first.tree)
    many(evening, 30)
    assert arranged(evening, tree).standings == first.standings


def test_a_poster_printed_anew_shows_new_leaves_at_the_size_they_all_allow(
    evening: Evening,
) -> None:
    many(evening, 30)
    tree = printed(evening, tree_of(evening))
    for text in texts()[30:60]:
        evening.pledge(text, Show.NO_NAME, checked=True)
    hanging = arranged(evening, tree)
    anew = hanging.afresh()
    assert anew.smallest < hanging.smallest
    assert anew.leaves == hanging.leaves
    assert anew.changes == hanging.changes


def test_a_whole_poster_stands_as_it_hangs_until_leaves_would_lie_beyond_it(
    evening: Evening,
) -> None:
    many(evening, 6)
    tree = printed(evening, tree_of(evening))
    assert arranged(evening, tree).whole().standings == arranged(evening, tree).standings
    many(evening, 60)
    hanging = arranged(evening, tree)
    whole = hanging.whole()
    assert (hanging.outgrown, whole.outgrown) == (True, False)
    assert whole.leaves == hanging.leaves
