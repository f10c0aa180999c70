"""Reading XLSX in a child process that is watched: its time, its memory, and whether it is wanted.

The parent watches, since limits that a system keeps by itself don't exist on Windows.
"""

import json
import multiprocessing
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any

import psutil

from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Progress
from desktop.tables import child
from desktop.tables.delimited import too_many
from desktop.tables.formats import damaged
from desktop.tables.rows import Limits, Row

_GLANCE = 0.05  # seconds between two looks at the child
_MOST_PARTS = 10_000


@dataclass(frozen=True)
class Head:
    """What is known of a worksheet before its rows: `rows` is its own word, often a wrong one."""

    place: int
    name: str
    since_1904: bool
    rows: int


def check_size(path: Path, limits: Limits) -> None:
    """Raise UserError for a spreadsheet that unpacks to more than may be read."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UserError(damaged(path)) from error
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > limits.unpacked:
        raise UserError(_too_big(path))


def read_tops(
    path: Path, limits: Limits, top: int, progress: Progress | None = None
) -> list[tuple[Head, tuple[Row, ...]]]:
    """Return each visible worksheet with its first rows; raises as `read_rows`."""
    found: list[tuple[Head, list[Row]]] = []
    for kind, values in _messages(path, None, top, limits, progress):
        if kind == "sheet":
            found.append((Head(*values), []))
        else:
            found[-1][1].extend(_rows(values))
    return [(head, tuple(rows)) for head, rows in found]


def read_rows(
    path: Path, place: int, limits: Limits, progress: Progress | None = None
) -> Iterator[Row]:
    """Yield the rows of one worksheet that have something in them.

    Raises UserError for a file that is damaged, too big, or has too many rows.
    """
    done, total = 0, 0
    for kind, values in _messages(path, place, limits.rows + 1, limits, progress):
        if kind == "sheet":
            total = min(Head(*values).rows, limits.rows)
            continue
        for row in _rows(values):
            done += 1
            if done > limits.rows:
                raise UserError(too_many(path, limits))
            yield row
            total = max(total, row.line)
            if progress is not None and done % child.BATCH == 0:
                progress.step(row.line, total)


def _rows(values: list[Any]) -> Iterator[Row]:
    return (Row(line, tuple(cells)) for line, cells in values[0])


def _messages(
    path: Path, place: int | None, rows: int, limits: Limits, progress: Progress | None
) -> Iterator[tuple[str, list[Any]]]:
    check_size(path, limits)
    with _started(path, place, rows) as (process, connection):
        watch = _Watch(path, process, limits)
        while True:
            asked = monotonic()
            there = connection.poll(_GLANCE)
            watch.look(monotonic() - asked)
            if not there:
                if progress is not None:
                    progress.step(0, 0)
                continue
            try:
                kind, *values = json.loads(connection.recv_bytes())
            except EOFError:
                kind, values = "damaged", []
            if kind == "end":
                return
            if kind == "damaged":
                raise UserError(_too_big(path) if values == ["MemoryError"] else damaged(path))
            yield kind, values


@contextmanager
def _started(path: Path, place: int | None, rows: int) -> Iterator[tuple[BaseProcess, Connection]]:
    """Run the child for as long as the block lasts, then end it whatever it does."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=child.read, args=(theirs, str(path), place, rows), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, mine
    finally:
        mine.close()
        process.kill()
        process.join()
        process.close()


class _Watch:
    """Ends the reading of a file that takes too long or too much memory."""

    def __init__(self, path: Path, process: BaseProcess, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self._process = psutil.Process(process.pid)
        self._waited = 0.0
        self._looked = 0.0

    def look(self, waited: float) -> None:
        """Say how long was waited; whoever takes the rows may take their own time.

        Raises UserError when it is too much.
        """
        self._waited += waited
        if self._waited > self._limits.seconds:
            raise UserError(_too_big(self._path))
        if monotonic() - self._looked < _GLANCE:
            return
        self._looked = monotonic()
        try:
            used = self._process.memory_info()
        except psutil.NoSuchProcess:
            return  # the pipe says so, too
        if max(used.rss, getattr(used, "private", 0)) > self._limits.memory:
            raise UserError(_too_big(self._path))


def _too_big(path: Path) -> str:
    return tr(
        "{name} is too big to read. Copy the list alone into a new Excel file or save it as CSV."
    ).format(name=path.name)
