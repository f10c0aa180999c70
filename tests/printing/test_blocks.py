import pytest

from desktop.printing.blocks import Choices, Figures, WritingLines
from desktop.printing.document import Block
from tests.printing.reading import drawn, ink, whole_text

FIGURES = Figures([("23 of 25", "here"), ("18", "pledges"), ("15", "forms, a good share of them")])
SCALE = [("5", "very good"), ("4", "good"), ("3", "fair"), ("2", "poor"), ("1", "very poor")]


def paper(block: Block, width: float = 490) -> bytes:
    return drawn(lambda canvas: block.draw(canvas, 50, 780, width))


def test_big_figures_stand_over_their_words() -> None:
    assert whole_text(paper(FIGURES)).startswith("23 of 25 here 18 pledges 15 forms")
    assert FIGURES.height(200) > FIGURES.height(490)


def test_a_form_shows_the_number_each_key_has() -> None:
    text = whole_text(paper(Choices("How was it?", SCALE, "Tick one.")))
    assert text == "How was it? Tick one. 5 very good 4 good 3 fair 2 poor 1 very poor"


def test_long_choices_stand_in_columns() -> None:
    long = [(str(number), f"a rather long choice, the {number}th") for number in range(1, 7)]
    block = Choices("Which?", long)
    assert block.height(490) > Choices("Which?", SCALE).height(490)
    text = whole_text(paper(block))
    assert all(words in text for _, words in long)


def test_a_choice_wider_than_the_paper_is_wrapped() -> None:
    wide = Choices("Which?", [("1", "many words " * 30), ("2", "few")])
    assert wide.height(300) > Choices("Which?", SCALE[:2]).height(300) + 40
    assert whole_text(paper(wide, 300)).count("many words") == 30


@pytest.mark.parametrize("question", ["", "Anything else?"])
def test_lines_to_write_on(question: str) -> None:
    three, five = WritingLines(question, 3), WritingLines(question, 5)
    assert five.height(490) - three.height(490) == pytest.approx(48)
    assert ink(paper(three)) < ink(paper(five))
    assert whole_text(paper(three)) == question
