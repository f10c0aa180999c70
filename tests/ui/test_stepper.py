from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.stepper import Stepper
from tests.ui.hands import press


def test_a_stepper_stays_within_its_limits(qtbot: QtBot) -> None:
    count = Stepper("Head count", 3, 0, 5)
    qtbot.addWidget(count)
    for _ in range(4):
        press(count.edit, Qt.Key.Key_Up)
    assert count.value() == 5
    count.edit.setText("none")
    press(count.edit, Qt.Key.Key_Return)
    assert count.edit.text() == "5"
