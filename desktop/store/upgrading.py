"""Bringing the store's own tables of an older data file up to date, with Alembic."""

from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from desktop.errors import UserError
from desktop.language import tr
from desktop.store import schema
from desktop.store.backup import KEPT, copy_verified, stamped
from desktop.store.engine import make_engine
from desktop.store.files import plain_file_errors
from desktop.store.opening import SCHEMA_KEY

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade_file(path: Path, now: datetime) -> Path:
    """Upgrade a data file, after a verified backup beside it; returns the backup.

    Raises UserError when the backup can't be made or the version is not known; the file then
    stays as it was.
    """
    with plain_file_errors(path.parent):
        kept = stamped(path.parent, f"{path.stem} before the update", now, KEPT)
        copy_verified(path, kept)
    engine = make_engine(path)
    try:
        connection = engine.connect().execution_options(begin="IMMEDIATE")
        with connection, connection.begin():
            upgrade(connection)
    finally:
        engine.dispose()
    return kept


def upgrade(connection: sa.Connection) -> None:
    """Run the scripts that a database has not seen yet, in the caller's transaction.

    The version is kept in the store's own `meta` table, so Alembic's is not needed.
    """
    known = version_of(connection)
    scripts = ScriptDirectory(str(SCRIPTS))
    if known and known not in {script.revision for script in scripts.walk_revisions()}:
        raise UserError(tr("This data file is from a version that was never released."))
    steps = reversed(list(scripts.iterate_revisions("heads", known or "base")))
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            step.module.upgrade()
            _stamp(connection, step.revision)


def version_of(connection: sa.Connection) -> str:
    """Return the version of a database's tables, empty where it has none."""
    if not sa.inspect(connection).has_table(schema.meta.name):
        return ""
    meta = schema.meta
    chosen = sa.select(meta.c.value).where(meta.c.key == SCHEMA_KEY)
    return connection.execute(chosen).scalar() or ""


def _stamp(connection: sa.Connection, version: str) -> None:
    meta = schema.meta
    connection.execute(meta.delete().where(meta.c.key == SCHEMA_KEY))
    connection.execute(meta.insert(), [{"key": SCHEMA_KEY, "value": version}])
