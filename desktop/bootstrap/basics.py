"""What every part of the set-up uses: its one error, its voice, its files and its lock."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence


class SetUpError(Exception):
    """Why set-up can't go on and what to do about it, in one sentence."""


def say(sentence: str) -> None:
    """Tell the person at the terminal, on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def run(
    command: Sequence[str],
    settings: Mapping[str, str] | None = None,
    listener: Callable[[str], object] = str,
) -> tuple[int, str]:
    """Run a command with these environment settings added; return its exit code and all it said.

    The listener hears each line as it comes.
    """
    said = []
    with subprocess.Popen(
        command,
        env=dict(os.environ, **(settings or {})),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            listener(line)
    return process.returncode, "".join(said)


def read(path: str) -> str:
    """Return a file's text, or nothing when there is no such file."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def write(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".part", path)


@contextlib.contextmanager
def one_at_a_time(path: str) -> Iterator[None]:
    """Hold the lock file at this path, after waiting for whoever holds it now."""
    with open(path, "a+b") as file:
        if not lock(file.fileno()):
            say("Another start of Pledge Tree is setting it up; waiting for that one.")
            while not lock(file.fileno()):
                time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def lock(file: int) -> bool:
        """Try to lock an open file until it is closed."""
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def lock(file: int) -> bool:
        """Try to lock an open file until it is closed."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
