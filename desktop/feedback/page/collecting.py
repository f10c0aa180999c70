"""What is known of one session's feedback while forms are typed in."""

from dataclasses import dataclass

from desktop.attendance.actions import counts_by_session
from desktop.attendance.model import Presence
from desktop.desk import Desk
from desktop.errors import UserError
from desktop.feedback.actions import (
    Results,
    comments,
    find_form,
    form_of,
    live,
    may_count_twice,
    results,
)
from desktop.feedback.box import OpenBox, close_box, open_box, reopen_box
from desktop.feedback.disclosure import SESSION_THRESHOLD
from desktop.feedback.model import Comment, Form
from desktop.language import count
from desktop.programmes.model import Programme
from desktop.sessions.model import Counting, Session
from desktop.store.reader import Db


@dataclass(frozen=True)
class Response:
    """How many forms came back, of how many people, and how those were counted."""

    forms: int
    people: int
    by_head: bool = False


@dataclass(frozen=True)
class Standing:
    """Where one session's feedback stands.

    `closed` counts the forms of closed boxes. `shown` are the results that the screen may show,
    `comments` those of closed boxes, both empty where there are too few. `older` says that the
    box has answers to a form that the programme replaced since, `twice` that some closed answers
    may be counted twice.
    """

    session: Session
    form: Form
    box: OpenBox
    closed: int
    response: Response
    shown: Results | None
    comments: tuple[Comment, ...]
    older: bool
    twice: bool = False

    @property
    def forms(self) -> int:
        """How many forms there are in closed and open boxes."""
        return self.closed + self.box.count


class Collecting:
    """Reads where feedback stands; remembers what the screen has shown, so that it shows no less.

    `problem` is the sentence about a box that could not be read, empty where all is well.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown: dict[str, Results] = {}
        self.problem = ""

    def read(self, session_id: str) -> Standing | None:
        """Return where a session's feedback stands, None where the session is gone."""
        with self._desk.store.read() as db:
            session = db.get(Session, session_id)
            if session is None:
                return None
            wanted = form_of(db, db.get(Programme, session.programme) or Programme())
            box = self._box(session_id, wanted)
            form = (find_form(db, box.form_id) if box.form_id != wanted.id else None) or wanted
            closed = results(db, None, [session_id], form)
            now = results(db, box, [session_id], form)
            written = comments(db, session_id) if closed.forms >= SESSION_THRESHOLD else []
            return Standing(
                session=session,
                form=form,
                box=box,
                closed=closed.forms,
                response=_response(db, session, now.forms),
                shown=self._may_show(session_id, closed, now, is_open=bool(box.count)),
                comments=tuple(written),
                older=form.id != wanted.id,
                twice=may_count_twice(db, session_id, form),
            )

    def _box(self, session_id: str, form: Form) -> OpenBox:
        known = self._desk.boxes.get(session_id)
        if known is not None and (known.form_id == form.id or known.count):
            return known
        try:
            found = reopen_box(self._desk.data_file, session_id)
        except UserError as damaged:
            self.problem = str(damaged)
            found = None
        if found is None or not found.count:
            found = open_box(self._desk.data_file, session_id, form)
        self._desk.boxes[session_id] = found
        return found

    def _may_show(
        self, session_id: str, closed: Results, now: Results, *, is_open: bool
    ) -> Results | None:
        enough = closed if closed.forms >= SESSION_THRESHOLD else None
        shown = live(self._shown.get(session_id, enough), now) if is_open else enough
        if shown is not None:
            self._shown[session_id] = shown
        return shown

    def close(self, standing: Standing) -> None:
        """Close the box of a session for good.

        Raises UserError when that can't be written; the box is still open then.
        """
        close_box(self._desk.store, standing.box)
        self._desk.boxes.pop(standing.session.id, None)


def _response(db: Db, session: Session, forms: int) -> Response:
    if session.counting is Counting.HEAD_COUNT and session.head_count is not None:
        return Response(forms, session.head_count, by_head=True)
    here = counts_by_session(db, [session.id])[session.id].get(Presence.PRESENT, 0)
    return Response(forms, here)


def left_open(standing: Standing, desk: Desk) -> bool:
    """Return whether the box was left open by a session of an earlier day."""
    return bool(standing.box.count) and standing.session.date < desk.today()


def closed_words(forms: int) -> str:
    """Return the first sentence about feedback that is closed."""
    return count(
        "This session’s feedback is closed. {n} form.",
        "This session’s feedback is closed. {n} forms.",
        forms,
    )
