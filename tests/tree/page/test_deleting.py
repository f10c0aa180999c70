"""Tests of deleting the tree that is shown."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.tree.actions import trees
from desktop.tree.page.tree import TreePage
from tests.pledges.evening import Evening
from tests.tree.page.hands import saved, settled


def test_a_tree_is_deleted_and_comes_back(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(qtbot, page, tmp_path / "tree.pdf")
    tree = page.wish().tree.id
    page.parts.acting.deleted.emit()
    settled(qtbot, page)
    assert not page.wish().hangs
    assert not page.parts.choosing.tree.isVisible()
    evening.store.undo()
    settled(qtbot, page)
    with evening.store.read() as db:
        assert [found.id for found in trees(db, evening.programme.id)] == [tree]
    assert page.parts.choosing.tree.isVisible()
    assert page.wish().tree.id == tree


def test_who_chose_something_else_meanwhile_stays_there(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(qtbot, page, tmp_path / "tree.pdf")
    page.parts.acting.deleted.emit()
    page.change_tree({"title": "Ours"})
    settled(qtbot, page)
    evening.store.undo()
    settled(qtbot, page)
    assert (page.wish().hangs, page.wish().tree.title) == (False, "Ours")
