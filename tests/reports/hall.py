"""Sessions, people and feedback as a facilitator would enter them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop.attendance.actions import check_in, expect, set_presence, walk_in
from desktop.attendance.model import Attendance, Presence
from desktop.feedback.box import OpenBox, close_box, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers, Form
from desktop.people.model import Person
from desktop.pledges.actions import make_pledge
from desktop.pledges.model import Pledge, Show
from desktop.programmes.model import Programme
from desktop.sessions.model import Counting, Session
from desktop.store.store import Store

DAY = date(2024, 3, 4)
NOON = datetime.fromisoformat("2024-03-04T12:00:00+00:00")


class Hall:
    """One programme in one data file."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.change("Save programme") as change:
            self.programme = change.save(Programme(name="Leading with care"))

    def session(self, day: date = DAY, **fields: object) -> Session:
        planned = replace(Session(programme=self.programme.id, title="Talk", date=day), **fields)  # type: ignore[arg-type]
        with self.store.change("Plan session") as change:
            return change.save(planned)

    def head_count(self, number: int, day: date = DAY) -> Session:
        return self.session(day, counting=Counting.HEAD_COUNT, head_count=number)

    def came(self, session: Session, *roles: str, organisation: str = "Glasgow") -> list[Person]:
        """Check in one new person per role, all of whom were on the register."""
        people = [self.person(role, organisation) for role in roles]
        with self.store.change("Check in") as change:
            kept = change.save_all(people)
            for line in expect(change, session.id, kept):
                check_in(change, line, NOON)
        return kept

    def person(self, role: str = "", organisation: str = "") -> Person:
        return Person(given="Mairi", surname="Ó Neill", job_role=role, organisation=organisation)

    def walked_in(self, session: Session, role: str) -> None:
        with self.store.change("Walk in") as change:
            walk_in(change, session.id, self.person(role, "Glasgow"), NOON)

    def expected(self, session: Session, *presences: Presence) -> list[Attendance]:
        with self.store.change("Expect") as change:
            people = change.save_all(self.person("Nurse") for _ in presences)
            lines = expect(change, session.id, people)
            return [
                set_presence(change, line, presence)
                for line, presence in zip(lines, presences, strict=True)
            ]

    def collected(self, session: Session, *answers: Answers, form: Form | None = None) -> OpenBox:
        box = open_box(self.store.path, session.id, form or default_form())
        for one in answers:
            box.add(one)
        return box

    def closed(self, session: Session, *answers: Answers, form: Form | None = None) -> None:
        close_box(self.store, self.collected(session, *answers, form=form))

    def pledge(self, session: Session, text: str, show: Show, maker: str = "") -> Pledge:
        made = Pledge(session=session.id, text=text, show=show, maker=maker, made=DAY)
        with self.store.change("Make pledge") as change:
            return make_pledge(change, made)


def rated(choice: str, times: int = 1) -> list[Answers]:
    return [Answers(given={"rating": (choice,)})] * times


def days_later(days: int) -> date:
    return DAY + timedelta(days)
