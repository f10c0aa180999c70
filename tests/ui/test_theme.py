import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.ui.buttons import Button
from desktop.ui.theme import TEXT_SIZES, Theme, apply_theme, theme
from desktop.ui.tokens import THEMES


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_restyles_what_is_on_screen(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    button = Button("Save", kind="primary")
    qtbot.addWidget(button)
    button.show()
    apply_theme(qapp, name)
    picture = button.grab().toImage()
    middle = picture.pixelColor(6, picture.height() // 2)
    assert middle.name() == theme().colour("brand").name()
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme().colour("bg")


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_larger_text_makes_larger_parts(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    button = Button("Save")
    qtbot.addWidget(button)
    apply_theme(qapp, "light", percent)
    assert button.sizeHint().height() == round(38 * percent / 100)
    assert round(theme().font(10).pointSizeF(), 2) == round(theme().points(10), 2)


def test_a_theme_tells_that_it_changed(qtbot: QtBot, qapp: QApplication, look: Theme) -> None:
    with qtbot.waitSignal(look.changed):
        apply_theme(qapp, "dark")
    assert apply_theme(qapp, "light") is look


def test_system_follows_the_desktop(qapp: QApplication) -> None:
    assert apply_theme(qapp, "system").name in ("light", "dark")


def test_the_app_speaks_in_its_own_typeface() -> None:
    for weight in (400, 500, 600, 700):
        found = QFontInfo(theme().font(11, weight))
        assert found.family().startswith("Atkinson Hyperlegible Next")
        assert found.weight() == weight


DISCARDED = """
import gc
from PySide6.QtWidgets import QApplication, QComboBox, QTableWidget
from desktop.ui.theme import apply_theme
class Box(QComboBox):
    pass
app = QApplication([])
for turn in range(4):
    gc.disable()
    for number in range(100):
        box = Box()
        box.kept = table = QTableWidget(box)
        table.box = box
    del box, table
    gc.enable()
    apply_theme(app, "light")
print(gc.isenabled())
"""


def test_widgets_that_nobody_wants_any_more_do_not_crash_a_change_of_theme() -> None:
    done = subprocess.run([sys.executable, "-c", DISCARDED], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


@pytest.mark.parametrize("face", ["Regular", "Medium", "SemiBold", "Bold", "RegularItalic"])
def test_the_typeface_has_welsh_and_polish_letters(face: str) -> None:
    with TTFont(resources("fonts", f"AtkinsonHyperlegibleNext-{face}.ttf")) as font:
        assert not [c for c in "ŵŷŴŶłęàò’–“”…·" if ord(c) not in font.getBestCmap()]
