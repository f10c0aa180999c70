"""What a finished session asks about those who never arrived."""

from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import counts_by_session, mark_absent
from desktop.attendance.model import Presence
from desktop.desk import Desk
from desktop.language import count, tr
from desktop.sessions.model import Counting, Session
from desktop.ui.dialogs import ask


def ask_absent(parent: QWidget | None, desk: Desk, session_id: str) -> bool:
    """Ask “Mark the other 4 as absent?” where somebody has not arrived, and do so if wished.

    Returns whether to go on: False only where the question was left with Esc.
    """
    with desk.store.read() as db:
        session = db.need(Session, session_id)
        waiting = counts_by_session(db, [session_id])[session_id].get(Presence.EXPECTED, 0)
    if not waiting or session.counting is Counting.HEAD_COUNT:
        return True
    answer = ask(
        parent,
        count("Mark the other one as absent?", "Mark the other {n} as absent?", waiting),
        tr("They are still “not arrived”. You can undo this later."),
        [("leave", tr("Leave them")), ("absent", tr("Mark as absent"))],
    )
    if answer == "absent":
        with desk.store.change(tr("Mark as absent")) as change:
            mark_absent(change, session_id)
    return bool(answer)
