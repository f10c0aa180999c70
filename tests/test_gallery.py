"""Tests of the script that makes the guide's pictures of trees."""

from io import BytesIO

from PIL import Image

from tests.gallery import COLOURS, PLANNED, TREES, WIDE, below, beside, pages, small_file
from tests.tree.paper.posters import planned, poster_of, real


def test_the_gallery_shows_every_age_of_a_tree() -> None:
    trees = [tree for row in TREES.values() for tree in row]
    ages = {1, 2, 3, 5, 7, 12, 25, 60, 120, 400, 1000, 2000}
    assert {count for count, *_ in trees} >= ages
    assert {season for *_, season in trees} == {"spring", "summer", "autumn", "winter"}
    assert PLANNED[0][0] == 0


def test_trees_stand_beside_and_below_each_other_in_a_small_file() -> None:
    leaves = real("landscape", 120)
    found = [page for n in (1, 2) for page in pages(poster_of(leaves[:n], "A4", "landscape"))]
    row = beside([*found, *pages(planned(leaves[:3], 20))])
    assert abs(row.width - WIDE) <= 3
    picture = Image.open(BytesIO(small_file(below([row, row]))))
    assert picture.height > 2 * row.height
    assert len(picture.getcolors() or []) <= COLOURS
