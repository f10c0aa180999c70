from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.undo_keys import JUST_ACTED, UndoKeys
from tests.ui.hands import focus, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.text)
        self.acts: list[str] = []
        UndoKeys(self, lambda: self.acts.append("undo"), lambda: self.acts.append("redo"))


def test_ctrl_z_in_an_empty_search_box_is_the_apps(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    focus(desk.line)
    type_text(desk.line, "han")
    desk.line.clear()
    press(desk.line, Qt.Key.Key_Z, CTRL)
    press(desk.line, Qt.Key.Key_Y, CTRL)
    assert desk.acts == ["undo", "redo"]
    assert desk.line.text() == ""


def test_ctrl_z_takes_back_typing_while_there_is_text(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    for field in (desk.line, desk.text):
        focus(field)
        type_text(field, "han")
        press(field, Qt.Key.Key_Z, CTRL)
    assert desk.acts == []
    assert desk.line.text() == ""


def test_right_after_a_check_in_it_is_the_apps_even_over_text(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    focus(desk.line)
    type_text(desk.line, "h")
    desk.line.setProperty(JUST_ACTED, True)
    press(desk.line, Qt.Key.Key_Z, CTRL)
    assert desk.acts == ["undo"]
    assert desk.line.text() == "h"
