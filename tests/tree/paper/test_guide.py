"""Tests of the parts of a page that tells people what to do."""

from desktop.printing.sheet import A3, A4, Size
from desktop.tree.paper.guide import Guide, disc
from tests.printing.reading import drawn, ink, page_texts


def room(paper: Size, steps: int) -> float:
    found: list[float] = []
    words = ["Cut each sheet along its thin lines."] * steps
    drawn(lambda canvas: found.append(Guide(canvas, paper, "Head", ["a"], words).room.height))
    return found[0]


def test_the_map_has_the_room_that_the_words_leave() -> None:
    assert room(A4, 1) > room(A4, 4) > 400
    assert room(A3, 4) > room(A4, 4)


def test_a_long_title_is_cut_before_what_tells_pages_apart() -> None:
    about = ["What matters to us all " * 13, "Tree 2 of 2", "1 leaf"]
    (words,) = page_texts(drawn(lambda canvas: Guide(canvas, A4, "Head", about, ["Cut."])))
    said = " ".join(words.split())
    assert "… · Tree 2 of 2 · 1 leaf" in said
    assert said.count("What matters to us all") > 3


def test_a_number_of_three_figures_stays_in_its_disc() -> None:
    edge = ink(drawn(lambda canvas: disc(canvas, 100, 100, "", 10)))
    full = ink(drawn(lambda canvas: disc(canvas, 100, 100, "888", 10)))
    assert edge < full < 22 * 22
