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
        if self.is_moved():
            raise UserError(
                tr(
                    "The data file {name} was moved, replaced or deleted, so this was not saved. "
                    "Everything before it goes into a backup when you close Pledge Tree. "
                    "Put the file back, or go back to that backup."
                ).format(name=self._path.name)
            )

    def is_moved(self) -> bool:
        """Return whether another file, or none, has the name of the one that was opened."""
        log, _ = beside(self._path)
        return _identity(self._path) != self._file or not log.exists()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
