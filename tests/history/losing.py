"""One record of each kind on the evening's file, and deleting them as the window does."""

from desktop.attendance.actions import register, take_off
from desktop.attendance.model import Attendance
from desktop.pledges.actions import follow_up
from desktop.pledges.model import FollowUp, Outcome, Pledge
from desktop.store.record import Record
from desktop.tree.logo import keep_logo
from desktop.tree.model import Logo, Tree
from tests.pledges.evening import DAY, Evening


def delete(evening: Evening, *records: Record, label: str = "Delete") -> None:
    """Delete records in one change."""
    with evening.store.change(label) as change:
        change.delete(*(change.need(type(record), record.id) for record in records))


def take_off_grace(evening: Evening) -> Attendance:
    """Take Grace off the register; returns her line."""
    with evening.store.change("Take off the register") as change:
        lines = register(change, evening.session.id)
        line = next(one.attendance for one in lines if one.person.id == evening.grace.id)
        take_off(change, [line])
    return line


def tree(evening: Evening) -> Tree:
    """Have a tree of the programme hang on a wall."""
    with evening.store.change("Print") as change:
        return change.save(
            Tree(programme=evening.programme.id, title="In the corridor", printed=DAY)
        )


def logo(evening: Evening) -> Logo:
    """Give the programme a logo."""
    with evening.store.change("Choose a logo") as change:
        return keep_logo(change, evening.programme.id, b"a picture")


def asked(evening: Evening, pledge: Pledge) -> FollowUp:
    """Note that a pledge was kept."""
    with evening.store.change("Follow up") as change:
        return follow_up(change, pledge, DAY, Outcome.KEPT, "")
