import math
from collections import Counter

import pytest

from desktop.tree.growth.standing import Standing
from desktop.tree.model import Season
from desktop.tree.paper.foliage import (
    foliage,
    leaf_matrix,
    seed_leaves,
    sign_matrix,
    tint_of,
    words_of,
)
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.steps import Use, Words
from tests.tree.paper.posters import real

STANDING = Standing(10.0, (300.0, 400.0), 50.0)
SUMMER = palette(Season.SUMMER)


def test_a_leaf_is_drawn_from_its_foot_to_its_tip_with_its_light_half_above() -> None:
    for leaf in real("portrait", 120):
        a, b, c, d, x, y = leaf_matrix(leaf.place, STANDING)
        assert (x, y) == pytest.approx(STANDING.at(leaf.place.foot))
        assert math.hypot(a, b) == pytest.approx(leaf.place.length * 10)
        assert d > 0
        assert a * c + b * d == pytest.approx(0)


def test_a_blossom_sits_on_the_stalk_and_off_the_leaf() -> None:
    for leaf in real("portrait", 120):
        radius, _, _, _, x, y = sign_matrix(leaf.place, STANDING)
        foot = STANDING.at(leaf.place.foot)
        assert math.dist(foot, (x, y)) > 0.85 * radius


def test_words_stay_upright_and_the_name_comes_last() -> None:
    for leaf in real("portrait", 120):
        words = words_of(leaf, STANDING, SUMMER)
        assert words.matrix[0] > 0.85
        heights = [line.y for line in words.lines]
        assert heights == sorted(heights, reverse=True)
        if leaf.name:
            assert words.lines[-1].colour == SUMMER.name
        assert leaf.text in words.says


def test_arabic_lines_keep_their_direction() -> None:
    place = real("portrait", 120)[0].place._replace(rung=16)
    leaf = Leaf("1", place, "سأستمع (NHS) 24 ساعة كل يوم وكل ليلة", "محمد")
    lines = words_of(leaf, STANDING, SUMMER).lines
    assert any(line.text[0] in "\u200f\u061c" for line in lines)


def test_tints_vary_and_never_change() -> None:
    leaves = real("portrait", 120)
    tints = Counter(tint_of(leaf.place, 6) for leaf in leaves)
    assert len(tints) == 6
    assert tint_of(leaves[0].place, 1) == 0


def test_a_kept_leaf_bears_a_blossom_between_its_leaf_and_its_words() -> None:
    kept = [leaf for leaf in real("portrait", 120) if leaf.kept][:1]
    first, second, third = foliage(kept, STANDING, SUMMER)
    assert isinstance(first, Use)
    assert isinstance(second, Use)
    assert [first.name, second.name] == ["kept", "sign"]
    assert isinstance(third, Words)


def test_seed_leaves_are_two() -> None:
    assert len(list(seed_leaves(STANDING))) == 2
