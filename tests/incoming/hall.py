"""A laptop with one session planned for today, and a place for lists."""

from datetime import date, datetime
from pathlib import Path

from desktop.desk import Desk
from desktop.feedback.form import default_form
from desktop.incoming.importers import (
    FeedbackImporter,
    Findings,
    Importer,
    PeopleImporter,
    PledgesImporter,
    RegisterImporter,
)
from desktop.incoming.reading import Reading, open_sheets, read_as
from desktop.kinds import open_store
from desktop.people.actions import find_people
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")
STAFF = "Name,Job title,Team\nHanna Kowalczyk,Carer,Hub\n,Driver,Hub\nMarged Puw,Cook,Hub\n"


class Hall:
    """The laptop, its desk and its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = open_store(folder / "hall.db", "Siân")
        self.desk = Desk(self.store, lambda: NOW)
        with self.store.change("Plan") as change:
            self.session = save_session(change, Session(title="Kind", date=date(2026, 10, 8)))

    def importers(self) -> dict[str, Importer]:
        """Return one importer of each kind."""
        return {
            "people": PeopleImporter(),
            "register": RegisterImporter(self.session),
            "pledges": PledgesImporter(self.session),
            "feedback": FeedbackImporter(self.session, default_form()),
        }

    def file(self, text: str, name: str = "list.csv") -> Path:
        """Return a file with a list in it."""
        (self.folder / name).write_text(text, "utf-8")
        return self.folder / name

    def read(self, text: str, kind: str = "people") -> Reading:
        """Return a list as it is read."""
        return read_as(open_sheets(self.file(text)), self.importers()[kind].table())

    def look(self, text: str, kind: str = "people") -> Findings:
        """Return what a list says."""
        with self.store.read() as db:
            return self.importers()[kind].look_up(db, self.read(text, kind))

    def people(self) -> list[str]:
        """Return the names of everyone on file."""
        with self.store.read() as db:
            return sorted(person.name for person in find_people(db, "", limit=100))

    def close(self) -> None:
        """Close the data file."""
        self.store.close()
