import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.ui.buttons import Button
from desktop.ui.controls import LineEdit, TextEdit
from desktop.ui.dialogs import Dialog, Form, ask, question, tell_error
from desktop.ui.fields import Field
from desktop.ui.labels import Text
from tests.ui.hands import click, press, show, type_text

FINISH = [("later", "Not yet"), ("absent", "Mark as absent")]


def test_a_question_tells_the_answer(qtbot: QtBot) -> None:
    asked = question(None, "Mark the other 4 as absent?", "You can undo this.", FINISH)
    qtbot.addWidget(asked)
    asked.show()
    buttons = {button.words(): button for button in asked.findChildren(Button)}
    assert buttons["Mark as absent"].kind == "primary"
    assert buttons["Not yet"].kind == "secondary"
    click(buttons["Not yet"])
    assert asked.property("answer") == "later"
    assert asked.isHidden()


def answer_with(key: Qt.Key) -> None:
    def hit() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, hit)
        else:
            press(dialog, key)

    QTimer.singleShot(0, hit)


def test_escape_answers_nothing(qtbot: QtBot) -> None:
    answer_with(Qt.Key.Key_Escape)
    assert ask(None, "Clear this laptop?", "Everything on it goes.", FINISH) == ""


def test_an_error_is_told_until_it_is_closed(qtbot: QtBot) -> None:
    answer_with(Qt.Key.Key_Escape)
    tell_error(None, UserError("The stick is full. Free some space and try again."))


def form(qtbot: QtBot, saved: list[str]) -> tuple[Form, LineEdit, TextEdit]:
    name, notes = LineEdit(), TextEdit()

    def save() -> None:
        if not name.text():
            raise UserError("Give the session a title.")
        saved.append(name.text())

    made = Form(None, "Plan a session", save)
    made.add(Field("Title", name), Field("Notes", notes, optional=True))
    qtbot.addWidget(made)
    show(made)
    return made, name, notes


def test_a_form_starts_in_its_first_field_and_enter_saves(qtbot: QtBot) -> None:
    saved: list[str] = []
    made, name, _ = form(qtbot, saved)
    assert made.focusWidget() is name
    type_text(name, "Sgyrsiau da")
    press(name, Qt.Key.Key_Return)
    assert saved == ["Sgyrsiau da"]
    assert made.isHidden()


def test_a_form_stays_open_with_the_sentence(qtbot: QtBot) -> None:
    saved: list[str] = []
    made, name, _ = form(qtbot, saved)
    press(name, Qt.Key.Key_Return)
    assert made.wrong.text() == "Give the session a title."
    assert not made.isHidden()
    press(made, Qt.Key.Key_Escape)
    assert made.isHidden()
    assert saved == []


def test_enter_makes_a_line_in_a_large_field_and_ctrl_enter_saves(qtbot: QtBot) -> None:
    saved: list[str] = []
    made, name, notes = form(qtbot, saved)
    name.setText("Good conversations")
    notes.setFocus()
    type_text(notes, "One")
    press(notes, Qt.Key.Key_Return)
    assert not made.isHidden()
    assert notes.text() == "One\n"
    press(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == ["Good conversations"]


def test_a_long_form_scrolls_on_a_low_screen(qtbot: QtBot) -> None:
    made = Form(None, "Edit", lambda: None)
    fields: list[QWidget] = [Field(f"Field {n}", LineEdit()) for n in range(30)]
    made.add(*fields)
    qtbot.addWidget(made)
    made.show()
    assert made.height() <= made.screen().availableGeometry().height()
    assert made.save_button.isVisible()


class OnALowScreen(Dialog):
    def room(self) -> QSize:
        return QSize(871, 424)


@pytest.mark.parametrize(("fields", "shown"), [(2, True), (30, False)])
def test_where_there_is_little_room_the_heading_makes_way_for_what_needs_it(
    qtbot: QtBot, fields: int, shown: bool
) -> None:
    made = OnALowScreen(None, "Edit")
    made.add(*(Field(f"Field {n}", LineEdit()) for n in range(fields)))
    qtbot.addWidget(made)
    made.show()
    assert [one.isVisible() for one in made.findChildren(Text) if one.text() == "Edit"] == [shown]
    assert made.height() <= 424
