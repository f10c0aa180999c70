from dataclasses import replace

import pytest

from desktop.pledges.model import Pledge, Show
from desktop.progress import Cancelled, Progress
from desktop.tree.layouts import Layouts
from desktop.tree.model import Tree
from desktop.tree.page.output import note_print
from desktop.tree.press import press
from desktop.tree.ready import (
    Legible,
    make_ready,
    points_of_another_grove,
    sheets_printed,
    sheets_to_tape,
)
from desktop.tree.sheets import FLOOR_PT
from desktop.tree.wishes import Wish
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, many, printed, ready_of, wish_of
from tests.tree.pledges import texts


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
