"""One small encrypted file with a key of its own and a recovery copy that is always equal."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.files import sync_file, sync_folder

if TYPE_CHECKING:
    from pyrage import x25519

BOX, BOX_COPY = ".box", ".box-copy"
KEY, KEY_COPY = ".key", ".key-copy"
ALL = (BOX, BOX_COPY, KEY, KEY_COPY)
PART = ".part"
PATIENCE = (0.02, 0.05, 0.1, 0.2)
"""Seconds between tries while a virus scanner holds a file that was just written."""


class UnreadableError(Exception):
    """Neither the file nor its recovery copy can be read with its key."""


class SealedFile:
    """An age-encrypted file, replaced whole at each write.

    `<name>.box` and `<name>.key` lie beside their copies in one folder. The key is made with the
    first write and is destroyed with the file, so that nothing left on the disk can be read.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self._identity: x25519.Identity | None = None

    def path(self, ending: str) -> Path:
        """Return where one of the four files lies."""
        return self.folder / (self.name + ending)

    @property
    def exists(self) -> bool:
        """Whether there is something to read."""
        return self.path(BOX).exists() or self.path(BOX_COPY).exists()

    def read(self) -> bytes:
        """Return what the file holds, from its recovery copy where it must be.

        Afterwards both are equal again. Raises UnreadableError when both are damaged.
        """
        import pyrage

        with plain_errors(self.folder):
            contents = [_bytes(self.path(ending)) for ending in (BOX, BOX_COPY)]
            keys = [_bytes(self.path(ending)) for ending in (KEY, KEY_COPY)]
        for content in contents:
            for key in keys:
                with contextlib.suppress(pyrage.DecryptError, pyrage.IdentityError, ValueError):
                    identity = pyrage.x25519.Identity.from_str(key.decode("ascii"))
                    plain: bytes = pyrage.decrypt(content, [identity])
                    self._identity = identity
                    self._make_equal(content, key)
                    return plain
        raise UnreadableError(self.name)

    def _make_equal(self, content: bytes, key: bytes) -> None:
        # A full or read-only disk must not keep anybody from reading; the next write does it.
        with contextlib.suppress(OSError):
            for endings, wanted in (((KEY, KEY_COPY), key), ((BOX, BOX_COPY), content)):
                if any(_bytes(self.path(ending)) != wanted for ending in endings):
                    self._replace(endings, wanted)

    def write(self, plain: bytes) -> None:
        """Replace the file and its recovery copy; the old ones stand until the new are on disk.

        Raises UserError when the disk is full or can't be written; the old ones are intact then.
        """
        import pyrage

        with plain_errors(self.folder):
            if self._identity is None:
                self._identity = self._new_key()
            sealed = pyrage.encrypt(plain, [self._identity.to_public()])
            self._replace((BOX, BOX_COPY), sealed)

    def _new_key(self) -> "x25519.Identity":
        import pyrage

        self.folder.mkdir(exist_ok=True)
        identity = pyrage.x25519.Identity.generate()
        self._replace((KEY, KEY_COPY), str(identity).encode("ascii"))
        return identity

    def _replace(self, endings: tuple[str, str], content: bytes) -> None:
        parts = [self.path(ending + PART) for ending in endings]
        try:
            for part in parts:
                _write_through(part, content)
            _rename(parts[0], self.path(endings[0]))
        except OSError:
            for part in parts:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)
            raise
        # The first file holds everything from here on; a copy that fails is renewed next time.
        with contextlib.suppress(OSError):
            _rename(parts[1], self.path(endings[1]))
        sync_folder(self.folder)

    def destroy(self) -> None:
        """Remove the file, its copy and then its key, which is overwritten first."""
        with plain_errors(self.folder):
            for ending in (BOX, BOX_COPY):
                self.path(ending + PART).unlink(missing_ok=True)
                _unlink(self.path(ending))
            for ending in (KEY, KEY_COPY, KEY + PART, KEY_COPY + PART):
                _overwrite(self.path(ending))
                _unlink(self.path(ending))
            self._identity = None
            with contextlib.suppress(OSError):
                self.folder.rmdir()

    def put_aside(self) -> Path:
        """Give all four files another name, so that nothing is lost; returns the box's new path."""
        number = 1
        while any(self._aside(ending, number).exists() for ending in ALL):
            number += 1
        with plain_errors(self.folder):
            for ending in ALL:
                if self.path(ending).exists():
                    _rename(self.path(ending), self._aside(ending, number))
        return self._aside(BOX, number)

    def _aside(self, ending: str, number: int) -> Path:
        return self.path(f"{ending}-damaged-{number}")


def names_in(folder: Path) -> list[str]:
    """Return the names of the sealed files of a folder, sorted."""
    if not folder.is_dir():
        return []
    endings = (BOX, BOX_COPY)
    return sorted({path.stem for path in folder.iterdir() if path.suffix in endings})


@contextlib.contextmanager
def plain_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk may say into a UserError with a plain sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UserError(
                tr(
                    "The disk is full, so this was not saved. Everything before it is safe. "
                    "Free some space and try again."
                )
            ) from error
        raise UserError(
            tr(
                "The folder {folder} can’t be used, so this was not saved. Everything before it is "
                "safe. Check that the folder can be written."
            ).format(folder=folder)
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _write_through(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
    sync_file(path)


def _overwrite(path: Path) -> None:
    if path.exists():
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
        sync_file(path)


def _rename(source: Path, target: Path) -> None:
    for wait in PATIENCE:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)


def _unlink(path: Path) -> None:
    for wait in PATIENCE:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    path.unlink(missing_ok=True)
