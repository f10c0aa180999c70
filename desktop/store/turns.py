"""One writer at a time in this program, and only while the data file is where it was."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.files import beside

PATIENCE = 5.0
"""Seconds that a writer waits for another one in this program."""


class Turns:
    """Lets one thread write at a time."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._holder: int | None = None
        self._path = path
        self._file = _identity(path)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn and hold it.

        Raises UserError when another thread keeps it for longer than five seconds.
        """
        if self._holder == threading.get_ident():
            raise RuntimeError("a change is open in this thread already")
        if not self._lock.acquire(timeout=self._patience):
            raise UserError(tr("Pledge Tree is still saving. Wait a moment and try again."))
        self._holder = threading.get_ident()
        try:
            yield
        finally:
            self._holder = None
            self._lock.release()

    def refuse_if_moved(self) -> None:
        """Refuse to save into a file that has lost its name, as everything in it would be lost.

        SQLite itself goes on writing into a deleted file. Raises UserError.
        """
        log, _ = beside(self._path)
        if _identity(self._path) != self._file or not log.exists():
            raise UserError(
                tr(
                    "The data file {name} was moved or deleted, so this was not saved. "
                    "Close Pledge Tree, put the file back and start again."
                ).format(name=self._path.name)
            )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
