"""Closed documents: immutable, named by their content, without author, device or time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from desktop.store import sa, schema
from desktop.store.codec import canonical, column_values, digest, parsed, to_plain
from desktop.store.projection import tally_table


@dataclass(frozen=True)
class DocumentKind:
    """A kind of closed document and the rows that are computed from one.

    `row` is the dataclass of those rows; its name in lower case names their table.
    """

    name: str
    row: type
    rows: Callable[[Any], Iterable[Any]]

    @property
    def table(self) -> sa.Table:
        """The table that shows the computed rows."""
        return tally_table(self.row)


def document_hash(kind: str, body: object) -> str:
    """Return the content hash that names a document."""
    return text_hash(kind, canonical(body))


def text_hash(kind: str, text: str) -> str:
    """Return the content hash of a document as it is stored, in canonical JSON."""
    return digest(f"[{canonical(kind)},{text}]")


def keep(connection: sa.Connection, kind: DocumentKind, body: Any) -> str | None:
    """Add a document; returns its hash, None when it is there already."""
    text = canonical(to_plain(body))
    name = text_hash(kind.name, text)
    document = schema.document
    if connection.execute(sa.select(document.c.hash).where(document.c.hash == name)).first():
        return None
    connection.execute(document.insert(), [{"hash": name, "kind": kind.name, "body": text}])
    project(connection, kind, name, text)
    return name


def project(connection: sa.Connection, kind: DocumentKind, name: str, body: str) -> None:
    """Compute the rows of one document."""
    rows = rows_of(kind, name, body)
    if rows:
        connection.execute(kind.table.insert(), rows)


def rows_of(kind: DocumentKind, name: str, body: str) -> list[dict[str, Any]]:
    """Return the rows that one document is shown as."""
    return [
        {"document": name} | column_values(kind.row, to_plain(row))
        for row in kind.rows(parsed(body))
    ]
