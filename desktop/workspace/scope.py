"""Of what papers are made, and what can be chosen for them."""

from dataclasses import dataclass
from datetime import date

from desktop.errors import UserError


@dataclass(frozen=True)
class OfSession:
    """The papers of one session, by its id."""

    session: str


@dataclass(frozen=True)
class OfProgramme:
    """The papers of a programme, by its id, from a first to a last day; None is without limit."""

    programme: str
    first: date | None = None
    last: date | None = None


Scope = OfSession | OfProgramme | None
"""None is for blank papers that are nobody's in particular."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What can be chosen for papers; each looks at what concerns it.

    `start` is the first free place of a part-used sheet of cards or leaves. `private` also prints
    cards of pledges that are not on the tree. `plain` is for one-colour printers. `large` gives
    large leaves, `large_slips` slips in large print. `by_given` sorts the register by given name,
    `filled` ticks there who is here and `blanks` are its lines for walk-ins; None chooses by what
    has happened so far.
    """

    start: int = 1
    private: bool = True
    plain: bool = False
    large: bool = True
    large_slips: bool = False
    by_given: bool = False
    filled: bool | None = None
    blanks: int | None = None
    author: str = ""


class NothingToPrintError(UserError):
    """There is nothing yet that this paper could show."""
