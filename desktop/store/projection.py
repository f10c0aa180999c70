"""The tables that people's queries read: one per kind, recomputed from the revisions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from desktop.store import sa
from desktop.store.bulk import insert_rows
from desktop.store.codec import (
    Column,
    body_of,
    canonical,
    columns_of,
    digest,
    fields_of,
    record_of,
    same,
)
from desktop.store.record import Record
from desktop.store.revisions import Heads, Kinds, Revision, heads_of
from desktop.text import KEY_RULES

_SQL_TYPES = {str: "Text", int: "Integer", float: "Float", bool: "Boolean"}
T = TypeVar("T", bound=Record)
_tables: dict[type, sa.Table] = {}


def table(cls: type[Record]) -> sa.Table:
    """Return the table that shows the records of a kind, for use in queries.

    Its columns are the record's fields, then the kind's stored keys.
    """
    if cls not in _tables:
        # Threads may ask at once: the first one's table is everybody's.
        _tables.setdefault(cls, _make_table(cls))
    return _tables[cls]


def _make_table(cls: type[Record]) -> sa.Table:
    kind = cls.KIND
    return sa.Table(
        kind.name,
        sa.MetaData(),  # its own, as an old and a new version of a kind have the same name
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("rev", sa.String, nullable=False),
        sa.Column("review", sa.Boolean, nullable=False),
        *(_sql_column(column) for column in columns_of(cls)),
        *(sa.Column(key, sa.Text, nullable=False) for key in kind.keys),
        *(sa.Index(f"{kind.name}_{name}", name) for name in kind.index),
        *(sa.Index(f"{kind.name}_{name}", name) for name in kind.keys),
    )


def tally_table(cls: type) -> sa.Table:
    """Return the table that shows the rows computed from one kind of document.

    It has an index on the document and on the first field of the rows.
    """
    if cls not in _tables:
        _tables.setdefault(cls, _make_tally_table(cls))
    return _tables[cls]


def _make_tally_table(cls: type) -> sa.Table:
    name = cls.__name__.lower()
    columns = columns_of(cls)
    return sa.Table(
        name,
        sa.MetaData(),
        sa.Column("document", sa.String, nullable=False, index=True),
        *(_sql_column(column) for column in columns),
        sa.Index(f"ix_{name}_{columns[0].name}", columns[0].name),
    )


def _sql_column(column: Column) -> sa.Column[Any]:
    return sa.Column(column.name, getattr(sa, _SQL_TYPES[column.type]))


def signature(cls: type[Record]) -> str:
    """Return what changes when the table of a kind has to be dropped and rebuilt."""
    kind = cls.KIND
    shape = [["id", "VARCHAR"], ["rev", "VARCHAR"], ["review", "BOOLEAN"], *_shape(cls)]
    shape += [[key, "TEXT"] for key in kind.keys]
    indexes = sorted(f"{kind.name}_{name}" for name in (*kind.index, *kind.keys))
    name = f"{kind.name}, keys {KEY_RULES}" if kind.keys else kind.name
    return _signed(name, kind.schema, shape, indexes, kind.quiet)


def tally_signature(cls: type, schema: int = 1) -> str:
    """Return what changes when the table of a kind of document has to be dropped and rebuilt."""
    name = cls.__name__.lower()
    shape = [["document", "VARCHAR"], *_shape(cls)]
    indexes = sorted(f"ix_{name}_{column}" for column, _ in shape[:2])
    return _signed(name, schema, shape, indexes, ())


def _shape(cls: type) -> list[list[str]]:
    return [[column.name, _SQL_TYPES[column.type].upper()] for column in columns_of(cls)]


def _signed(
    name: str, schema: int, shape: list[list[str]], indexes: list[str], quiet: Iterable[str]
) -> str:
    # From the fields and not from the table: so it is known without SQLAlchemy.
    return digest(json.dumps([name, schema, shape, indexes, sorted(quiet)]))


def read_records(cls: type[T], rows: Iterable[Sequence[Any]]) -> list[T]:
    """Return the frozen records of a projection's whole rows, in the order of its columns."""
    columns = columns_of(cls)
    names = ("id", "rev", "review", *(column.name for column in columns))
    reads = [(column.name, column.read) for column in columns if column.read is not same]
    reads.append(("review", bool))
    found = []
    for row in rows:
        values = dict(zip(names, row, strict=False))
        for name, read in reads:
            values[name] = read(values[name])
        found.append(cls(**values))
    return found


