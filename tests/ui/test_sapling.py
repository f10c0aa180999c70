import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.sapling import Blossom, Sapling
from desktop.ui.theme import apply_theme, theme


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
def test_the_pictures_use_the_colours_of_the_theme(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    apply_theme(qapp, name)
    found: dict[str, bool] = {}
    for picture, tokens in ((Sapling(100), ("t1", "t2", "bark")), (Blossom(60), ("blossom",))):
        qtbot.addWidget(picture)
        picture.resize(picture.sizeHint())
        image = picture.grab().toImage()
        seen = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }
        found |= {token: theme().colour(token).name() in seen for token in tokens}
    assert all(found.values()), found


def test_pictures_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    for picture in (Sapling(100), Blossom(100)):
        qtbot.addWidget(picture)
        assert isinstance(picture, QWidget)
        apply_theme(qapp, "light", 130)
        assert picture.sizeHint().width() == 130
        apply_theme(qapp, "light", 100)
