"""Which importer a list needs."""

from desktop.attendance.importing import register_kind
from desktop.feedback.actions import form_of
from desktop.feedback.form import default_form
from desktop.feedback.importing import feedback_kind
from desktop.feedback.model import Form
from desktop.incoming.importers import (
    FeedbackImporter,
    Importer,
    PeopleImporter,
    PledgesImporter,
    RegisterImporter,
)
from desktop.people.importing import people_kind
from desktop.pledges.importing import pledges_kind
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.reader import Db
from desktop.tables.columns import TableKind


def importer_of(
    db: Db, key: str, session: Session | None = None, programme: Programme | None = None
) -> Importer:
    """Return what brings in a kind of list; all but people need a session.

    People belong to the organisation of `programme` where their list names none.
    """
    if key == "people" or session is None:
        return PeopleImporter(programme.organisation if programme else "")
    if key == "register":
        return RegisterImporter(session)
    if key == "pledges":
        return PledgesImporter(session)
    return FeedbackImporter(session, _form(db, session))


def kinds(db: Db, session: Session | None) -> list[TableKind]:
    """Return what each kind of list may hold, for a session or for any."""
    feedback = feedback_kind(_form(db, session))
    return [people_kind(), register_kind(), pledges_kind(), feedback]


def _form(db: Db, session: Session | None) -> Form:
    held = db.get(Programme, session.programme) if session else None
    return form_of(db, held) if held else default_form()
