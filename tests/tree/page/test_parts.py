from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.tree.page.parts import Parts, is_worth_paper
from desktop.tree.press import press
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, ready_of, wish_of


def test_each_part_shows_the_same_wish(evening: Evening, qtbot: QtBot) -> None:
    evening.pledge("Listen more")
    parts = Parts(lambda: DAY, press())
    qtbot.addWidget(parts)
    parts.show_facts(facts_of(evening, wish_of(evening, paper="A1", title="Ours", crowns=2)))
    parts.show_ready(ready_of(evening, wish_of(evening, paper="A1", title="Ours", crowns=2)))
    assert parts.poster.paper.value() == "A1"
    assert parts.look.title.text() == "Ours"
    assert parts.acting.print_button.words() == "Print 2 sheets"
    assert parts.preview.title.text() == "A1 poster, 84 × 59 cm"


def test_why_there_is_no_poster_is_shown_and_nothing_printed(qtbot: QtBot) -> None:
    parts = Parts(lambda: DAY, press())
    qtbot.addWidget(parts)
    parts.show_failure("The logo could not be read.")
    assert parts.preview.empty.sentence.text() == "The logo could not be read."
    assert not parts.acting.print_button.isEnabled()


def test_a_bare_tree_is_worth_paper_only_where_it_waits_for_leaves(evening: Evening) -> None:
    assert not is_worth_paper(ready_of(evening, wish_of(evening)))
    ready = ready_of(evening, wish_of(evening, planned=120))
    assert is_worth_paper(ready)
    new = replace(ready.facts, wish=replace(ready.facts.wish, only_new=True))
    assert not is_worth_paper(replace(ready, facts=new, shown=b""))
