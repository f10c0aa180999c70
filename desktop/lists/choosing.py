"""Which importer a list needs."""

from desktop.feedback.actions import form_of
from desktop.feedback.form import default_form
from desktop.lists.importers import (
    FeedbackImporter,
    Importer,
    PeopleImporter,
    PledgesImporter,
    RegisterImporter,
)
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.reader import Db


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
    held = db.get(Programme, session.programme)
    return FeedbackImporter(session, form_of(db, held) if held else default_form())
