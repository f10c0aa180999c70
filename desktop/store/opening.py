"""Opening a data file: is it ours, is it whole, is it of this version."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.store import rebuilding, sa, schema
from desktop.store.checking import wrong_revisions
from desktop.store.documents import DocumentKind
from desktop.store.engine import connect
from desktop.store.files import beside, plain_file_errors
from desktop.store.glance import Glance
from desktop.store.revisions import Kinds

SCHEMA_KEY = "schema"
DEVICE_KEY = "device"
_FIRST_TABLES = {"change", "revision", "parent", "head", "meta"}
LATEST = 200
"""How many of the last revisions are checked at each start."""
_LATEST_REVISIONS = """
SELECT rev, entity, kind, change, at, schema, nonce, body
FROM revision ORDER BY at DESC LIMIT :latest
"""
_FOLLOWED = f"""
SELECT child, parent FROM parent
WHERE child IN (SELECT rev FROM ({_LATEST_REVISIONS}) AS latest)
"""


def version_of(path: Path) -> str:
    """Return which version of the tables a file holds, empty where it holds nothing yet.

    The file is only looked at. Raises UserError when it is not there to be used, not ours, or
    from a newer version.
    """
    with plain_file_errors(path.parent):
        if not path.parent.is_dir():
            raise UserError(
                tr("The folder {folder} is not there. Choose another one.").format(
                    folder=path.parent
                )
            )
        if path.is_dir():
            raise UserError(tr("{path} is a folder, not a data file.").format(path=path))
        if not path.exists() or not path.stat().st_size:
            _refuse_left_over(path)
            return ""
    version = _peek(path)
    if version > schema.VERSION:
        raise UserError(
            tr("This data file is from a newer Pledge Tree. Install the newer version to open it.")
        )
    return version


def _refuse_left_over(path: Path) -> None:
    log, _ = beside(path)
    if log.exists() and log.stat().st_size:
        raise UserError(
            tr("The data file {name} is gone, but a part of it is left. Restore a backup.").format(
                name=path.name
            )
        )


def _peek(path: Path) -> str:
    with closing(connect(path, "ro")) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not names:  # the first start ended before it wrote anything
            return ""
        if names >= _FIRST_TABLES:
            key = (SCHEMA_KEY,)
            found = connection.execute("SELECT value FROM meta WHERE key = ?", key).fetchone()
            if found:
                return str(found[0])
    raise UserError(tr("This database belongs to another program. Choose a Pledge Tree data file."))


def look_through(
    glance: Glance, kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> str | None:
    """Check a file of this version; returns this replica's id, None where `prepare` is needed.

    Raises UserError when the file is damaged.
    """
    if glance.query("PRAGMA quick_check(1)")[0][0] != "ok" or any(_wrong_latest(glance)):
        raise UserError(
            tr("The data file is damaged. Nothing was changed. Restore the last backup.")
        )
    known: dict[str, str] = dict(glance.query("SELECT key, value FROM meta"))
    if rebuilding.is_current(known, kinds, document_kinds):
        return str(known[DEVICE_KEY])
    return None


def _wrong_latest(glance: Glance) -> Iterator[str]:
    latest = glance.query(_LATEST_REVISIONS, latest=LATEST)
    return wrong_revisions(latest, glance.query(_FOLLOWED, latest=LATEST))


def prepare(engine: sa.Engine, kinds: Kinds, document_kinds: Mapping[str, DocumentKind]) -> str:
    """Make the tables that are missing or outdated; returns this replica's id."""
    with engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
        if not sa.inspect(connection).has_table(schema.meta.name):
            _create(connection)
        rebuilding.prepare(connection, kinds, document_kinds)
        return device_of(connection)


def _create(connection: sa.Connection) -> None:
    schema.metadata.create_all(connection)
    rows = [
        {"key": SCHEMA_KEY, "value": schema.VERSION},
        {"key": DEVICE_KEY, "value": new_device()},
    ]
    connection.execute(schema.meta.insert(), rows)


def new_device() -> str:
    """Return the id of a new replica."""
    return str(uuid.uuid4())


def device_of(connection: sa.Connection) -> str:
    """Return the id of this replica."""
    meta = schema.meta
    return str(
        connection.execute(sa.select(meta.c.value).where(meta.c.key == DEVICE_KEY)).scalar_one()
    )


def renew_device(connection: sa.Connection) -> str:
    """Make this file a replica of its own, as a restored or copied one has to be."""
    meta, device = schema.meta, new_device()
    connection.execute(meta.update().where(meta.c.key == DEVICE_KEY).values(value=device))
    return device
