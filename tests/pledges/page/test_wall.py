from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import Pledge, Show, Source
from desktop.pledges.page.wall import CHECK, KIOSK, Wall
from desktop.sample.texts import pledge_texts
from desktop.ui.theme import theme
from tests.ui.hands import focus, press, type_text

DAY = date(2026, 10, 8)


def made(text: str, **fields: object) -> Made:
    pledge = replace(Pledge(text=text, show=Show.FIRST_NAME, made=DAY), **fields)  # type: ignore[arg-type]
    return Made(pledge, Person(given="Eirlys", surname="Vaughan"))


@pytest.fixture
def wall(qtbot: QtBot) -> Wall:
    wall = Wall()
    qtbot.addWidget(wall)
    wall.resize(800, 500)
    return wall


def texts(wall: Wall) -> list[str]:
    return [leaf.text for leaf in wall.grid.leaves()]


def test_an_empty_wall_says_how_to_begin(wall: Wall) -> None:
    wall.show_pledges([], ())
    assert wall.heading.text() == "0 pledges"
    assert wall.filter.isHidden()
    assert wall.search.isHidden()
    assert not wall.grid.isVisibleTo(wall)


def test_only_what_is_to_check(wall: Wall) -> None:
    fine, doubtful = made("Listen"), made("Listen to Margaret")
    wall.show_pledges([fine, doubtful], ())
    wall.filter.choose(CHECK)
    assert texts(wall) == ["Listen to Margaret"]
    wall.show_pledges(
        [fine, replace(doubtful, pledge=replace(doubtful.pledge, checked=True, rev="2"))], ()
    )
    assert texts(wall) == []
    wall.show_all()
    assert len(texts(wall)) == 2
    assert wall.filter.isHidden()


def test_what_came_from_the_kiosk(wall: Wall) -> None:
    wall.show_pledges([made("Paper"), made("Kiosk", source=Source.KIOSK)], ())
    wall.filter.choose(KIOSK)
    assert texts(wall) == ["Kiosk"]


def test_searching_finds_words_makers_and_themes(wall: Wall) -> None:
    wall.show_pledges([made("Gofyn, tŷ", themes=("Time",)), made("Listen", maker="x")], ())
    for typed, found in (("TY", 1), ("eirlys", 2), ("time gofyn", 1), ("nothing", 0)):
        wall.search.edit.setText(typed)
        assert len(texts(wall)) == found
    wall.show_all()
    assert len(texts(wall)) == 2


def test_the_arrow_keys_walk_the_leaves_from_the_search(wall: Wall, qtbot: QtBot) -> None:
    wall.show_pledges([made("One"), made("Two")], ())
    focus(wall.search.edit)
    type_text(wall.search.edit, "two")
    press(wall.search.edit, Qt.Key.Key_Return)
    key = wall.grid.leaves()[0].key
    with qtbot.waitSignal(wall.pressed, check_params_cb=lambda pressed: pressed == key):
        press(wall.grid, Qt.Key.Key_Return)


def test_a_narrow_wall_puts_the_search_beneath(wall: Wall, qtbot: QtBot) -> None:
    wall.show_pledges([made("One")], ())
    wall.show()
    wide = wall.search.y()
    wall.resize(theme().px(400), 500)
    qtbot.waitUntil(lambda: wall.search.y() > wide)


def test_three_hundred_pledges_are_shown_at_once(wall: Wall) -> None:
    many = [made(text.words) for text in pledge_texts()[:400]]
    wall.show_pledges(many, ())
    started = perf_counter()
    wall.show_pledges([made("One more"), *many], ())
    assert len(texts(wall)) == 401
    assert perf_counter() - started < 0.25


def test_in_a_narrow_wall_the_filter_has_the_whole_line(wall: Wall) -> None:
    wall.show()
    wall.show_pledges([made("Listen to Margaret"), made("Kiosk", source=Source.KIOSK)], ())
    assert wall.heading.isVisible()
    wall.resize(320, 400)
    assert wall.heading.isHidden()
    wall.show_pledges([made("Listen")], ())
    assert wall.heading.isVisible()
