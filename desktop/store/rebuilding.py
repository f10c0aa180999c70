"""Making the projections again from the revisions and documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.store import documents, sa, schema
from desktop.store.checking import documents_of, entities_of
from desktop.store.documents import DocumentKind
from desktop.store.projection import project, signature, table, tally_signature
from desktop.store.revisions import Kinds

SIGNATURE = "projection "


def is_current(
    signatures: Mapping[str, str], kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> bool:
    """Return whether the projections are those of these kinds, by what is signed in a file."""
    return not any(_outdated(signatures, kinds, document_kinds))


def _outdated(
    signatures: Mapping[str, str], kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> Iterator[tuple[str, str]]:
    """Yield the name of each kind whose projection has to be made, with its signature."""
    for name, cls in kinds.items():
        if signatures.get(SIGNATURE + name) != signature(cls):
            yield name, signature(cls)
    for name, kind in document_kinds.items():
        now = tally_signature(kind.row, kind.schema)
        if signatures.get(SIGNATURE + kind.row.__name__.lower()) != now:
            yield name, now


def prepare(
    connection: sa.Connection, kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> None:
    """Make the projections of new kinds and rebuild those whose columns changed."""
    known = {row.key: row.value for row in connection.execute(sa.select(schema.meta))}
    for name, now in list(_outdated(known, kinds, document_kinds)):
        if name in kinds:
            _renew(connection, table(kinds[name]), now)
            _project_kind(connection, kinds, name)
        else:
            _renew(connection, document_kinds[name].table, now)
            _project_documents(connection, document_kinds[name])


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
    documents.insert_all(connection, kind, documents_of(connection, kind.name))
