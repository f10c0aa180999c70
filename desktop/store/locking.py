"""One window per data file."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.files import plain_file_errors


@contextmanager
def only_window(path: Path) -> Iterator[None]:
    """Hold a data file for this window, or for one command that writes.

    The system lets it go when the program ends in whatever way. Raises UserError when another
    window has it.
    """
    real = path.resolve()  # two ways to the same file are the same file
    lock = filelock.FileLock(real.with_name(f"{real.name}.lock"), timeout=0, thread_local=False)
    with plain_file_errors(real.parent):
        if not real.parent.is_dir():  # the lock would make the folder
            raise FileNotFoundError(errno.ENOENT, "no folder")
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise UserError(
                tr(
                    "This data file is open in another window. "
                    "Close Pledge Tree there first, then try again."
                )
            ) from error
    try:
        yield
    finally:
        lock.release()
