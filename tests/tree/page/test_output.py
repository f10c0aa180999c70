from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.printing.sheet import Size
from desktop.progress import Progress
from desktop.tree.actions import hangings
from desktop.tree.hanging import place_of
from desktop.tree.model import Tree
from desktop.tree.page.acting import PDF, PNG, SHOP, SVG
from desktop.tree.page.output import (
    Output,
    ask_where,
    kept_words,
    leaves_on,
    name_of_file,
    note_print,
    printed_words,
    saved_words,
)
from desktop.tree.page.tree import TreePage
from desktop.tree.paper.rows import Poster
from desktop.tree.press import press
from desktop.tree.ready import Ready
from desktop.tree.wishes import Wish
from tests.pledges.evening import DAY, Evening
from tests.printing.reading import page_texts
from tests.tree.page.hands import facts_of, poster, ready_of, saved, settled, wish_of
from tests.tree.pledges import texts
from tests.ui.hands import answer_where


def hung(evening: Evening) -> Wish:
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    with evening.store.read() as db:
        return Wish(db.need(Tree, tree))


def test_a_file_is_called_after_its_day_and_programme(evening: Evening) -> None:
    wish = wish_of(evening)
    facts = facts_of(evening, wish)
    name = name_of_file(facts, wish, DAY, PDF)
    assert name == f"{DAY.isoformat()} {evening.programme.name} – pledge tree.pdf"
    assert name_of_file(facts, replace(wish, only_new=True), DAY, PNG).endswith("new leaves.png")
    assert name_of_file(None, wish, DAY, PDF).endswith("pledge tree.pdf")


