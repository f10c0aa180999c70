"""The turnouts of many sessions at once, for the list of sessions."""

from collections.abc import Sequence

from desktop.attendance.actions import counts_by_session
from desktop.attendance.model import Presence
from desktop.sessions.status import Turnout
from desktop.store.reader import Db


def turnouts(db: Db, ids: Sequence[str]) -> dict[str, Turnout]:
    """Return the turnout of many sessions, by their ids."""
    counted = counts_by_session(db, ids)
    return {
        session: Turnout(sum(counts.values()), counts.get(Presence.PRESENT, 0))
        for session, counts in counted.items()
    }
