from pytestqt.qtbot import QtBot

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
    assert page.parts.choosing.waiting.isHidden()
    assert [made.pledge.refused for made in evening.made()] == [True, False]
    click(second.undo_button)
    settled(qtbot, page)
    assert second.show_button.isVisible()
    assert [made.pledge.refused for made in evening.made()] == [False, False]
    assert words_on(page) == ["Ring home"]
    dialog.accept()


def test_where_none_waits_nothing_opens(page: TreePage) -> None:
    page.read_waiting()
    assert page.dialog is None
