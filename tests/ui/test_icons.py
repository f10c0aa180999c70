import pytest
from PySide6.QtGui import QImage

from desktop.paths import resources
from desktop.ui.icons import icon, pixmap

NAMES = sorted(path.stem for path in resources("icons").glob("*.svg"))


def inked(picture: QImage) -> int:
    return sum(
        picture.pixelColor(x, y).alpha() > 0
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(name: str) -> None:
    assert inked(pixmap(name, "text", 18).toImage()) > 10


def test_an_icon_is_sharp_at_150_percent() -> None:
    picture = pixmap("leaf", "brand", 18, 1.5)
    assert picture.width() == 27
    assert picture.deviceIndependentSize().width() == 18


def test_an_icon_takes_the_colour_of_its_token() -> None:
    picture = pixmap("square", "danger", 24).toImage()
    assert picture.pixelColor(3, 12).name() == "#b3261e"


def test_a_menu_icon_has_pictures_for_every_screen() -> None:
    assert len(icon("leaf").availableSizes()) >= 3
