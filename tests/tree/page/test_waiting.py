from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.pledges.actions import refuse
from desktop.pledges.model import Show, Source
from desktop.tree.page.tree import TreePage
from desktop.tree.page.waiting import WaitingDialog
from tests.pledges.evening import Evening
from tests.tree.page.hands import settled, tree_page, words_on
from tests.ui.hands import click


def dialog_of(page: TreePage) -> WaitingDialog:
    page.read_waiting()
    assert page.dialog is not None
    return page.dialog


def test_each_pledge_is_let_through_or_kept_off_and_can_be_undone(
    evening: Evening, qtbot: QtBot
) -> None:
    evening.pledge("Ring home", Show.NO_NAME, source=Source.KIOSK)
    evening.pledge("Be like Mrs Jones", person=evening.grace.id)
    page = tree_page(qtbot, evening)
    assert words_on(page) == []
    dialog = dialog_of(page)
    assert dialog.accessibleName() == "2 pledges to read"
    first, second = dialog.rows
    click(first.show_button)
    settled(qtbot, page)
    assert words_on(page) == ["Ring home"]
    assert first.chip.text() == "On the tree"
    click(second.keep_button)
    settled(qtbot, page)
    assert page.parts.choosing.waiting.words() == "See what you keep off"
    assert [made.pledge.refused for made in evening.made()] == [True, False]
    click(second.undo_button)
    settled(qtbot, page)
    assert second.show_button.isVisible()
    assert [made.pledge.refused for made in evening.made()] == [False, False]
    assert words_on(page) == ["Ring home"]
    dialog.accept()


def test_it_says_that_pledges_of_a_list_wait_too(evening: Evening, qtbot: QtBot) -> None:
    evening.pledge("Ring home", Show.NO_NAME, source=Source.IMPORT)
    dialog = dialog_of(tree_page(qtbot, evening))
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(words.startswith("They came from the kiosk or a list") for words in said)
    dialog.accept()


def test_a_pledge_that_was_kept_off_can_be_let_through_later(
    evening: Evening, qtbot: QtBot
) -> None:
    rude = evening.pledge("Be like Mrs Jones", person=evening.grace.id)
    with evening.store.change("Refuse") as change:
        refuse(change, rude)
    page = tree_page(qtbot, evening)
    dialog = dialog_of(page)
    assert dialog.accessibleName() == "Pledges you keep off"
    (row,) = dialog.rows
    assert not row.keep_button.isVisible()
    click(row.show_button)
    settled(qtbot, page)
    assert words_on(page) == ["Be like Mrs Jones"]
    dialog.accept()


def test_where_none_waits_nothing_opens(page: TreePage) -> None:
    page.read_waiting()
    assert page.dialog is None
