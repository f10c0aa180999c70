from dataclasses import replace

import pytest

from desktop.pledges.actions import follow_up
from desktop.pledges.model import Outcome, Pledge, Show, Source
from desktop.progress import Cancelled, Progress
from desktop.tree.actions import hangings
from desktop.tree.facts import (
    Layouts,
    Legible,
    make_ready,
    points_of_another_grove,
    sheets_printed,
    sheets_to_tape,
)
from desktop.tree.model import Tree
from desktop.tree.page.output import note_print
from desktop.tree.press import press
from desktop.tree.sheets import FLOOR_PT
from desktop.tree.wishes import Wish
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, ready_of, wish_of
from tests.tree.pledges import texts


def many(evening: Evening, number: int) -> None:
    for text in texts()[:number]:
        evening.pledge(text, Show.NO_NAME, checked=True)


def printed(evening: Evening, wish: Wish) -> Wish:
    ready = ready_of(evening, wish)
    _, tree = note_print(evening.store, ready, DAY)
    with evening.store.read() as db:
        return Wish(db.need(Tree, tree))


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


def test_a_whole_poster_shows_all_of_a_tree_that_has_outgrown_the_last_one(
    evening: Evening,
) -> None:
    many(evening, 6)
    wish = printed(evening, wish_of(evening))
    many(evening, 60)
    as_it_hangs = ready_of(evening, replace(wish, only_new=True))
    whole = ready_of(evening, wish)
    assert as_it_hangs.arranged.outgrown
    assert not whole.arranged.outgrown
    assert whole.legible.points < as_it_hangs.legible.points
    again = printed(evening, wish)
    assert again.tree.id == wish.tree.id
    assert ready_of(evening, again).poster.standings == whole.poster.standings


def test_choices_are_kept_beside_a_newer_version_of_the_tree(evening: Evening) -> None:
    evening.pledge("Listen more")
    wish = printed(evening, wish_of(evening))
    stale = replace(wish, tree=replace(wish.tree, title="Ours"))
    newer = printed(evening, wish)
    found = facts_of(evening, stale).wish.tree
    assert (found.rev, found.title) == (newer.tree.rev, "Ours")


def test_another_paper_needs_no_new_layout(evening: Evening) -> None:
    many(evening, 12)
    layouts = Layouts()
    wish = wish_of(evening)
    first = make_ready(facts_of(evening, wish), layouts, press(), DAY, Progress())
    stopped = Progress()
    stopped.stop()
    for paper in ("A4", "A1"):
        other = replace(wish, tree=replace(wish.tree, paper=paper))
        again = layouts.arranged(facts_of(evening, other).gathered, stopped)
        assert [leaf.place for leaf in again.leaves[0]] == [
            leaf.place for leaf in first.arranged.leaves[0]
        ]
    evening.pledge("One more")
    with pytest.raises(Cancelled):
        layouts.arranged(facts_of(evening, wish).gathered, stopped)


def test_a_planned_tree_known_before_stands_as_when_it_was_new(evening: Evening) -> None:
    many(evening, 25)
    layouts = Layouts()
    wish = wish_of(evening, planned=120)
    layouts.arranged(facts_of(evening, wish_of(evening, id=wish.tree.id)).gathered)
    known = layouts.arranged(facts_of(evening, wish).gathered)
    assert known.standings == ready_of(evening, wish).arranged.standings


@pytest.mark.parametrize(
    ("points", "verdict"), [(11.0, "ok"), (10.9, "small"), (9.0, "small"), (8.9, "tiny")]
)
def test_small_words_are_told_from_words_too_small(points: float, verdict: str) -> None:
    assert Legible(points, 50).verdict == verdict


def test_words_too_small_come_with_the_paper_that_would_do(evening: Evening) -> None:
    many(evening, 60)
    legible = ready_of(evening, wish_of(evening, paper="A4")).legible
    assert (legible.verdict, legible.larger) == ("tiny", "A3")


@pytest.mark.parametrize(("number", "paper", "on"), [(5, "A3", ""), (110, "A2", "A4")])
def test_where_nobody_chose_the_paper_can_be_read(
    evening: Evening, number: int, paper: str, on: str
) -> None:
    many(evening, number)
    wish = ready_of(evening, replace(wish_of(evening), fresh=True)).facts.wish
    assert (wish.tree.paper, wish.on) == (paper, on)
    assert ready_of(evening, wish_of(evening)).facts.wish.tree.paper == "A3"


