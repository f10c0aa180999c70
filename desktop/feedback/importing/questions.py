"""The columns of an online form's export: a question each, or one for each choice to tick."""

from collections.abc import Iterator

from desktop.feedback.model import Ask, Choice, Form, Question
from desktop.language import tr
from desktop.tables.columns import Field, TableKind
from desktop.tables.headings import NAMES, without_aside

_PRIVATE = (
    *(
        "ID",
        "Response ID",
        "Respondent ID",
        "Collector ID",
        "Participant ID",
        "User ID",
        "Unique ID",
    ),
    *(
        "User",
        "User no",
        "Username",
        "Respondent",
        "Submitted by",
        "Recipient",
        "Contact",
        "Signature",
    ),
    *("IP", "IP address", "Phone", "Phone number", "Telephone", "Mobile", "Tracking link"),
    *("Timestamp", "Date", "Time", "Start date", "End date", "Start time", "End time"),
    *("Completion time", "Completion date", "Last modified time", "Last modified", "Date created"),
    *("Date modified", "Submitted", "Submitted at", "Submission date", "Submission time"),
    *("Started", "Ended", "Completed", "Time taken", "Duration", "Language", "Total points"),
    *("Amser cychwyn", "Amser cwblhau", "Stamp amser", "Dyddiad", "Amser"),
    *(name for key in ("name", "given", "surname", "email", "staff_number") for name in NAMES[key]),
)
"""Columns that online forms add of themselves, or that say who answered or when."""


def feedback_kind(form: Form) -> TableKind:
    """Return what the export of an online form with these questions may hold."""
    fields = (*map(_asked, form.questions, range(1, len(form.questions) + 1)), *_ticked(form))
    needs = (tuple(field.key for field in fields),)
    return TableKind("feedback", fields, needs, _PRIVATE)


def choice_key(question: Question, choice: Choice) -> str:
    """Return the key of the column that says who ticked a choice."""
    return f"{question.key}/{choice.key}"


def _asked(question: Question, number: int) -> Field:
    words = question.words
    names = (words, without_aside(words), f"Q{number}", f"Question {number}", f"Cwestiwn {number}")
    return Field(question.key, words, names, whole=True)


def _ticked(form: Form) -> Iterator[Field]:
    for question in form.questions:
        for choice in question.choices if question.ask is Ask.TICKS else ():
            names = [f"{words} [{choice.words}]" for words in _wordings(question)]
            if choice.writes:
                names += [f"{w} [{o}]" for w in _wordings(question) for o in other_words()]
            yield Field(choice_key(question, choice), names[0], tuple(names), whole=True)


def _wordings(question: Question) -> tuple[str, str]:
    return question.words, without_aside(question.words)


def other_words() -> tuple[str, ...]:
    """Return what online forms call the choice beside which people write."""
    return (tr("Other"), tr("Other (please specify)"), "Arall")
