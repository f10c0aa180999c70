"""Who changed a tree or a logo, and going back to what it was before."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.tree.actions import trees
from desktop.tree.logo import keep_logo, remove_logo
from desktop.tree.model import Form, Season, Tree, logo_id
from desktop.tree.page.choosing import NO_PLEDGE
from desktop.tree.page.history import LABELS, logo_shown, logo_words, words_on
from desktop.tree.page.tree import TreePage
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog
from desktop.ui.labels import Text
from tests.pledges.evening import Evening
from tests.printing.test_logo import picture
from tests.tree.page.hands import saved, settled
from tests.ui.hands import click


def opened() -> HistoryDialog:
    return next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, HistoryDialog) and one.isVisible()
    )


def said(dialog: HistoryDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text)]


def go_back(dialog: HistoryDialog) -> None:
    click([b for b in dialog.findChildren(Button) if b.words() == "Go back to this"][-1])


def tree_history(page: TreePage) -> HistoryDialog:
    actions = page.parts.acting.more.menu_for().actions()
    next(one for one in actions if one.text() == "History").trigger()
    return opened()


def kept(evening: Evening) -> Tree:
    with evening.store.read() as db:
        (tree,) = trees(db, evening.programme.id)
    return tree


def print_twice(page: TreePage, qtbot: QtBot, folder: Path) -> None:
    page.change_tree({"title": "Our promises", "season": Season.SPRING})
    settled(qtbot, page)
    saved(qtbot, page, folder / "first.pdf")
    page.change_tree({"title": "Our oromises"})
    settled(qtbot, page)
    saved(qtbot, page, folder / "second.pdf")


def test_a_tree_says_what_each_print_changed(page: TreePage, qtbot: QtBot, tmp_path: Path) -> None:
    print_twice(page, qtbot, tmp_path)
    words = said(tree_history(page))
    assert words.count("Save the tree, Siân") == 2
    assert "Title: Our promises → Our oromises" in words
    assert {"Season: Spring", "Where it grows: on this laptop"} <= set(words)
    assert "Printed: Thursday 8 October 2026" in words


def test_going_back_gives_way_to_nothing_half_chosen_and_can_be_undone(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    print_twice(page, qtbot, tmp_path)
    page.change_tree({"title": "Half chosen"})
    settled(qtbot, page)
    told: list[tuple[str, str]] = []
    page.told.connect(lambda words, change: told.append((words, change)))
    go_back(tree_history(page))
    settled(qtbot, page)
    assert kept(evening).title == page.wish().tree.title == "Our promises"
    assert page.parts.look.title.text() == "Our promises"
    assert told[-1][0] == "Gone back to an earlier version"
    evening.store.undo(told[-1][1])
    settled(qtbot, page)
    assert kept(evening).title == page.wish().tree.title == "Our oromises"
    assert page.parts.look.title.text() == "Our oromises"


def test_a_tree_that_was_undone_meanwhile_leaves_its_room(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(qtbot, page, tmp_path / "tree.pdf")
    evening.store.undo()
    page._on_gone_back("Gone back to an earlier version", "")
    settled(qtbot, page)
    assert not page.wish().hangs


def test_a_logo_that_was_taken_away_can_be_seen_and_brought_back(
    page: TreePage, evening: Evening, qtbot: QtBot
) -> None:
    look = page.parts.look
    page.parts.room.show_part("look")
    assert not look.history_button.isVisible()
    with evening.store.change("Choose logo") as change:
        keep_logo(change, evening.programme.id, picture(60, 20))
    with evening.store.change("Choose logo") as change:
        keep_logo(change, evening.programme.id, picture(60, 20, "JPEG"))
    with evening.store.change("Remove logo") as change:
        remove_logo(change, evening.programme.id)
    settled(qtbot, page)
    click(look.history_button)
    dialog = opened()
    assert "Deleted" in said(dialog)
    assert said(dialog).count("Logo: a picture of 60 × 20 dots") == 2
    assert [one.accessibleName() for one in dialog.findChildren(QLabel)].count("The logo then") == 2
    go_back(dialog)
    settled(qtbot, page)
    assert look.picture.isVisible()
    evening.store.undo()
    settled(qtbot, page)
    assert not look.picture.isVisible()


def test_the_values_of_a_tree_are_said_in_words() -> None:
    say = words_on("here")
    assert say("form", Form.PORTRAIT) == "portrait"
    assert (say("planned", 120), say("planned", 0)) == ("about 120 people", "")
    assert say("themes", ("Listening", "")) == "Listening, No theme"
    assert say("themes", (NO_PLEDGE,)) == "None of them"
    assert (say("home", "there"), say("home", ""), say("home", None)) == ("elsewhere", "", "")
    assert say("blossoms", False) == "no"
    assert say("crowns", 2) == "2"


def test_nothing_that_people_never_see_is_shown() -> None:
    assert {"where", "each", "plan", "standings", "programme"}.isdisjoint(LABELS)


def test_a_logo_that_cannot_be_read_is_no_picture() -> None:
    assert logo_words("picture", "") == ""
    assert logo_words("programme", logo_id("p")) == ""
    assert logo_shown("programme", "p") is None
