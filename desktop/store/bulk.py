"""Writing very many rows at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from desktop import garbage
from desktop.store import sa

MANY = 1_000

_texts: dict[sa.Table, str] = {}


def insert_rows(connection: sa.Connection, target: sa.Table, rows: Sequence[Sequence[Any]]) -> None:
    """Add rows to a table; their values are in the order of its columns.

    They go to the driver as they are where it takes values by position: making a mapping of each
    takes SQLAlchemy longer than SQLite takes to write it.
    """
    if not rows:
        return
    if connection.dialect.positional:
        if target not in _texts:
            _texts[target] = str(target.insert().compile(dialect=connection.dialect))
        connection.exec_driver_sql(_texts[target], [tuple(row) for row in rows])
        return
    names = target.columns.keys()
    connection.execute(target.insert(), [dict(zip(names, row, strict=True)) for row in rows])


@contextmanager
def nothing_is_garbage(number: int = MANY) -> Iterator[None]:
    """Have no garbage looked for while very many records are made that all stay.

    Nor is it looked for among them right afterwards: that would hold up every thread, the
    window's too, for a tenth of a second and longer.
    """
    if number < MANY:
        yield
        return
    with garbage.paused("very many records are made"):
        try:
            yield
        finally:
            gc.freeze()
            gc.unfreeze()  # what was young is old now, without having been walked through


def let_go(records: list[Any]) -> None:
    """Empty a list of very many records, some at a time.

    To free 100,000 at once takes several hundredths of a second in which no other thread gets its
    turn, the window's neither.
    """
    while records:
        del records[-MANY:]
