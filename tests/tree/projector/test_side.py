from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.tree.projector.saying import TURNS, Said
from desktop.tree.projector.side import Side
from desktop.tree.projector.story import TURN
from desktop.ui.tokens import tokens
from tests.tree.projector.leaves import Clock, rows

LEAF = replace(rows(1)[0], text="I will listen to what Dad wants to do.", name="Hanna")
SAID = Said("Good conversations at home", "Aberwen Community Hall", LEAF, 201, 58)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def side(qtbot: QtBot, clock: Clock) -> Side:
    side = Side(clock, "light")
    qtbot.addWidget(side)
    side.resize(620, 1080)
    return side


def seen(side: Side) -> QImage:
    return side.grab().toImage()


def test_everything_is_read_aloud(side: Side) -> None:
    side.say(SAID)
    assert side.accessibleName() == (
        "Good conversations at home. Aberwen Community Hall. 201 leaves on our tree. "
        "58 of them kept. The newest leaf: I will listen to what Dad wants to do."
    )


def test_the_number_turns_and_then_stands(side: Side, clock: Clock) -> None:
    side.say(SAID, still=True)
    before = seen(side)
    side.say(replace(SAID, number=202))
    assert side.moves
    clock.time += TURN / 2
    side.tick()
    between = seen(side)
    clock.time += TURN
    side.tick()
    assert not side.moves
    assert before != between != seen(side)
    there = seen(side)
    side.tick()
    assert seen(side) == there


def test_still_the_number_is_simply_another(side: Side) -> None:
    side.say(SAID, still=True)
    side.say(replace(SAID, number=202), still=True)
    assert not side.moves
    side.say(replace(SAID, number=202))
    assert not side.moves


def ink(image: QImage, place: QRect) -> int:
    """Return how dark the darkest of some pixels is, from 0 (the ground) to 255."""
    ground = image.pixelColor(0, 0).lightness()
    across, down = range(place.left(), place.right()), range(place.top(), place.bottom())
    return max(ground - image.pixelColor(x, y).lightness() for x in across for y in down)


def turn(side: Side, clock: Clock, share: float) -> QImage:
    """Show the side so far into a turn."""
    clock.time += TURN * share
    side.tick()
    return seen(side)


NUMBER_AND_CAPTION = QRect(0, 720, 560, 200)


def test_old_words_and_numbers_are_gone_before_others_come(side: Side, clock: Clock) -> None:
    side.say(replace(SAID, number=1, kept=0), still=True)
    assert ink(seen(side), NUMBER_AND_CAPTION) > 150
    side.say(replace(SAID, number=2, kept=1))
    assert ink(turn(side, clock, 0.5), NUMBER_AND_CAPTION) < 6
    assert ink(turn(side, clock, 0.5), NUMBER_AND_CAPTION) > 150


def test_a_number_never_touches_the_words_below_it(side: Side, clock: Clock) -> None:
    side.say(replace(SAID, number=201), still=True)
    side.say(replace(SAID, number=202))
    for _ in range(19):
        assert ink(turn(side, clock, 0.05), QRect(0, 864, 190, 6)) < 6


def test_a_number_of_another_width_leaves_the_words_below_alone(side: Side, clock: Clock) -> None:
    side.say(replace(SAID, number=9, kept=1), still=True)
    words = QRect(0, 868, 560, 46)
    there = seen(side).copy(words)
    side.say(replace(SAID, number=9, kept=4))
    assert turn(side, clock, 0.5).copy(words) == there


def test_a_newest_leaf_that_comes_into_blossom_keeps_its_words(side: Side, clock: Clock) -> None:
    side.say(replace(SAID, newest=replace(LEAF, kept=False)), still=True)
    there = seen(side).copy(side.card().toRect())
    side.say(replace(SAID, newest=replace(LEAF, kept=True), kept=59))
    for _ in range(4):
        assert turn(side, clock, 0.25).copy(side.card().toRect()) == there


def test_before_the_first_leaf_it_invites(side: Side) -> None:
    side.say(Said("Good conversations", ""), still=True)
    empty = seen(side)
    assert side.accessibleName() == "Good conversations. 0 leaves on our tree"
    side.say(SAID, still=True)
    assert seen(side) != empty


@pytest.mark.parametrize(
    "words",
    ["Listen.", "Ask first, and then wait for the answer. " * 6, "again " * 2000, "x" * 500],
)
def test_words_of_any_length_stay_in_their_leaf(side: Side, words: str) -> None:
    side.say(replace(SAID, newest=replace(LEAF, text=words)), still=True)
    image, card = seen(side), side.card().toRect()
    ink = QColor(tokens("light")["text"]).rgb()
    inside = [
        (x, y)
        for x in range(card.left(), card.right(), 2)
        for y in range(card.top(), card.bottom(), 2)
        if image.pixel(x, y) == ink
    ]
    assert inside
    assert max(x for x, _ in inside) < card.right() - 30
    below = range(card.bottom() + 2, card.bottom() + 40)
    assert not any(image.pixel(x, y) == ink for x in range(0, 620, 2) for y in below)


@pytest.mark.parametrize(("number", "kept"), [(9, 1), (201, 58), (1_040, 140), (99_999, 99_999)])
def test_numbers_of_any_size_have_room(side: Side, number: int, kept: int) -> None:
    side.say(replace(SAID, number=number, kept=kept), still=True)
    image = seen(side)
    blossom = QColor(tokens("light")["blossom"]).rgb()
    columns = {x for x in range(620) for y in range(760, 850, 3) if image.pixel(x, y) == blossom}
    assert columns
    assert max(columns) < 562


def test_what_is_painted_while_it_turns_is_all_that_changes(side: Side, clock: Clock) -> None:
    side.say(replace(SAID, number=9, kept=0, newest=None), still=True)
    before = seen(side)
    side.say(replace(SAID, number=10_000, kept=7))
    top, end = round(TURNS[0]) - 1, round(TURNS[1]) + 1
    for share in (0.3, 0.4, 0.2):
        between = turn(side, clock, share)
        for above_or_below in (QRect(0, 0, 620, top), QRect(0, end, 620, 1080 - end)):
            assert between.copy(above_or_below) == before.copy(above_or_below)
