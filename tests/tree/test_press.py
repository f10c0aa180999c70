import pytest

from desktop.printing.sheet import A1, A3, A4, MM, Size
from desktop.tree.press import press
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import ready_of, wish_of


@pytest.mark.parametrize("poster", [A1, A1.landscape, A3])
def test_the_parts_of_a_poster_cover_it_without_gaps(poster: Size) -> None:
    parts = press().tiling(poster, A4)
    assert sum(part.width * part.height for part in parts) == pytest.approx(
        poster.width * poster.height
    )
    assert min(part.x for part in parts) == pytest.approx(0)
    assert max(part.top for part in parts) == pytest.approx(poster.height_mm * MM)


def test_our_own_papers_are_made(evening: Evening) -> None:
    evening.pledge("Listen more")
    poster = ready_of(evening, wish_of(evening)).arranged.poster(DAY)
    made = press()
    assert made.poster(poster).startswith(b"%PDF")
    assert made.tiles(poster, A4).startswith(b"%PDF")
    assert made.svg(poster, 0).startswith(b"<?xml")
    assert made.png(poster, 0, 30).startswith(b"\x89PNG")
