"""Tests of posters on sheets to tape together."""

from collections import Counter
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops

from desktop.errors import UserError
from desktop.printing.sheet import A3, A4, Size
from desktop.progress import Cancelled, Progress
from desktop.tree.paper.poster import poster as whole_poster
from desktop.tree.paper.rows import Poster
from desktop.tree.paper.tiles import tiles
from desktop.tree.paper.tiling import Tiling, tiling
from tests.printing.reading import page_texts
from tests.tree.paper.posters import poster_of, real

SCALE = 4  # pixels per mm; at this all sheets of A3 on A4 lie on whole pixels
ONE_LETTER = 100  # pixels


@cache
def on_a3() -> Poster:
    return poster_of(real("portrait", 40), "A3")


def pictures(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = SCALE * 25.4 / 72 * (1 - 1e-5)  # a hair less, or a page is a pixel too large
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def put_together(sheets: list[Image.Image], way: Tiling, order: list[int]) -> Image.Image:
    """Cut each sheet on the left and above and lay it over those that lie there."""
    wall = Image.new("RGB", (round(way.width * SCALE), round(way.height * SCALE)), "red")
    for tile, sheet in [list(zip(way.tiles, sheets, strict=True))[n] for n in order]:
        picture = way.picture
        across, down = picture.left, way.sheet.height_mm - picture.high
        cut = sheet.crop((round(across * SCALE), round(down * SCALE), sheet.width, sheet.height))
        wall.paste(
            cut,
            (round(tile.printed.left * SCALE), round((way.height - tile.printed.high) * SCALE)),
        )
    return wall


def differing(one: Image.Image, other: Image.Image) -> int:
    """Return how many pixels are plainly not the same."""
    return sum(ImageChops.difference(one, other).convert("L").histogram()[12:])


def test_the_sheets_put_together_are_the_poster() -> None:
    (poster,) = pictures(whole_poster(on_a3()))
    _, *sheets = pictures(tiles(on_a3(), A4))
    way = tiling(A3, A4)
    order = list(range(way.count))
    # A letter may snap to the next pixel where a page begins elsewhere.
    assert differing(put_together(sheets, way, order), poster) < ONE_LETTER * 3
    assert differing(put_together(sheets, way, order[::-1]), poster) > ONE_LETTER * 50


def test_every_sheet_says_which_it_is_and_what_goes_over_its_glue() -> None:
    pages = page_texts(tiles(on_a3(), A4))
    assert "How to put the tree together" in pages[0]
    assert "4 sheets of A4: 2 across, 2 down" in pages[0]
    assert ["Row A, sheet 1 of 4" in pages[1], "Row B, sheet 4 of 4" in pages[4]] == [True, True]
    assert "Glue – sheet 2 goes on top" in pages[1]
    assert "Glue – sheet 3 goes on top" in pages[1]
    assert "goes on top" not in pages[4]


def test_all_words_are_there_and_whole() -> None:
    found = Counter(page_texts(tiles(on_a3(), A4))[0].replace("\ufffe", "-").split())
    words = Counter(word for leaf in on_a3().trees[0] for word in leaf.text.split())
    assert words - found == Counter()


def test_the_picture_is_in_the_file_once() -> None:
    assert len(tiles(on_a3(), A4)) < len(whole_poster(on_a3())) + 40_000


def test_nothing_is_printed_where_printers_leave_white() -> None:
    edge = round(3.9 * SCALE)
    for sheet in pictures(tiles(on_a3(), A4)):
        inner = Image.new("RGB", (sheet.width - 2 * edge, sheet.height - 2 * edge), "white")
        sheet.paste(inner, (edge, edge))
        assert sheet.getextrema() == ((255, 255),) * 3


def test_a_grove_has_a_set_for_each_tree() -> None:
    one = on_a3()
    grove = replace(one, trees=one.trees * 2, standings=one.standings * 2)
    pages = page_texts(tiles(grove, A4))
    assert len(pages) == 10
    assert "Tree 2 of 2" in pages[5]
    assert "Tree 2 of 2 · row A, sheet 1 of 4" in pages[6]


@pytest.mark.parametrize("paper", [A3, A3.landscape])
def test_a_poster_that_fits_a_sheet_is_not_divided(paper: Size) -> None:
    with pytest.raises(UserError, match="A tree on A3 needs one sheet of A3"):
        tiles(on_a3(), paper)


def test_one_row_of_sheets_is_glued_in_three_steps() -> None:
    first = page_texts(tiles(on_a3(), replace(A3, width_mm=420.0, height_mm=240.0)))[0]
    assert "to the last sheet" in first
    assert "Glue each row" not in first


def test_the_same_poster_gives_the_same_bytes() -> None:
    assert tiles(on_a3(), A4) == tiles(on_a3(), A4)


def test_it_can_be_stopped() -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        tiles(on_a3(), A4, progress=progress)


def test_a_pages_size_is_that_of_its_sheet() -> None:
    document = pypdfium2.PdfDocument(BytesIO(tiles(on_a3(), A4)))
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    document.close()
    assert sizes == {(595, 842)}