def row_of(record: Record) -> tuple[Any, ...]:
    """Return the projection's row of a record, in the order of the table's columns."""
    get, others, keys = _in_row(type(record))
    row = list(get(record))
    for place, write in others:
        row[place] = write(msgspec.to_builtins(row[place]))
    return (*row, *[compute(record) for compute in keys])


class _InRow(NamedTuple):
    """How a row is made: its values, those written in another form by place, and the keys."""

    get: Callable[[Any], Sequence[Any]]
    others: Sequence[tuple[int, Callable[[Any], Any]]]
    keys: Sequence[Callable[[Any], str]]


_in_rows: dict[type[Record], _InRow] = {}


def _in_row(cls: type[Record]) -> _InRow:
    if cls not in _in_rows:
        columns = columns_of(cls)
        get = fields_of(["id", "rev", "review", *(column.name for column in columns)])
        others = [(at, one.write) for at, one in enumerate(columns, 3) if not one.is_plain]
        _in_rows[cls] = _InRow(get, others, list(cls.KIND.keys.values()))
    return _in_rows[cls]


def shown(cls: type[T], heads: Iterable[Revision]) -> T | None:
    """Return the record that several heads are shown as, None where it is deleted.

    The greatest by (not deleted, at, rev) is shown; it is marked to review unless all differ in
    quiet fields only. A body of a newer schema than this app knows is kept, but not shown.
    """
    known = [head for head in heads if head.schema <= cls.KIND.schema]
    if not known:
        return None
    first = max(known, key=lambda head: head.rank) if len(known) > 1 else known[0]
    if first.body is None:
        return None
    review = needs_review(cls, known)
    try:
        return record_of(cls, first.entity, first.body, first.schema, first.rev, review)
    except msgspec.ValidationError:  # one odd body must not keep the whole file from opening
        return None


def needs_review(cls: type[Record], heads: Sequence[Revision]) -> bool:
    """Return whether heads differ in more than the quiet fields."""
    if len(heads) == 1:
        return False
    known = [head for head in heads if head.schema <= cls.KIND.schema]
    return len({_opinion(cls, head) for head in known}) > 1


def _opinion(cls: type[Record], head: Revision) -> str:
    if head.body is None:
        return ""
    try:
        body = body_of(record_of(cls, head.entity, head.body, head.schema))
    except msgspec.ValidationError:
        return head.body
    return canonical({key: value for key, value in body.items() if key not in cls.KIND.quiet})


def project(connection: sa.Connection, kinds: Kinds, entities: Iterable[str]) -> None:
    """Recompute what is shown of records from their heads."""
    wanted = list(dict.fromkeys(entities))
    show(connection, kinds, heads_of(connection, wanted), wanted)


def show(
    connection: sa.Connection, kinds: Kinds, heads: Heads, before: Iterable[str]
) -> dict[str, Record]:
    """Put what is shown of records into their tables and return it by id.

    `before` are those that may be there already.
    """
    records = shown_of(kinds, heads)
    gone: dict[str, list[dict[str, str]]] = {}
    for entity in before:
        if entity in heads and heads[entity][0].kind in kinds:
            gone.setdefault(heads[entity][0].kind, []).append({"gone": entity})
    for name, ids in gone.items():
        connection.execute(_deletion(kinds[name]), ids)
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for record in records.values():
        rows.setdefault(record.KIND.name, []).append(row_of(record))
    for name, found in rows.items():
        insert_rows(connection, table(kinds[name]), found)
    return records


_made: dict[type[Record], sa.Delete] = {}


def _deletion(cls: type[Record]) -> sa.Delete:
    if cls not in _made:
        target = table(cls)
        _made[cls] = target.delete().where(target.c.id == sa.bindparam("gone"))
    return _made[cls]


def shown_of(kinds: Kinds, heads: Heads) -> dict[str, Record]:
    """Return what records are shown as, by id; deleted ones and unknown kinds are not shown."""
    records: dict[str, Record] = {}
    for entity, found in heads.items():
        cls = kinds.get(found[0].kind)
        record = shown(cls, found) if cls else None
        if record is not None:
            records[entity] = record
    return records
