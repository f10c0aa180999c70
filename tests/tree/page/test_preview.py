from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.tree.page.preview import PosterPreview, parts_of, title_of
from tests.pledges.evening import Evening
from tests.tree.page.hands import ready_of, wish_of
from tests.ui.hands import click, press, show, type_text


@pytest.fixture
def preview(evening: Evening, qtbot: QtBot) -> PosterPreview:
    for text in ("Listen more", "Listen and smile", "Ring home", "Sit down"):
        evening.pledge(text, Show.NO_NAME)
    preview = PosterPreview()
    qtbot.addWidget(preview)
    preview.resize(640, 560)
    show(preview)
    with qtbot.waitSignal(preview.view.opened):
        preview.show_ready(ready_of(evening, wish_of(evening, crowns=2)))
    return preview


def test_the_trees_of_a_grove_are_turned_like_pages(preview: PosterPreview) -> None:
    assert preview.number.text() == "1 of 2"
    assert not preview.before.isEnabled()
    click(preview.after)
    assert preview.number.text() == "2 of 2"
    assert not preview.after.isEnabled()


def test_enter_goes_from_leaf_to_leaf_on_whatever_tree(preview: PosterPreview) -> None:
    type_text(preview.search.edit, "listen")
    seen = []
    for _ in range(3):
        seen.append((preview.search.note.text(), preview.view.accessibleDescription()))
        press(preview.search.edit, Qt.Key.Key_Return)
    assert seen == [
        ("1 of 2", "Found: Listen more"),
        ("2 of 2", "Found: Listen and smile"),
        ("1 of 2", "Found: Listen more"),
    ]
    type_text(preview.search.edit, " nobody")
    assert preview.search.note.text() == "none"


def test_a_leaf_that_was_found_stays_marked_when_the_poster_is_made_anew(
    preview: PosterPreview, evening: Evening, qtbot: QtBot
) -> None:
    type_text(preview.search.edit, "smile")
    with qtbot.waitSignal(preview.view.opened):
        preview.show_ready(ready_of(evening, wish_of(evening, crowns=2)))
    assert [found.leaf.text for found in preview.found()] == ["Listen and smile"]


def test_the_leaf_at_its_real_size_needs_room(preview: PosterPreview) -> None:
    assert preview.real.isVisible()
    assert preview.aside.isHidden()
    preview.resize(640, 300)
    assert not preview.real.isVisible()
    assert not preview.aside.isHidden()
    preview.say("No new leaves", "Every leaf hangs on the wall already.")
    assert preview.aside.isHidden()


def test_it_says_why_there_is_no_poster(preview: PosterPreview) -> None:
    preview.say("No new leaves", "Every leaf hangs on the wall already.")
    assert preview.empty.isVisible()
    assert preview.empty.accessibleName() == (
        "No new leaves. Every leaf hangs on the wall already."
    )
    assert not preview.real.isVisible()


def test_where_there_is_no_poster_none_is_turned_or_enlarged(
    preview: PosterPreview, evening: Evening, qtbot: QtBot
) -> None:
    assert preview.number.isVisible()
    click(preview.closer)
    preview.say("No new leaves", "Every leaf hangs on the wall already.")
    assert not preview.number.isVisible()
    assert not any(one.isEnabled() for one in (preview.closer, preview.out, preview.fit))
    with qtbot.waitSignal(preview.view.opened):
        preview.show_ready(ready_of(evening, wish_of(evening, crowns=2)))
    assert preview.number.isVisible()
    assert preview.closer.isEnabled()


def test_work_that_was_stopped_can_be_done_after_all(preview: PosterPreview, qtbot: QtBot) -> None:
    preview.start_work("Making the poster")
    qtbot.waitUntil(preview.busy.stop_button.isVisible)
    preview.step(312, 899)
    assert preview.busy.accessibleName() == "Making the poster. 312 of 899."
    preview.step(0, 2)
    assert preview.busy.accessibleName() == "Making the poster. Drawing."
    with qtbot.waitSignal(preview.stopped):
        click(preview.busy.stop_button)
    preview.stop_work()
    assert preview.again_button.hasFocus()
    preview.start_work("Making the poster")
    qtbot.waitUntil(preview.busy.stop_button.hasFocus)
    preview.finish_work()
    assert preview.view.hasFocus()
    preview.stop_work()
    asked: list[bool] = []
    preview.again.connect(lambda: asked.append(True))
    click(preview.again_button)
    assert asked == [True]


def test_where_there_is_no_room_its_title_is_the_paper(preview: PosterPreview) -> None:
    assert preview.title.accessibleName() == "A3 poster, 42 × 30 cm"
    preview.resize(400, 300)
    assert preview.title.accessibleName() == "A3"
    assert not preview.title.toolTip()


def test_its_title_says_what_it_is(evening: Evening) -> None:
    ready = ready_of(evening, wish_of(evening, paper="A1"))
    assert title_of(ready) == "A1 poster, 84 × 59 cm"
    new = replace(ready.facts, wish=replace(ready.facts.wish, only_new=True))
    assert title_of(replace(ready, facts=new)) == "New leaves to cut out, with a map"


def test_parts_are_counted_from_the_upper_left(evening: Evening) -> None:
    ready = ready_of(evening, replace(wish_of(evening, paper="A3"), on="A4"))
    parts = parts_of(ready.poster.sheet, ready.parts)
    assert parts[0].topLeft().toTuple() == pytest.approx((0, 0), abs=0.01)
    assert parts[-1].right() == pytest.approx(ready.poster.sheet.width, abs=0.01)
