import numpy as np
import pytest

from desktop.printing.fonts import Weight
from desktop.printing.sheet import A4
from desktop.tree.paper.pdf import pdf
from desktop.tree.paper.steps import Fill, Line, Sheet, Step, Stroke, Symbol, Use, Words, polygon
from tests.printing.reading import ink, page_texts
from tests.tree.paper.drawn import Block, Used, pages

SQUARE = polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
DOT = Symbol("dot", [Fill([SQUARE], "#000000")])


def made(*sheets: list[Step]) -> bytes:
    drawn = [Sheet(A4.width, A4.height, 0.0, steps) for steps in sheets]
    return pdf(drawn, A4, title="Test", author="", language="en")


def test_a_symbol_is_drawn_where_it_is_used_on_every_page() -> None:
    steps: list[Step] = [DOT, Use("dot", (40, 0, 0, 40, 100, 100))]
    both = made(steps, steps)
    assert ink(both, 0) == ink(both, 1) == pytest.approx(1600, rel=0.1)
    (used,) = pages(both)[1].marks
    assert used == Used("dot", (40, 0, 0, 40, 100, 100))


def test_lines_of_a_block_are_turned_together() -> None:
    lines = [
        Line("Ask", 5, -10, 8, Weight.REGULAR, "#000000"),
        Line("Zoë", 2, -20, 6, Weight.ITALIC, "#333333"),
    ]
    file = made([Words((0, 1, -1, 0, 200, 300), lines)])
    (block,) = pages(file)[0].marks
    assert isinstance(block, Block)
    starts = [line[0].start for line in block.lines]
    assert np.array(starts) == pytest.approx(np.array([(210, 305), (220, 302)]))
    assert [line[0].size for line in block.lines] == [8, 6]
    assert page_texts(file)[0].split() == ["Ask", "Zoë"]


def test_lines_and_areas_have_their_size() -> None:
    assert ink(made([Stroke([SQUARE._replace(points=SQUARE.points * 100)], "#000000", 4)])) > 1000
    assert ink(made([Fill([], "#000000"), Stroke([], "#000000", 1)])) == 0
