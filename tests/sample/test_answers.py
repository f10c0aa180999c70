import random

from desktop.feedback.form import default_form
from desktop.sample.answers import answers, comments


def test_271_forms_answer_every_question_that_has_choices() -> None:
    form = default_form()
    given = answers(random.Random(1), form)
    keys = {question.key for question in form.questions if question.choices}
    assert len(given) == 271
    assert all(set(one.given) == keys for one in given)


def test_something_else_is_written_only_where_it_was_ticked() -> None:
    rng, form = random.Random(1), default_form()
    given = answers(rng, form)
    for one, written in zip(given, comments(rng, form, given), strict=True):
        for comment in written:
            assert comment.question == "else" or "something_else" in one.given[comment.question]
