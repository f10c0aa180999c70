"""What is done at the door: each step is one change, shown at once without reading again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.attendance.actions import (
    Line,
    check_in,
    check_in_all,
    set_presence,
    take_back,
    take_off,
    times_before,
    walk_in,
)
from desktop.attendance.model import Presence
from desktop.attendance.roll import Roll
from desktop.desk import Desk
from desktop.language import count, tr
from desktop.people.model import Person
from desktop.printing.direction import inside
from desktop.sessions.actions import set_counting, set_head_count
from desktop.sessions.model import Counting, Session
from desktop.store.change import Change
from desktop.store.reader import Db


@dataclass(frozen=True)
class Done:
    """What was just done, in words, and the change that its Undo button reverses."""

    words: str
    change: str = ""


class Door:
    """Writes to the register of one session and keeps its roll in step.

    It knows when nothing was committed since it read, so that nothing has to be read.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known = -1
        self._before: dict[str, int] = {}
        self.roll = Roll("")

    def begin(self, session: str) -> None:
        """Open the register of a session; `renew` reads it."""
        self.roll = Roll(session)
        self._known = -1
        self._before.clear()

    def is_current(self) -> bool:
        """Return whether the roll has everything that was committed."""
        return self._known == self._desk.store.announced

    def renew(self, db: Db) -> bool:
        """Read what changed since; return whether anything did."""
        announced = self._desk.store.announced
        changed = self.roll.renew(db)
        self._known = announced
        return changed

    @contextmanager
    def _change(self, label: str) -> Iterator[Change]:
        """Open a change after which the roll is current if it was so before."""
        before, current = self._desk.store.announced, self.is_current()
        with self._desk.store.change(label) as change:
            yield change
        if current and self._desk.store.announced == before + bool(change.touched):
            self._known = self._desk.store.announced

    def times_before(self, line: Line, session: Session) -> int:
        """Return how many sessions somebody came to before; asked for once a person."""
        person = line.person.id
        if person not in self._before:
            with self._desk.store.read() as db:
                self._before[person] = times_before(db, person, session)
        return self._before[person]

    def check_in(self, line: Line) -> Done:
        """Mark somebody as here; who is here already stays so."""
        arrived = line.attendance.arrived
        if line.attendance.presence is Presence.PRESENT:
            since = f"{arrived:%H:%M}" if arrived else ""
            words = tr("{name} is here already, since {time}") if since else tr("{name} is here")
            return Done(words.format(name=inside(line.person.name), time=since))
        with self._change(tr("Check in")) as change:
            kept = check_in(change, line.attendance, self._desk.now())
        self.roll.put(kept)
        return Done(tr("{name} is here").format(name=inside(line.person.name)), change.id)

    def check_in_all(self, lines: Iterable[Line]) -> Done:
        """Mark several people as here, as one change."""
        waiting = [line.attendance for line in lines]
        with self._change(tr("Check in from paper")) as change:
            kept = check_in_all(change, waiting, self._desk.now())
        for attendance in kept:
            self.roll.put(attendance)
        return Done(count("{n} person is here", "{n} people are here", len(kept)), change.id)

    def take_back(self, line: Line) -> Done:
        """Take a check-in or a mark back; a walk-in goes off the register."""
        with self._change(tr("Take back")) as change:
            kept = take_back(change, line.attendance)
        if kept is None:
            self.roll.drop(line.attendance.id)
            words = tr("{name} is off the register")
        else:
            self.roll.put(kept)
            words = tr("{name} has not arrived")
        return Done(words.format(name=inside(line.person.name)), change.id)

    def set_coming(self, line: Line, coming: bool) -> Done:
        """Mark somebody as not coming, or as expected after all."""
        presence = Presence.EXPECTED if coming else Presence.APOLOGIES
        label = tr("Mark as coming") if coming else tr("Mark as not coming")
        with self._change(label) as change:
            kept = set_presence(change, line.attendance, presence)
        self.roll.put(kept)
        words = tr("{name} is expected") if coming else tr("{name} is not coming")
        return Done(words.format(name=inside(line.person.name)), change.id)

    def take_off(self, line: Line) -> Done:
        """Take somebody off the register; they stay on file."""
        with self._change(tr("Take off the register")) as change:
            take_off(change, [line.attendance])
        self.roll.drop(line.attendance.id)
        return Done(
            tr("{name} is off the register").format(name=inside(line.person.name)), change.id
        )

    def walk_in(self, person_id: str) -> Done:
        """Check in somebody on file who was not on the register."""
        with self._desk.store.change(tr("Check in a walk-in")) as change:
            person = change.need(Person, person_id)
            walk_in(change, self.roll.session, person, self._desk.now())
        return Done(tr("{name} is here").format(name=inside(person.name)), change.id)

    def count_heads(self, number: int) -> Done:
        """Keep how many people came."""
        with self._desk.store.change(tr("Count heads")) as change:
            set_head_count(change, change.need(Session, self.roll.session), number)
        return Done(tr("{n} counted").format(n=f"{number:,}"), change.id)

    def set_counting(self, way: Counting) -> Done:
        """Count by name or heads only; what was counted the other way is kept."""
        with self._desk.store.change(tr("Count people another way")) as change:
            set_counting(change, change.need(Session, self.roll.session), way)
        by_name = way is Counting.BY_NAME
        words = tr("People are counted by name") if by_name else tr("Only heads are counted")
        return Done(words, change.id if change.touched else "")
