from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListWidget, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from desktop.ui.controls import Combo, LineEdit, SearchBox, TextEdit
from desktop.ui.layout import column, panel
from tests.ui.hands import focus, press, type_text


def test_a_search_tells_each_letter_and_enter(qtbot: QtBot) -> None:
    box = SearchBox("Type a name", key="Enter", key_words="checks in")
    qtbot.addWidget(box)
    heard: list[str] = []
    box.typed.connect(heard.append)
    type_text(box.edit, "Siân Ŵyn")
    assert heard[-1] == "Siân Ŵyn"
    with qtbot.waitSignal(box.entered):
        press(box.edit, Qt.Key.Key_Return)
    press(box.edit, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert box.edit.accessibleName() == "Type a name"


def test_a_list_is_walked_while_searching(qtbot: QtBot) -> None:
    box, people = SearchBox("Type a name"), QListWidget()
    qtbot.addWidget(box)
    qtbot.addWidget(people)
    people.addItems(["Ann", "Bob", "Cai"])
    people.setCurrentRow(0)
    box.keys_to = people
    press(box.edit, Qt.Key.Key_Down)
    assert people.currentRow() == 1


def test_tab_leaves_a_large_field(qtbot: QtBot) -> None:
    field, name = TextEdit(lines=3), LineEdit()
    both = panel(column(field, name))
    qtbot.addWidget(both)
    focus(field)
    type_text(field, "I will sit")
    with qtbot.waitSignal(field.left):
        press(field, Qt.Key.Key_Tab)
    assert name.hasFocus()
    assert field.text() == "I will sit"


def test_a_list_keeps_its_value_when_the_options_change(qtbot: QtBot) -> None:
    paper = Combo([("a4", "A4"), ("a3", "A3")])
    qtbot.addWidget(paper)
    paper.set_value("a3")
    paper.set_options([("a3", "A3"), ("a2", "A2")])
    assert paper.value() == "a3"
    empty = Combo([("a", "A")], placeholder="Choose")
    qtbot.addWidget(empty)
    assert empty.value() is None


def test_the_wheel_changes_a_list_only_with_the_focus(qtbot: QtBot) -> None:
    paper = Combo([("a4", "A4"), ("a3", "A3")])
    qtbot.addWidget(paper)
    paper.show()
    down = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    paper.clearFocus()
    QApplication.sendEvent(paper, down)
    assert paper.value() == "a4"


def test_a_line_holds_no_more_than_its_limit(qtbot: QtBot) -> None:
    line = LineEdit(limit=10)
    qtbot.addWidget(line)
    type_text(line, "x" * 20)
    assert line.text() == "x" * 10


def test_words_that_are_pasted_stay_whole(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    QApplication.clipboard().setText("I will listen more. " * 500)
    line.paste()
    assert len(line.text()) == 10_000


def test_a_choice_that_does_not_fit_is_cut_with_dots_and_offered_whole(qtbot: QtBot) -> None:
    session = Combo([("a", "Today · Good conversations at home · Larkbank Hall")])
    qtbot.addWidget(session)
    session.setFixedWidth(150)
    session.show()
    option = QStyleOptionComboBox()
    session.initStyleOption(option)
    assert option.currentText.endswith("…")
    assert session.currentText().endswith("Hall")
    session.showPopup()
    assert session.view().width() > 250
    session.hidePopup()


def test_of_words_that_do_not_fit_the_beginning_is_shown(qtbot: QtBot) -> None:
    line = LineEdit("Glasgow City Health and Social Care Partnership")
    qtbot.addWidget(line)
    assert line.cursorPosition() == 0
