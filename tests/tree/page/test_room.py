from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.tree.page.room import LOOK, PAPER
from desktop.tree.page.situation import Situation
from desktop.tree.page.tree import TreePage
from desktop.ui.theme import apply_theme
from tests.pledges.evening import Evening
from tests.tree.page.hands import settled
from tests.ui.hands import click, press_tab


def test_in_a_large_window_all_is_seen_at_once(page: TreePage) -> None:
    parts = page.parts
    assert parts.choosing.isVisible()
    assert parts.poster.isVisible()
    assert parts.acting.save_button.isVisible()
    parts.room.show_part(LOOK)
    assert parts.look.isVisible()
    assert not parts.choosing.isVisible()
    parts.room.show_part(PAPER)
    assert parts.look.isVisible()


def test_in_a_small_window_the_paper_is_one_of_the_choices(page: TreePage, qtbot: QtBot) -> None:
    parts = page.parts
    page.resize(827, 420)
    qtbot.waitUntil(lambda: not parts.poster.isVisible())
    qtbot.waitUntil(parts.acting.print_button.isVisible)
    assert not parts.acting.save_button.isVisible()
    parts.room.show_part(PAPER)
    assert parts.poster.isVisible()
    assert parts.preview.aside.isVisible()  # the smallest leaf, for which the middle is too low
    page.resize(1282, 620)
    qtbot.waitUntil(parts.choosing.isVisible)
    assert parts.poster.isVisible()
    assert parts.preview.real.isVisible()
    assert not parts.preview.aside.isVisible()


def test_larger_text_folds_it_earlier(page: TreePage, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 115)
    assert not page.parts.acting.save_button.isVisible()
    apply_theme(qapp, "light", 100)
    assert page.parts.acting.save_button.isVisible()


def test_trouble_is_shown_until_it_is_over(page: TreePage) -> None:
    room = page.parts.room
    room.show_trouble("No printer was found. Connect one.")
    assert room.trouble.text() == "No printer was found. Connect one."
    room.show_trouble("")
    assert not room.trouble.isVisible()


def test_a_tree_that_grows_elsewhere_can_be_gone_on_with_here(page: TreePage, qtbot: QtBot) -> None:
    room = page.parts.room
    room.show_situation(Situation("It hangs elsewhere.", "So be it.", elsewhere=True))
    assert room.elsewhere.button is not None
    room.adopted.disconnect()
    with qtbot.waitSignal(room.adopted):
        click(room.elsewhere.button)
    room.show_situation(Situation("A bare winter tree.", "It comes into leaf."))
    assert not room.elsewhere.isVisible()
    assert room.about.text() == "A bare winter tree. It comes into leaf."
    room.show_situation(None)
    assert not room.about.isVisible()


def stops(page: TreePage) -> list[str]:
    """Return what Tab stops at, once round from the first choice."""
    page.parts.room.parts.focus_chosen()
    found = [page.window().focusWidget().accessibleName()]
    while (name := press_tab(page, 1)[0]) != found[0]:
        found.append(name)
    return found


def test_tab_goes_as_one_reads(page: TreePage, evening: Evening, qtbot: QtBot) -> None:
    evening.pledge("Ring my mother", Show.NO_NAME, themes=("Family",))
    settled(qtbot, page)
    assert stops(page) == [
        "Pledges",
        "Dates",
        "Family, 1",
        "Listening, 1",
        "Time, 1",
        "No theme, 1",
        "Kept pledges blossom, 0",
        "Find a pledge",
        "Larger",
        "A3 poster, 42 × 30 cm",
        "A3",
        "Landscape",
        "One A3 sheet, 1",
        "1 tree",
        "Print 1 sheet",
        "Save PDF",
        "More",
    ]


def test_tab_goes_as_one_reads_in_a_small_window_too(page: TreePage, qtbot: QtBot) -> None:
    page.resize(827, 420)
    qtbot.waitUntil(lambda: not page.parts.poster.isVisible())
    qtbot.waitUntil(page.parts.acting.print_button.isVisible)
    page.parts.room.show_part(PAPER)
    assert stops(page) == [
        "Paper",
        "A3",
        "Landscape",
        "One A3 sheet, 1",
        "1 tree",
        "The smallest words at their real size",
        "Print 1 sheet",
        "More",
        "Find a pledge",
        "Larger",
        "A3 poster, 42 × 30 cm",
    ]
