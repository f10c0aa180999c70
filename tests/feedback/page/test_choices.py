import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.feedback.model import Choice
from desktop.feedback.page.choices import ChoiceButton
from tests.ui.hands import click, focus, press


@pytest.mark.parametrize("ticks", [False, True])
def test_a_choice_is_read_with_its_number_and_pressed_by_mouse_and_space(
    qtbot: QtBot, ticks: bool
) -> None:
    button = ChoiceButton(Choice("a", "very <good> & fine", 5), ticks=ticks)
    qtbot.addWidget(button)
    assert button.accessibleName() == "5 very <good> & fine"
    focus(button)
    with qtbot.waitSignal(button.clicked):
        click(button)
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Space)


def test_it_says_and_shows_that_it_is_chosen(qtbot: QtBot) -> None:
    button = ChoiceButton(Choice("a", "good", 4))
    qtbot.addWidget(button)
    before = button.grab().toImage()
    button.show_chosen(True)
    assert (button.is_chosen(), button.accessibleDescription()) == (True, "chosen")
    assert button.grab().toImage() != before


class Form(QWidget):
    """Hears the keys that a choice leaves to it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


def test_enter_and_arrows_are_left_to_the_form(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    button = ChoiceButton(Choice("a", "good", 4))
    button.setParent(form)
    focus(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_4):
        press(button, key)
    assert form.heard == [Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_4]
