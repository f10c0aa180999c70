"""All kinds of records that a data file of this version holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from desktop.attendance.model import Attendance
from desktop.errors import UserError
from desktop.feedback.box import CLOSED_BOX
from desktop.feedback.model import Form
from desktop.language import tr
from desktop.paths import default_data_file
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Pledge
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.clock import local_now
from desktop.store.place import refuse_unsafe_place
from desktop.store.store import Store
from desktop.tree.model import Hanging, Logo, Tree

KINDS = (Programme, Form, Session, Person, Attendance, Pledge, FollowUp, Tree, Hanging, Logo)
DOCUMENTS = (CLOSED_BOX,)


def open_store(path: Path, author: str = "", now: Callable[[], datetime] = local_now) -> Store:
    """Open a data file with every kind this version knows; it is made where there is none.

    Raises UserError when the file can't be used.
    """
    return Store(path, KINDS, DOCUMENTS, author=author, now=now)


@contextmanager
def existing_store(path: Path | None) -> Iterator[Store]:
    """Open a data file that is there, for one command; the user's own where none is named.

    Raises UserError when there is none, when it can't be used, and when it lies in an unsafe place.
    """
    wanted = path or default_data_file()
    if not wanted.is_file():
        raise UserError(
            tr("There is no data file at {path}. Name another one with --data.").format(path=wanted)
        )
    refuse_unsafe_place(wanted)
    store = open_store(wanted)
    try:
        yield store
    finally:
        store.close()
