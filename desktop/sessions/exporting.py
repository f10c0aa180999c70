"""Sessions as a list."""

from collections.abc import Mapping, Sequence

from desktop.language import tr
from desktop.sessions.model import Counting, Session
from desktop.sessions.status import Turnout
from desktop.tables.values import Value
from desktop.tables.writing import Table

HEADINGS = (
    tr("Session"),
    tr("Date"),
    tr("Start"),
    tr("End"),
    tr("Place"),
    tr("Team or locality"),
    tr("Programme"),
    tr("Facilitators"),
    tr("Room for"),
    tr("On the register"),
    tr("Came"),
    tr("Cancelled"),
    tr("Finished"),
    tr("Notes"),
)


def sessions_table(
    sessions: Sequence[Session], programmes: Mapping[str, str], turnouts: Mapping[str, Turnout]
) -> Table:
    """Return sessions as a list, with the names of programmes and the turnouts by their ids."""
    rows = (
        _row(one, programmes.get(one.programme, ""), turnouts.get(one.id, Turnout()))
        for one in sessions
    )
    return Table(tr("Sessions"), HEADINGS, rows, len(sessions))


def _row(session: Session, programme: str, turnout: Turnout) -> list[Value]:
    by_head = session.counting is Counting.HEAD_COUNT
    return [
        session.title,
        session.date,
        session.start,
        session.end,
        session.place,
        session.team,
        programme,
        ", ".join(session.facilitators),
        session.capacity,
        turnout.on_register,
        session.head_count if by_head else turnout.here,
        session.cancelled,
        session.finished is not None,
        session.notes,
    ]
