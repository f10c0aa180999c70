from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.stepper import Stepper
from tests.ui.hands import focus, press


def test_a_stepper_stays_within_its_limits(qtbot: QtBot) -> None:
    count = Stepper("Head count", 3, 0, 5)
    qtbot.addWidget(count)
    for _ in range(4):
        press(count.edit, Qt.Key.Key_Up)
    assert count.value() == 5
    count.edit.setText("none")
    press(count.edit, Qt.Key.Key_Return)
    assert count.edit.text() == "5"


def test_tab_reaches_both_buttons(qtbot: QtBot) -> None:
    count = Stepper("Head count")
    qtbot.addWidget(count)
    focus(count.edit)
    seen = []
    for _ in range(2):
        press(count.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(count.window().focusWidget().accessibleName())
    assert seen == ["Fewer: Head count", "More: Head count"]
