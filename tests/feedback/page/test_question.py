from pytestqt.qtbot import QtBot

from desktop.feedback.form import default_form
from desktop.feedback.keying import Keying
from desktop.feedback.page.question import QuestionRow, answer_words
from desktop.feedback.page.writing import BesideEdit, CommentEdit
from tests.ui.hands import click, show, type_text

FORM = default_form()
RATING, WAS, _, _, HELP, ELSE = FORM.questions


def test_an_answer_is_told_with_its_number() -> None:
    keying = Keying(FORM)
    assert answer_words(keying, RATING) == ""
    keying.press(5)
    keying.leave_blank()
    assert answer_words(keying, RATING) == "5 very good"
    assert answer_words(keying, WAS) == "left blank"
    keying.write(HELP, "tea\nand time")
    assert answer_words(keying, HELP) == "5 something else, “tea and time”"


def test_an_open_question_shows_its_choices_and_a_closed_one_its_answer(qtbot: QtBot) -> None:
    row, keying = QuestionRow(1, RATING), Keying(FORM)
    qtbot.addWidget(row)
    row.show_state(keying, opened=True)
    assert row.line.isHidden()
    assert [button.accessibleName() for button in row.choices] == [
        "5 very good",
        "4 good",
        "3 fair",
        "2 poor",
        "1 very poor",
    ]
    keying.press(4)
    row.show_state(keying, opened=False)
    assert row.inside.isHidden()
    assert row.accessibleName() == "1. How would you rate this session?"
    assert row.accessibleDescription() == "4 good"
    assert [button.is_chosen() for button in row.choices] == [False, True, False, False, False]


def test_clicks_and_words_are_told(qtbot: QtBot) -> None:
    row = QuestionRow(5, HELP)
    qtbot.addWidget(row)
    row.show_state(Keying(FORM), opened=True)
    show(row)
    with qtbot.waitSignal(row.chosen, check_params_cb=lambda key: key == "training"):
        click(row.choices[1])
    assert isinstance(row.edit, BesideEdit)
    with qtbot.waitSignal(row.written, check_params_cb=lambda text: text == "t"):
        type_text(row.edit, "t")


def test_a_click_on_a_closed_question_wants_it_open(qtbot: QtBot) -> None:
    row = QuestionRow(1, RATING)
    qtbot.addWidget(row)
    row.show_state(Keying(FORM), opened=False)
    show(row)
    with qtbot.waitSignal(row.wanted):
        click(row.line)


def test_a_question_in_words_takes_the_focus_into_its_field(qtbot: QtBot) -> None:
    row = QuestionRow(6, ELSE)
    qtbot.addWidget(row)
    row.show_state(Keying(FORM), opened=True)
    show(row)
    row.take_focus()
    assert isinstance(row.edit, CommentEdit)
    assert row.edit.hasFocus()
    assert row.has_focus()
    assert row.edit.accessibleName() == ELSE.words