def test_where_no_paper_is_large_enough_nobody_chose_a_grove(evening: Evening) -> None:
    evenings = [
        Pledge(session=evening.session.id, text=text, show=Show.NO_NAME, made=DAY, checked=True)
        for text in texts()[:1000]
    ]
    with evening.store.change("Make pledges") as change:
        change.save_all(evenings)
    layouts = Layouts()
    facts = facts_of(evening, replace(wish_of(evening), fresh=True))
    ready = make_ready(facts, layouts, press(), DAY, Progress())
    tree = ready.facts.wish.tree
    assert (tree.paper, tree.crowns, ready.arranged.smallest >= FLOOR_PT) == ("A0", 2, True)
    stopped = Progress()
    stopped.stop()
    with pytest.raises(Cancelled):  # one tree was not laid out in vain
        layouts.arranged(facts.gathered, stopped)
    one = replace(tree, crowns=1)
    alone = layouts.arranged(replace(facts.gathered, tree=one))
    assert alone.smallest < FLOOR_PT


def test_the_smallest_leaf_is_one_with_the_smallest_words(evening: Evening) -> None:
    evening.pledge("Hush", Show.NO_NAME)
    evening.pledge(texts()[3], Show.NO_NAME)
    ready = ready_of(evening, wish_of(evening))
    assert ready.smallest is not None
    assert ready.smallest[1].text == texts()[3]
    assert ready_of(evening, wish_of(evening, place="Nowhere")).smallest is None


def test_a_grove_of_another_size_is_tried(evening: Evening) -> None:
    many(evening, 40)
    for crowns, other in ((1, 2), (2, 3), (3, 2)):
        wish = wish_of(evening, crowns=crowns)
        facts = facts_of(evening, wish)
        found = points_of_another_grove(facts, Layouts(), Progress())
        assert found is not None
        assert found[0] == other
        tried = ready_of(evening, wish_of(evening, crowns=other, id=wish.tree.id))
        assert found[1] == pytest.approx(tried.legible.points)


def test_one_leaf_is_not_shared_and_a_tree_that_hangs_stays_one(evening: Evening) -> None:
    evening.pledge("Listen more")
    facts = facts_of(evening, wish_of(evening))
    assert points_of_another_grove(facts, Layouts(), Progress()) is None
    evening.pledge("Ring home")
    hung = facts_of(evening, printed(evening, wish_of(evening)))
    assert points_of_another_grove(hung, Layouts(), Progress()) is None


def test_bare_boughs_can_be_shared_as_leaves_can(evening: Evening) -> None:
    planned = wish_of(evening, planned=120)
    found = points_of_another_grove(facts_of(evening, planned), Layouts(), Progress())
    assert found is not None
    tried = ready_of(evening, wish_of(evening, planned=120, crowns=2))
    assert found[0] == 2
    assert found[1] == pytest.approx(tried.legible.points)
    assert found[1] > ready_of(evening, planned).legible.points


def test_sheets_to_tape_come_with_a_map_for_each_tree(evening: Evening) -> None:
    wish = replace(wish_of(evening, paper="A1", crowns=2), on="A4")
    tiles = sheets_to_tape(press(), wish.tree, "A4")
    assert sheets_printed(press(), wish) == 2 * (tiles + 1)
    assert sheets_printed(press(), replace(wish, on="")) == 2


def test_only_the_new_leaves_are_made_where_they_are_wanted(evening: Evening) -> None:
    evening.pledge("Listen more")
    wish = replace(printed(evening, wish_of(evening)), only_new=True)
    assert ready_of(evening, wish).shown == b""
    evening.pledge("Ring home")
    assert ready_of(evening, wish).shown.startswith(b"%PDF")


@pytest.mark.parametrize("planned", [0, 2])
def test_a_poster_that_is_printed_again_has_room_for_every_leaf(
    evening: Evening, planned: int
) -> None:
    evening.pledge("Listen more")
    first = ready_of(evening, wish_of(evening, planned=planned))
    _, tree = note_print(evening.store, first, DAY)
    for text in texts()[:30]:
        evening.pledge(text, checked=True)
    with evening.store.read() as db:
        wish = Wish(db.need(Tree, tree))
    new = ready_of(evening, replace(wish, only_new=True))
    assert new.arranged.outgrown
    assert new.poster.standings == first.poster.standings
    again = ready_of(evening, wish)
    assert again.leaves == 31
    assert not again.arranged.outgrown
    assert again.poster.standings[0].em < first.poster.standings[0].em
    places = [[leaf.place for leaf in leaves] for leaves in new.poster.trees]
    assert [[leaf.place for leaf in leaves] for leaves in again.poster.trees] == places
    note_print(evening.store, again, DAY)
    with evening.store.read() as db:
        later = ready_of(evening, Wish(db.need(Tree, tree)))
    assert later.poster.standings == again.poster.standings
    assert later.arranged.new == ()


def test_a_poster_with_room_for_its_leaves_is_printed_again_as_it_hangs(evening: Evening) -> None:
    evening.pledge("Listen more")
    first = ready_of(evening, wish_of(evening, planned=120))
    _, tree = note_print(evening.store, first, DAY)
    evening.pledge("Ring home")
    with evening.store.read() as db:
        again = ready_of(evening, Wish(db.need(Tree, tree)))
    assert again.poster.standings == first.poster.standings
