import pytest
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.tree.model import Tree
from desktop.tree.page.reading import Reading, distance_words, reading_words
from desktop.tree.ready import Legible
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
    ("legible", "tree", "hangs", "words"),
    [
        (Legible(12, 60), Tree(), False, "Readable at 60 cm, about arm’s length."),
        (Legible(10, 51), Tree(), False, "Easier to read: a grove or a larger paper."),
        (Legible(10, 51), Tree(crowns=2), False, "Easier to read: 3 trees or a larger paper."),
        (Legible(10, 51), Tree(crowns=3), False, "Easier to read: a larger paper."),
        (Legible(10, 51), Tree(paper="A0"), False, "Easier to read: a grove."),
        (Legible(10, 51), Tree(paper="A0", crowns=3), False, "about arm’s length."),
        (Legible(10, 51), Tree(), True, "Readable at 50 cm, about arm’s length."),
        (Legible(6, 30, "A1"), Tree(), False, "A1 would do, or a grove."),
        (Legible(8, 40, "A1"), Tree(crowns=2), False, "A1 would do, or 3 trees."),
        (Legible(3.1, 15, "A0"), Tree(), False, "Too small for most people. A0 would do."),
        (Legible(6, 30, "A0"), Tree(crowns=2), False, "Too small for most people. A0 would do."),
        (Legible(3, 15), Tree(paper="A0"), False, "on any paper. Choose fewer pledges."),
        (Legible(6, 30, "A1"), Tree(crowns=3), False, "Too small for most people. A1 would do."),
        (Legible(3, 15), Tree(), False, "on any paper. Split it into a grove."),
        (Legible(3, 15), Tree(crowns=3), False, "on any paper. Choose fewer pledges."),
        (Legible(3, 15), Tree(crowns=3, planned=5_000), False, "Plan fewer leaves."),
        (Legible(3, 15), Tree(), True, "Start a new tree on larger paper."),
        (Legible(3, 15), Tree(paper="A0"), True, "Start a new tree for fewer people."),
    ],
)
def test_words_too_small_come_with_what_can_be_done(
    legible: Legible, tree: Tree, hangs: bool, words: str
) -> None:
    assert reading_words(legible, tree, hangs=hangs).endswith(words)


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
    reading.show_ready(ready := ready_of(evening, wish_of(evening, paper="A4")))
    reading.show_other(2, ready.legible.points)
    assert reading.other.text() == ""
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


def test_bare_boughs_say_before_they_are_printed_how_small_their_words_will_be(
    evening: Evening, qtbot: QtBot
) -> None:
    reading = Reading()
    qtbot.addWidget(reading)
    reading.show_ready(ready_of(evening, wish_of(evening, paper="A3", planned=120)))
    reading.show()
    assert reading.sign.text() == "Text will be 8.1 pt"
    assert reading.words.text() == "Too small for most people. A2 would do, or a grove."
    assert reading.grove.isVisible()


def test_a_bare_grove_can_become_one_tree_again(evening: Evening, qtbot: QtBot) -> None:
    reading = Reading()
    qtbot.addWidget(reading)
    shared: list[int] = []
    reading.shared.connect(shared.append)
    reading.show()
    for planned in (0, 120):
        reading.show_ready(ready_of(evening, wish_of(evening, crowns=2, planned=planned)))
        assert reading.grove.isVisible()
        reading.grove.choose("1")
    assert shared == [1, 1]
