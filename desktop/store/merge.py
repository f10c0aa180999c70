"""Merging another replica: the union of sets, in any order, any number of times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.store import documents, sa, schema
from desktop.store.clock import Clock
from desktop.store.documents import DocumentKind
from desktop.store.projection import project
from desktop.store.revisions import Kinds

CHUNK = 2_000


def merge(
    here: sa.Connection,
    there: sa.Connection,
    kinds: Kinds,
    document_kinds: Mapping[str, DocumentKind],
    clock: Clock,
) -> set[str]:
    """Take every change, revision and closed document of another replica.

    Returns the kinds of what came in.
    """
    _union(here, there, schema.change, "id")
    _union(here, there, schema.parent, "child", "parent")
    came = _union(here, there, schema.revision, "rev")
    _move_heads(here, came)
    entities = list(dict.fromkeys(row["entity"] for row in came))
    for start in range(0, len(entities), CHUNK):
        project(here, kinds, entities[start : start + CHUNK])
    clock.see(row["at"] for row in came)
    return {row["kind"] for row in came} | _union_documents(here, there, document_kinds)


def _union(
    here: sa.Connection, there: sa.Connection, target: sa.Table, *key: str
) -> list[dict[str, Any]]:
    columns = [target.c[name] for name in key]
    known = {tuple(row) for row in here.execute(sa.select(*columns))}
    rows = there.execute(sa.select(target)).mappings()
    new = [dict(row) for row in rows if tuple(row[name] for name in key) not in known]
    if new:
        here.execute(target.insert(), new)
    return new


def _move_heads(here: sa.Connection, came: Sequence[Mapping[str, Any]]) -> None:
    if not came:
        return
    followed = sa.select(schema.parent.c.parent)
    rows = [{"rev": row["rev"], "entity": row["entity"]} for row in came]
    here.execute(schema.head.insert(), rows)
    here.execute(schema.head.delete().where(schema.head.c.rev.in_(followed)))


def _union_documents(
    here: sa.Connection, there: sa.Connection, kinds: Mapping[str, DocumentKind]
) -> set[str]:
    came = _union(here, there, schema.document, "hash")
    for name in {row["kind"] for row in came} & kinds.keys():
        texts = {row["hash"]: row["body"] for row in came if row["kind"] == name}
        documents.project(here, kinds[name], texts)
    return {row["kind"] for row in came}
