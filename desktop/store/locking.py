"""One window per data file."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.files import plain_file_errors

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@contextmanager
def only_window(path: Path) -> Iterator[None]:
    """Hold a data file for this window, or for one command that writes.

    The system lets it go when the program ends in whatever way. Raises UserError when another
    window has it.
    """
    real = path.resolve()  # two ways to the same file are the same file
    with plain_file_errors(real.parent):
        number = os.open(real.with_name(f"{real.name}.lock"), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with plain_file_errors(real.parent):
            taken = _take(number)
        if not taken:
            raise UserError(
                tr(
                    "This data file is open in another window. "
                    "Close Pledge Tree there first, then try again."
                )
            )
        yield
    finally:
        # The file stays: who removes it may take it from under a window that has just opened it.
        os.close(number)


def _take(number: int) -> bool:
    """Lock the first byte of an open file; returns whether nobody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True
