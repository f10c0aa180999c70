"""The history of a feedback form in plain words."""

from typing import Any

from desktop.language import tr
from desktop.ui.history import plain_words

LABELS = {"questions": tr("Questions")}


def words_for(field: str, value: Any) -> str:
    """Return the words of a form's questions, one after the other."""
    if field != "questions":
        return plain_words(field, value)
    return "; ".join(question.words for question in value or ())
