"""What a data file or backup holds, and what going back to one would take away."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3.dbapi2 import DatabaseError

from desktop.language import tr
from desktop.store.engine import connect
from desktop.store.record import Record
from desktop.store.undo import ASIDE


class Made(NamedTuple):
    """A change: its label, and what it undoes."""

    label: str
    undoes: str | None


@dataclass(frozen=True)
class Contents:
    """How many records of each kind a file holds, and when its last change was made.

    `changes` are its changes by id, the latest last. A file that can't be read in part or at all
    holds what could be read; `whole` then is false.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, Made] = field(default_factory=dict)
    last: datetime | None = None
    whole: bool = True


def contents_of(path: Path, kinds: Mapping[str, type[Record]]) -> Contents:
    """Read what a file holds without changing it; another program may have it open."""
    counts: dict[str, int] = {}
    changes: dict[str, Made] = {}
    clocks: list[str] = []
    whole = True
    with _reading(path) as connection:
        if connection is None:
            return Contents(whole=False)
        for name in kinds:
            rows, read = _rows(connection, f'SELECT count(*) FROM "{name}"')
            if rows:
                counts[name] = rows[0][0]
            whole &= read
        rows, read = _rows(connection, "SELECT id, label, undoes, clock FROM change ORDER BY at")
        for entity, label, undoes, clock in rows:
            changes[entity] = Made(label, undoes)
            clocks.append(clock)
        whole &= read
    last = datetime.fromisoformat(clocks[-1]) if clocks else None
    return Contents(counts, changes, last, whole)


def taken_away(now: Contents, backup: Contents) -> Mapping[str, int]:
    """Return the steps that a file has and a backup lacks: how many of each label.

    What the app did of itself, such as growing the tree, is nobody's step. What was undone since is
    none any more; undoing what the backup has is one.
    """
    taken: dict[str, str] = {}
    for entity, made in now.changes.items():
        if entity in backup.changes or made.undoes == ASIDE:
            continue
        if made.undoes in taken:
            del taken[made.undoes]
        elif _takes_back(entity, now):
            taken[entity] = tr("Undone: {label}").format(label=made.label)
        else:
            taken[entity] = made.label
    return Counter(taken.values())


def _takes_back(change: str, contents: Contents) -> bool:
    """Return whether a change undoes another; one that undoes an undo does it again."""
    takes_back, made = False, contents.changes[change]
    while made.undoes is not None and made.undoes in contents.changes:
        takes_back, made = not takes_back, contents.changes[made.undoes]
    return takes_back


def holds_later_work(backup: Path, data_file: Path) -> bool:
    """Return whether a backup has changes of this very replica that its data file lacks.

    That is so where an older copy took the data file's place, and where another laptop went on
    with a copy. A restored file is a replica of its own, so it lacks nothing.
    """
    device, last = _last_change(backup)
    if not last:
        return False
    with _reading(data_file) as connection:
        mine = "SELECT value FROM meta WHERE key = 'device'"
        if connection is None or _rows(connection, mine)[0] != [(device,)]:
            return False
        rows, read = _rows(connection, "SELECT count(*) FROM change WHERE id = ?", last)
        return read and rows == [(0,)]


def _last_change(path: Path) -> tuple[str, str]:
    """Return a file's replica and the last change that was made there, empty where none can be."""
    said = (
        "SELECT m.value, c.id FROM meta AS m JOIN change AS c ON c.device = m.value "
        "WHERE m.key = 'device' ORDER BY c.seq DESC LIMIT 1"
    )
    with _reading(path) as connection:
        rows = _rows(connection, said)[0] if connection is not None else []
    return rows[0] if rows else ("", "")


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    try:
        connection = connect(path, "ro")
    except DatabaseError:
        yield None
        return
    with closing(connection):
        yield connection


def _rows(connection: Any, statement: str, *values: str) -> tuple[list[Any], bool]:
    """Return the rows that can be read, and whether these are all.

    A kind that an older file does not know yet has none.
    """
    found: list[Any] = []
    try:
        for row in connection.execute(statement, values):
            found.append(row)
    except DatabaseError as error:
        return found, "no such table" in str(error)
    return found, True
