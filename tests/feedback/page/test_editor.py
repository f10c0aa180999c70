from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.feedback.actions import form_of, save_form
from desktop.feedback.box import close_box, open_box
from desktop.feedback.form import DEFAULT_FORM, default_form
from desktop.feedback.model import Answers, Ask, Form, Question
from desktop.feedback.page import FeedbackPage
from desktop.feedback.page.editor import FormEditor, edit_form
from desktop.feedback.paper import forms
from desktop.feedback.wording import Kind
from desktop.programmes.actions import default_programme
from desktop.programmes.model import Programme
from desktop.ui.page import Page
from tests.pledges.evening import Evening
from tests.printing.reading import whole_text
from tests.ui.hands import click, press, show, type_text

KEY = Qt.Key
WARM = "How warm was the welcome?"
Told = list[tuple[str, str]]
Opened = Callable[[], FormEditor]


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    show(made)
    return made


@pytest.fixture
def told(page: Page) -> Told:
    heard: Told = []
    page.told.connect(lambda words, change: heard.append((words, change)))
    return heard


@pytest.fixture
def opened(page: Page, evening: Evening) -> Opened:
    def make() -> FormEditor:
        edit_form(page, evening.desk, evening.programme.id)
        editor = page.findChildren(FormEditor)[-1]
        show(editor)
        return editor

    return make


@pytest.fixture
def editor(opened: Opened) -> FormEditor:
    return opened()


def chosen(evening: Evening) -> Form:
    with evening.store.read() as db:
        return form_of(db, db.need(Programme, evening.programme.id))


def asked(evening: Evening) -> list[str]:
    return [question.words for question in chosen(evening).questions]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def retype(editor: FormEditor, at: int, words: str) -> None:
    editor.cards[at].words.clear()
    type_text(editor.cards[at].words, words)


def rated(evening: Evening) -> None:
    box = open_box(evening.store.path, evening.session.id, chosen(evening))
    box.add(Answers(given={"rating": ("good",)}))
    close_box(evening.store, box)


def test_the_form_is_seen_as_it_is(editor: FormEditor) -> None:
    assert [card.question() for card in editor.cards] == list(default_form().questions)
    assert editor.note.text().endswith("Answers given so far stay with the old wording.")
    kinds = [card.kind.currentText() for card in editor.cards]
    assert kinds[1:4] == [
        "Tick all that apply",
        "Strongly agree to strongly disagree",
        "Yes, no or not sure",
    ]
    assert editor.cards[4].choices.text().endswith("something else …")


def test_a_changed_wording_is_a_new_version(
    evening: Evening, opened: Opened, told: Told, qtbot: QtBot
) -> None:
    rated(evening)
    editor = opened()
    assert editor.focusWidget() is editor.cards[0].words
    assert editor.cards[0].words.hasSelectedText(), "to be typed over"
    type_text(editor.cards[0].words, WARM)
    press(editor.cards[0].words, KEY.Key_Return)
    form = chosen(evening)
    assert (form.version, form.replaces, asked(evening)[0]) == (2, DEFAULT_FORM, WARM)
    assert form.questions[0].key not in {q.key for q in default_form().questions}
    assert form.questions[1:] == default_form().questions[1:]
    assert told == [("Feedback form changed: Leading with care", evening.store.steps().undo[-1].id)]
    feedback = FeedbackPage(evening.desk)
    qtbot.addWidget(feedback)
    feedback.show_session(evening.session.id)
    assert feedback.sheet.keying.form == form
    assert WARM in whole_text(forms(form))
    evening.store.undo(told[0][1])
    assert chosen(evening) == replace(default_form(), rev=chosen(evening).rev)
    with evening.store.read() as db:
        assert db.need(Programme, evening.programme.id).form == ""


def test_a_version_not_answered_yet_breaks_the_line_of_the_one_before(
    evening: Evening, opened: Opened
) -> None:
    rated(evening)
    for words in (WARM, "How kind were we?"):
        editor = opened()
        retype(editor, 0, words)
        click(editor.save_button)
    first, now = default_form().questions[0], chosen(evening).questions[0]
    assert now.words == "How kind were we?"
    assert now.key.startswith("rating-")
    assert now.key != first.key
    assert chosen(evening).version == 2, "nobody has answered it, so it is changed in place"


def test_while_a_box_is_open_its_form_stays(evening: Evening, opened: Opened) -> None:
    with evening.store.change("Save form") as change:
        own = save_form(change, Form(name="Own", questions=default_form().questions))
        change.save(replace(change.need(Programme, evening.programme.id), form=own.id))
    box = open_box(evening.store.path, evening.session.id, own)
    box.add(Answers(given={"rating": ("good",)}))
    editor = opened()
    retype(editor, 0, WARM)
    click(editor.save_button)
    assert (chosen(evening).version, chosen(evening).replaces) == (2, own.id)
    with evening.store.read() as db:
        assert db.need(Form, own.id).questions == default_form().questions


