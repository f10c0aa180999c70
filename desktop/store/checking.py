"""Is the data whole: hashes, heads, references, and tables that a rebuild gives again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from desktop.language import count, tr
from desktop.store import documents, sa, schema
from desktop.store.documents import DocumentKind, text_hash
from desktop.store.projection import row_of, shown_of, table
from desktop.store.revisions import Kinds, heads_of, revision_hash

CHUNK = 2_000

Rows = Counter[tuple[Any, ...]]


def findings(
    connection: sa.Connection, kinds: Kinds, document_kinds: Mapping[str, DocumentKind]
) -> list[str]:
    """Return one sentence for everything that is wrong, none where the data is whole."""
    damaged = damage(connection)
    if damaged:
        return damaged
    found = [*history_findings(connection), *_wrong_references(connection, kinds)]
    for name, cls in kinds.items():
        found += _differs(connection, table(cls), _expected(connection, kinds, name))
    for kind in document_kinds.values():
        found += _differs(connection, kind.table, _expected_tallies(connection, kind))
    return found


def damage(connection: sa.Connection) -> list[str]:
    """Return what SQLite itself finds wrong with the file."""
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok":
        return []
    return [tr("The data file is damaged. Restore the last backup.")]


def history_findings(connection: sa.Connection) -> list[str]:
    """Return what is wrong with the revisions, closed documents and latest versions."""
    followed = connection.execute(sa.select(schema.parent))
    altered = list(wrong_revisions(connection.execute(sa.select(schema.revision)), followed))
    boxes = list(_wrong_documents(connection))
    return [
        *_many(
            "{n} record was altered outside Pledge Tree",
            "{n} records were altered outside Pledge Tree",
            altered,
        ),
        *_many(
            "{n} closed feedback box was altered outside Pledge Tree",
            "{n} closed feedback boxes were altered outside Pledge Tree",
            boxes,
        ),
        *_many(
            "{n} earlier version of a record is missing",
            "{n} earlier versions of records are missing",
            _missing(connection),
        ),
        *_wrong_heads(connection),
    ]


def _many(one: str, more: str, names: list[str]) -> list[str]:
    """Return a sentence with the first of the names, none where there are none."""
    if not names:
        return []
    said = count(one, more, len(names))
    return [tr("{what} ({name}). Restore the last backup.").format(what=said, name=names[0][:12])]


def wrong_revisions(
    revisions: Iterable[Sequence[Any]], followed: Iterable[Sequence[str]]
) -> Iterator[str]:
    """Yield the names of revisions that are not the hash of what they hold.

    `revisions` are whole rows, `followed` pairs of a revision and one of its parents.
    """
    parents: dict[str, list[str]] = {}
    for child, parent in followed:
        parents.setdefault(child, []).append(parent)
    for rev, *fields, body in revisions:
        if rev != revision_hash(fields, body, parents.get(rev, [])):
            yield rev


def _wrong_documents(connection: sa.Connection) -> Iterator[str]:
    for row in connection.execute(sa.select(schema.document)):
        if row.hash != text_hash(row.kind, row.body):
            yield row.hash


def _missing(connection: sa.Connection) -> list[str]:
    """Return the names of what others name and what is not there."""
    change, parent, revision = schema.change, schema.parent, schema.revision
    there = sa.select(revision.c.rev)
    lost = [
        sa.select(parent.c.parent).where(parent.c.parent.not_in(there)),
        sa.select(parent.c.child).where(parent.c.child.not_in(there)),
        sa.select(change.c.id).where(change.c.id.not_in(sa.select(revision.c.change))),
        sa.select(revision.c.rev).where(revision.c.change.not_in(sa.select(change.c.id))),
    ]
    return [name for chosen in lost for name in connection.execute(chosen).scalars()]


def _wrong_heads(connection: sa.Connection) -> list[str]:
    head, revision = schema.head, schema.revision
    followed = sa.select(schema.parent.c.parent)
    real = sa.select(revision.c.rev, revision.c.entity).where(revision.c.rev.not_in(followed))
    kept = sa.select(head.c.rev, head.c.entity)
    if set(connection.execute(kept)) == set(connection.execute(real)):
        return []
    return [tr("The latest versions of some records are not marked. Restore the last backup.")]


def _wrong_references(connection: sa.Connection, kinds: Kinds) -> list[str]:
    """Return what refers to a record that never was; a deleted one still has its history."""
    revision = schema.revision
    found = []
    for name, cls in kinds.items():
        for field, other in cls.KIND.refers.items():
            if other not in kinds:
                continue
            there = sa.select(revision.c.entity).where(revision.c.kind == other)
            column = table(cls).c[field]
            chosen = sa.select(sa.func.count()).where(column != "", column.not_in(there))
            number = connection.execute(chosen).scalar_one()
            if number:
                found.append(
                    tr(
                        "In the list “{name}”, {number} belong to a {other} that is missing."
                    ).format(name=name, number=number, other=other)
                )
    return found


def _differs(connection: sa.Connection, target: sa.Table, expected: Rows) -> list[str]:
    if Counter(tuple(row) for row in connection.execute(sa.select(target))) == expected:
        return []
    return [tr("The list “{name}” differs from its history.").format(name=target.name)]


def _expected(connection: sa.Connection, kinds: Kinds, name: str) -> Rows:
    rows: Rows = Counter()
    for part in entities_of(connection, name):
        rows.update(map(row_of, shown_of(kinds, heads_of(connection, part)).values()))
    return rows


def _expected_tallies(connection: sa.Connection, kind: DocumentKind) -> Rows:
    columns = [column.name for column in kind.table.columns]
    return Counter(
        tuple(row[column] for column in columns)
        for row in documents.rows_of_all(kind, documents_of(connection, kind.name))
    )


def entities_of(connection: sa.Connection, name: str) -> Iterator[list[str]]:
    """Yield the ids of all records of a kind, in parts."""
    revision = schema.revision
    chosen = sa.select(revision.c.entity).distinct().where(revision.c.kind == name)
    entities = list(connection.execute(chosen).scalars())
    for start in range(0, len(entities), CHUNK):
        yield entities[start : start + CHUNK]


def documents_of(connection: sa.Connection, kind: str) -> dict[str, str]:
    """Return the bodies of all closed documents of a kind, by hash."""
    document = schema.document
    chosen = sa.select(document.c.hash, document.c.body).where(document.c.kind == kind)
    return {row.hash: row.body for row in connection.execute(chosen)}
