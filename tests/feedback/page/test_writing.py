from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.feedback.page.writing import BesideEdit, CommentEdit
from tests.ui.hands import focus, press, type_text

KEY = Qt.Key


class Form(QWidget):
    """Hears the keys that a field leaves to it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.heard: list[int] = []
        field.setParent(self)
        focus(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != KEY.Key_Shift:
            self.heard.append(event.key())


def test_enter_in_a_comment_is_the_forms_and_shift_enter_makes_a_line(qtbot: QtBot) -> None:
    comment = CommentEdit()
    form = Form(comment)
    qtbot.addWidget(form)
    type_text(comment, "55 and ŵyn")
    press(comment, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(comment, "more")
    press(comment, KEY.Key_Return)
    press(comment, KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    press(comment, KEY.Key_Escape)
    assert comment.text() == "55 and ŵyn\nmore"
    assert form.heard == [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Escape]


def test_arrows_leave_a_comment_at_its_first_and_last_line(qtbot: QtBot) -> None:
    comment = CommentEdit("one\ntwo")
    form = Form(comment)
    qtbot.addWidget(form)
    press(comment, KEY.Key_Down)
    assert form.heard == []
    press(comment, KEY.Key_Down)
    press(comment, KEY.Key_Up)
    press(comment, KEY.Key_Up)
    assert form.heard == [KEY.Key_Down, KEY.Key_Up]


def test_backspace_goes_back_only_from_an_empty_field(qtbot: QtBot) -> None:
    for field in (CommentEdit(), BesideEdit()):
        form = Form(field)
        qtbot.addWidget(form)
        type_text(field, "x")
        press(field, KEY.Key_Backspace)
        assert form.heard == []
        press(field, KEY.Key_Backspace)
        assert form.heard == [KEY.Key_Backspace]


def test_right_leaves_the_line_beside_a_choice_at_its_end(qtbot: QtBot) -> None:
    line = BesideEdit("tea")
    form = Form(line)
    qtbot.addWidget(form)
    line.setCursorPosition(2)
    press(line, KEY.Key_Right)
    assert form.heard == []
    press(line, KEY.Key_Right)
    press(line, KEY.Key_Return)
    press(line, KEY.Key_Down)
    assert form.heard == [KEY.Key_Right, KEY.Key_Return, KEY.Key_Down]
