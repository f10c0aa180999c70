"""Revisions, their hashes, and the heads of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from desktop.chance import chance
from desktop.store import sa, schema
from desktop.store.bulk import insert_rows
from desktop.store.codec import canonical, digest
from desktop.store.record import Record
from desktop.store.schema import MOST_PARAMETERS

Kinds = Mapping[str, type[Record]]


class Revision(NamedTuple):
    """One version of one record, named by the hash of all its fields and its parents.

    `body` is canonical JSON, None where the record was deleted. As a head, one that nothing
    follows, it is read without its parents.
    """

    rev: str
    entity: str
    kind: str
    change: str
    at: int
    schema: int
    nonce: str
    body: str | None
    parents: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[bool, int, str]:
        """What decides which of several heads is shown: the greatest."""
        return (self.body is not None, self.at, self.rev)


Heads = dict[str, list[Revision]]


class _Statements(NamedTuple):
    heads: sa.Select[Any]
    delete_head: sa.Delete


@cache  # putting a statement together takes longer than SQLite takes to run it
def _statements() -> _Statements:
    revision, head = schema.revision, schema.head
    heads = sa.select(revision).join(head, head.c.rev == revision.c.rev)
    return _Statements(
        heads.where(head.c.entity.in_(sa.bindparam("entities", expanding=True))),
        head.delete().where(head.c.rev == sa.bindparam("gone")),
    )


def revision_hash(fields: Sequence[Any], body: str | None, parents: Sequence[str]) -> str:
    """Return the name of a revision: the SHA-256 of its fields, body and sorted parents.

    `fields` are entity, kind, change, at, schema and nonce. The body is hashed as the text it is,
    so that one from a newer version keeps its name.
    """
    start = canonical(fields)[:-1]
    followed = canonical(sorted(parents)) if parents else "[]"
    return digest(f"{start},{body or 'null'},{followed}]")


def new_revision(
    entity: str,
    kind: str,
    change: str,
    at: int,
    version: int,
    body: str | None,
    parents: Sequence[str],
) -> Revision:
    """Return a new revision under its hash; a random salt keeps equal bodies' names apart."""
    nonce = chance()[:16]
    fields = (entity, kind, change, at, version, nonce)
    return Revision(revision_hash(fields, body, parents), *fields, body, tuple(parents))


def heads_of(connection: sa.Connection, entities: Sequence[str]) -> Heads:
    """Return the heads of records, by id; records nobody wrote are missing."""
    heads: Heads = {}
    for start in range(0, len(entities), MOST_PARAMETERS):
        part = entities[start : start + MOST_PARAMETERS]
        for row in connection.execute(_statements().heads, {"entities": part}):
            heads.setdefault(row.entity, []).append(Revision(*row))
    return heads


def insert(connection: sa.Connection, revisions: Sequence[Revision]) -> None:
    """Add revisions and move the heads of their records.

    The caller has checked that none of them is there already and that the parents of each come
    before it.
    """
    insert_rows(connection, schema.revision, [revision[:-1] for revision in revisions])
    parents = [(revision.rev, parent) for revision in revisions for parent in revision.parents]
    if parents:
        insert_rows(connection, schema.parent, parents)
        gone = [{"gone": parent} for _, parent in parents]
        connection.execute(_statements().delete_head, gone)
    heads = [(revision.rev, revision.entity) for revision in revisions]
    insert_rows(connection, schema.head, heads)


def follow(heads: Heads, revisions: Iterable[Revision]) -> None:
    """Move heads in memory as `insert` moves them in the file."""
    for revision in revisions:
        left = [h for h in heads.get(revision.entity, []) if h.rev not in revision.parents]
        heads[revision.entity] = [*left, revision]
