"""Tests of the script that makes the guide's pictures of trees."""

from tests.gallery import COLOURS, LONGER, TREES, picture
from tests.tree.paper.posters import poster_of, real


def test_the_gallery_shows_every_age_of_a_tree() -> None:
    assert {count for count, *_ in TREES} >= {1, 2, 3, 5, 7, 12, 25, 60, 120, 400, 1000, 2000}
    assert {season for *_, season in TREES} == {"spring", "summer", "autumn", "winter"}


def test_a_picture_is_small() -> None:
    made = picture(poster_of(real("portrait", 120)[:2], "A4"))
    assert max(made.size) == LONGER
    assert len(made.getcolors() or []) <= COLOURS
