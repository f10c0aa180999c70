from dataclasses import replace

from desktop.feedback.form import DEFAULT_FORM, default_form, reworded, said
from desktop.feedback.model import Ask, Form, Question


def question(form: Form, key: str) -> Question:
    return next(question for question in form.questions if question.key == key)


def words(form: Form, key: str) -> dict[int, str]:
    return {choice.number: choice.words for choice in question(form, key).choices}


def test_the_default_form_asks_the_six_questions() -> None:
    form = default_form()
    assert [question.ask for question in form.questions] == [
        Ask.SCALE,
        Ask.TICKS,
        Ask.SCALE,
        Ask.CHOICE,
        Ask.TICKS,
        Ask.TEXT,
    ]
    assert form.id == DEFAULT_FORM == default_form().id


def test_in_scales_five_is_the_best_and_one_the_worst() -> None:
    form = default_form()
    assert words(form, "rating") == {
        5: "very good",
        4: "good",
        3: "fair",
        2: "poor",
        1: "very poor",
    }
    assert words(form, "impact")[5] == "strongly agree"
    assert words(form, "impact")[1] == "strongly disagree"
    for asked in form.questions:
        if asked.ask is Ask.SCALE:
            assert all(choice.value == choice.number for choice in asked.choices)


def test_other_choices_are_numbered_from_one_and_have_no_value() -> None:
    form = default_form()
    assert words(form, "recommend") == {1: "yes", 2: "no", 3: "not sure"}
    assert words(form, "was")[1] == "informative"
    assert all(choice.value is None for choice in question(form, "was").choices)


def test_people_write_beside_something_else_alone() -> None:
    writing = [c.key for q in default_form().questions for c in q.choices if c.writes]
    assert writing == ["something_else"]


def test_keys_are_stable_and_do_not_repeat() -> None:
    form = default_form()
    assert [q.key for q in form.questions] == [
        "rating",
        "was",
        "impact",
        "recommend",
        "help",
        "else",
    ]
    for asked in form.questions:
        keys = [choice.key for choice in asked.choices]
        assert len(set(keys)) == len(keys)


def test_a_reworded_question_breaks_its_trend_line_and_the_others_go_on() -> None:
    form = default_form()
    changed = [replace(form.questions[0], words="How was it?"), *form.questions[1:]]
    new = reworded(form, changed)
    assert new.version == 2
    assert new.replaces == form.id != new.id
    assert new.rev is None
    assert new.questions[0].key != "rating"
    assert new.questions[1:] == form.questions[1:]


def test_two_laptops_give_the_same_wording_the_same_key() -> None:
    form = default_form()
    changed = [replace(form.questions[0], words="How was it?")]
    first, second = reworded(form, changed), reworded(form, changed)
    assert first.questions == second.questions
    again = reworded(first, [replace(first.questions[0], words="And how was it?")])
    assert again.questions[0].key.count("-") == 1


def test_another_choice_is_another_question_too() -> None:
    form = default_form()
    fewer = replace(form.questions[3], choices=form.questions[3].choices[:2])
    assert reworded(form, [fewer]).questions[0].key != "recommend"


def test_what_people_said_ends_a_sentence() -> None:
    form = default_form()
    rating, was, _, recommend = form.questions[:4]
    assert said(rating, rating.choices[0]) == "said very good"
    assert said(recommend, recommend.choices[0]) == "would recommend it to a colleague"
    assert said(recommend, recommend.choices[1]) == "said “no”"
    assert said(was, was.choices[1]) == "ticked “helpful”"
