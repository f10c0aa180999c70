"""Tests of the poster by its PDF alone: nothing outside its leaf, no word changed, all in place."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
import shapely
from numpy.typing import NDArray
from PIL import Image
from shapely.geometry.base import BaseGeometry

from desktop.errors import UserError
from desktop.printing.direction import may_turn
from desktop.printing.text import normalise
from desktop.progress import Cancelled, Progress
from desktop.tree.growth.standing import Standing
from desktop.tree.model import Season
from desktop.tree.paper.poster import png, poster, svg
from desktop.tree.paper.rows import Poster
from tests.printing.reading import whole_text
from tests.printing.scripts import ALL as SCRIPTS
from tests.printing.scripts import LEFT_TO_RIGHT, MIXED, RIGHT_TO_LEFT
from tests.tree.growth.test_growing import STRESS
from tests.tree.paper import mutations
from tests.tree.paper.checker import faults, foot, hung, said
from tests.tree.paper.drawn import pages
from tests.tree.paper.posters import LOOK, planned, poster_of, real
from tests.tree.paper.posters import hung as hang
from tests.tree.pledges import FORMS

Pixels = NDArray[np.int64]

PAPERS = ("A4", "A3", "A2", "A1", "A0")
EVERY = [*range(1, 61), 80, 120, 200, 400, 1000, 2000]
HARD = STRESS | SCRIPTS
LONG_TITLE = ("What matters to you, to me and to all of us " * 7)[:300]

form = pytest.mark.parametrize("form", FORMS)


def wrong(made: Poster) -> list[str]:
    """Return what is wrong with any page of a poster."""
    found = pages(poster(made))
    assert len(found) == len(made.trees)
    return [fault for n, page in enumerate(found) for fault in faults(made, page, n)]


@form
@pytest.mark.parametrize("count", [1, 2, 3, 5, 12, 40, 120])
def test_every_word_stands_in_its_leaf(form: str, count: int) -> None:
    assert wrong(poster_of(real(form, 120)[:count], "A3", form)) == []


@pytest.mark.long
@form
@pytest.mark.parametrize("paper", PAPERS)
def test_every_word_stands_in_its_leaf_on_any_paper(paper: str, form: str) -> None:
    for count in EVERY:
        assert wrong(poster_of(real(form, 2000)[:count], paper, form)) == [], count


@form
@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_words_stand_in_their_leaves(form: str, text: str) -> None:
    assert wrong(poster_of(hang(form, [text] * 8, ("Siân", "محمد", "")), "A3", form)) == []


@pytest.mark.long
@form
@pytest.mark.parametrize("text", STRESS.values(), ids=STRESS)
def test_500_hard_texts_stand_in_their_leaves(form: str, text: str) -> None:
    leaves = hang(form, [text] * 500, ("Siân", ""))
    for paper in ("A4", "A0"):
        assert wrong(poster_of(leaves, paper, form)) == []


@form
def test_a_pledge_of_10_000_characters_is_all_there(form: str) -> None:
    words = ["Smile", "listening well " * 666, "Ask"]
    assert wrong(poster_of(hang(form, words), "A0", form)) == []


@pytest.mark.parametrize("spoil", mutations.ALL)
def test_the_checker_sees(spoil: mutations.Spoil) -> None:
    made = poster_of(real("portrait", 120)[:60])
    (page,) = pages(mutations.spoilt(made, spoil))
    assert faults(made, page)


def test_larger_leaves_hold_larger_words() -> None:
    first = real("portrait", 120)[3]
    large = replace(first, place=first.place._replace(rung=first.place.rung + 6))
    made = poster_of([first]), poster_of([large])
    sizes = [
        hung(pages(poster(one))[0])[0].words.glyphs[0].size / one.standings[0].em for one in made
    ]
    assert sizes[1] > 1.05 * sizes[0]
    assert wrong(made[1]) == []


@pytest.mark.parametrize("paper", PAPERS)
@form
def test_a_title_of_300_characters_is_all_there(paper: str, form: str) -> None:
    look = replace(LOOK, title=LONG_TITLE, logo=logo())
    made = poster_of(real(form, 120)[:12], paper, form, look)
    assert wrong(made) == []
    (page,) = pages(poster(made))
    lines = [said(line).strip() for block in foot(page) for line in block.lines]
    words = " ".join(lines).split()
    assert " ".join(words).startswith(" ".join(LONG_TITLE.split()))
    assert LOOK.counted in lines
    assert LOOK.when in lines


def logo() -> bytes:
    file = BytesIO()
    Image.new("RGBA", (300, 200), (200, 30, 60, 255)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("content", [b"GIF89a", b"\x89PNG\r\n\x1a\nbroken", b"no picture"])
def test_a_logo_that_cannot_be_read_says_so(content: bytes) -> None:
    made = poster_of(real("portrait", 120)[:1], look=replace(LOOK, logo=content))
    for make in (poster, svg, png):
        with pytest.raises(UserError, match="could not be read"):
            make(made)


@pytest.mark.parametrize("count", [12, 120])
def test_a_reader_finds_each_pledge_whole_and_in_order(count: int) -> None:
    made = poster_of(real("portrait", 120)[:count])
    text = whole_text(poster(made))
    for leaf in made.trees[0]:
        assert f"{leaf.text} {leaf.name}".strip() in text or leaf.name == "محمد"


@form
def test_a_reader_finds_words_that_run_from_right_to_left(form: str) -> None:
    mixed = [text.replace("王小明", "Wang") for text in MIXED.values()]  # Chinese breaks in words
    words = [*RIGHT_TO_LEFT.values(), *mixed, "Ask before you act"]
    leaves = hang(form, [words[n % len(words)] for n in range(70)], ("", "محمد", "Siân"))
    turning = [leaf for leaf in leaves if may_turn(leaf.text + leaf.name)]
    assert len(turning) > 60
    assert {leaf.place.tilt for leaf in turning} == {0}  # poppler takes tilted ones apart
    text = whole_text(poster(poster_of(leaves, "A3", form)))
    assert {pledge: text.count(normalise(pledge)) for pledge in words} == Counter(
        leaf.text for leaf in leaves
    )


@form
def test_a_reader_finds_pledges_with_emoji_whole(form: str) -> None:
    words = [LEFT_TO_RIGHT["emoji"], "Plant a tree 🌳 with everyone", "Ask before you act"]
    leaves = hang(form, [words[n % 3] for n in range(30)], ("", "Siân"))
    assert {leaf.place.tilt == 0 for leaf in leaves if leaf.text != words[2]} == {True}
    text = whole_text(poster(poster_of(leaves, "A2", form)))
    assert {pledge: text.count(pledge) for pledge in words} == dict.fromkeys(words, 10)


@pytest.mark.parametrize("text", ["   ", "\x00\x07\u202e", "\ud800x", "\u200f", "a\x00b"])
def test_words_that_nobody_sees_spoil_nothing(text: str) -> None:
    made = poster_of(hang("portrait", [text, "Ask", text]), look=replace(LOOK, title=text))
    assert wrong(made) == []
    assert svg(made)


@form
def test_no_pledges_are_a_bare_tree_and_a_kind_sentence(form: str) -> None:
    made = poster_of([], "A4", form)
    assert wrong(made) == []
    assert "No leaves yet." in whole_text(poster(made))


@form
@pytest.mark.parametrize("count", [0, 1, 30, 80])
def test_a_planned_tree_stands_with_bare_boughs(form: str, count: int) -> None:
    made = planned(real(form, 120)[:count], 80, "A3", form)
    assert wrong(made) == []
    bare = planned(real(form, 120)[:count], 0, "A3", form)
    assert len(poster(made)) > len(poster(replace(bare, standings=made.standings)))


def test_a_grove_has_a_page_for_each_tree() -> None:
    leaves = real("landscape", 120)
    one, other = (
        poster_of(leaves[:30], "A3", "landscape"),
        poster_of(leaves[:12], "A3", "landscape"),
    )
    made = replace(one, trees=one.trees + other.trees, standings=one.standings + other.standings)
    assert wrong(made) == []


def test_a_poster_is_the_same_each_time() -> None:
    made = poster_of(real("portrait", 120)[:30])
    assert poster(made) == poster(made)


def test_making_a_poster_can_be_stopped() -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        poster(poster_of(real("portrait", 120)[:5]), progress=progress)


def test_the_print_shops_variant_has_3_mm_more_on_each_side() -> None:
    made = poster_of(real("portrait", 120)[:12])
    more, (wide, high) = 3 * 72 / 25.4, (made.sheet.width, made.sheet.height)
    (page,) = pages(poster(made, bleed=True))
    whole = (0, 0, wide + 2 * more, high + 2 * more)
    assert page.boxes["MediaBox"] == pytest.approx(whole, abs=0.01)
    assert page.boxes["BleedBox"] == pytest.approx(whole, abs=0.01)
    trim = (more, more, wide + more, high + more)
    assert page.boxes["TrimBox"] == pytest.approx(trim, abs=0.01)
    shifted = [
        Standing(one.em, (one.fork[0] + more, one.fork[1] + more), one.ground + more)
        for one in made.standings
    ]
    assert faults(replace(made, standings=tuple(shifted)), page) == []
    picture = Image.open(BytesIO(rendered(poster(made, bleed=True), 40)))
    corner = picture.getpixel((2, picture.height - 3))
    assert corner == picture.getpixel((14, picture.height - 14))


@pytest.mark.parametrize("season", Season)
def test_every_face_is_in_the_file(season: Season) -> None:
    made = poster_of(real("portrait", 120)[:30], look=replace(LOOK, season=season))
    document = pypdfium2.PdfDocument(poster(made, bleed=True))
    fonts = {
        bool(pypdfium2.raw.FPDFFont_GetIsEmbedded(pypdfium2.raw.FPDFTextObj_GetFont(one)))
        for one in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    }
    document.close()
    assert fonts == {True}


def rendered(pdf: bytes, dpi: float) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    file = BytesIO()
    document[0].render(scale=dpi / 72).to_pil().save(file, "PNG")
    document.close()
    return file.getvalue()


@form
def test_the_pixels_agree_with_the_outlines(form: str) -> None:
    """Just within an edge is the leaf's green, just beyond it is not."""
    made = poster_of(real(form, 120)[:25], "A4", form)
    em, scale = made.standings[0].em, 200 / 72
    pdf = poster(made)
    picture = np.asarray(Image.open(BytesIO(rendered(pdf, 200))).convert("RGB"), np.int64)
    edges = [leaf.edge for leaf in hung(pages(pdf)[0])]
    everything = shapely.Polygon().union(shapely.union_all([e.buffer(0.1 * em) for e in edges]))
    for edge in edges:
        inside = colours(picture, edge.buffer(-0.12 * em), made.sheet.height, scale)
        beyond = edge.buffer(0.2 * em)
        outside = colours(picture, beyond, made.sheet.height, scale, but=everything)
        assert np.median(is_leaf(inside)) == 1
        assert is_leaf(inside).mean() > 0.9
        assert len(outside) == 0 or is_leaf(outside).mean() < 0.25


