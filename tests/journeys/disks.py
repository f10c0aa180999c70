"""Small disks that can be filled, and folders that nothing can be written to."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from desktop.store.store import Store

ROOM = "12m"


def can_mount() -> bool:
    """Return whether this program may mount disks of its own here."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    done = _run("mount", "--bind", "/mnt", "/mnt")
    return done and _run("umount", "/mnt")


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@contextmanager
def small_disk(folder: Path, room: str = ROOM) -> Iterator[None]:
    """Have a small disk of its own in a folder."""
    folder.mkdir()
    assert _run("mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(folder))
    try:
        yield
    finally:
        assert _run("umount", "-l", str(folder))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody, not even root, write in a folder for a while."""
    assert _run("mount", "--bind", str(folder), str(folder))
    try:
        assert _run("mount", "-o", "remount,ro,bind", str(folder))
        yield
    finally:
        assert _run("umount", "-l", str(folder))


def fill_up(folder: Path) -> Callable[[], object]:
    """Fill the disk of a folder to the last byte; return what frees it again."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    return ballast.unlink


def stop_growing(store: Store) -> Callable[[], object]:
    """Let the data file grow no more, as a full disk would; return what lets it grow again."""
    with store.engine.connect() as connection:
        room = [connection.exec_driver_sql("PRAGMA page_count").scalar_one()]

    @sa.event.listens_for(store.engine, "checkout")
    def limit(connection: object, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count={room[0]}")  # type: ignore[attr-defined]

    return lambda: room.__setitem__(0, 1_000_000_000)
