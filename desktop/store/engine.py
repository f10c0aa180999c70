"""The database engine: its driver, its settings, and its errors in plain words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from desktop.errors import UserError
from desktop.language import tr
from desktop.store import sa
from desktop.store.files import is_full

driver.register_adapter(bool, int)  # else the driver asks each truth first what it may be

LEAST_SQLITE = (3, 51, 3)
"""3.7.0 to 3.51.2 can lose commits of two connections (the WAL-reset bug)."""

SETTINGS = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA journal_mode=WAL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)
"""In this order: `synchronous` before `journal_mode` lost nothing in simulated power cuts."""
MACOS_SETTINGS = ("PRAGMA fullfsync=ON", "PRAGMA checkpoint_fullfsync=ON")


def check_driver() -> None:
    """Refuse to run on an SQLite that is known to lose data.

    Raises UserError.
    """
    if driver.sqlite_version_info < LEAST_SQLITE:
        raise UserError(
            tr("This computer’s database part is too old to be safe. Install Pledge Tree again.")
        )


def make_engine(path: Path) -> sa.Engine:
    """Return the engine for a data file; the file is made when it is first written."""
    check_driver()
    url = sa.URL.create("sqlite", database=str(path))  # a path may hold ? and #
    engine = sa.create_engine(url, module=driver, pool_size=8, max_overflow=4)
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def make_reader(path: Path) -> sa.Engine:
    """Return an engine that looks at any database file and never changes it."""
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=lambda: connect(path, "ro"), poolclass=sa.NullPool
    )
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def connect(path: Path, mode: str) -> Any:
    """Return a bare connection without settings; `mode` is ro, rw or rwc. Threads take turns."""
    where = f"{path.absolute().as_uri()}?mode={mode}"
    found = driver.connect(where, uri=True, check_same_thread=False)
    found.isolation_level = None
    return found


def _on_connect(connection: Any, _record: object) -> None:
    set_up(connection)


def set_up(connection: Any) -> None:
    """Give a bare connection the settings that lose nothing.

    Raises UserError when the disk can't keep them.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in SETTINGS + (MACOS_SETTINGS if sys.platform == "darwin" else ()):
        cursor.execute(setting)
    mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    cursor.close()
    if mode != "wal":
        raise UserError(
            tr("A data file is not safe on this disk. Choose a folder on this computer’s own disk.")
        )


def _on_begin(connection: sa.Connection) -> None:
    mode = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def _disk_sentences() -> dict[str, str]:
    """Return parts of what SQLite says of the disk, and what that means to people."""
    return {
        "is full": tr(
            "The disk is full, so this was not saved. Everything before it is safe. "
            "Free some space and try again."
        ),
        "disk i/o error": tr(
            "The disk did not answer, so this was not saved. Everything before it is safe. "
            "Check the disk and try again."
        ),
    }


def _file_sentences() -> dict[str, str]:
    """Return parts of what SQLite says of a file, and what that means to people."""
    damaged = tr("The data file is damaged. Restore the last backup.")
    busy = tr("The data file is busy. Wait a moment and try again.")
    return {
        "readonly": tr(
            "The data file can’t be written. Check that the file and its folder are not read-only."
        ),
        "unable to open": tr(
            "The data file can’t be opened. Check that the folder is there and can be written."
        ),
        "not a database": tr("This file is not a Pledge Tree data file. Choose another file."),
        "malformed": damaged,
        "could not decode": damaged,  # a text that is none; SQLite's own check does not look
        "locked": busy,
        "locking protocol": busy,
    }


@contextmanager
def plain_errors(folder: Path | None = None) -> Iterator[None]:
    """Turn what the disk and the database may say into a UserError with a plain sentence.

    SQLite says of a full disk that it does not answer where shared memory finds no room; `folder`
    is where to look.
    """
    try:
        yield
    except (sa.exc.DBAPIError, driver.Error) as error:
        said = str(getattr(error, "orig", error)).casefold()
        if "disk i/o error" in said and folder is not None and is_full(folder):
            said = "is full"
        for part, sentence in (_disk_sentences() | _file_sentences()).items():
            if part in said:
                raise UserError(sentence) from error
        raise
