from dataclasses import replace

from desktop.pledges.actions import follow_up
from desktop.pledges.model import Outcome, Show, Source
from desktop.tree.actions import hangings
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, printed, wish_of


def test_pledges_are_counted_by_what_may_be_seen_of_them(evening: Evening) -> None:
    kept = evening.pledge("Listen more")
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    evening.pledge("Ring home", Show.NO_NAME, source=Source.KIOSK)
    with evening.store.change("Follow up") as change:
        follow_up(change, kept, DAY, Outcome.KEPT, "")
    facts = facts_of(evening, wish_of(evening))
    assert len(facts.shown) == facts.kept == facts.new == 1
    assert len(facts.gathered.chosen.waiting) == 1
    assert facts.since is None
    assert [one.name for one in facts.programmes] == ["Leading with care"]


def test_after_a_print_only_later_and_changed_pledges_are_new(evening: Evening) -> None:
    first = evening.pledge("Listen more")
    evening.pledge("Ring home", Show.NO_NAME)
    wish = printed(evening, wish_of(evening))
    assert facts_of(evening, wish).new == 0
    assert facts_of(evening, wish).since == DAY
    evening.pledge("Sit down", Show.NO_NAME)
    with evening.store.change("Edit pledge") as change:
        change.save(replace(first, text="Listen even more"))
    facts = facts_of(evening, wish)
    assert facts.new == 2
    assert [tree.id for tree in facts.hung] == [wish.tree.id]


def test_a_tree_that_is_gone_is_a_new_one_again(evening: Evening) -> None:
    evening.pledge("Listen more")
    wish = printed(evening, wish_of(evening, paper="A2"))
    evening.store.undo()
    again = facts_of(evening, wish).wish
    assert not again.hangs
    assert again.tree.rev is None
    assert again.tree.paper == "A2"


def test_a_tree_that_was_deleted_leaves_no_leaf_to_review(evening: Evening) -> None:
    first, *_ = [evening.pledge(text, Show.NO_NAME) for text in ("Listen more", "Ring home")]
    wish = printed(evening, wish_of(evening))
    with evening.store.change("Delete") as change:
        change.delete(wish.tree, first)
    again = printed(evening, facts_of(evening, wish).wish)
    with evening.store.read() as db:
        (leaf,) = hangings(db, again.tree.id)
    assert (leaf.number, leaf.review) == (1, False)


def test_choices_are_kept_beside_a_newer_version_of_the_tree(evening: Evening) -> None:
    evening.pledge("Listen more")
    wish = printed(evening, wish_of(evening))
    stale = replace(wish, tree=replace(wish.tree, title="Ours"))
    newer = printed(evening, wish)
    found = facts_of(evening, stale).wish.tree
    assert (found.rev, found.title) == (newer.tree.rev, "Ours")


def test_after_bare_boughs_were_printed_every_pledge_is_new(evening: Evening) -> None:
    wish = printed(evening, wish_of(evening, planned=40))
    evening.pledge("Listen more")
    facts = facts_of(evening, wish)
    assert (facts.since, facts.new) == (DAY, 1)
