import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.chips import KINDS, Chip
from desktop.ui.theme import apply_theme


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
def test_every_status_has_an_icon_and_words(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    apply_theme(qapp, name)
    for kind, (icon, _, _) in KINDS.items():
        chip = Chip("Not saved", kind)
        qtbot.addWidget(chip)
        assert icon
        assert chip.accessibleName() == "Not saved"
        assert not chip.grab().isNull()