def test_questions_are_added_moved_and_taken_out_with_the_keyboard(
    evening: Evening, editor: FormEditor
) -> None:
    editor.cards[5].remove.setFocus()
    press(focused(), KEY.Key_Space)
    assert focused() is editor.cards[4].remove
    editor.add_question_button.setFocus()
    press(focused(), KEY.Key_Space)
    type_text(focused(), "Could you hear well?")
    press(focused(), KEY.Key_Tab)
    press(focused(), KEY.Key_Down)
    press(focused(), KEY.Key_Down)
    press(focused(), KEY.Key_Tab)
    assert focused().accessibleName() == "Move question 6 up"
    for _ in range(5):
        press(focused(), KEY.Key_Space)
    assert focused().accessibleName() == "Move question 1 down", "the first can't go up"
    press(editor.cards[0].words, KEY.Key_Return)
    assert asked(evening)[:2] == ["Could you hear well?", "How would you rate this session?"]
    assert len(asked(evening)) == 6
    new = chosen(evening).questions[0]
    assert (new.ask, [choice.key for choice in new.choices]) == (
        Ask.CHOICE,
        ["yes", "no", "not_sure"],
    )


def test_choices_to_tick_are_typed_one_a_line(evening: Evening, editor: FormEditor) -> None:
    card = editor.cards[0]
    assert not card.choices_field.isVisible()
    card.kind.setFocus()
    for _ in range(3):
        press(card.kind, KEY.Key_Down)
    assert card.choices_field.isVisible()
    for words in ("tea", "cake", "something else..."):
        type_text(card.choices, words)
        press(card.choices, KEY.Key_Return)
    press(card.choices, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    question = chosen(evening).questions[0]
    said = [(choice.number, choice.words, choice.writes) for choice in question.choices]
    assert question.ask is Ask.TICKS
    assert said == [(1, "tea", False), (2, "cake", False), (3, "something else", True)]


def test_what_is_wrong_stands_beneath_its_field(
    evening: Evening, editor: FormEditor, told: Told
) -> None:
    editor.cards[0].words.clear()
    editor.cards[1].choices.set_text("kind\n\n kind ")
    retype(editor, 2, "would you recommend this session to a  colleague?")
    editor.cards[4].choices.set_text("\n".join("abcdefghij"))
    retype(editor, 5, "x" * 301)
    click(editor.save_button)
    first, second, _, fourth, fifth, sixth = editor.cards
    assert first.words_field.error() == "Type the words of this question, or take it out."
    assert second.choices_field.error() == "Type at least two choices, one a line."
    assert fourth.words_field.error() == "This question is on the form already."
    assert fifth.choices_field.error().startswith("These are 10 choices.")
    assert "301 characters" in sixth.words_field.error()
    assert focused() is first.words
    assert editor.isVisible()
    editor.cards[4].choices.set_text("a …\nb …")
    click(editor.save_button)
    assert fifth.choices_field.error() == "People can write beside one choice only."
    assert (asked(evening), told) == ([q.words for q in default_form().questions], [])


def test_the_last_question_stays(evening: Evening, editor: FormEditor) -> None:
    for _ in range(5):
        click(editor.cards[0].remove)
    assert not editor.cards[0].remove.isEnabled()
    assert focused() is editor.cards[0].words
    press(editor, KEY.Key_Escape)
    assert len(asked(evening)) == 6


def test_tab_goes_from_top_to_bottom_also_through_what_is_new(editor: FormEditor) -> None:
    click(editor.cards[2].remove)
    click(editor.default_button)
    click(editor.add_question_button)
    wanted = [one for card in editor.cards for one in card.controls()]
    wanted += [editor.add_question_button, editor.default_button, editor.history_button]
    wanted = [one for one in wanted if one.isVisible() and one.isEnabled()]
    editor.cards[0].words.setFocus()
    met = []
    for _ in wanted:
        met.append(focused())
        press(focused(), KEY.Key_Tab)
    assert met == wanted
    assert focused() is editor.cancel_button
    press(focused(), KEY.Key_Backtab)
    assert focused() is editor.history_button


def test_the_default_form_comes_back_with_its_figures(evening: Evening, opened: Opened) -> None:
    editor = opened()
    retype(editor, 0, WARM)
    click(editor.save_button)
    editor = opened()
    click(editor.default_button)
    assert asked(evening)[0] == WARM, "it is kept only when saved"
    click(editor.save_button)
    assert chosen(evening).id == DEFAULT_FORM
    assert chosen(evening).questions == default_form().questions


def test_saving_without_a_change_offers_no_undo(
    evening: Evening, editor: FormEditor, told: Told
) -> None:
    before = evening.store.steps()
    click(editor.save_button)
    assert told == [("The feedback form stays as it is.", "")]
    assert evening.store.steps() == before


def test_programmes_that_share_the_form_are_named(evening: Evening, opened: Opened) -> None:
    with evening.store.change("Make programme") as change:
        other = change.save(default_programme("Kindness <b>"))
    editor = opened()
    assert "Other programmes with this form change with it: Kindness <b>." in editor.note.text()
    retype(editor, 0, WARM)
    click(editor.save_button)
    with evening.store.read() as db:
        assert form_of(db, db.need(Programme, other.id)) == chosen(evening)


def test_choices_from_elsewhere_are_left_as_they_are(evening: Evening, opened: Opened) -> None:
    lunch = Question("lunch", "Lunch?", Ask.CHOICE, default_form().questions[3].choices[:2])
    with evening.store.change("Save form") as change:
        own = save_form(change, Form(name="Own", questions=(lunch,)))
        change.save(replace(change.need(Programme, evening.programme.id), form=own.id))
    editor = opened()
    assert editor.cards[0].kind.value() is Kind.OWN
    retype(editor, 0, "How was lunch?")
    click(editor.save_button)
    (now,) = chosen(evening).questions
    assert (now.words, now.choices) == ("How was lunch?", lunch.choices)