def colours(
    picture: Pixels,
    ring: shapely.Polygon,
    height: float,
    scale: float,
    but: BaseGeometry | None = None,
) -> Pixels:
    """Return the colours along a ring, but where something else lies."""
    shares = np.linspace(0, 1, 60)
    points = [ring.exterior.interpolate(share, normalized=True) for share in shares]
    kept = [point for point in points if but is None or not but.contains(point)]
    found = [picture[int((height - point.y) * scale), int(point.x * scale)] for point in kept]
    return np.array(found).reshape(-1, 3)


def is_leaf(found: Pixels) -> NDArray[np.bool_]:
    """Say which colours are those of leaves: green, pink or its edge, neither paper nor bark."""
    spread = found.max(axis=1) - found.min(axis=1)
    return np.asarray((spread > 16) & (found.max(axis=1) > 135))


def test_a_picture_has_the_size_of_the_sheet() -> None:
    made = poster_of(real("landscape", 120)[:12], "A4", "landscape")
    picture = Image.open(BytesIO(png(made, dpi=100)))
    assert picture.size == pytest.approx((297 / 25.4 * 100, 210 / 25.4 * 100), abs=1.5)
    with pytest.raises(UserError, match="fewer dots"):
        png(made, dpi=4000)


def test_an_svg_needs_no_font_and_says_each_pledge() -> None:
    made = poster_of(real("portrait", 120)[:12], look=replace(LOOK, logo=logo()))
    text = svg(made).decode()
    assert "<text" not in text
    assert "font" not in text
    assert text.count("<title>") == 1 + 12
    assert 'href="data:image/png;base64,' in text
