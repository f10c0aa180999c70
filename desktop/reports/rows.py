"""What a summary shows: frozen rows for pages and papers."""

from dataclasses import dataclass
from datetime import date

from desktop.feedback.model import Ask, Choice
from desktop.pledges.model import Outcome, Show
from desktop.programmes.model import Programme
from desktop.sessions.model import Session


@dataclass(frozen=True)
class GroupFigures:
    """How many of those who came are of one job role or organisation."""

    name: str
    number: int


@dataclass(frozen=True)
class Turnout:
    """Who came to one or many sessions.

    `by_name` counts lines of registers marked as here, `people` the different people among them,
    `head_count` those counted without names. `on_register` are the lines without walk-ins.
    The groups add up to `came`, the largest first; they are empty where all were head counts.
    """

    by_name: int
    people: int
    head_count: int
    on_register: int
    walk_ins: int
    not_coming: int
    by_role: tuple[GroupFigures, ...]
    by_organisation: tuple[GroupFigures, ...]

    @property
    def came(self) -> int:
        """How many came, counted by name or by head."""
        return self.by_name + self.head_count


@dataclass(frozen=True)
class ChoiceFigures:
    """How many chose one choice of a question, and what share of its base."""

    choice: Choice
    number: int
    percent: int


@dataclass(frozen=True)
class QuestionFigures:
    """One question's figures, the choices in the form's order.

    `sentence` is ready to be quoted. Where fewer answered than the threshold, `choices` is empty
    and `sentence` says why; base and blank are 0 then.
    """

    key: str
    words: str
    ask: Ask
    choices: tuple[ChoiceFigures, ...]
    base: int
    blank: int
    sentence: str

    @property
    def shown(self) -> bool:
        """Whether enough people answered."""
        return bool(self.choices)


@dataclass(frozen=True)
class ShownPledge:
    """A pledge as its maker lets it be shown; `name` is empty or a first name."""

    text: str
    name: str
    kept: bool


@dataclass(frozen=True)
class PledgeFigures:
    """How many pledges were made, how they may be shown, and how they went.

    `by_outcome` counts the latest follow-up of each pledge that has one. `shown` are those that
    may stand on the tree and on paper, the latest first.
    """

    number: int
    by_show: dict[Show, int]
    followed_up: int
    by_outcome: dict[Outcome, int]
    shown: tuple[ShownPledge, ...]


@dataclass(frozen=True)
class CommentFigures:
    """A comment with the words of the question it was written at."""

    question: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SummaryFigures:
    """What a summary of one session, or of a programme's period, shows.

    `session` is None for a period; `sessions` counts those that took place. `came` is everybody,
    with head counts. `forms` is how many feedback forms came back; `response_rate` is in whole
    percent, None where nobody is known to have come or fewer than answered. Questions of an
    earlier wording follow those of the latest form. `comments` are of one session only.
    """

    programme: Programme | None
    session: Session | None
    first: date
    last: date
    sessions: int
    turnout: Turnout
    forms: int
    response_rate: int | None
    threshold: int
    questions: tuple[QuestionFigures, ...]
    pledges: PledgeFigures
    comments: tuple[CommentFigures, ...] = ()

    @property
    def came(self) -> int:
        """How many came, counted by name or by head."""
        return self.turnout.came
