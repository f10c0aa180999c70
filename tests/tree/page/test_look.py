from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.tree.model import Season
from desktop.tree.page.look import PLANNED, LookChoices, season_words
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, wish_of
from tests.ui.hands import click, focus, type_text


def chooser(qtbot: QtBot) -> tuple[LookChoices, list[dict[str, object]]]:
    look = LookChoices()
    qtbot.addWidget(look)
    wished: list[dict[str, object]] = []
    look.wished.connect(wished.append)
    look.show()
    return look, wished


def test_a_title_is_told_as_it_is_typed_and_stays_while_it_is(
    evening: Evening, qtbot: QtBot
) -> None:
    look, wished = chooser(qtbot)
    focus(look.title)
    type_text(look.title, "Ein haddewidion ŵ")
    assert wished[-1] == {"title": "Ein haddewidion ŵ"}
    look.show_facts(facts_of(evening, wish_of(evening, title="")))
    assert look.title.text() == "Ein haddewidion ŵ"
    assert look.subtitle_field.control.accessibleDescription() == "Empty: Leading with care"


def test_a_title_that_is_too_long_is_said_and_not_taken(qtbot: QtBot) -> None:
    look, wished = chooser(qtbot)
    look.title.setText("a" * 300)
    focus(look.title)
    type_text(look.title, "b")
    assert look.title_field.error() == "This has 301 characters. Shorten it to 300 or fewer."
    assert wished == []


def test_every_season_has_a_name() -> None:
    assert [season_words(season) for season in Season] == ["Spring", "Summer", "Autumn", "Winter"]


def test_a_planned_tree_is_for_about_so_many_people(evening: Evening, qtbot: QtBot) -> None:
    look, wished = chooser(qtbot)
    look.show_facts(facts_of(evening, wish_of(evening)))
    assert not look.people.isVisible()
    look.growth.choose(PLANNED)
    assert wished[-1] == {"planned": 120, "each": 0.0}
    look.people.set_value(40)
    assert wished[-1] == {"planned": 40, "each": 0.0}
    look.show_facts(facts_of(evening, wish_of(evening, planned=40)))
    assert look.about.text().startswith("Bare boughs")


def test_leaves_that_are_there_before_a_tree_is_planned_are_counted(
    evening: Evening, qtbot: QtBot
) -> None:
    look, _ = chooser(qtbot)
    for text in ("Listen more", "Ring home"):
        evening.pledge(text)
    for planned, said in (
        (40, "2 leaves are there already. Bare boughs for 38 more."),
        (2, "2 leaves are there already. There is no bare bough left"),
    ):
        look.show_facts(facts_of(evening, wish_of(evening, planned=planned)))
        assert look.about.text().startswith(said)


def test_what_is_shown_is_not_told(evening: Evening, qtbot: QtBot) -> None:
    look, wished = chooser(qtbot)
    plain: list[bool] = []
    look.plain.connect(plain.append)
    wish = replace(wish_of(evening, planned=40, season=Season.WINTER), plain=True)
    look.show_facts(facts_of(evening, wish))
    assert (wished, plain) == ([], [])
    assert look.season.value() is Season.WINTER
    assert look.one_colour.isChecked()
    click(look.one_colour)
    assert plain == [False]


def test_a_tree_that_hangs_keeps_how_it_began(evening: Evening, qtbot: QtBot) -> None:
    look, _ = chooser(qtbot)
    wish = wish_of(evening, planned=40)
    facts = facts_of(evening, wish)
    hung = replace(wish, tree=replace(wish.tree, printed=DAY))
    look.show_facts(replace(facts, wish=hung))
    assert not look.growth.isVisible()
    assert look.about.text() == "It keeps the size and shape that it hangs in."


def test_once_it_hangs_no_button_has_the_focus(evening: Evening, qtbot: QtBot) -> None:
    look, _ = chooser(qtbot)
    look.show_facts(facts_of(evening, wish_of(evening, planned=40)))
    focus(look.people.findChildren(QAbstractButton)[0])
    facts = facts_of(evening, wish_of(evening))
    tree = replace(facts.wish.tree, printed=DAY)
    look.show_facts(replace(facts, wish=replace(facts.wish, tree=tree)))
    assert look.one_colour.hasFocus()
