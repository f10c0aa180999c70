"""Tests of the list of leaves that were cut out."""

from desktop.tree.paper.listing import Listing, Row
from tests.printing.reading import drawn, page_texts


def rows(number: int, sheet: str = "") -> list[Row]:
    return [(str(n), sheet, f"pledge {n}") for n in range(1, number + 1)]


def test_a_short_list_goes_below_the_map() -> None:
    listing = Listing(None, rows(17), "en")  # type: ignore[arg-type]
    assert listing.short
    assert not Listing(None, rows(40), "en").short  # type: ignore[arg-type]
    assert listing.height < 200
    text = page_texts(drawn(lambda canvas: Listing(canvas, rows(17), "en").draw_at(400)))[0]
    assert "pledge 17" in text
    assert "Sheet" not in text


def test_a_long_list_goes_on_page_after_page() -> None:
    pages = page_texts(
        drawn(lambda canvas: Listing(canvas, rows(300, "4"), "en", where="Sheet").draw_pages())
    )
    assert sum("The new leaves" in page for page in pages) == 4
    text = " ".join(pages)
    assert all(f"pledge {n}" in text for n in range(1, 301))
    assert "Sheet" in text
