import pytest

from desktop.errors import FieldError
from desktop.feedback.form import default_form
from desktop.feedback.model import Ask, Question
from desktop.feedback.wording import Draft, Kind, draft_of, question_of


@pytest.mark.parametrize("question", default_form().questions, ids=lambda q: str(q.key))
def test_a_question_left_alone_stays_as_it_is(question: Question) -> None:
    assert question_of(draft_of(question)) == question


def test_a_choice_that_stays_keeps_its_key() -> None:
    before = default_form().questions[1]
    now = question_of(Draft(before.words, Kind.TICKS, "helpful\nwarm\nelse …", before))
    assert now.choices[0].key == "helpful"
    assert [choice.writes for choice in now.choices] == [False, False, True]
    assert len({choice.key for choice in now.choices}) == 3


def test_a_question_with_words_has_no_choices() -> None:
    assert question_of(Draft("What else?", Kind.TEXT, "left\nover")).choices == ()
    assert question_of(Draft("What else?", Kind.TEXT)).ask is Ask.TEXT


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft("  "), "words"),
        (Draft("Which?", Kind.TICKS, "one"), "choices"),
        (Draft("Which?", Kind.TICKS, "\n".join("abcdefghij")), "choices"),
        (Draft("Which?", Kind.TICKS, "a …\nb..."), "choices"),
    ],
)
def test_an_error_names_its_field(draft: Draft, field: str) -> None:
    with pytest.raises(FieldError) as wrong:
        question_of(draft)
    assert wrong.value.field == field
