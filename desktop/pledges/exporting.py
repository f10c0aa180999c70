"""Pledges as a list."""

from collections.abc import Mapping, Sequence

from desktop.language import tr
from desktop.people import exporting
from desktop.people.labels import LABELS
from desktop.people.languages import language_name
from desktop.people.model import Person
from desktop.people.names import split_name
from desktop.pledges.actions import Made
from desktop.sessions.model import Session
from desktop.tables.values import Value
from desktop.tables.writing import Table

HEADINGS = (
    tr("Pledge"),
    tr("Show"),
    tr("Theme"),
    *exporting.HEADINGS,
    tr("Date"),
    tr("Session"),
    tr("Place"),
    LABELS["language"],
    tr("How it went"),
)


def pledges_table(made: Sequence[Made], sessions: Mapping[str, Session], name: str) -> Table:
    """Return pledges as a list called `name`, with their sessions by id.

    Their makers are named as far as they are known, whatever is shown on the tree.
    """
    return Table(name, HEADINGS, (_row(one, sessions) for one in made), len(made))


def _row(made: Made, sessions: Mapping[str, Session]) -> list[Value]:
    pledge = made.pledge
    session = sessions.get(pledge.session)
    return [
        pledge.text,
        pledge.show.value,
        "; ".join(pledge.themes),
        *exporting.cells(made.person or _maker(pledge.maker)),
        pledge.made,
        session.title if session else "",
        session.place if session else "",
        language_name(pledge.language),
        made.outcome.value if made.outcome else "",
    ]


def _maker(name: str) -> Person:
    """Return who is named on a slip; what would be lost by splitting the name stays whole."""
    given, surname = split_name(name)
    split = Person(given=given, surname=surname)
    return split if split.name == name else Person(given=name)
