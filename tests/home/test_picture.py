import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.home.picture import TreePicture
from desktop.ui.theme import apply_theme, theme


def painted(picture: TreePicture, token: str) -> int:
    """Return how many pixels have the colour of a token."""
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(theme().colour(token)).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


@pytest.fixture
def picture(qtbot: QtBot) -> TreePicture:
    made = TreePicture()
    qtbot.addWidget(made)
    made.resize(330, 236)
    return made


def test_kept_pledges_are_seen_in_blossom(picture: TreePicture) -> None:
    picture.show_leaves(184, 0)
    assert painted(picture, "blossom") == 0
    picture.show_leaves(184, 20)
    assert painted(picture, "blossom") > 200
    assert picture.accessibleName() == "A tree with 184 leaves, 20 in blossom"


def test_more_leaves_are_more_green(picture: TreePicture) -> None:
    picture.show_leaves(1, 0)
    few = painted(picture, "t1")
    assert picture.accessibleName() == "A tree with 1 leaf"
    picture.show_leaves(40, 0)
    assert painted(picture, "t1") > few


def test_without_leaves_there_is_a_sapling(picture: TreePicture) -> None:
    picture.show_leaves(0, 0)
    assert painted(picture, "bark") > 20


@pytest.mark.parametrize("name", ["dark", "hc"])
def test_the_tree_has_the_colours_of_the_theme(
    picture: TreePicture, qapp: QApplication, name: str
) -> None:
    apply_theme(qapp, name)
    picture.show_leaves(66, 10)
    assert painted(picture, "blossom") > 100
    assert painted(picture, "t2") > 100
