"""The columns of an export are known, and those that say who answered are never read."""

from pathlib import Path

import pytest

from desktop.feedback.form import numbered
from desktop.feedback.importing import feedback_kind
from desktop.feedback.importing.questions import choice_key, other_words
from desktop.feedback.model import Ask, Form, Question
from desktop.tables.columns import Columns
from desktop.tables.recognising import recognise
from desktop.tables.rows import Row
from tests.feedback.importing.exports import FORM, GOOGLE, MS_FORMS, columns_of


def known(*headings: str, form: Form = FORM) -> Columns:
    return recognise([Row(1, headings), Row(2, ("x",) * len(headings))], feedback_kind(form))


HEADINGS = {
    "How would you rate this session?": "rating",
    "How would you rate this session? (1 = very poor, 5 = very good)": "rating",
    "1. how would you rate this session *": "rating",
    "Q1: How would you rate this session?": "rating",
    "Q1": "rating",
    "rating": "rating",
    "12) How would you rate this session?\xa0": "rating",
    "3. This session will have a positive impact on my work": "impact",
    "This session will have a positive impact on my work:": "impact",
    "The session was... (tick all that apply)": "was",
    "The session was … [helpful]": "was/helpful",
    "2. The session was … [relevant to my work]": "was/relevant",
    "What would help you turn good intentions into action? [Other]": "help/something_else",
    "Cwestiwn 6": "else",
    "6. Anything else you would like to tell us?": "else",
}


@pytest.mark.parametrize(("heading", "key"), HEADINGS.items(), ids=HEADINGS)
def test_a_question_is_known_however_it_is_numbered(heading: str, key: str) -> None:
    columns = known("Respondent ID", heading)
    assert columns.places == {key: 1}
    assert columns.unsure == frozenset()


def test_the_exports_of_online_forms_are_known(tmp_path: Path) -> None:
    ms = columns_of(MS_FORMS, tmp_path)
    assert ms.places == {"rating": 5, "was": 6, "impact": 7, "recommend": 8, "help": 9, "else": 10}
    assert ms.private == {0, 1, 2, 3, 4}
    google = columns_of(GOOGLE, tmp_path)
    assert google.places == {
        "rating": 2,
        "was/informative": 3,
        "was/helpful": 4,
        "was/enjoyable": 5,
        "help": 6,
    }
    assert google.private == {0, 1}
    assert ms.unsure == google.unsure == frozenset()


@pytest.mark.parametrize(
    "heading",
    ["Email", "Name", "ID", "Start time", "Completion time", "Enw", "E-bost", "1. Full name *"],
)
def test_who_answered_is_never_read_even_if_a_question_is_called_so(heading: str) -> None:
    asks = Form(name="Nosy", questions=(Question("who", heading, Ask.TEXT), *FORM.questions))
    columns = known(heading, "Q2", form=asks)
    assert columns.places == {"rating": 1}
    assert columns.choose("who", 0).places == {"rating": 1}


def test_any_question_is_enough_and_one_is_needed() -> None:
    assert known("Anything else you would like to tell us?", "Mood").missing() == ()
    assert known("The session was … [helpful]", "Mood").missing() == ()
    assert len(known("Mood", "Weather").missing()) == 1


def test_a_question_with_brackets_in_its_own_words_is_known_with_and_without() -> None:
    words = "Did you park (at the hall)?"
    form = Form(questions=(Question("park", words, Ask.CHOICE, numbered(("y", "y"), ("n", "n"))),))
    for heading in (words, "1. Did you park?", "Did you park (at the hall)? (required)"):
        assert known(heading, "x", form=form).places == {"park": 0}


def test_each_choice_to_tick_may_have_a_column_of_its_own() -> None:
    keys = [field.key for field in feedback_kind(FORM).fields]
    ticks = [q for q in FORM.questions if q.ask is Ask.TICKS]
    assert keys == [q.key for q in FORM.questions] + [
        choice_key(q, choice) for q in ticks for choice in q.choices
    ]
    assert "Other" in other_words()
