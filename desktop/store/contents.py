"""What a data file or backup holds, and what going back to one would take away."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3.dbapi2 import DatabaseError

from desktop.store.engine import connect
from desktop.store.record import Record


@dataclass(frozen=True)
class Contents:
    """How many records of each kind a file holds, and when its last change was made.

    `changes` are the labels of its changes by id. A file that can't be read in part or at all
    holds what could be read; `whole` then is false.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, str] = field(default_factory=dict)
    last: datetime | None = None
    whole: bool = True


def contents_of(path: Path, kinds: Mapping[str, type[Record]]) -> Contents:
    """Read what a file holds without changing it; another program may have it open."""
    counts: dict[str, int] = {}
    changes: dict[str, str] = {}
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
        rows, read = _rows(connection, "SELECT id, label, clock FROM change ORDER BY at")
        for entity, label, clock in rows:
            changes[entity] = label
            clocks.append(clock)
        whole &= read
    last = datetime.fromisoformat(clocks[-1]) if clocks else None
    return Contents(counts, changes, last, whole)


def taken_away(now: Contents, backup: Contents) -> Mapping[str, int]:
    """Return the changes that a file has and a backup lacks: how many of each label."""
    return Counter(label for entity, label in now.changes.items() if entity not in backup.changes)


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
