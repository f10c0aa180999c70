import pytest
from PySide6.QtGui import QColor, QImage

from desktop.tree.projector.colours import colours
from desktop.tree.projector.figure import Figure
from desktop.tree.projector.painting import (
    WORDS_FROM,
    can_be_read,
    picture,
)
from desktop.tree.projector.view import View
from tests.tree.projector.leaves import SIZE, rows

pytestmark = pytest.mark.usefixtures("qapp")


def count(image: QImage, colour: QColor) -> int:
    """Return how many pixels have a colour."""
    wanted = colour.rgb()
    wide, high = image.width(), image.height()
    return sum(image.pixel(x, y) == wanted for x in range(wide) for y in range(high))


def tree(number: int, theme: str = "light", *, worded: bool = True) -> QImage:
    made = Figure(rows(number), SIZE.width(), SIZE.height())
    return picture(made, made.view, SIZE, 1.0, colours(theme), worded=worded)


@pytest.mark.parametrize("theme", ["light", "dark", "hc"])
def test_wood_leaves_and_blossoms_have_their_colours(theme: str) -> None:
    image, wanted = tree(40, theme), colours(theme)
    assert count(image, wanted.bark) > 300
    assert count(image, wanted.blossom) > 100
    assert all(count(image, upper) > 300 for upper, _ in wanted.leaves)
    assert count(image, wanted.ground) > SIZE.width() * SIZE.height() / 4


def test_words_are_painted_where_somebody_could_read_them() -> None:
    ink = colours("light").ink
    assert not can_be_read(WORDS_FROM - 1)
    assert count(tree(2), ink) > 100
    assert count(tree(2, worded=False), ink) == 0


def test_a_picture_twice_as_dense_shows_the_same() -> None:
    made = Figure(rows(7), SIZE.width(), SIZE.height())
    image = picture(made, made.view, SIZE, 2.0, colours("light"))
    assert image.size() == SIZE * 2
    assert image.deviceIndependentSize() == SIZE.toSizeF()


def test_only_what_is_seen_is_painted() -> None:
    made = Figure(rows(40), SIZE.width(), SIZE.height())
    away = View(made.view.em, made.view.x - 5000, made.view.y)
    image = picture(made, away, SIZE, 1.0, colours("light"))
    assert count(image, colours("light").ground) == SIZE.width() * SIZE.height()
