from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.model import Form, Tree
from desktop.tree.page.poster import PosterChoices, hanging_words, smaller
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, wish_of
from tests.ui.hands import click


def nine(tree: Tree, on: str) -> int:
    return 9 if on == "A4" else 4


def test_paper_and_shape_are_chosen(evening: Evening, qtbot: QtBot) -> None:
    choices = PosterChoices(nine, QWidget())
    qtbot.addWidget(choices)
    wished: list[dict[str, object]] = []
    choices.wished.connect(wished.append)
    choices.show_facts(facts_of(evening, wish_of(evening)))
    choices.show()
    assert wished == []
    choices.paper.choose("A1")
    choices.form.choose(Form.PORTRAIT)
    assert wished == [{"paper": "A1"}, {"form": Form.PORTRAIT}]


def test_only_smaller_sheets_are_offered_to_tape(evening: Evening, qtbot: QtBot) -> None:
    choices = PosterChoices(nine, QWidget())
    qtbot.addWidget(choices)
    told: list[str] = []
    choices.on.connect(told.append)
    names = {}
    for paper in ("A4", "A3", "A1"):
        choices.show_facts(facts_of(evening, wish_of(evening, paper=paper, crowns=1)))
        names[paper] = [radio.accessibleName() for radio in choices.sheets.radios().values()]
    assert names == {
        "A4": ["One A4 sheet, 1"],
        "A3": ["A4 sheets, to tape, 9 + map", "One A3 sheet, 1"],
        "A1": [
            "A4 sheets, to tape, 9 + map",
            "A3 sheets, to tape, 4 + map",
            "One A1 sheet, print shop",
        ],
    }
    choices.show_facts(facts_of(evening, wish_of(evening, paper="A3", crowns=2)))
    grove = [radio.accessibleName() for radio in choices.sheets.radios().values()]
    assert grove == ["A4 sheets, to tape, 18 + maps", "A3 sheets, 2"]
    choices.show_facts(facts_of(evening, wish_of(evening, paper="A1")))
    choices.show()
    click(choices.sheets.radios()["A3"])
    assert told == ["A3"]


def test_a_tree_that_hangs_keeps_its_size(evening: Evening, qtbot: QtBot) -> None:
    choices = PosterChoices(nine, QWidget())
    qtbot.addWidget(choices)
    facts = facts_of(evening, wish_of(evening, paper="A1", crowns=2))
    tree = replace(facts.wish.tree, printed=DAY)
    choices.show_facts(replace(facts, wish=replace(facts.wish, tree=tree)))
    choices.show()
    assert not choices.paper.isVisible()
    assert choices.as_it_hangs.text() == "A1, landscape, as it hangs: 2 trees."
    choices.show_facts(replace(facts, wish=replace(facts.wish, tree=tree, only_new=True)))
    assert not choices.sheets.isVisible()
    assert choices.about_new.isVisible()


def test_one_tree_is_not_counted() -> None:
    assert hanging_words(Tree(form=Form.PORTRAIT)) == "A3, portrait, as it hangs."


@pytest.mark.parametrize(("paper", "than", "is_so"), [("A4", "A3", True), ("A3", "A3", False)])
def test_papers_are_told_apart_by_size(paper: str, than: str, is_so: bool) -> None:
    assert smaller(paper, than) is is_so
