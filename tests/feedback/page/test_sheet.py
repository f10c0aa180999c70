import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.feedback.form import default_form
from desktop.feedback.keying import Keying
from desktop.feedback.model import Answers, Form
from desktop.feedback.page.sheet import Sheet
from tests.ui.hands import click, press, show, type_text

FORM = default_form()
KEY = Qt.Key


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    sheet = Sheet()
    area = sheet.scrolling()
    qtbot.addWidget(area)
    area.resize(520, 600)
    sheet.show_form(Keying(FORM))
    show(area)
    sheet.take_focus()
    return sheet


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def keys(text: str) -> None:
    for letter in text:
        type_text(focused(), letter)


def given(sheet: Sheet) -> Answers:
    return sheet.keying.answers()


def test_a_whole_paper_form_is_typed_without_a_mouse(sheet: Sheet, qtbot: QtBot) -> None:
    keys("5")
    keys("13")
    press(focused(), KEY.Key_Right)
    keys("41")
    keys("15")
    press(focused(), KEY.Key_Right)
    keys("tea at 3")
    press(focused(), KEY.Key_Right)
    keys("Thank you, 10 out of 10")
    with qtbot.waitSignal(sheet.saved):
        press(focused(), KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert given(sheet) == Answers(
        {
            "rating": ("very_good",),
            "was": ("informative", "well_presented"),
            "impact": ("agree",),
            "recommend": ("yes",),
            "help": ("more_time", "something_else"),
        },
        {"help": "tea at 3", "else": "Thank you, 10 out of 10"},
    )


def test_the_keypad_types_too(sheet: Sheet) -> None:
    press(focused(), KEY.Key_5, Qt.KeyboardModifier.KeypadModifier)
    assert given(sheet).given["rating"] == ("very_good",)
    assert focused() is sheet.rows[1]


def test_backspace_left_and_up_go_back_one(sheet: Sheet) -> None:
    keys("5")
    for key in (KEY.Key_Backspace, KEY.Key_Left, KEY.Key_Up):
        sheet.keying.go_to(1)
        sheet.take_focus()
        press(focused(), key)
        assert focused() is sheet.rows[0]
    assert given(sheet).given["rating"] == ("very_good",)


def test_0_leaves_blank(sheet: Sheet) -> None:
    keys("00000")
    assert focused() is sheet.rows[5].edit
    assert sheet.keying.touched
    assert set(given(sheet).given.values()) == {()}


def test_the_mouse_answers_and_moves_on_as_well(sheet: Sheet) -> None:
    click(sheet.rows[0].choices[4])
    assert given(sheet).given["rating"] == ("very_poor",)
    assert focused() is sheet.rows[1]
    click(sheet.rows[1].choices[0])
    click(sheet.rows[1].choices[2])
    assert given(sheet).given["was"] == ("informative", "well_presented")
    click(sheet.rows[4].line)
    assert sheet.keying.at == 4


def test_tab_walks_the_questions_and_their_choices(sheet: Sheet) -> None:
    reached: list[QWidget] = []
    for _ in range(45):
        press(focused(), KEY.Key_Tab)
        reached.append(focused())
    for row in sheet.rows[:5]:
        assert row in reached
        assert set(row.choices) <= set(reached)
    assert sheet.rows[4].edit in reached
    assert sheet.rows[5].edit in reached


def test_space_on_a_choice_answers(sheet: Sheet) -> None:
    press(focused(), KEY.Key_Tab)
    assert focused() is sheet.rows[0].choices[0]
    press(focused(), KEY.Key_Space)
    assert given(sheet).given["rating"] == ("very_good",)
    assert focused() is sheet.rows[1]


def test_going_back_from_a_choice_lands_on_the_question_before(sheet: Sheet) -> None:
    keys("5")
    press(focused(), KEY.Key_Tab)
    press(focused(), KEY.Key_Left)
    assert focused() is sheet.rows[0]


def test_a_number_that_is_not_there_is_refused(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.refused):
        keys("7")
    assert focused() is sheet.rows[0]


def test_a_held_key_answers_once(sheet: Sheet) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    for held in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_5, Qt.KeyboardModifier.NoModifier, "5", held
        )
        QCoreApplication.sendEvent(focused(), event)
    assert sheet.keying.at == 1
    assert given(sheet).given["was"] == ()


def test_esc_and_down_leave_the_last_text_to_the_save_button(sheet: Sheet, qtbot: QtBot) -> None:
    for key in (KEY.Key_Escape, KEY.Key_Down):
        sheet.keying.go_to(5)
        sheet.show_form(sheet.keying)
        sheet.take_focus()
        with qtbot.waitSignal(sheet.finished):
            press(focused(), key)


def test_esc_beside_something_else_goes_back_to_its_question(sheet: Sheet) -> None:
    sheet.keying.go_to(4)
    sheet.show_form(sheet.keying)
    sheet.take_focus()
    keys("5")
    press(focused(), KEY.Key_Right)
    assert focused() is sheet.rows[4].edit
    press(focused(), KEY.Key_Escape)
    assert focused() is sheet.rows[4]
    press(focused(), KEY.Key_Right)
    press(focused(), KEY.Key_Backspace)
    assert focused() is sheet.rows[4]


def test_ctrl_and_alt_keys_are_not_answers(sheet: Sheet) -> None:
    press(focused(), KEY.Key_1, Qt.KeyboardModifier.ControlModifier)
    press(focused(), KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not sheet.keying.touched


def test_another_form_takes_its_place(sheet: Sheet) -> None:
    sheet.show_form(Keying(Form(name="Short", questions=FORM.questions[:2])))
    assert len(sheet.rows) == 2
    sheet.take_focus()
    assert focused() is sheet.rows[0]


def test_letters_at_something_else_are_its_words(sheet: Sheet) -> None:
    while sheet.keying.at < 4:
        press(focused(), KEY.Key_Right)
    keys("1")
    keys("tea at 3")
    answers = given(sheet)
    question = FORM.questions[4]
    beside = next(choice.key for choice in question.choices if choice.writes)
    assert answers.given[question.key] == (question.choices[0].key, beside)
    assert answers.words[question.key] == "tea at 3"


def test_letters_at_a_question_of_numbers_are_refused_in_words(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.refused):
        keys("x")
    assert not sheet.keying.touched
