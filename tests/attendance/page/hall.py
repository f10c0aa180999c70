"""A session that is about to begin, with its register in a window."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.attendance.actions import Line, expect, register
from desktop.attendance.model import Presence
from desktop.attendance.page import RegisterPage
from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.sessions.model import Session
from desktop.ui.table import Group
from tests.ui.hands import show

TODAY = date(2026, 10, 8)
EXPECTED = (
    Person(given="Hanna", surname="Kowalczyk", job_role="Care worker", team="Tŷ Gwyn"),
    Person(given="Llŷr", surname="ap Dafydd", job_role="Community nurse", team="North"),
    Person(given="Marged", surname="Puw", job_role="Unpaid carer", large_print=True),
    Person(given="Hannah", surname="Beynon", job_role="Unpaid carer", staff_number="0417"),
    Person(given="Eirlys", surname="Vaughan", job_role="Volunteer", team="North"),
)
ZOFIA = Person(given="Zofia", surname="Lewandowska", job_role="Care worker")


class Hall:
    """The data file and the page; each look at the clock is a minute later."""

    def __init__(self, path: Path, *, expected: tuple[Person, ...] = EXPECTED) -> None:
        self.store = open_store(path, "Siân")
        self.clock = datetime(2026, 10, 8, 14, 30, tzinfo=ZoneInfo("Europe/London"))
        self.desk = Desk(self.store, self.tick)
        self.session = Session(title="Good conversations at home", date=TODAY)
        with self.store.change("Plan") as change:
            change.save(self.session)
            change.save(ZOFIA)
            expect(change, self.session.id, change.save_all(expected))
        self.told: list[tuple[str, str]] = []
        self.wanted: list[tuple[str, str]] = []
        self.page = RegisterPage(self.desk)
        self.page.told.connect(lambda words, change: self.told.append((words, change)))
        self.page.wanted.connect(lambda where, what: self.wanted.append((where, what)))
        self.store.subscribe(lambda _: self.page.refresh())

    def tick(self) -> datetime:
        self.clock += timedelta(minutes=1)
        return self.clock

    def open(self, width: int = 1282, height: int = 600) -> RegisterPage:
        """Show the page in a window of that size with the focus where work begins."""
        self.page.show_session(self.session.id)
        self.page.resize(width, height)
        show(self.page)
        self.page.arrive()
        return self.page

    def lines(self) -> dict[str, Line]:
        """Return the lines in the data file by whole name."""
        with self.store.read() as db:
            return {line.person.name: line for line in register(db, self.session.id)}

    def names(self, presence: Presence) -> set[str]:
        """Return who stands so in the data file, by given name."""
        lines = self.lines().values()
        return {line.person.given for line in lines if line.attendance.presence is presence}

    def here(self) -> set[str]:
        return self.names(Presence.PRESENT)

    def shown(self) -> list[str]:
        """Return the names in the list, from the top."""
        return [row.cells[0] for row in self.page.board.list.rows()]

    def groups(self) -> list[tuple[str, str]]:
        """Return the headings in the list with what stands beside them."""
        lines = self.page.board.list.view.lines.lines
        return [(line.title, line.note) for line in lines if isinstance(line, Group)]

    def marked(self) -> str:
        """Return the marked name, empty where there is none."""
        key = self.page.board.list.marked_key()
        return next((r.cells[0] for r in self.page.board.list.rows() if r.key == key), "")

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()
        self.store.close()
