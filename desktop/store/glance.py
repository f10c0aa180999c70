"""The handle that reads by plain SQL, and the one connection for it that needs no SQLAlchemy."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.codec import columns_of
from desktop.store.engine import connect, set_up
from desktop.store.projection import read_records
from desktop.store.record import Record

T = TypeVar("T", bound=Record)
Rows = Sequence[Any]


class Glance:
    """Reads one consistent state by SQL with named values (`:name`), the same on every engine.

    For what stands on the way to the first page; anything else is read by `Db`, in expressions.
    """

    def __init__(self, run: Callable[[str, Mapping[str, Any]], Rows]) -> None:
        self._run = run

    def query(self, sql: str, **values: Any) -> Rows:
        """Return the rows of a query over the projections, with values as the engine keeps them."""
        return self._run(sql, values)

    def records(self, cls: type[T], rest: str, **values: Any) -> list[T]:
        """Return the records of a kind; `rest` is the query from its WHERE on."""
        name = cls.KIND.name
        columns = ("id", "rev", "review", *(column.name for column in columns_of(cls)))
        named = ", ".join(f'{name}."{column}"' for column in columns)
        return read_records(cls, self.query(f"SELECT {named} FROM {name} {rest}", **values))

    def get(self, cls: type[T], entity: str) -> T | None:
        """Return the record of that id, None where there is none."""
        return next(iter(self.records(cls, "WHERE id = :id", id=entity)), None)

    def need(self, cls: type[T], entity: str) -> T:
        """Return the record of that id.

        Raises UserError when it is gone.
        """
        record = self.get(cls, entity)
        if record is None:
            raise UserError(tr("This was deleted in the meantime. Undo brings it back."))
        return record


class Glances:
    """One bare connection to a data file; threads take turns with it."""

    def __init__(self, path: Path) -> None:
        self._turn = threading.Lock()
        self._connection = connect(path, "rw")
        try:
            set_up(self._connection)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def open(self, begin: str = "DEFERRED") -> Iterator[Glance]:
        """Open a glance at one consistent state; nothing it might have written is kept."""
        with self._turn:
            self._connection.execute(f"BEGIN {begin}")
            try:
                yield Glance(lambda sql, values: self._connection.execute(sql, values).fetchall())
            finally:
                self._connection.rollback()

    def fold_log(self) -> None:
        """Write the write-ahead log into the data file, as far as nobody reads it."""
        with self._turn:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def copy_into(self, path: Path) -> None:
        """Write what this connection sees into a new file, wherever its own file is by now."""
        with self._turn:
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        """Let the data file go."""
        with self._turn:
            self._connection.close()
