import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kinds import open_store
from desktop.pledges.actions import follow_up, make_pledge
from desktop.pledges.model import FollowUp, Outcome, Show
from desktop.pledges.page import PledgesPage
from desktop.ui.buttons import Button
from desktop.ui.history import TwoVersions
from desktop.ui.labels import Text
from desktop.ui.window import Window
from tests.pledges.evening import DAY, NOW, Evening
from tests.ui.hands import click, focus, press, show, type_text

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(evening: Evening, qtbot: QtBot) -> PledgesPage:
    return opened(evening, qtbot)


def opened(evening: Evening, qtbot: QtBot) -> PledgesPage:
    page = PledgesPage(evening.desk)
    window = Window()
    qtbot.addWidget(window)
    window.add_page("pledges", "leaf", "Pledges", page)
    window.show_page("pledges")
    window.resize(1366, 696)
    evening.store.subscribe(lambda _kinds: page.refresh())
    page.show_session(evening.session.id)
    show(window)
    page.arrive()
    return page


def write(page: PledgesPage, text: str) -> None:
    type_text(page.entry.text.edit, text)


def test_alt_1_chooses_and_adds_a_slip_with_a_name(evening: Evening, page: PledgesPage) -> None:
    told: list[tuple[str, str]] = []
    page.told.connect(lambda words, change: told.append((words, change)))
    assert QApplication.focusWidget() is page.entry.text.edit
    write(page, "I will sit down when I talk, ŵyn")
    type_text(page.entry.maker.edit, "eirlys VAUGHAN")
    press(page.entry.maker.edit, Qt.Key.Key_1, ALT)
    made = evening.made()[0]
    assert made.person == evening.eirlys
    assert (made.pledge.text, made.pledge.show) == (
        "I will sit down when I talk, ŵyn",
        Show.FIRST_NAME,
    )
    assert made.pledge.made == DAY
    assert [words for words, _ in told] == ["Pledge added"]
    evening.store.undo(told[0][1])
    assert evening.made() == []


def test_after_adding_the_next_slip_is_empty_and_nothing_is_chosen(
    evening: Evening, page: PledgesPage
) -> None:
    assert page.entry.counter.text() == "Slip 1"
    write(page, "Listen")
    press(page.entry.text.edit, Qt.Key.Key_3, ALT)
    assert (page.entry.text.text(), page.entry.shown_as()) == ("", None)
    assert QApplication.focusWidget() is page.entry.text.edit
    assert page.entry.counter.text() == "Slip 2"
    assert evening.made()[0].pledge.show is Show.NOT_ON_TREE


def test_ctrl_enter_says_what_to_choose_and_then_adds(evening: Evening, page: PledgesPage) -> None:
    write(page, "Listen")
    press(page.entry.text.edit, Qt.Key.Key_Return, CTRL)
    assert evening.made() == []
    assert page.entry.show_field.error() == "Choose one, or press Alt 1, 2 or 3."
    focused = QApplication.focusWidget()
    assert focused is not None
    press(focused, Qt.Key.Key_Space)
    assert page.entry.show_field.error() == ""
    press(focused, Qt.Key.Key_Enter, CTRL)
    assert [one.pledge.show for one in evening.made()] == [Show.FIRST_NAME]


def test_a_slip_without_words_is_not_added(evening: Evening, page: PledgesPage) -> None:
    press(page.entry.text.edit, Qt.Key.Key_2, ALT)
    assert page.entry.text.error() == "Type the words of the pledge first."
    write(page, "x")
    assert page.entry.text.error() == ""
    assert evening.made() == []


def test_ten_thousand_characters_and_more_lose_nothing(evening: Evening, page: PledgesPage) -> None:
    page.entry.text.edit.set_text("word " * 2_001)
    press(page.entry.text.edit, Qt.Key.Key_2, ALT)
    assert "The pledge has 10,004 characters" in page.entry.text.error()
    assert len(page.entry.text.text()) == 10_005


def test_unfinished_typing_is_there_when_the_app_comes_back(
    evening: Evening, page: PledgesPage, qtbot: QtBot
) -> None:
    write(page, "I will bring the photo")
    type_text(page.entry.maker.edit, "Tomasz Nowak")
    page.entry.themes.set_values(["Time"])
    qtbot.waitUntil(lambda: "photo" in evening.store.draft(f"pledge/{evening.session.id}"))
    again = opened(evening, qtbot)
    assert again.entry.text.text() == "I will bring the photo"
    assert again.entry.maker.person() == evening.tomasz
    assert again.entry.themes.values() == ("Time",)
    assert again.entry.shown_as() is None
    press(again.entry.text.edit, Qt.Key.Key_1, ALT)
    assert evening.store.draft(f"pledge/{evening.session.id}") == ""


def test_each_session_has_its_own_unfinished_slip(evening: Evening, page: PledgesPage) -> None:
    other = evening.another("Night staff")
    write(page, "For this evening")
    page.show_session(other.id)
    assert page.entry.text.text() == ""
    write(page, "For the night")
    page.show_session(evening.session.id)
    assert page.entry.text.text() == "For this evening"


def test_a_damaged_draft_is_an_empty_slip(evening: Evening, qtbot: QtBot) -> None:
    evening.store.keep_draft(f"pledge/{evening.session.id}", json.dumps(["text"]))
    assert opened(evening, qtbot).entry.state() == {}
    evening.store.keep_draft(f"pledge/{evening.session.id}", "{")
    assert opened(evening, qtbot).entry.state() == {}


