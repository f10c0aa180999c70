from dataclasses import replace

import pytest

from desktop.printing.sheet import MM
from desktop.tree.growth.standing import ASIDE, Standing
from desktop.tree.growth.standing import GROUND as GROUNDS
from desktop.tree.model import Season
from desktop.tree.paper.foot import areas, foot
from desktop.tree.paper.ground import Ground
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Look
from desktop.tree.paper.steps import Picture, Use, Words
from tests.tree.paper.posters import LOOK, sheet_of
from tests.tree.paper.test_poster import logo
from tests.tree.pledges import FORMS

SUMMER = palette(Season.SUMMER)
GROUND = Ground(842, 595, 0.0, Standing(10.0, (421.0, 200.0), 44.0), SUMMER)
LINE = 0.8  # points: how thick the hill's line is


def texts(look: Look) -> list[str]:
    steps = foot(look, GROUND, SUMMER)
    return [line.text for step in steps if isinstance(step, Words) for line in step.lines]


def test_the_foot_says_everything() -> None:
    assert texts(LOOK) == [LOOK.title, LOOK.subtitle, LOOK.counted, LOOK.when]


def test_a_look_without_words_has_an_empty_foot() -> None:
    assert texts(Look()) == []


def test_a_blossom_before_the_count_says_what_blossoms_mean() -> None:
    *_, sign = foot(LOOK, GROUND, SUMMER, signed=True)
    assert isinstance(sign, Use)
    assert sign.name == "sign"
    assert not any(isinstance(step, Use) for step in foot(LOOK, GROUND, SUMMER))


def test_a_logo_stands_at_the_right_and_keeps_its_shape() -> None:
    picture, *words = foot(replace(LOOK, logo=logo()), GROUND, SUMMER)
    assert isinstance(picture, Picture)
    assert picture.width / picture.height == 300 / 200
    assert picture.x + picture.width < 842
    rights = [step.matrix[4] for step in words if isinstance(step, Words)]
    assert max(rights) < picture.x


def test_the_title_is_smaller_where_it_is_long() -> None:
    def size(title: str) -> float:
        first = next(iter(foot(replace(LOOK, title=title), GROUND, SUMMER)))
        assert isinstance(first, Words)
        return first.lines[0].size

    assert size("Ask") > size("Ask what matters to people " * 8) >= 4


@pytest.mark.parametrize("aside", [-ASIDE, 0.0, ASIDE])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paper", ["A4", "A3", "A0"])
def test_words_and_logo_stay_below_the_line_of_the_hill(
    paper: str, form: str, aside: float
) -> None:
    size = sheet_of(paper, form)
    standing = Standing(9.0, (size.width * (0.5 + aside), 300.0), GROUNDS[form] * size.height)
    ground = Ground(size.width, size.height, 0.0, standing, SUMMER)
    found = areas(foot(replace(LOOK, logo=logo()), ground, SUMMER, signed=True))
    assert len(found) == 6
    for box in found:
        assert box.top + 0.5 * MM + LINE / 2 < ground.lowest(box.x, box.right)


def test_the_count_beside_a_young_tree_is_hardly_smaller() -> None:
    standing = Standing(10.0, (0.44 * 595, 200.0), 54.7)
    small = Ground(595, 842, 0.0, standing, SUMMER)
    middle = Ground(595, 842, 0.0, replace(standing, fork=(297.5, 200.0)), SUMMER)
    sizes = [
        [line.size for step in foot(LOOK, one, SUMMER) for line in getattr(step, "lines", ())]
        for one in (small, middle)
    ]
    assert sizes[0][2:] == pytest.approx(sizes[1][2:], rel=0.15)
