"""One planned evening with people on its register, as tests of pages need it."""

from datetime import date, datetime

from desktop.attendance.actions import check_in, expect, register
from desktop.desk import Desk
from desktop.people.model import Person
from desktop.pledges.actions import Made, make_pledge, pledges
from desktop.pledges.model import Pledge, Show
from desktop.programmes.actions import default_programme
from desktop.sessions.model import Session
from desktop.store.store import Store

DAY = date(2026, 10, 8)
NOW = datetime.fromisoformat("2026-10-08T15:00:00+01:00")
PEOPLE = (
    Person(given="Eirlys", surname="Vaughan", job_role="Home carer"),
    Person(given="Tomasz", surname="Nowak", job_role="Driver", large_print=True),
    Person(given="Grace", surname="Okafor", job_role="Manager"),
)


class Evening:
    """A session of a programme; Eirlys and Tomasz are here, Grace has not arrived."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.desk = Desk(store, now=lambda: NOW)
        with store.change("Plan session") as change:
            self.programme = change.save(default_programme("Leading with care"))
            self.session = change.save(
                Session(programme=self.programme.id, title="Good conversations", date=DAY)
            )
            self.people = change.save_all(PEOPLE)
            lines = expect(change, self.session.id, self.people)
            for line in lines[:2]:
                check_in(change, line, NOW)

    @property
    def eirlys(self) -> Person:
        return self.people[0]

    @property
    def tomasz(self) -> Person:
        return self.people[1]

    @property
    def grace(self) -> Person:
        return self.people[2]

    def another(self, title: str) -> Session:
        with self.store.change("Plan session") as change:
            return change.save(Session(programme=self.programme.id, title=title, date=DAY))

    def pledge(self, text: str, show: Show = Show.FIRST_NAME, **fields: object) -> Pledge:
        made = Pledge(session=self.session.id, text=text, show=show, made=DAY, **fields)  # type: ignore[arg-type]
        with self.store.change("Make pledge") as change:
            return make_pledge(change, made)

    def made(self) -> list[Made]:
        with self.store.read() as db:
            return pledges(db, [self.session.id])

    def register(self) -> list[tuple[str, str]]:
        with self.store.read() as db:
            lines = register(db, self.session.id)
        return [(line.person.name, line.attendance.presence.value) for line in lines]
