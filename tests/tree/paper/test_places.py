"""Tests of the map of where leaves go."""

from dataclasses import replace

from desktop.printing.sheet import A4, Size
from desktop.tree.paper.cutout import Cutout
from desktop.tree.paper.places import Places
from desktop.tree.paper.rows import Poster
from tests.printing.reading import drawn, page_texts
from tests.tree.paper.posters import poster_of, real


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


def test_long_lists_have_pages_of_their_own() -> None:
    made = pages(poster_of(real("portrait", 80), "A3"), 60)
    assert "First words" not in made[0]
    assert any("First words" in page for page in made[1:])


def test_where_every_leaf_is_new_the_map_still_shows_the_tree() -> None:
    poster = poster_of(real("portrait", 5), "A4")
    assert "No pledges yet" not in pages(poster, 5)[0]


def test_a_title_of_300_characters_is_shortened() -> None:
    poster = poster_of(real("portrait", 5), "A3")
    long = replace(poster, look=replace(poster.look, title="A long title " * 23))
    assert "…" in pages(long, 2, A4)[0]
