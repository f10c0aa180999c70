import re
from typing import TYPE_CHECKING

import pytest

from desktop.printing.cards import CardSheets
from desktop.printing.shapes import leaf_card
from desktop.printing.sheet import A4, CARDS_A6, Box
from desktop.printing.style import BODY, LEAVES
from desktop.printing.text import draw
from desktop.progress import Cancelled, Progress
from tests.printing.reading import ink, page_texts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NAMES = [f"Card {number}" for number in range(1, 7)]


def card(canvas: "Canvas", box: Box, name: str) -> None:
    draw(canvas, box.x + 40, box.y + 40, name, BODY)


def sheets(progress: Progress | None = None) -> CardSheets:
    return CardSheets(A4.landscape, title="Pledge cards", total=len(NAMES), progress=progress)


def cards_of(pdf: bytes) -> list[list[str]]:
    return [re.findall(r"Card \d", text) for text in page_texts(pdf)]


def test_cards_fill_sheet_after_sheet() -> None:
    made = sheets()
    made.add(CARDS_A6, NAMES, card)
    assert cards_of(made.finish()) == [NAMES[:4], NAMES[4:]]


def test_only_the_first_sheet_is_part_used() -> None:
    made = sheets()
    made.add(CARDS_A6, NAMES, card, start=4)
    assert cards_of(made.finish()) == [
        ["Card 1"],
        ["Card 2", "Card 3", "Card 4", "Card 5"],
        ["Card 6"],
    ]


def test_what_all_cards_share_lies_below_each_of_them() -> None:
    def leaf(canvas: "Canvas", box: Box) -> None:
        leaf_card(canvas, box.inset(20), fill=LEAVES[0])

    def printed(number: int) -> int:
        made = sheets()
        made.background("leaf", CARDS_A6, leaf)
        made.add(
            CARDS_A6, range(4), lambda _, box, at: made.stamp("leaf", box) if at < number else None
        )
        return ink(made.finish())

    marks = printed(0)
    assert printed(4) - marks == pytest.approx(4 * (printed(1) - marks), rel=0.02)


def test_printing_says_how_far_it_is_and_can_be_stopped() -> None:
    heard: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: heard.append((done, total)))
    made = sheets(progress)
    made.add(CARDS_A6, NAMES, card)
    made.finish()
    assert heard == [(done, 6) for done in range(7)]
    progress.stop()
    with pytest.raises(Cancelled):
        sheets(progress).add(CARDS_A6, NAMES, card)


def test_no_cards_make_an_empty_sheet() -> None:
    assert page_texts(sheets().finish()) == [""]
