"""Tests of the tree room as a whole, as a facilitator works in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.store.store import Store
from desktop.tree.actions import hangings, trees
from desktop.tree.model import Form, Logo, Tree, logo_id
from desktop.tree.page.tree import TreePage
from desktop.tree.press import press
from tests.pledges.evening import Evening
from tests.printing.reading import whole_text
from tests.tree.page.hands import poster, saved, settled, tree_page, words_on
from tests.tree.pledges import texts
from tests.ui.hands import click, type_text
from tests.ui.hands import press as press_key


def hung(store: Store, programme: str) -> list[Tree]:
    with store.read() as db:
        return trees(db, programme)


def test_the_poster_shows_the_pledges_that_people_agreed_to_show(page: TreePage) -> None:
    assert words_on(page) == ["Listen more", "Leave my phone in the drawer"]
    assert page.parts.preview.title.text() == "A3 poster, 42 × 30 cm"
    assert page.parts.acting.print_button.words() == "Print 1 sheet"
    assert "Listen more" in whole_text(poster(page).shown)
    assert page.parts.choosing.notice.text() == ("Only the 2 of 3 that people agreed to show.")


def test_the_first_print_fixes_the_tree_and_later_leaves_come_as_a_top_up(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    acting = page.parts.acting
    assert not acting.other_button.isVisible()
    said = saved(qtbot, page, tmp_path / "tree")
    assert said == (
        "Saved as tree.pdf. It shows 1 first name. "
        "Each leaf keeps its place from now on. Undo takes that back."
    )
    assert "Listen more" in whole_text((tmp_path / "tree.pdf").read_bytes())
    assert page.wish().hangs
    assert not page.parts.poster.paper.isVisible()
    assert page.parts.poster.as_it_hangs.text() == "A3, landscape, as it hangs."
    before = poster(page).poster.trees[0]

    evening.pledge("Ring my mother", Show.NO_NAME)
    settled(qtbot, page)
    assert acting.other_button.words() == "Print only 1 new leaf"
    assert poster(page).poster.trees[0][:2] == before
    click(page.parts.choosing.new.tick)
    settled(qtbot, page)
    assert acting.print_button.words() == "Print 1 new leaf"
    assert saved(qtbot, page, tmp_path / "new.pdf").startswith("Saved as new.pdf. There are no")
    assert acting.print_button.words() == "No new leaves"
    assert page.parts.preview.empty.sentence.text() == "Every leaf hangs on the wall already."
    assert not acting.print_button.isEnabled()
    with evening.store.read() as db:
        assert all(leaf.printed for leaf in hangings(db, page.wish().tree.id))


def test_a_print_is_one_step_to_undo(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    page.change_tree({"paper": "A2", "title": "Our promises"})
    settled(qtbot, page)
    saved(qtbot, page, tmp_path / "tree.pdf")
    assert [step.label for step in evening.store.steps().undo][-1] == "Save the tree"
    evening.store.undo()
    settled(qtbot, page)
    assert hung(evening.store, evening.programme.id) == []
    assert not page.wish().hangs
    assert (page.wish().tree.paper, page.wish().tree.title) == ("A2", "Our promises")


def test_what_is_half_chosen_survives_leaving_the_room(
    page: TreePage, evening: Evening, qtbot: QtBot
) -> None:
    page.change_tree({"form": Form.PORTRAIT, "title": "Our promises"})
    page.change(on="A4", plain=True)
    page.hide()
    again = tree_page(qtbot, evening)
    wish = again.wish()
    assert (wish.tree.form, wish.tree.title) == (Form.PORTRAIT, "Our promises")
    assert (wish.on, wish.plain) == ("A4", True)


def test_a_poster_put_together_from_sheets_says_how_many(page: TreePage, qtbot: QtBot) -> None:
    page.change_tree({"paper": "A1"})
    page.change(on="A4")
    settled(qtbot, page)
    sheets = len(poster(page).parts)
    assert sheets >= 8
    assert page.parts.acting.print_button.words() == f"Print {sheets + 1} sheets"
    assert page.parts.poster.sheets.radios()["A4"].accessibleName().endswith(f", {sheets} + map")


def test_what_is_pressed_too_early_is_done_with_the_newest_poster(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    evening.pledge("Ring my mother", Show.NO_NAME)
    page.refresh()
    assert page.ready() is None
    saved(qtbot, page, tmp_path / "tree.pdf")
    assert "Ring my mother" in whole_text((tmp_path / "tree.pdf").read_bytes())


def test_a_poster_that_was_stopped_is_made_when_it_is_saved(
    page: TreePage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.change_tree({"title": "Our promises"})
    page.parts.preview.stopped.emit()
    assert page.parts.preview.again_button.isVisible()
    saved(qtbot, page, tmp_path / "tree.pdf")
    assert "Our promises" in whole_text((tmp_path / "tree.pdf").read_bytes())


def test_what_was_pressed_before_stop_is_not_done_later(
    page: TreePage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.change_tree({"title": "Our promises"})
    page.save_to(tmp_path / "tree.pdf")
    page.parts.preview.stopped.emit()
    click(page.parts.preview.again_button)
    settled(qtbot, page)
    assert poster(page).poster.look.title == "Our promises"
    assert not (tmp_path / "tree.pdf").exists()
    page.change_tree({"title": ""})
    page.save_to(tmp_path / "tree.pdf")
    page.parts.choosing.tree_chosen.emit("")
    settled(qtbot, page)
    assert not (tmp_path / "tree.pdf").exists()


def test_changes_one_after_the_other_end_in_the_last(page: TreePage, qtbot: QtBot) -> None:
    for paper in ("A4", "A2", "A0", "A1"):
        page.change_tree({"paper": paper})
    settled(qtbot, page)
    assert page.parts.preview.title.text() == "A1 poster, 84 × 59 cm"


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinters()), reason="there is a printer here")
def test_without_a_printer_it_says_so_and_nothing_is_noted(
    page: TreePage, evening: Evening, qtbot: QtBot
) -> None:
    click(page.parts.acting.print_button)
    qtbot.waitUntil(page.parts.room.trouble.isVisible)
    assert page.parts.room.trouble.text().startswith("No printer was found.")
    page.change_tree({"title": "Ours"})
    assert page.parts.room.trouble.isHidden()
    assert hung(evening.store, evening.programme.id) == []


def test_after_a_restore_the_tree_is_gone_on_with_where_it_hung(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(qtbot, page, tmp_path / "tree.pdf")
    (tree,) = hung(evening.store, evening.programme.id)
    with evening.store.change("As after a restore") as change:
        change.save(replace(tree, home="this laptop, before"))
    evening.pledge("Ring my mother", Show.NO_NAME)
    settled(qtbot, page)
    room = page.parts.room
    assert room.elsewhere.text().startswith("This tree grows on the laptop that made it. 1 pledge")
    assert len(poster(page).poster.trees[0]) == 2
    assert room.elsewhere.button is not None
    click(room.elsewhere.button)
    settled(qtbot, page)
    assert not room.elsewhere.isVisible()
    assert page.parts.acting.other_button.words() == "Print only 1 new leaf"
    assert len(poster(page).poster.trees[0]) == 3
    evening.store.undo()
    settled(qtbot, page)
    assert room.elsewhere.isVisible()


def test_another_tree_can_be_begun_beside_the_one_that_hangs(
    page: TreePage, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(qtbot, page, tmp_path / "tree.pdf")
    first = page.wish().tree.id
    page.parts.choosing.tree_chosen.emit("")
    settled(qtbot, page)
    assert not page.wish().hangs
    page.parts.choosing.tree_chosen.emit(first)
    settled(qtbot, page)
    assert page.wish().tree.id == first


def test_a_logo_is_kept_with_the_programme(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (1200, 400), "#0F5A3D").save(tmp_path / "logo.png")
    with qtbot.waitSignal(page.logos.told):
        page.logos.take(evening.programme.id, tmp_path / "logo.png")
    settled(qtbot, page)
    assert poster(page).poster.look.logo.startswith(b"\x89PNG")
    assert not page.parts.look.remove_button.isHidden()
    page.parts.look.logo_removed.emit()
    settled(qtbot, page)
    assert poster(page).poster.look.logo == b""


def logo(evening: Evening) -> Logo | None:
    with evening.store.read() as db:
        return db.get(Logo, logo_id(evening.programme.id))


def test_a_logo_that_cannot_be_read_gets_its_sentence(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(b"not a picture")
    page.logos.take(evening.programme.id, tmp_path / "logo.png")
    qtbot.waitUntil(page.parts.room.trouble.isVisible)
    assert page.parts.room.trouble.text() == (
        "The logo could not be read. Choose a PNG or JPEG picture."
    )
    assert logo(evening) is None


def test_at_first_the_paper_is_large_enough_to_be_read(evening: Evening, qtbot: QtBot) -> None:
    for text in texts()[:110]:
        evening.pledge(text, Show.NO_NAME, checked=True)
    page = tree_page(qtbot, evening)
    assert poster(page).legible.verdict == "ok"
    assert page.wish().tree.paper == "A2"
    assert page.wish().on == "A4"
    page.change_tree({"paper": "A3"})
    settled(qtbot, page)
    assert page.wish().tree.paper == "A3"


def test_before_the_first_programme_it_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    from desktop.desk import Desk
    from desktop.kinds import open_store

    store = open_store(tmp_path / "empty.db")
    page = TreePage(Desk(store), press())
    qtbot.addWidget(page)
    page.show()
    settled(qtbot, page)
    assert page.parts.empty.isVisible()
    wanted: list[str] = []
    page.wanted.connect(lambda where, what: wanted.append(where))
    page.parts.planned.emit()
    assert wanted == ["plan"]
    store.close()


def test_everything_has_a_name(page: TreePage) -> None:
    for part in page.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert part.accessibleName(), part


def test_a_pledge_is_found_by_typing(page: TreePage, qtbot: QtBot) -> None:
    press_key(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.parts.preview.search.edit.hasFocus)
    type_text(page.parts.preview.search.edit, "eirlys")
    assert [found.leaf.text for found in page.parts.preview.found()] == ["Listen more"]
    assert not page.parts.preview.view.fits()
    assert page.parts.preview.search.note.text() == "1 of 1"


def test_what_was_deleted_from_the_programme_is_in_the_menu(
    page: TreePage, evening: Evening
) -> None:
    wanted: list[tuple[str, str]] = []
    page.wanted.connect(lambda where, what: wanted.append((where, what)))
    menu = page.parts.acting.more.menu_for()
    next(one for one in menu.actions() if one.text() == "What was deleted").trigger()
    assert wanted == [("deleted", f"tree/{evening.programme.id}")]
