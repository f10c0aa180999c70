"""Tests of the page that shows how sheets go together."""

from desktop.printing.sheet import A3, A4
from desktop.tree.paper.assembly import Assembly
from desktop.tree.paper.drawing import draw
from desktop.tree.paper.shown import Shown
from desktop.tree.paper.tiling import tiling
from tests.printing.reading import drawn, page_texts
from tests.tree.paper.posters import poster_of, real


def test_the_map_has_the_number_of_every_sheet_and_the_letter_of_every_row() -> None:
    poster = poster_of(real("portrait", 3), "A3")

    def page(title: str) -> str:
        def on(canvas: object) -> None:
            tree = Shown(canvas, "tree", draw(poster, 0), {})  # type: ignore[arg-type]
            Assembly(canvas, A4, tiling(A3, A4), "en").draw(tree, title, "Tree 2 of 3")  # type: ignore[arg-type]

        return page_texts(drawn(on))[0]

    assert {"1", "2", "3", "4", "A", "B"} <= set(page("What matters to us").split())
    assert "What matters to us · Tree 2 of 3 · 4 sheets of A4: 2 across, 2 down" in page(
        "What matters to us"
    )
    assert "This line is 10 cm long if the size is right." in page("")
    assert "…" in page("A title without end " * 30)
