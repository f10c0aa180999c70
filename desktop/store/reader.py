"""The handle that reads: `db`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from desktop.store import sa, schema
from desktop.store.glance import Glance
from desktop.store.projection import read_records, table
from desktop.store.record import Record
from desktop.store.schema import MOST_PARAMETERS

T = TypeVar("T", bound=Record)


@dataclass(frozen=True)
class Version:
    """One version of a record in its history; `body` is None where it was deleted.

    `parents` are the revisions it follows; `latest` says that no other one follows it.
    """

    rev: str
    clock: datetime
    author: str
    label: str
    schema: int
    body: Mapping[str, Any] | None
    parents: tuple[str, ...] = ()
    latest: bool = False


class Db(Glance):
    """Reads one consistent state of the data; rows are frozen and may cross threads."""

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__(lambda sql, values: connection.execute(sa.text(sql), values).all())
        self.connection = connection

    def find(
        self,
        cls: type[T],
        *where: sa.ColumnElement[bool],
        order: Sequence[Any] = (),
        limit: int | None = None,
    ) -> list[T]:
        """Return the records that fulfil all conditions, in the given order."""
        chosen = sa.select(table(cls)).where(*where).order_by(*order).limit(limit)
        return read_records(cls, self.connection.execute(chosen))

    def find_ids(self, cls: type[T], ids: Iterable[str]) -> dict[str, T]:
        """Return the records of many ids, by id; those that are gone are missing."""
        wanted = list(dict.fromkeys(ids))
        target = table(cls)
        found: dict[str, T] = {}
        for start in range(0, len(wanted), MOST_PARAMETERS):
            part = wanted[start : start + MOST_PARAMETERS]
            found |= {record.id: record for record in self.find(cls, target.c.id.in_(part))}
        return found

    def count(self, cls: type[T], *where: sa.ColumnElement[bool]) -> int:
        """Return how many records fulfil all conditions."""
        chosen = sa.select(sa.func.count()).select_from(table(cls)).where(*where)
        return int(self.connection.execute(chosen).scalar_one())

    def rows(self, select: sa.Select[Any]) -> Sequence[sa.Row[*tuple[Any, ...]]]:
        """Return the rows of any query over the projections."""
        return self.connection.execute(select).all()

    def documents(self, kind: str, *hashes: str) -> dict[str, Any]:
        """Return the bodies of closed documents of a kind, by hash; all where none is named."""
        chosen = sa.select(schema.document.c.hash, schema.document.c.body)
        chosen = chosen.where(schema.document.c.kind == kind)
        if hashes:
            chosen = chosen.where(schema.document.c.hash.in_(hashes))
        return {row.hash: json.loads(row.body) for row in self.connection.execute(chosen)}

    def history(self, entity: str) -> list[Version]:
        """Return all versions of a record, the latest first."""
        chosen = (
            sa.select(schema.revision, schema.change.c.clock, schema.change.c.author)
            .add_columns(schema.change.c.label)
            .join(schema.change, schema.change.c.id == schema.revision.c.change)
            .where(schema.revision.c.entity == entity)
            .order_by(schema.revision.c.at.desc(), schema.revision.c.rev.desc())
        )
        parents, latest = _parents(self.connection, entity), _latest(self.connection, entity)
        return [
            Version(
                row.rev,
                datetime.fromisoformat(row.clock),
                row.author,
                row.label,
                row.schema,
                None if row.body is None else json.loads(row.body),
                parents.get(row.rev, ()),
                row.rev in latest,
            )
            for row in self.connection.execute(chosen)
        ]


def _parents(connection: sa.Connection, entity: str) -> dict[str, tuple[str, ...]]:
    parent, revision = schema.parent, schema.revision
    chosen = sa.select(parent).join(revision, revision.c.rev == parent.c.child)
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(chosen.where(revision.c.entity == entity)):
        found[row.child] = (*found.get(row.child, ()), row.parent)
    return found


def _latest(connection: sa.Connection, entity: str) -> set[str]:
    chosen = sa.select(schema.head.c.rev).where(schema.head.c.entity == entity)
    return set(connection.execute(chosen).scalars())
