"""Tests of a tree that a PDF holds once."""

from desktop.printing.sheet import Box
from desktop.tree.paper.drawing import draw
from desktop.tree.paper.shown import Shown
from tests.printing.reading import drawn, ink
from tests.tree.paper.posters import poster_of, real


def test_it_is_shown_in_its_box_and_nowhere_else() -> None:
    poster = poster_of(real("portrait", 12), "A4")

    def show(box: Box, part: Box | None) -> int:
        return ink(drawn(lambda canvas: Shown(canvas, "tree", draw(poster, 0), {}).show(box, part)))

    whole = show(Box(0, 0, 595, 842), None)
    small = show(Box(100, 100, 297.5, 421), None)
    assert 3.4 < whole / small < 4.6
    assert show(Box(100, 100, 50, 50), Box(200, 0, 100, 100)) <= 51 * 51


def test_it_is_never_stretched() -> None:
    poster = poster_of(real("portrait", 12), "A4")
    wide = drawn(
        lambda canvas: Shown(canvas, "tree", draw(poster, 0), {}).show(Box(0, 0, 595, 200))
    )
    assert ink(wide) <= 200 * (200 * 0.71 + 2)
