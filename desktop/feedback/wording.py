"""A question of a feedback form while somebody changes its words."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import UserError, about
from desktop.feedback.form import agreement, numbered, rating, yes_no
from desktop.feedback.model import Ask, Choice, Question
from desktop.language import tr
from desktop.text import one_line

MOST_CHOICES = 9
"""As many as there are number keys."""
WRITES = "…"
"""Stands at the end of a choice where people write beside it."""


class Kind(StrEnum):
    """The kinds of answer to choose from; OWN stands for choices that came from elsewhere."""

    RATING = "rating"
    AGREEMENT = "agreement"
    YES_NO = "yes_no"
    TICKS = "ticks"
    TEXT = "text"
    OWN = "own"


_FIXED: Mapping[Kind, tuple[Ask, Callable[[], tuple[Choice, ...]]]] = {
    Kind.RATING: (Ask.SCALE, rating),
    Kind.AGREEMENT: (Ask.SCALE, agreement),
    Kind.YES_NO: (Ask.CHOICE, yes_no),
}


@dataclass(frozen=True)
class Draft:
    """What stands in the fields of one question; `before` is the question as it was.

    `choices` are those to tick, one a line; a line that ends with WRITES has words beside it.
    """

    words: str = ""
    kind: Kind = Kind.RATING
    choices: str = ""
    before: Question | None = None


def draft_of(question: Question) -> Draft:
    """Return the fields of a question as it is."""
    kind = _kind(question)
    lines = [f"{c.words} {WRITES}" if c.writes else c.words for c in question.choices]
    choices = "\n".join(lines) if kind is Kind.TICKS else ""
    return Draft(question.words, kind, choices, question)


def _kind(question: Question) -> Kind:
    plain = {Ask.TEXT: Kind.TEXT, Ask.TICKS: Kind.TICKS}
    if question.ask in plain:
        return plain[question.ask]
    for kind, (ask, choices) in _FIXED.items():
        if (question.ask, question.choices) == (ask, choices()):
            return kind
    return Kind.OWN


def question_of(draft: Draft) -> Question:
    """Return the question that the fields make.

    Its key is still that of the question before, or `question` for a new one. Raises FieldError
    about `words` or `choices`.
    """
    with about("words"):
        words = _words(draft.words)
    before = draft.before
    key = before.key if before else "question"
    if before and (draft.kind, draft.choices) == (draft_of(before).kind, draft_of(before).choices):
        return Question(key, words, before.ask, before.choices)
    if draft.kind is Kind.TEXT:
        return Question(key, words, Ask.TEXT)
    if draft.kind in _FIXED:
        ask, choices = _FIXED[draft.kind]
        return Question(key, words, ask, choices())
    with about("choices"):
        return Question(key, words, Ask.TICKS, _ticks(draft.choices, before))


def _words(typed: str) -> str:
    words = one_line(typed, tr("The question"), 300)
    if not words:
        raise UserError(tr("Type the words of this question, or take it out."))
    return words


def _ticks(typed: str, before: Question | None) -> tuple[Choice, ...]:
    known = {choice.words: choice.key for choice in before.choices} if before else {}
    found: dict[str, bool] = {}
    for line in typed.splitlines():
        words = one_line(line.replace("...", WRITES), tr("A choice"), 100)
        plain = words.rstrip(WRITES + " ")
        if plain:
            found[plain] = words.endswith(WRITES)
    if len(found) < 2:
        raise UserError(tr("Type at least two choices, one a line."))
    if len(found) > MOST_CHOICES:
        raise UserError(
            tr("These are {n} choices. There are number keys for 9, so leave some out.").format(
                n=len(found)
            )
        )
    written = [known.get(words) or _key(words) for words, writes in found.items() if writes]
    if len(written) > 1:
        raise UserError(tr("People can write beside one choice only."))
    pairs = ((known.get(words) or _key(words), words) for words in found)
    return numbered(*pairs, writes="".join(written))


def _key(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:10]