def test_what_is_typed_stays_while_others_add_pledges(evening: Evening, page: PledgesPage) -> None:
    write(page, "I will")
    evening.pledge("From the other laptop")
    assert page.entry.text.text() == "I will"
    assert page.wall.heading.text() == "1 pledge"
    assert page.entry.counter.text() == "Slip 2"


def test_a_leaf_opens_its_form_and_enter_there_keeps_the_change(
    evening: Evening, page: PledgesPage
) -> None:
    evening.pledge("Listen", person=evening.grace.id)
    page.wall.grid.setFocus()
    press(page.wall.grid, Qt.Key.Key_Return)
    assert page.editor is not None
    type_text(page.editor.text.edit, " more")
    press(page.editor.text.edit, Qt.Key.Key_Return, CTRL)
    made = evening.made()[0]
    assert (made.pledge.text, made.person) == ("Listen more", evening.grace)
    assert not page.editor.isVisible()


def test_a_pledge_is_moved_and_followed_up_in_one_step(evening: Evening, page: PledgesPage) -> None:
    other = evening.another("Night staff")
    kept = evening.pledge("Listen")
    page.refresh()
    told: list[tuple[str, str]] = []
    page.told.connect(lambda words, change: told.append((words, change)))
    page.edit(kept.id)
    assert page.editor is not None
    page.editor.session.set_value(other.id)
    page.editor.outcome.set_value(Outcome.KEPT)
    page.editor.save()
    assert evening.made() == []
    with evening.store.read() as db:
        said = db.find(FollowUp)
    assert [(one.pledge, one.asked, one.outcome) for one in said] == [
        (kept.id, NOW.date(), Outcome.KEPT)
    ]
    assert told[0][0] == "Pledge moved"
    evening.store.undo(told[0][1])
    assert [one.outcome for one in evening.made()] == [None]


def test_a_deleted_pledge_leaves_the_wall_and_undo_brings_it_back(
    evening: Evening, page: PledgesPage
) -> None:
    kept = evening.pledge("Listen")
    page.edit(kept.id)
    assert page.editor is not None
    page.editor.delete_button.click()
    assert page.wall.grid.leaves() == []
    evening.store.undo()
    assert [leaf.key for leaf in page.wall.grid.leaves()] == [kept.id]


def test_ctrl_f_searches_the_leaves(evening: Evening, page: PledgesPage) -> None:
    evening.pledge("Listen")
    evening.pledge("Sit down")
    press(page.entry.text.edit, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is page.wall.search.edit
    type_text(page.wall.search.edit, "sit")
    assert [leaf.text for leaf in page.wall.grid.leaves()] == ["Sit down"]


def test_in_a_narrow_window_one_part_is_shown_and_messages_stay_in_sight(
    evening: Evening, page: PledgesPage, qtbot: QtBot
) -> None:
    assert page.toast_place() is page.wall.foot
    page.window().resize(780, 464)
    qtbot.waitUntil(page.pair.folded)
    assert page.toast_place() is None
    focus(page.entry.text.edit)
    press(page.entry.text.edit, Qt.Key.Key_F, CTRL)
    assert page.wall.isVisible()


def test_a_session_that_is_gone_leaves_the_page_as_it_is(
    evening: Evening, page: PledgesPage
) -> None:
    write(page, "I will")
    with evening.store.change("Delete session") as change:
        change.delete(evening.session)
    assert page.entry.text.text() == "I will"


def test_tab_goes_the_way_a_slip_is_read(page: PledgesPage) -> None:
    write(page, "Listen")
    reached = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        press(focused, Qt.Key.Key_Tab)
    assert reached == [
        "Their pledge",
        "Name",
        "With first name",
        "Themes: none",
        "Language: not said",
    ]


def in_history(page: PledgesPage) -> list[str]:
    return [text.text() for text in page.history.findChildren(Text)]


def test_the_history_of_a_pledge_tells_how_it_went(evening: Evening, page: PledgesPage) -> None:
    made = evening.pledge("Listen")
    for outcome in (Outcome.NOT_YET, Outcome.KEPT):
        with evening.store.change("Follow up") as change:
            follow_up(change, made, DAY, outcome, "")
    page.show_history(made.id)
    said = in_history(page)
    assert "How it went: Not yet → Kept" in said
    assert "The pledge: Listen" in said
    again = [b for b in page.history.findChildren(Button) if b.words() == "Go back to this"]
    click(again[0])
    assert evening.made()[0].outcome is Outcome.NOT_YET


def test_what_two_laptops_made_of_a_pledge_is_seen_and_settled(
    evening: Evening, page: PledgesPage, tmp_path: Path
) -> None:
    made = evening.pledge("Listen")
    with closing(open_store(tmp_path / "other.db", "Ewan")) as other:
        other.merge(evening.store)
        with other.change("Edit pledge") as change:
            make_pledge(change, replace(made, text="Listen to all"))
        with evening.store.change("Edit pledge") as change:
            make_pledge(change, replace(made, text="Listen longer"))
        evening.store.merge(other)
    page.edit(made.id)
    assert page.editor is not None
    (notice,) = page.editor.findChildren(TwoVersions)
    assert notice.button is not None
    click(notice.button)
    said = in_history(page)
    assert {"The pledge: Listen to all", "The pledge: Listen longer"} <= set(said)
    both = [b for b in page.history.findChildren(Button) if b.words() == "Keep this one"]
    wanted = "Listen to all"
    first = said.index(f"The pledge: {wanted}") < said.index("The pledge: Listen longer")
    click(both[0 if first else 1])
    pledge = evening.made()[0].pledge
    assert (pledge.text, pledge.review) == (wanted, False)
