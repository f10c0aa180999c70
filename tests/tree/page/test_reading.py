import pytest
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.tree.facts import Legible
from desktop.tree.page.reading import Reading, distance_words, reading_words
from tests.pledges.evening import Evening
from tests.tree.page.hands import ready_of, wish_of
from tests.tree.pledges import texts


@pytest.mark.parametrize(
    ("cm", "words"),
    [
        (16, "Readable at 15 cm, close up."),
        (56, "Readable at 55 cm, about arm’s length."),
        (118, "Readable at 120 cm, a step away."),
        (157, "Readable from 1.5 m away."),
    ],
)
def test_distances_are_said_as_people_think_of_them(cm: int, words: str) -> None:
    assert distance_words(cm) == words


@pytest.mark.parametrize(
    ("legible", "hangs", "words"),
    [
        (Legible(12, 60), False, "Readable at 60 cm, about arm’s length."),
        (Legible(10, 51), False, "A grove or a larger paper would be easier."),
        (Legible(10, 51), True, "Readable at 50 cm, about arm’s length."),
        (Legible(6, 30, "A1"), False, "A1 would do, or a grove."),
        (Legible(3, 15), False, "on any paper. Split it into a grove."),
        (Legible(3, 15), True, "Start a new tree on larger paper."),
    ],
)
def test_words_too_small_come_with_what_to_do(legible: Legible, hangs: bool, words: str) -> None:
    assert reading_words(legible, hangs=hangs).endswith(words)


def test_it_says_how_small_and_what_a_grove_would_give(evening: Evening, qtbot: QtBot) -> None:
    for text in texts()[:60]:
        evening.pledge(text, Show.NO_NAME, checked=True)
    reading = Reading()
    qtbot.addWidget(reading)
    shared: list[int] = []
    reading.shared.connect(shared.append)
    assert reading.sign.isHidden()
    reading.show_ready(ready_of(evening, wish_of(evening, paper="A4")))
    reading.show()
    assert reading.sign.text().startswith("Smallest text ")
    assert reading.sign.text().endswith(" pt")
    reading.show_other(2, 11.04)
    assert reading.other.text() == "2 trees would give 11 pt text."
    reading.grove.choose("2")
    assert shared == [2]


def test_a_bare_tree_has_nothing_to_read(evening: Evening, qtbot: QtBot) -> None:
    reading = Reading()
    qtbot.addWidget(reading)
    reading.show_ready(ready_of(evening, wish_of(evening)))
    reading.show()
    assert not reading.sign.isVisible()
    assert not reading.grove.isVisible()
    assert reading.words.text() == "There are no words on it yet."
