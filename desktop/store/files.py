"""Files on disk: what can go wrong with them in plain words, and making sure they are written."""

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr

NO_ROOM = 64 * 1024
"""With less free than this, SQLite can't even open a file: its log and shared memory need it."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE}
_DATA = b"SQLite format 3\0"


@contextmanager
def plain_file_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk may say about files in a folder into a UserError."""
    try:
        yield
    except OSError as error:
        raise UserError(file_sentence(error.errno, folder)) from error


def file_sentence(number: int | None, folder: Path) -> str:
    """Return what an error number of the system means for a folder."""
    return _sentence(number).format(folder=folder)


def _sentence(number: int | None) -> str:
    if number in _FULL:
        return tr("There is no room left in {folder}. Free some space and try again.")
    if number in _FORBIDDEN:
        return tr("Nothing can be written in {folder}. Choose another folder.")
    if number in _GONE:
        return tr("{folder} is not there. Plug the stick or disk in, or choose another folder.")
    return tr("{folder} can’t be used. Choose another folder.")


def is_full(folder: Path) -> bool:
    """Return whether a folder's disk has no room left to speak of."""
    try:
        return shutil.disk_usage(folder).free < NO_ROOM
    except OSError:
        return False


def sync_file(path: Path) -> None:
    """Return when a file is on the disk, not only on its way there."""
    with path.open("r+b") as file:
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        else:
            os.fsync(file)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; what was there before is replaced.

    Raises what `written_whole` raises.
    """
    with written_whole(path) as part:
        part.write_bytes(content)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Yield where to write; it becomes the file when the block ends well, else nothing changes.

    Raises UserError when the folder is not there or can't be written, when a folder, a device or
    a file of data is named, and when the disk is full.
    """
    with plain_file_errors(path.parent):
        need_file(path)
        part = _part_of(path)
        try:
            yield part
            sync_file(part)
            os.replace(part, path)
            sync_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)


def _part_of(path: Path) -> Path:
    """Make an empty file to write to, beside the one it becomes; nobody's file is taken for it."""
    part = path.with_name(f"{path.name}.part")
    while True:
        try:
            part.touch(exist_ok=False)
        except FileExistsError:
            part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        else:
            return part


def need_file(path: Path) -> None:
    """Raise UserError where no file may be written: on a folder, a device or a file of data."""
    if path.exists() and not path.is_file():
        raise UserError(tr("{path} is not a file. Name another one.").format(path=path))
    # SQLite keeps its log and shared memory beside a data file: see `beside`.
    of = path.with_name(path.name.removesuffix("-wal").removesuffix("-shm"))
    if _holds_data(of):
        raise UserError(tr("{name} holds your data. Name another file.").format(name=path.name))


def _holds_data(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_DATA)) == _DATA


def sync_folder(folder: Path) -> None:
    """Return when a folder's names are on the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def beside(path: Path) -> tuple[Path, Path]:
    """Return SQLite's write-ahead log and shared memory of a data file."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")
