from dataclasses import replace

import pytest

from desktop.progress import Cancelled, Progress
from desktop.tree.layouts import Layouts
from desktop.tree.press import press
from desktop.tree.ready import (
    make_ready,
)
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, many, ready_of, wish_of


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