def test_each_way_out_has_its_own_paper(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    evening.pledge("Listen more")
    output = Output(owner, evening.desk, press())
    taped = ready_of(evening, replace(wish_of(evening, paper="A2"), on="A4"))
    assert len(page_texts(output.paper(taped, PDF, Progress()))) == len(taped.parts) + 1
    shop = output.paper(taped, SHOP, Progress())
    assert len(page_texts(shop)) == 1
    assert shop != taped.shown
    whole = ready_of(evening, wish_of(evening, paper="A2"))
    assert output.paper(whole, PDF, Progress()) == whole.shown
    assert output.picture(whole, PNG, 0).startswith(b"\x89PNG")


def test_it_says_whether_there_are_names_on_it(evening: Evening) -> None:
    evening.pledge("Listen more", person=evening.eirlys.id)
    ready = ready_of(evening, wish_of(evening))
    assert saved_words(ready, [Path("tree.pdf")]) == "Saved as tree.pdf. It shows 1 first name."
    two = [Path("tree 1.png"), Path("tree 2.png")]
    assert saved_words(ready, two).startswith("Saved as tree 1.png to tree 2.png.")
    assert printed_words(ready) == "Poster printed."


def test_of_a_top_up_only_the_new_leaves_count(evening: Evening) -> None:
    evening.pledge("Listen more", person=evening.eirlys.id)
    wish = hung(evening)
    evening.pledge("Ring home")
    ready = ready_of(evening, replace(wish, only_new=True))
    assert [leaf.text for leaf in leaves_on(ready)] == ["Ring home"]
    assert saved_words(ready, [Path("new.pdf")]).endswith("There are no names on it.")
    assert printed_words(ready) == "1 new leaf printed."
    note_print(evening.store, ready, DAY)
    assert ready_of(evening, wish).arranged.new == ()


def test_it_says_what_holds_from_now_on(evening: Evening) -> None:
    bare = ready_of(evening, wish_of(evening, planned=120))
    assert kept_words(bare) == "Its boughs stay as they are from now on. Undo takes that back."
    evening.pledge("Listen more")
    keeps = "Each leaf keeps its place from now on. Undo takes that back."
    assert kept_words(ready_of(evening, wish_of(evening))) == keeps
    wish = hung(evening)
    assert kept_words(ready_of(evening, wish)) == ""
    evening.pledge("Ring home")
    assert kept_words(ready_of(evening, wish)) == keeps


def test_a_tree_of_another_laptop_is_printed_and_not_noted(
    evening: Evening, qtbot: QtBot, owner: QWidget
) -> None:
    evening.pledge("Listen more")
    ready = ready_of(evening, wish_of(evening))
    elsewhere = replace(ready.facts.gathered, grows=False)
    other: Ready = replace(ready, facts=replace(ready.facts, gathered=elsewhere))
    output = Output(owner, evening.desk, press())
    with qtbot.waitSignal(output.told) as told:
        output.note(other, "Poster printed")
    assert told.args == ["Poster printed", ""]
    assert [step.label for step in evening.store.steps().undo][-1] == "Make pledge"


def test_bare_boughs_that_are_printed_hang_from_then_on(
    evening: Evening, qtbot: QtBot, owner: QWidget
) -> None:
    output = Output(owner, evening.desk, press())
    with qtbot.waitSignal(output.noted) as noted:
        output.note(ready_of(evening, wish_of(evening, planned=120)), "Poster printed")
    with evening.store.read() as db:
        tree = db.need(Tree, noted.args[0])
    assert (tree.planned, tree.printed) == (120, DAY)


def test_leaves_find_their_places_in_a_bare_grove_that_was_printed(evening: Evening) -> None:
    bare = ready_of(evening, wish_of(evening, planned=120, crowns=2))
    _, tree = note_print(evening.store, bare, DAY)
    for text in texts()[:8]:
        evening.pledge(text, checked=True)
    with evening.store.read() as db:
        later = ready_of(evening, Wish(db.need(Tree, tree)))
    assert [len(leaves) > 0 for leaves in later.poster.trees] == [True, True]
    assert later.poster.standings == bare.poster.standings


@pytest.mark.parametrize(("kind", "starts"), [(PNG, b"\x89PNG"), (SVG, b"<?xml"), (SHOP, b"%PDF")])
def test_on_a_picture_a_drawing_and_for_a_print_shop_leaves_keep_their_places(
    page: TreePage, evening: Evening, qtbot: QtBot, tmp_path: Path, kind: str, starts: bytes
) -> None:
    hang = [leaf.place for leaf in poster(page).poster.trees[0]]
    saved(qtbot, page, tmp_path / "tree", kind)
    (file,) = tmp_path.glob("tree.*")
    assert file.read_bytes().startswith(starts)
    assert page.wish().hangs
    with evening.store.read() as db:
        assert [place_of(leaf) for leaf in hangings(db, page.wish().tree.id)] == hang


def test_a_grove_is_saved_as_a_picture_of_each_tree(
    page: TreePage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.change_tree({"crowns": 2})
    settled(qtbot, page)
    said = saved(qtbot, page, tmp_path / "grove.png", PNG)
    assert said.startswith("Saved as grove 1.png to grove 2.png.")
    assert sorted(file.name for file in tmp_path.glob("*.png")) == ["grove 1.png", "grove 2.png"]


@pytest.mark.parametrize(("kind", "asked"), [(PNG, True), (PDF, False)])
def test_no_picture_of_a_grove_is_written_over_unasked(
    evening: Evening, owner: QWidget, tmp_path: Path, kind: str, asked: bool
) -> None:
    ready = ready_of(evening, wish_of(evening, crowns=2))
    (tmp_path / "grove 2.png").write_text("mine")
    proposal = tmp_path / f"grove.{kind}"
    QTimer.singleShot(0, lambda: answer_where(proposal.name, ("Keep it",) * asked))
    found = ask_where(owner, ready, proposal, kind)
    assert found == (None if asked else proposal)
    if asked:
        QTimer.singleShot(0, lambda: answer_where(proposal.name, ("Replace it",)))
        assert ask_where(owner, ready, proposal, kind) == proposal


def test_a_folder_that_is_gone_is_said(page: TreePage, qtbot: QtBot, tmp_path: Path) -> None:
    page.save_to(tmp_path / "gone" / "tree.pdf")
    qtbot.waitUntil(page.parts.room.trouble.isVisible)
    assert "is not there" in page.parts.room.trouble.text()


class Jammed:
    """A press that breaks down, until it is mended."""

    def __init__(self) -> None:
        self.is_jammed = True

    def tiles(self, poster: Poster, on: Size, **how: object) -> bytes:
        if self.is_jammed:
            raise ZeroDivisionError("a bug")
        return b"%PDF"


def test_after_a_fault_one_may_save_again(
    evening: Evening, qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    evening.pledge("Listen more")
    ready, jammed = ready_of(evening, replace(wish_of(evening, paper="A2"), on="A4")), Jammed()
    output = Output(owner, evening.desk, jammed)  # type: ignore[arg-type]
    busy: list[str] = []
    output.busy.connect(busy.append)
    with qtbot.captureExceptions() as raised:
        output.save(ready, PDF, tmp_path / "tree.pdf")
        qtbot.waitUntil(lambda: bool(raised))
    assert busy == ["Saving the poster", ""]
    jammed.is_jammed = False
    with qtbot.waitSignal(output.told):
        output.save(ready, PDF, tmp_path / "tree.pdf")
    assert (tmp_path / "tree.pdf").read_bytes() == b"%PDF"
