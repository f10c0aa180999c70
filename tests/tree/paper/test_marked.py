"""Tests of a picture with the places of new leaves."""

import pypdfium2

from desktop.printing.sheet import A4, MM, Box
from desktop.tree.growth.shape import CELL
from desktop.tree.paper.cutout import Cutout
from desktop.tree.paper.drawing import draw
from desktop.tree.paper.marked import Marked, number_size
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.tiling import tiling
from tests.printing.reading import drawn, page_texts
from tests.tree.paper.posters import poster_of, real

POSTER = poster_of(real("portrait", 30), "A3")
FIELD = Box(0, 0, 297 * MM, 420 * MM)
WHOLE = Box(40, 40, 297 * MM * 0.6, 420 * MM * 0.6)


def page(new: int, *, numbers: bool = True, tiled: bool = False) -> bytes:
    standing = POSTER.standings[0]
    pieces = [Cutout(leaf, 0, standing.em) for leaf in POSTER.trees[0][30 - new :]]
    way = tiling(POSTER.sheet, A4) if tiled else None

    def on(canvas: object) -> None:
        known: dict[str, str] = {}
        tree = Shown(canvas, "tree", draw(POSTER, 0), known)  # type: ignore[arg-type]
        there = Marked(canvas, tree, POSTER, standing, FIELD, way, known)  # type: ignore[arg-type]
        there.show(WHOLE, FIELD, pieces, numbers=numbers)

    return drawn(on)


def test_each_number_stands_on_its_leaf() -> None:
    document = pypdfium2.PdfDocument(page(3))
    text, standing = document[0].get_textpage(), POSTER.standings[0]
    for leaf in POSTER.trees[0][27:]:
        x, y = standing.at((leaf.place.x * CELL, leaf.place.y * CELL))
        x, y, reach = WHOLE.x + x * 0.6, WHOLE.y + y * 0.6, 9
        found = text.get_text_bounded(x - reach, y - reach, x + reach, y + reach)
        assert str(leaf.number) in found
    document.close()


def test_numbers_may_be_left_to_larger_maps() -> None:
    assert "30" in page_texts(page(1))[0].split()
    assert "30" not in page_texts(page(1, numbers=False))[0].split()


def test_sheets_are_named() -> None:
    assert "sheet 4" in page_texts(page(1, tiled=True))[0]


def test_a_number_grows_with_its_leaf_up_to_a_size_to_read() -> None:
    one = Cutout(POSTER.trees[0][0], 0, 9)
    assert number_size(one, 0.5) < number_size(one, 1) < number_size(one, 100) == 9
