import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.tree.projector.colours import colours
from desktop.tree.projector.figure import Figure
from desktop.tree.projector.leaf import LeafFigure
from desktop.tree.projector.painting import (
    WORDS_FROM,
    can_be_read,
    grown_part,
    paint_growing,
    picture,
)
from desktop.tree.projector.steps import first_step, next_step
from desktop.tree.projector.view import View
from tests.tree.projector.leaves import SIZE, canvas, rows

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


def test_a_shoot_grows_along_its_way() -> None:
    way = [((0.0, 0.0), 1.0), ((4.0, 0.0), 0.8), ((4.0, -4.0), 0.5)]
    assert grown_part(way, 0.0).isEmpty()
    areas = [grown_part(way, share).boundingRect() for share in (0.25, 0.5, 1.0)]
    assert areas[0].right() == pytest.approx(2.9, abs=0.1)
    assert areas[0].height() < areas[2].height()
    assert areas[2].top() == pytest.approx(-4.5, abs=0.1)


def painted(grown: float) -> QImage:
    """Paint a leaf that has grown to a share, alone."""
    step = next_step(first_step(rows(6), canvas()), rows(7))
    assert step is not None
    assert step.growing is not None
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_growing(painter, step.growing, grown, colours("light"))
    painter.end()
    return image


def test_first_the_shoot_grows_then_the_blade() -> None:
    look = colours("light")
    tint = LeafFigure(rows(7)[6]).tint
    green = [count(painted(grown), look.leaves[tint][0]) for grown in (0.0, 0.2, 0.6, 1.0)]
    bark = [count(painted(grown), look.bark) for grown in (0.0, 0.2)]
    assert bark[1] > bark[0] + 10  # a neighbour that lies over the shoot has a stalk of its own
    assert green[0] == green[1] <= green[2] < green[3]


def test_no_blade_is_there_before_the_wood_has_reached_it() -> None:
    look, leaf = colours("light"), LeafFigure(rows(7)[6])
    tint = look.leaves[leaf.tint][0]
    none = count(painted(0.0), tint)
    begins = next(at for at in range(20, 60, 2) if count(painted(at / 100), tint) > none)
    step = first_step(rows(7), canvas())
    x, y = step.figure.view.at(leaf.foot.x(), -leaf.foot.y())
    assert painted((begins - 2) / 100).pixelColor(round(x), round(y)) == look.bark


def test_only_what_is_seen_is_painted() -> None:
    made = Figure(rows(40), SIZE.width(), SIZE.height())
    away = View(made.view.em, made.view.x - 5000, made.view.y)
    image = picture(made, away, SIZE, 1.0, colours("light"))
    assert count(image, colours("light").ground) == SIZE.width() * SIZE.height()
