from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.feedback.actions import form_of, save_form
from desktop.feedback.form import default_form
from desktop.feedback.model import Ask, Question
from desktop.feedback.page.editor import FormEditor, edit_form
from desktop.feedback.page.history import words_for
from desktop.programmes.model import Programme
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog
from desktop.ui.labels import Text
from desktop.ui.page import Page
from tests.pledges.evening import Evening
from tests.ui.hands import click, show

WARM = "How warm was the welcome?"


def test_its_history_says_which_questions_were_asked(evening: Evening, qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    told: list[str] = []
    page.told.connect(lambda words, change: told.append(words))
    show(page)
    with evening.store.change("Change feedback form") as change:
        asked = replace(default_form(), questions=(Question("warm", WARM, Ask.TEXT),))
        save_form(change, asked)
    edit_form(page, evening.desk, evening.programme.id)
    (editor,) = page.findChildren(FormEditor)
    click(editor.history_button)
    (dialog,) = page.findChildren(HistoryDialog)
    said = [text.text() for text in dialog.findChildren(Text)]
    assert [words for words in said if words.endswith(f"→ {WARM}")]
    click(next(b for b in dialog.findChildren(Button) if b.words() == "Go back to this"))
    with evening.store.read() as db:
        form = form_of(db, db.need(Programme, evening.programme.id))
    assert form.questions == default_form().questions
    assert told[-1] == "Gone back to an earlier version"


def test_questions_are_said_one_after_the_other() -> None:
    asked = (Question("warm", WARM, Ask.TEXT), Question("else", "Anything else?", Ask.TEXT))
    assert words_for("questions", asked) == f"{WARM}; Anything else?"
    assert words_for("version", 2) == "2"
