from dataclasses import replace

import pytest

from desktop.feedback.form import default_form, numbered, scale
from desktop.feedback.model import Ask, Form, Question
from desktop.feedback.paper import forms
from tests.naughty import NAUGHTY
from tests.printing.reading import page_texts, whole_text


def test_the_default_form_is_one_page() -> None:
    assert len(page_texts(forms(default_form(), "Talk", subtitle="8 October"))) == 1


def test_every_choice_has_the_number_of_its_key() -> None:
    text = whole_text(forms(default_form()))
    for question in default_form().questions:
        assert question.words in text
        for choice in question.choices:
            assert f"{choice.number} {choice.words}" in text


def test_it_says_how_to_answer_and_what_is_promised() -> None:
    text = whole_text(forms(default_form(), "Good conversations", subtitle="Thursday"))
    for words in (
        "Good conversations Thursday",
        "No names, please.",
        "Prefer not to say? Leave that question empty.",
        "could show who you are",
        "Tick one.",
        "Tick all that apply.",
        "something else:",
    ):
        assert words in text


def test_without_a_session_it_has_the_forms_own_name() -> None:
    assert whole_text(forms(default_form())).startswith("Session feedback No names")


def test_a_long_form_goes_on_and_loses_nothing() -> None:
    questions = tuple(
        Question(f"q{n}", f"Question {n} of many?", Ask.SCALE, scale(("a", "good"), ("b", "bad")))
        for n in range(30)
    )
    pages = page_texts(forms(Form(name="Long", questions=questions)))
    assert len(pages) > 1
    assert sum(page.count("of many?") for page in pages) == 30


def test_a_short_form_leaves_more_lines_to_write_on() -> None:
    form = Form(name="Short", questions=(Question("q", "What helped?", Ask.TEXT),))
    assert len(page_texts(forms(form))) == 1


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_prints_without_a_box(text: str) -> None:
    choices = numbered(("a", text), ("b", text), writes="b")
    question = Question("q", text, Ask.TICKS, choices)
    form = replace(default_form(), name=text, questions=(question, Question("t", text, Ask.TEXT)))
    pdf = forms(form, text, subtitle=text, footer=text)
    assert not set(whole_text(pdf)) & set("\ufffd\ufffe\x00")
    assert pdf == forms(form, text, subtitle=text, footer=text)
