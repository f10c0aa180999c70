"""Which questions a programme asked before, and asking them again."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.feedback.actions import ask_in_programme, form_of
from desktop.feedback.box import close_box, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers, Form, Question
from desktop.feedback.past import FormHistory
from desktop.kinds import open_store
from desktop.programmes.model import Programme
from desktop.store.history import past_of
from tests.pledges.evening import Evening


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    with closing(open_store(tmp_path / "t.db", "Siân")) as store:
        yield Evening(store)


def asked(evening: Evening) -> Form:
    with evening.store.read() as db:
        return form_of(db, db.need(Programme, evening.programme.id))


def ask(evening: Evening, *words: str) -> Form:
    """Have the programme ask its first questions in other words."""
    before = asked(evening).questions
    questions = [replace(one, words=said) for one, said in zip(before, words, strict=False)]
    with evening.store.change("Change feedback form") as change:
        return ask_in_programme(change, evening.programme.id, questions)


def history(evening: Evening, collecting: Callable[[], bool] = lambda: False) -> FormHistory:
    return FormHistory(evening.store, evening.programme.id, collecting)


def first_words(questions: tuple[Question, ...]) -> str:
    return questions[0].words if questions else ""


def test_every_wording_is_told_with_the_one_before(evening: Evening) -> None:
    assert history(evening).steps() == []
    ask(evening, "How was it?")
    evening.store.author = "Ewan"
    ask(evening, "How warm was it?")
    steps = history(evening).steps()
    assert [step.now for step in steps] == [True, False, False]
    assert steps[0].author == "Ewan"
    said = [
        (first_words(d.before or ()), first_words(d.after))
        for step in steps
        for d in step.differences
        if d.field == "questions"
    ]
    rate = first_words(default_form().questions)
    assert said == [("How was it?", "How warm was it?"), (rate, "How was it?"), ("", rate)]


def test_going_back_asks_the_earlier_questions_and_is_undone(evening: Evening) -> None:
    ask(evening, "How was it?")
    ask(evening, "How warm was it?")
    past = history(evening)
    change = past.go_back(past.steps()[1].rev)
    assert first_words(asked(evening).questions) == "How was it?"
    evening.store.undo(change)
    assert first_words(asked(evening).questions) == "How warm was it?"
    past.go_back(past.steps()[-1].rev)
    assert asked(evening).questions == default_form().questions


def test_a_form_that_was_answered_stays_as_it_was_answered(evening: Evening) -> None:
    ask(evening, "How was it?")
    first = history(evening).steps()[0].rev
    answered = ask(evening, "How warm was it?")
    box = open_box(evening.store.path, evening.session.id, answered)
    box.add(Answers(given={answered.questions[0].key: (answered.questions[0].choices[0].key,)}))
    close_box(evening.store, box)
    history(evening).go_back(first)
    with evening.store.read() as db:
        assert db.need(Form, answered.id).questions == answered.questions
    assert asked(evening).id != answered.id
    assert first_words(asked(evening).questions) == "How was it?"


def test_there_is_nothing_to_ask_in_a_version_that_is_not_there(evening: Evening) -> None:
    with pytest.raises(UserError, match="no questions"):
        history(evening).go_back("nonsense")
    with evening.store.read() as db:
        assert past_of(db, Form, "nowhere", "nonsense") is None
