"""The default feedback form, and how a form is reworded."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.feedback.model import Ask, Choice, Form, Question
from desktop.language import tr
from desktop.store.record import derived_id, new_id

DEFAULT_FORM = derived_id("form", "session feedback", "1")
"""The default form's id, the same on every laptop."""


def default_form() -> Form:
    """Return the default session feedback form (domain/feedback.md), not yet kept."""
    return Form(
        id=DEFAULT_FORM,
        name=tr("Session feedback"),
        questions=(
            Question("rating", tr("How would you rate this session?"), Ask.SCALE, rating()),
            Question("was", tr("The session was …"), Ask.TICKS, _was()),
            Question(
                "impact",
                tr("This session will have a positive impact on my work."),
                Ask.SCALE,
                agreement(),
            ),
            Question(
                "recommend",
                tr("Would you recommend this session to a colleague?"),
                Ask.CHOICE,
                yes_no(),
            ),
            Question(
                "help",
                tr("What would help you turn good intentions into action?"),
                Ask.TICKS,
                _helps(),
            ),
            Question("else", tr("Anything else you would like to tell us?"), Ask.TEXT),
        ),
    )


def scale(*choices: tuple[str, str]) -> tuple[Choice, ...]:
    """Return the choices of a scale from (key, words), the best first with the highest number."""
    most = len(choices)
    return tuple(Choice(key, words, most - i, most - i) for i, (key, words) in enumerate(choices))


def numbered(*choices: tuple[str, str], writes: str = "") -> tuple[Choice, ...]:
    """Return choices without an order of value, numbered from 1; beside `writes` people write."""
    return tuple(
        Choice(key, words, number, writes=key == writes)
        for number, (key, words) in enumerate(choices, 1)
    )


def rating() -> tuple[Choice, ...]:
    """Return the choices from very good to very poor."""
    return scale(
        ("very_good", tr("very good")),
        ("good", tr("good")),
        ("fair", tr("fair")),
        ("poor", tr("poor")),
        ("very_poor", tr("very poor")),
    )


def _was() -> tuple[Choice, ...]:
    return numbered(
        ("informative", tr("informative")),
        ("helpful", tr("helpful")),
        ("well_presented", tr("well presented")),
        ("relevant", tr("relevant to my work")),
        ("enjoyable", tr("enjoyable")),
    )


def agreement() -> tuple[Choice, ...]:
    """Return the choices from strongly agree to strongly disagree."""
    return scale(
        ("strongly_agree", tr("strongly agree")),
        ("agree", tr("agree")),
        ("neither", tr("neither")),
        ("disagree", tr("disagree")),
        ("strongly_disagree", tr("strongly disagree")),
    )


def yes_no() -> tuple[Choice, ...]:
    """Return yes, no and not sure."""
    return numbered(("yes", tr("yes")), ("no", tr("no")), ("not_sure", tr("not sure")))


def _helps() -> tuple[Choice, ...]:
    return numbered(
        ("more_time", tr("more time")),
        ("training", tr("training")),
        ("engagement", tr("engagement")),
        ("staff_support", tr("staff support")),
        ("something_else", tr("something else")),
        writes="something_else",
    )


def said(question: Question, choice: Choice) -> str:
    """Return what somebody did who chose it, to end a sentence: `said very good`."""
    quotes: Mapping[tuple[str, str], str] = {
        ("rating", "very_good"): tr("said very good"),
        ("impact", "strongly_agree"): tr(
            "strongly agree that it will have a positive impact on their work"
        ),
        ("recommend", "yes"): tr("would recommend it to a colleague"),
    }
    plain = tr("ticked “{choice}”") if question.ask is Ask.TICKS else tr("said “{choice}”")
    return quotes.get((question.key, choice.key)) or plain.format(choice=choice.words)


def reworded(form: Form, questions: Sequence[Question], name: str = "") -> Form:
    """Return the next version of a form, not yet kept.

    A question that differs in its words or choices from the one of its key gets another key, so
    that its line of figures breaks visibly; the same wording gets the same key on every laptop.
    """
    before = {question.key: question for question in form.questions}
    return replace(
        form,
        id=new_id(),
        rev=None,
        review=False,
        name=name or form.name,
        version=form.version + 1,
        replaces=form.id,
        questions=tuple(
            question if before.get(question.key) == question else _with_new_key(question)
            for question in questions
        ),
    )


def _with_new_key(question: Question) -> Question:
    stem = question.key.split("-")[0]
    wording = repr((question.words, question.ask.value, question.choices))
    return replace(question, key=f"{stem}-{hashlib.sha256(wording.encode()).hexdigest()[:10]}")
