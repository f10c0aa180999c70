"""What a feedback form, an answer and a closed box are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.store.record import Record, kind

ANSWERED = "+"
"""In a tally, stands for any choice; no choice has this key."""


class Ask(StrEnum):
    """What kind of answer a question takes."""

    SCALE = "scale"
    CHOICE = "choice"
    TICKS = "ticks"
    TEXT = "text"


@dataclass(frozen=True)
class Choice:
    """One choice of a question.

    `key` is stored and never changes. `value` is what a scale counts (5 the best), None where
    choices have no order. `number` is printed on paper and is the key to press on screen.
    `writes` says that people may write beside it ("something else").
    """

    key: str
    words: str
    number: int
    value: int | None = None
    writes: bool = False


@dataclass(frozen=True)
class Question:
    """One question of a form; `key` is stable, a reworded question gets another key."""

    key: str
    words: str
    ask: Ask
    choices: tuple[Choice, ...] = ()

    def choice(self, key: str) -> Choice | None:
        """Return the choice of that key, None where this question has none such."""
        return next((choice for choice in self.choices if choice.key == key), None)


@kind("form")
@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Record):
    """A versioned set of questions; changing the wording makes a new form.

    `replaces` is the id of the version before, empty for a first one.
    """

    name: str = ""
    version: int = 1
    questions: tuple[Question, ...] = ()
    replaces: str = ""


@dataclass(frozen=True)
class Answers:
    """What one anonymous person answered on one form.

    `given` maps a question's key to the keys of the chosen choices; an empty tuple is a question
    left blank, a missing key one that was not asked. `words` maps a question's key to what was
    written; it is kept apart from the choices as soon as the answers are in the box.
    """

    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Comment:
    """What somebody wrote at a question, without any tie to their other answers."""

    question: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many in one closed box chose one choice; the projection of a closed box.

    `question` "" with `choice` "" counts the forms, none where another box holds them all and
    counts them; `choice` "" counts those left blank and `choice` ANSWERED those who chose anything
    (the base of tick questions).
    """

    session: str
    form: str
    question: str
    choice: str
    number: int
