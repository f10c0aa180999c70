"""Making the projections again from the revisions and documents."""

from collections.abc import Mapping

import sqlalchemy as sa

from desktop.store import documents, schema
from desktop.store.checking import documents_of, entities_of
from desktop.store.documents import DocumentKind
from desktop.store.projection import project, signature, table
from desktop.store.revisions import Kinds

SIGNATURE = "projection "


def prepare(
    connection: sa.Connection, kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> None:
    """Make the projections of new kinds and rebuild those whose columns changed."""
    known = {row.key: row.value for row in connection.execute(sa.select(schema.meta))}
    for name, cls in kinds.items():
        target = table(cls)
        now = signature(target, cls.KIND.schema, cls.KIND.quiet)
        if known.get(SIGNATURE + target.name) != now:
            _renew(connection, target, now)
            _project_kind(connection, kinds, name)
    for kind in document_kinds.values():
        now = signature(kind.table, 1)
        if known.get(SIGNATURE + kind.table.name) != now:
            _renew(connection, kind.table, now)
            _project_documents(connection, kind)


def _renew(connection: sa.Connection, target: sa.Table, value: str) -> None:
    target.drop(connection, checkfirst=True)
    target.create(connection)
    key = SIGNATURE + target.name
    connection.execute(schema.meta.delete().where(schema.meta.c.key == key))
    connection.execute(schema.meta.insert(), [{"key": key, "value": value}])


def rebuild(
    connection: sa.Connection, kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> None:
    """Recompute every projection from the revisions and documents."""
    for name, cls in kinds.items():
        connection.execute(table(cls).delete())
        _project_kind(connection, kinds, name)
    for kind in document_kinds.values():
        connection.execute(kind.table.delete())
        _project_documents(connection, kind)


def _project_kind(connection: sa.Connection, kinds: Kinds, name: str) -> None:
    for part in entities_of(connection, name):
        project(connection, kinds, part)


def _project_documents(connection: sa.Connection, kind: DocumentKind) -> None:
    for name, body in documents_of(connection, kind.name):
        documents.project(connection, kind, name, body)
