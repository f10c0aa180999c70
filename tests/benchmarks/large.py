"""Large data files for the benchmarks: made-up people, sessions and registers."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from desktop.attendance.model import Attendance, Presence, attendance_id
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Outcome, Pledge, Show
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.store import Store

ON_REGISTER, PLEDGES = 25, 6
SESSIONS, AHEAD = 40, 4
"""How many a programme has, and how many of the first one's are still to come."""
_PART = 10_000
_START = ["Ab", "Ber", "Cad", "Dan", "El", "Far", "Gwen", "Har", "Iw", "Jen", "Kal", "Lew", "Mor"]
_MIDDLE = ["an", "e", "i", "o", "wyn", "il", "ar", "os"]
_END = ["a", "ed", "is", "on", "wen", "ley", "son", "ek", "uz", "iaid"]
GIVENS = [f"{a}{b}" for a in _START for b in _END]
SURNAMES = [f"{a}{b}{c}" for a in _START for b in _MIDDLE for c in _END]


def add_people(store: Store, number: int) -> list[Person]:
    """Keep so many people with usual names and return them."""
    people = (
        Person(
            given=GIVENS[n % len(GIVENS)],
            surname=SURNAMES[n * 7 % len(SURNAMES)],
            job_role=f"Role {n % 9}",
            team=f"Team {n % 400}",
            email=f"person{n}@example.org",
            staff_number=f"{n:06}",
        )
        for n in range(number)
    )
    kept: list[Person] = []
    with store.change("Import people") as change:
        while part := list(islice(people, _PART)):
            kept += change.save_all(part)
    return kept


def add_registers(store: Store, people: list[Person], number: int, today: date) -> Session:
    """Keep sessions with registers that have so many lines in all; return today's session.

    Each programme has 1,000 lines and 240 pledges, one of six followed up. Sessions are two days
    apart; those of the first programme are around today, the others' were before. All came.
    """
    sessions = [
        Session(
            programme=f"programme {at // SESSIONS}",
            title=f"Good conversations {at}",
            date=today + timedelta(days=2 * (AHEAD - at)),
            start=time(9, 30),
        )
        for at in range(number // ON_REGISTER)
    ]
    programmes = [
        Programme(id=key, name=key.capitalize())
        for key in dict.fromkeys(session.programme for session in sessions)
    ]
    with store.change("Plan") as change:
        change.save_all([*programmes, *sessions])
        for start in range(0, len(sessions), SESSIONS):
            some = sessions[start : start + SESSIONS]
            lines = [line for at, one in enumerate(some, start) for line in _lines(one, at, people)]
            change.save_all([*lines, *_pledges(some, today)])
    return sessions[AHEAD]


def _lines(session: Session, at: int, people: list[Person]) -> Iterator[Attendance]:
    arrived = datetime.combine(session.date, time(9, 25)).astimezone()
    for n in range(ON_REGISTER):
        person = people[(at * ON_REGISTER + n) % len(people)]
        yield Attendance(
            id=attendance_id(session.id, person.id),
            session=session.id,
            person=person.id,
            presence=Presence.PRESENT if at > AHEAD else Presence.EXPECTED,
            arrived=arrived if at > AHEAD else None,
        )


def _pledges(sessions: list[Session], today: date) -> Iterator[Pledge | FollowUp]:
    for session in sessions:
        for n in range(PLEDGES if session.date < today else 0):
            text = f"Ask person {n} how they slept"
            pledge = Pledge(session=session.id, text=text, show=Show.NO_NAME, made=session.date)
            yield pledge
            if not n:
                asked = session.date + timedelta(days=2)
                yield FollowUp(pledge=pledge.id, asked=asked, outcome=Outcome.KEPT)


def make_file(path: Path, people: int, lines: int, today: date) -> Session:
    """Make a data file with so many people and lines on registers; return today's session."""
    store = open_store(path, "Siân Prosser")
    session = add_registers(store, add_people(store, people), lines, today)
    store.close()
    return session
