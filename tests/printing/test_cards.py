import re
from typing import TYPE_CHECKING

import pytest

from desktop.printing.cards import card_sheets
from desktop.printing.shapes import leaf_card
from desktop.printing.sheet import CARDS_A6, Box
from desktop.printing.style import BODY, LEAVES
from desktop.printing.text import draw
from desktop.progress import Cancelled, Progress
from tests.printing.reading import ink, page_texts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NAMES = [f"Card {number}" for number in range(1, 7)]


def card(canvas: "Canvas", box: Box, name: str) -> None:
    draw(canvas, box.x + 40, box.y + 40, name, BODY)


def cards_of(pdf: bytes) -> list[list[str]]:
    return [re.findall(r"Card \d", text) for text in page_texts(pdf)]


def test_cards_fill_sheet_after_sheet() -> None:
    pdf = card_sheets(CARDS_A6, NAMES, card, title="Pledge cards")
    assert cards_of(pdf) == [NAMES[:4], NAMES[4:]]


def test_only_the_first_sheet_is_part_used() -> None:
    pdf = card_sheets(CARDS_A6, NAMES, card, title="Pledge cards", start=4)
    assert cards_of(pdf) == [
        ["Card 1"],
        ["Card 2", "Card 3", "Card 4", "Card 5"],
        ["Card 6"],
    ]


def test_what_all_cards_share_lies_below_each_of_them() -> None:
    def leaf(canvas: "Canvas", box: Box) -> None:
        leaf_card(canvas, box.inset(20), fill=LEAVES[0])

    def nothing(canvas: "Canvas", box: Box, name: str) -> None:
        pass

    one = card_sheets(CARDS_A6, NAMES[:1], nothing, title="Leaves", background=leaf)
    four = card_sheets(CARDS_A6, NAMES[:4], nothing, title="Leaves", background=leaf)
    marks = ink(card_sheets(CARDS_A6, NAMES[:1], nothing, title="Leaves"))
    assert ink(four) - marks == pytest.approx(4 * (ink(one) - marks), rel=0.02)


def test_printing_says_how_far_it_is_and_can_be_stopped() -> None:
    heard: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: heard.append((done, total)))
    card_sheets(CARDS_A6, NAMES, card, title="Pledge cards", progress=progress)
    assert heard == [(done, 6) for done in range(7)]
    progress.stop()
    with pytest.raises(Cancelled):
        card_sheets(CARDS_A6, NAMES, card, title="Pledge cards", progress=progress)


def test_no_cards_make_an_empty_sheet() -> None:
    assert page_texts(card_sheets(CARDS_A6, [], card, title="Pledge cards")) == [""]
