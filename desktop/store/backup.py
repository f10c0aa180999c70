"""Backups: verified copies that never stand half-written under their name."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3.dbapi2 import DatabaseError as DriverError

from desktop.errors import UserError
from desktop.language import tr
from desktop.store import checking, sa
from desktop.store.clock import local_now
from desktop.store.engine import connect, make_reader, plain_errors
from desktop.store.files import beside, file_sentence, plain_file_errors, sync_file, sync_folder
from desktop.store.opening import DEVICE_KEY, new_device, version_of

if TYPE_CHECKING:
    from desktop.store.store import Store

UNFINISHED = ".part"
KEPT = ".kept.db"
"""Ends the names of files that are kept for good and are not backups to choose from."""
TODAY = 5
PERIODS = ((7, "%Y-%m-%d"), (5, "%G-%V"), (12, "%Y-%m"))
"""How many days, weeks and months keep their last backup."""
_STAMP = "%Y-%m-%d %H%M%SZ"
_DISK_ERRORS = {
    "is full": errno.ENOSPC,
    "readonly": errno.EACCES,
    "unable to open": errno.EACCES,
    "disk i/o error": errno.EIO,
}
_NAME = re.compile(r"(?P<of>.+) (?P<made>\d{4}-\d\d-\d\d \d{6}Z)\.db")


@dataclass(frozen=True)
class Backup:
    """One backup: its file, when it was made (local time with offset) and its size in bytes."""

    path: Path
    made: datetime
    size: int


def make_backup(store: Store, folder: Path, now: datetime) -> Backup:
    """Write a verified copy of the data file into a folder and return it.

    It has no unfinished typing and nothing that was deleted. Raises UserError when the folder is
    not there, can't be written or is full, and when the copy is not whole; no file is left then.
    """
    with plain_file_errors(folder):
        _refuse_missing(folder)
        for old in folder.glob(f"{_escaped(store.path.stem)} *.db{UNFINISHED}*"):
            old.unlink()  # of a program that was killed
        path = stamped(folder, store.path.stem, now)
        with _finished(path) as part:
            if store.is_moved():  # then only the open file has the last work
                store.copy_into(part)
            else:
                _copy(store.path, part)
            _make_alone(part)
        return Backup(path, now.astimezone(), path.stat().st_size)


def own_folder(data_file: Path) -> Path:
    """Return the folder of the backups on this laptop, beside the data file."""
    return data_file.with_name(f"{data_file.stem}-backups")


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the latest first; none where there is no folder."""
    found = []
    with plain_file_errors(folder):
        for path in folder.iterdir() if folder.is_dir() else ():
            match = _NAME.fullmatch(path.name)
            if match and path.is_file():
                with suppress(ValueError):  # 30 February
                    made = datetime.strptime(match["made"], _STAMP).replace(tzinfo=UTC)
                    found.append(Backup(path, made.astimezone(), path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def stamped(folder: Path, name: str, now: datetime, ending: str = ".db") -> Path:
    """Return a free file name that sorts by time; its time is UTC."""
    while True:
        path = folder / f"{name} {now.astimezone(UTC):{_STAMP}}{ending}"
        if not path.exists():
            return path
        now += timedelta(seconds=1)


def prune(folder: Path, now: datetime) -> list[Path]:
    """Remove old backups and return them.

    Of each data file stay: today's last five, the last of each of seven days, of each of five
    weeks and of each of twelve months, and always the very last.
    """
    removed: list[Path] = []
    groups: dict[str, list[Backup]] = {}
    for backup in list_backups(folder):
        groups.setdefault(_of(backup), []).append(backup)
    with plain_file_errors(folder):
        for backups in groups.values():
            staying = _staying(backups, now)
            for backup in backups:
                if backup not in staying:
                    backup.path.unlink(missing_ok=True)
                    removed.append(backup.path)
    return removed


def _of(backup: Backup) -> str:
    match = _NAME.fullmatch(backup.path.name)
    return match["of"] if match else ""


def _staying(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return which of one data file's backups, the latest first, stay."""
    today = now.astimezone().date()
    staying = [*backups[:1], *(b for b in backups if b.made.date() > today)]
    staying += [b for b in backups if b.made.date() == today][:TODAY]
    for number, period in PERIODS:
        last: dict[str, Backup] = {}
        for backup in backups:
            last.setdefault(f"{backup.made:{period}}", backup)
        staying += [last[key] for key in _recent(today, number, period) if key in last]
    return staying


def _recent(today: date, number: int, period: str) -> list[str]:
    """Return the names of the last so many days, weeks or months, today's included."""
    days = (today - timedelta(days=ago) for ago in range(number * 31))
    return list(dict.fromkeys(f"{day:{period}}" for day in days))[:number]


def _refuse_missing(folder: Path) -> None:
    if not folder.is_dir():
        raise UserError(file_sentence(errno.ENOENT, folder))


def _escaped(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def copy_verified(source: Path, target: Path) -> None:
    """Write a whole, verified copy of a data file under a name that is not there yet.

    Raises UserError and leaves nothing behind when that fails.
    """
    with _finished(target) as part:
        _copy(source, part)
        _make_alone(part)


def _copy(source: Path, part: Path) -> None:
    with closing(connect(source, "ro")) as connection:
        # Independent of the file's past: it holds nothing that was deleted.
        connection.execute("VACUUM INTO ?", (str(part),))


def _make_alone(part: Path) -> None:
    with closing(connect(part, "rw")) as connection:
        _keep_alone(connection)
        connection.execute("DELETE FROM draft")
    if _is_broken(part):
        raise UserError(
            tr("The data file is damaged, so no backup was made. Restore the last backup.")
        )


@contextmanager
def _finished(target: Path) -> Iterator[Path]:
    """Give a name to write to, and move it to its own once it is on the disk."""
    part = target.with_name(target.name + UNFINISHED)
    try:
        with plain_errors(), _plain_disk_errors(target.parent):
            yield part
        sync_file(part)
        part.replace(target)
        sync_folder(target.parent)
    except BaseException:
        for left in (part, *beside(part)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise


@contextmanager
def _plain_disk_errors(folder: Path) -> Iterator[None]:
    """Say which folder is full or gone: it need not be the one with the data file."""
    try:
        yield
    except DriverError as error:
        said = str(error).casefold()
        for part, number in _DISK_ERRORS.items():
            if part in said:
                raise UserError(file_sentence(number, folder)) from error
        raise


def _keep_alone(connection: Any) -> None:
    """Have a file written without any other file beside it."""
    connection.execute("PRAGMA journal_mode=MEMORY").fetchall()
    connection.execute("PRAGMA secure_delete=ON").fetchall()


def _is_broken(path: Path) -> bool:
    """Return whether a data file is not whole, after reading all of it.

    Raises UserError when it is not ours or from a newer version.
    """
    engine = make_reader(path)
    try:
        version_of(path)
        with engine.connect() as connection:
            return bool(checking.damage(connection) or checking.history_findings(connection))
    except (sa.exc.DatabaseError, DriverError) as error:
        said = str(error).casefold()
        if "malformed" in said or "not a database" in said:
            return True
        raise


def restore_backup(path: Path, data_file: Path, now: datetime | None = None) -> Path | None:
    """Put a backup in place of a data file that nobody has open.

    Returns where the old file is kept, None where there was none. The restored file is a replica
    of its own, as the old one may turn up again. Raises UserError and leaves the data file as it
    was when the backup is not whole or the disk is full.
    """
    with plain_errors(), plain_file_errors(path.parent):
        _refuse_broken(path)
    new = data_file.with_name(f"{data_file.name}{UNFINISHED}")
    with plain_file_errors(data_file.parent), _plain_disk_errors(data_file.parent):
        try:
            shutil.copyfile(path, new)
            with closing(connect(new, "rw")) as connection:
                _keep_alone(connection)
                fresh = (new_device(), DEVICE_KEY)
                connection.execute("UPDATE meta SET value = ? WHERE key = ?", fresh)
            sync_file(new)
            _refuse_broken(new)
            kept = _keep_aside(data_file, now or local_now())
            for left in beside(data_file):  # a left-over log would undo the restore
                left.unlink(missing_ok=True)
            new.replace(data_file)
            sync_folder(data_file.parent)
        finally:
            new.unlink(missing_ok=True)
    return kept


def _refuse_broken(path: Path) -> None:
    if _is_broken(path):
        raise UserError(
            tr("The backup {name} is not whole. Choose another one.").format(name=path.name)
        )


def _keep_aside(data_file: Path, now: datetime) -> Path | None:
    """Copy a data file, with its log, under a name that says why; it may be damaged."""
    if not data_file.exists():
        return None
    kept = stamped(data_file.parent, f"{data_file.stem} before restore", now, KEPT)
    for source, target in zip(
        (data_file, *beside(data_file)[:1]), (kept, *beside(kept)[:1]), strict=True
    ):
        if source.exists():
            shutil.copyfile(source, target)
            sync_file(target)
    return kept
