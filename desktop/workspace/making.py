"""How each paper is made from what is on file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.attendance.actions import register as lines_of
from desktop.attendance.model import Presence
from desktop.attendance.paper import register
from desktop.errors import UserError
from desktop.feedback.actions import find_form, form_of
from desktop.feedback.box import OpenBox
from desktop.feedback.form import default_form
from desktop.feedback.model import Form
from desktop.feedback.paper import forms
from desktop.language import tr
from desktop.pledges.actions import Made, pledges
from desktop.pledges.model import Show
from desktop.pledges.paper import cards, leaves, slips
from desktop.printing.dates import day_words, weekday_words
from desktop.printing.direction import joined
from desktop.programmes.actions import PROMPTS
from desktop.programmes.model import Programme
from desktop.progress import Progress
from desktop.reports.figures import figures_of_programme, figures_of_session, held_sessions
from desktop.reports.summary import summary
from desktop.sessions.actions import sessions
from desktop.sessions.model import Counting, Session
from desktop.store.reader import Db
from desktop.workspace.scope import NothingToPrintError, OfProgramme, OfSession, Options, Scope

_WALK_INS, _OPEN_SHEET = 8, 20  # lines to sign on: below the names, and where there are none


@dataclass(frozen=True)
class Source:
    """From what one paper is made.

    Reading its parts raises UserError when the session or programme is gone.
    """

    db: Db
    box: OpenBox | None
    scope: Scope
    options: Options
    progress: Progress | None = None

    @cached_property
    def session(self) -> Session | None:
        """The session, None where the paper is not of one."""
        return (
            self.db.need(Session, self.scope.session) if isinstance(self.scope, OfSession) else None
        )

    @cached_property
    def programme(self) -> Programme | None:
        """The programme, of the session or the one named."""
        if isinstance(self.scope, OfProgramme):
            return self.db.need(Programme, self.scope.programme)
        return self.db.get(Programme, self.session.programme) if self.session else None

    @cached_property
    def sessions(self) -> list[Session]:
        """The one session, or all of the programme in the period."""
        if isinstance(self.scope, OfProgramme):
            s = self.scope
            return sessions(self.db, programme=s.programme, first=s.first, last=s.last)
        return [self.session] if self.session else []

    @property
    def title(self) -> str:
        """What the papers are about, empty for blank ones."""
        if self.session:
            return self.session.title
        return self.programme.name if self.programme else ""

    def made_pledges(self) -> list[Made]:
        """Return the pledges, the first made first, as their slips lie.

        Raises NothingToPrintError when there are none.
        """
        found = pledges(self.db, [session.id for session in self.sessions])
        if not found:
            raise NothingToPrintError(tr("There are no pledges to print yet."))
        return found[::-1]

    def form(self) -> Form:
        """Return the feedback form: the one being answered, else the programme's."""
        if self.box and self.session and self.box.session_id == self.session.id:
            answered = find_form(self.db, self.box.form_id)
            if answered:
                return answered
        return form_of(self.db, self.programme) if self.programme else default_form()


def _cards(source: Source) -> bytes:
    made = source.made_pledges()
    options = source.options
    if not options.private and all(one.pledge.show is Show.NOT_ON_TREE for one in made):
        raise NothingToPrintError(tr("All pledges are private, so there are no cards to print."))
    return cards(
        made,
        title=_titled(tr("Pledge cards"), source.title),
        notes={session.id: session.title for session in source.sessions},
        start=options.start,
        private=options.private,
        plain=options.plain,
        author=options.author,
        progress=source.progress,
    )


def _leaves(source: Source) -> bytes:
    made = source.made_pledges()
    if all(one.pledge.show is Show.NOT_ON_TREE for one in made):
        raise NothingToPrintError(
            tr("None of the pledges may be on the tree, so there are no leaves to print.")
        )
    return leaves(
        made,
        large=source.options.large,
        title=_titled(tr("Leaves"), source.title),
        start=source.options.start,
        plain=source.options.plain,
        author=source.options.author,
        progress=source.progress,
    )


def _slips(source: Source) -> bytes:
    prompts = (source.programme.prompts if source.programme else ()) or PROMPTS
    when = day_words(source.session.date) if source.session else ""
    note = joined(source.title, when)
    return slips(
        prompts,
        note=note,
        large=source.options.large_slips,
        title=_titled(tr("Pledge slips"), source.title),
    )


def _forms(source: Source) -> bytes:
    form = source.form()
    when = weekday_words(source.session.date) if source.session else ""
    subtitle = joined(form.name, when) if source.title else ""
    name = source.programme.name if source.programme and source.session else ""
    return forms(form, source.title, subtitle=subtitle, footer=name)


def _register(source: Source) -> bytes:
    session = source.session
    if session is None:
        raise UserError(tr("A register belongs to one session. Choose a session."))
    lines = lines_of(source.db, session.id)
    if session.counting is Counting.HEAD_COUNT and not lines:
        raise NothingToPrintError(
            tr("This session counts people without names, so it has no register.")
        )
    here = any(line.attendance.presence is Presence.PRESENT for line in lines)
    options = source.options
    if session.finished and not lines:
        raise NothingToPrintError(tr("Nobody is on the register of this session."))
    return register(
        lines,
        session,
        programme=source.programme.name if source.programme else "",
        by_given=options.by_given,
        filled=here or bool(session.finished) if options.filled is None else options.filled,
        blanks=usual_blanks(session, len(lines)) if options.blanks is None else options.blanks,
    )


def usual_blanks(session: Session, on_register: int) -> int:
    """Return how many lines for walk-ins a register has where nobody chose a number."""
    return 0 if session.finished else _WALK_INS if on_register else _OPEN_SHEET


def _summary(source: Source) -> bytes:
    if isinstance(source.scope, OfProgramme):
        first, last = period(source.db, source.scope)
        return summary(figures_of_programme(source.db, source.scope.programme, first, last))
    if source.session is None:
        raise UserError(tr("A summary belongs to a session or a programme. Choose one."))
    return summary(figures_of_session(source.db, source.session.id, source.box))


def period(db: Db, scope: OfProgramme) -> tuple[date, date]:
    """Return the period of a programme; an open end reaches to a session that took place.

    Raises UserError when it ends before it begins, NothingToPrintError when no session took place.
    """
    first, last = scope.first or date.min, scope.last or date.max
    if first > last:
        raise UserError(tr("The period ends before it begins. Change one of the dates."))
    held = db.find_ids(Session, held_sessions(db, scope.programme, first, last))
    if not held:
        raise NothingToPrintError(tr("No session has taken place in this time."))
    days = [session.date for session in held.values()]
    return scope.first or min(days), scope.last or max(days)


def _titled(what: str, about: str) -> str:
    return f"{what} – {about}" if about else what


MAKERS: Mapping[str, Callable[[Source], bytes]] = {
    "cards": _cards,
    "leaves": _leaves,
    "summary": _summary,
    "register": _register,
    "slips": _slips,
    "forms": _forms,
}
