import re

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView
from pytestqt.qtbot import QtBot

from desktop.ui.stylesheet import style_sheet
from desktop.ui.theme import apply_theme


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
@pytest.mark.parametrize("percent", [100, 115, 130])
def test_everything_in_the_template_is_filled_in(
    qapp: QApplication, name: str, percent: int
) -> None:
    text = style_sheet(apply_theme(qapp, name, percent))
    assert not re.findall(r"[@$]\w+", text)
    assert text.count("{") == text.count("}")


def test_lengths_and_type_grow_with_the_text(qapp: QApplication) -> None:
    assert "min-height: 36px" in style_sheet(apply_theme(qapp, "light", 100))
    larger = style_sheet(apply_theme(qapp, "light", 130))
    assert "min-height: 47px" in larger
    assert "font-size: 13.000pt" in larger


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
def test_the_headings_of_a_file_dialog_can_be_read(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme = apply_theme(qapp, name)
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    heads = next(one for one in dialog.findChildren(QHeaderView) if one.isVisible())
    drawn = heads.grab().toImage()
    assert drawn.pixelColor(drawn.width() - 2, 1).name() == theme.hex("sunken").lower()
