from dataclasses import replace

from desktop.tree.model import Season
from desktop.tree.paper.foot import foot
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Look
from desktop.tree.paper.steps import Picture, Use, Words
from tests.tree.paper.posters import LOOK
from tests.tree.paper.test_poster import logo

SUMMER = palette(Season.SUMMER)


def texts(look: Look) -> list[str]:
    steps = foot(look, 842, 44, SUMMER)
    return [line.text for step in steps if isinstance(step, Words) for line in step.lines]


def test_the_foot_says_everything() -> None:
    assert texts(LOOK) == [LOOK.title, LOOK.subtitle, LOOK.counted, LOOK.when]


def test_a_look_without_words_has_an_empty_foot() -> None:
    assert texts(Look()) == []


def test_a_blossom_before_the_count_says_what_blossoms_mean() -> None:
    *_, sign = foot(LOOK, 842, 44, SUMMER, signed=True)
    assert isinstance(sign, Use)
    assert sign.name == "sign"
    assert not any(isinstance(step, Use) for step in foot(LOOK, 842, 44, SUMMER))


def test_a_logo_stands_at_the_right_and_keeps_its_shape() -> None:
    picture, *words = foot(replace(LOOK, logo=logo()), 842, 44, SUMMER)
    assert isinstance(picture, Picture)
    assert picture.width / picture.height == 300 / 200
    assert picture.x + picture.width < 842
    rights = [step.matrix[4] for step in words if isinstance(step, Words)]
    assert max(rights) < picture.x


def test_the_title_is_smaller_where_it_is_long() -> None:
    def size(title: str) -> float:
        first = next(iter(foot(replace(LOOK, title=title), 842, 44, SUMMER)))
        assert isinstance(first, Words)
        return first.lines[0].size

    assert size("Ask") > size("Ask what matters to people " * 8) >= 4
