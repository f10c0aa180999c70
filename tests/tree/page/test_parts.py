from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.tree.page.parts import Parts, is_worth_paper
from desktop.tree.press import press
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, ready_of, tree_page, wish_of


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


def test_what_was_true_before_goes_while_another_poster_is_made(
    evening: Evening, qtbot: QtBot
) -> None:
    evening.pledge("Listen more")
    parts = Parts(lambda: DAY, press())
    qtbot.addWidget(parts)
    parts.show_facts(facts_of(evening, wish_of(evening, planned=120)))
    ready = ready_of(evening, wish_of(evening, planned=120))
    parts.show_ready(ready)
    reading, room = parts.poster.reading, parts.room
    was = reading.sign.text()
    parts.preview.start_work("Saving the poster")
    parts.preview.busy.timer.timeout.emit()
    assert (reading.sign.text(), room.about.isHidden()) == (was, False)
    parts.start_making()
    assert reading.sign.text() == was
    parts.preview.busy.timer.timeout.emit()
    assert (reading.sign.text(), reading.words.text()) == ("Working it out", "")
    assert room.about.isHidden()
    assert parts.preview.real.isHidden()
    parts.show_ready(ready)
    assert (reading.sign.text(), room.about.isHidden()) == (was, False)
    parts.start_making()
    parts.stop_making()
    assert reading.sign.isHidden()
    assert reading.words.text() == "It is known once the poster is made."
    assert room.about.isHidden()


def test_before_a_size_was_found_no_number_of_sheets_is_promised(
    evening: Evening, qtbot: QtBot
) -> None:
    parts = Parts(lambda: DAY, press())
    qtbot.addWidget(parts)
    facts = facts_of(evening, wish_of(evening))
    parts.show_facts(facts, settled=False)
    assert parts.acting.print_button.words() == "Print"
    parts.show_facts(facts)
    assert parts.acting.print_button.words() == "Print 1 sheet"


@pytest.mark.parametrize("wide", [1282, 827])
def test_no_button_moves_while_a_message_is_shown(
    evening: Evening, qtbot: QtBot, wide: int
) -> None:
    page = tree_page(qtbot, evening, wide)
    button, stack = page.parts.acting.print_button, page.parts.preview.stack
    before = button.mapTo(page, QPoint())
    high, toast = stack.height(), page.parts.preview.toast
    toast.tell("Each leaf keeps its place from now on.", lambda: None)
    qtbot.waitUntil(lambda: stack.height() < high)
    assert page.toast is toast
    assert button.mapTo(page, QPoint()) == before
