from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.controls import Combo, LineEdit, TextEdit
from desktop.ui.fields import DateField, Field, TimeField
from tests.ui.hands import press, type_text


def october(qtbot: QtBot, value: date | None = None) -> DateField:
    field = DateField("Date", value, today=lambda: date(2026, 10, 8))
    qtbot.addWidget(field)
    return field


def test_a_label_names_its_control(qtbot: QtBot) -> None:
    for control in (LineEdit(), TextEdit(), Combo([("a", "A4")])):
        field = Field("Paper", control, hint="What lies in the printer.")
        qtbot.addWidget(field)
        assert control.accessibleName() == "Paper"
        assert control.accessibleDescription() == "What lies in the printer."
        field.set_error("Choose a paper.")
        assert control.accessibleDescription() == "Choose a paper."
        assert control.property("wrong")
        field.set_error("")
        assert not control.property("wrong")


def test_what_is_wrong_is_whole_beneath_a_narrow_field(qtbot: QtBot) -> None:
    field = Field("End", LineEdit())
    qtbot.addWidget(field)
    field.resize(168, 200)
    field.show()
    field.set_error("The session ends before it starts. Change one of the times.")
    QApplication.processEvents()
    wrong = next(label for label in field.findChildren(QLabel) if label.text() == field.error())
    assert wrong.height() >= wrong.heightForWidth(wrong.width())


def test_a_date_that_does_not_exist_is_explained(qtbot: QtBot) -> None:
    field = october(qtbot)
    type_text(field.edit, "31/9/2026")
    press(field.edit, Qt.Key.Key_Return)
    assert field.error() == "September has 30 days. Choose another date."
    assert field.value() is None
    type_text(field.edit, "x")
    assert field.error() == ""


def test_a_good_date_tells_its_weekday(qtbot: QtBot) -> None:
    field = october(qtbot)
    type_text(field.edit, "12 oct")
    with qtbot.waitSignal(field.changed):
        press(field.edit, Qt.Key.Key_Return)
    assert field.value() == date(2026, 10, 12)
    assert field.edit.text() == "12/10/2026"
    assert field.edit.accessibleDescription() == "Monday 12 October 2026"


def test_arrows_step_a_day_and_a_quarter(qtbot: QtBot) -> None:
    field = october(qtbot, date(2026, 10, 31))
    press(field.edit, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 1)
    start = TimeField("Start", time(23, 50))
    qtbot.addWidget(start)
    press(start.edit, Qt.Key.Key_Up)
    assert start.value() == time(0, 5)


def test_an_optional_field_may_be_empty(qtbot: QtBot) -> None:
    field = DateField("Reached on", date(2026, 1, 1), optional=True)
    qtbot.addWidget(field)
    field.edit.clear()
    assert field.check()
    assert field.value() is None
    needed = TimeField("Start")
    qtbot.addWidget(needed)
    assert not needed.check()
    assert needed.error() == "Write the time as hours and minutes, such as 14:30."


def test_a_field_opens_no_window_of_its_own_while_it_is_made(qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    field = Field("Team", LineEdit(), optional=True, hint="Such as North")
    qtbot.addWidget(field)
    made = set(QApplication.topLevelWidgets()) - before
    assert not any(widget.isVisible() for widget in made)
    field.show()


def test_what_was_wrong_is_gone_once_it_is_typed_anew(qtbot: QtBot) -> None:
    for control in (LineEdit(), TextEdit()):
        field = Field("Title", control)
        qtbot.addWidget(field)
        field.set_error("Give the session a title.")
        type_text(control, "G")
        assert field.error() == ""
        assert not control.property("wrong")
