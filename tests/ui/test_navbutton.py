import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.navbutton import NavButton
from tests.ui.hands import focus, press


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_page_is_chosen_by_enter_or_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = NavButton("house", "Home & all")
    qtbot.addWidget(button)
    focus(button)
    press(button, key)
    assert button.isChecked()
    assert button.accessibleName() == "Home & all"
