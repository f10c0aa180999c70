"""Tests of the map of where leaves go."""

from dataclasses import replace

import pytest

from desktop.printing.sheet import A4, Size
from desktop.tree.paper.cutout import Cutout
from desktop.tree.paper.places import Places
from desktop.tree.paper.rows import Poster
from tests.printing.reading import drawn, page_texts
from tests.tree.paper.posters import poster_of, real


def numbers_on_map(page: str) -> set[str]:
    """Return the numbers on a page before its steps, which are below the map."""
    return set(page.partition("Print all pages")[0].split())


def pages(poster: Poster, new: int, on: Size | None = None) -> list[str]:
    leaves, em = poster.trees[0], poster.standings[0].em
    pieces = [Cutout(leaf, 0, em) for leaf in leaves[len(leaves) - new :]]
    return page_texts(drawn(lambda canvas: Places(canvas, poster, 0, pieces, on, "en").draw({})))


def test_the_map_shows_numbers_and_the_words_of_new_leaves_alone() -> None:
    poster = poster_of(real("portrait", 20), "A3")
    first = pages(poster, 2)[0]
    assert {"19", "20"} <= set(first.split())
    assert poster.trees[0][-1].text[:12] in first
    assert poster.trees[0][0].text[:12] not in first


def test_the_words_of_new_leaves_stand_free() -> None:
    poster = poster_of(real("portrait", 20), "A3")
    words = poster.trees[0][-1].text[:8]
    assert f"20 {words}" in " ".join(pages(poster, 2)[0].split())


@pytest.mark.parametrize("form", ["portrait", "landscape"])
@pytest.mark.parametrize("on", [None, A4])
def test_a_tree_that_has_outgrown_its_poster_is_shown_whole(form: str, on: Size | None) -> None:
    leaves = real(form, 60)
    poster = poster_of(leaves[:16], "A3", form)
    grown = replace(poster, trees=(leaves,))
    made = pages(grown, 44, on)
    assert {str(number) for number in range(17, 61)} <= numbers_on_map(made[0])
    assert "outgrown its poster" in made[0]
    assert "outgrown" not in pages(poster, 2)[0]


def test_long_lists_have_pages_of_their_own() -> None:
    made = pages(poster_of(real("portrait", 80), "A3"), 60)
    assert "First words" not in made[0]
    assert any("First words" in page for page in made[1:])


def test_where_every_leaf_is_new_the_map_still_shows_the_tree() -> None:
    poster = poster_of(real("portrait", 5), "A4")
    assert "No leaves yet" not in pages(poster, 5)[0]


def test_a_title_of_300_characters_is_shortened() -> None:
    poster = poster_of(real("portrait", 5), "A3")
    long = replace(poster, look=replace(poster.look, title="A long title " * 23))
    assert "…" in pages(long, 2, A4)[0]
