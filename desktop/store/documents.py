"""Closed documents: immutable, named by their content, without author, device or time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.store import sa, schema
from desktop.store.codec import canonical, column_values, digest, parsed, to_plain
from desktop.store.projection import tally_table
from desktop.store.schema import MOST_PARAMETERS


@dataclass(frozen=True)
class Overlap:
    """What is computed where documents say the same, so that nothing is counted twice.

    Only documents of the same `fields` may overlap; a body and its rows have these alike. `held`
    takes the bodies of all of them by name and returns which say nothing but what others do: from
    the bodies alone, so that it is the same in whatever order they came together. `rows` are the
    rows of such a one, at least one.
    """

    fields: tuple[str, ...]
    held: Callable[[Mapping[str, Any]], Collection[str]]
    rows: Callable[[Any], Iterable[Any]]

    def place(self, text: str) -> tuple[Any, ...]:
        """Return what a document has alike with those that it may overlap with."""
        body = parsed(text)
        return tuple(body[field] for field in self.fields)


@dataclass(frozen=True)
class DocumentKind:
    """A kind of closed document and the rows that are computed from one.

    `row` is the dataclass of those rows; its name in lower case names their table. `schema` rises
    when other rows are computed from the same documents.
    """

    name: str
    row: type
    rows: Callable[[Any], Iterable[Any]]
    overlap: Overlap | None = None
    schema: int = 1

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
    project(connection, kind, {name: text})
    return name


def project(connection: sa.Connection, kind: DocumentKind, came: Mapping[str, str]) -> None:
    """Compute the rows of documents that came in, and anew of those they may overlap with."""
    there = _beside(connection, kind, kind.overlap, came) if kind.overlap else {}
    for part in _parts(there):
        connection.execute(kind.table.delete().where(kind.table.c.document.in_(part)))
    insert_all(connection, kind, {**came, **there})


def insert_all(connection: sa.Connection, kind: DocumentKind, texts: Mapping[str, str]) -> None:
    """Add the rows of documents by name, of which all that may overlap are among them."""
    rows = list(rows_of_all(kind, texts))
    if rows:
        connection.execute(kind.table.insert(), rows)


def _beside(
    connection: sa.Connection, kind: DocumentKind, overlap: Overlap, came: Mapping[str, str]
) -> dict[str, str]:
    """Return the other documents that may overlap with those that came in, by name."""
    t = kind.table
    alike = (t.c[field] == sa.bindparam(field) for field in overlap.fields)
    chosen = sa.select(t.c.document).distinct().where(*alike)
    names: set[str] = set()
    for place in {overlap.place(text) for text in came.values()}:
        values = dict(zip(overlap.fields, place, strict=True))
        names.update(connection.execute(chosen, values).scalars())
    document = schema.document
    found: dict[str, str] = {}
    for part in _parts(names - came.keys()):
        chosen = sa.select(document.c.hash, document.c.body).where(document.c.hash.in_(part))
        found |= {row.hash: row.body for row in connection.execute(chosen)}
    return found


def _parts(names: Iterable[str]) -> Iterator[list[str]]:
    left = list(names)
    for start in range(0, len(left), MOST_PARAMETERS):
        yield left[start : start + MOST_PARAMETERS]


def rows_of_all(kind: DocumentKind, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of documents by name, of which all that may overlap are among them."""
    held = set(_held(kind.overlap, texts)) if kind.overlap else set()
    for name, text in texts.items():
        yield from rows_of(kind, name, text, held=name in held)


def _held(overlap: Overlap, texts: Mapping[str, str]) -> Iterator[str]:
    places: dict[tuple[Any, ...], list[str]] = {}
    for name, text in texts.items():
        places.setdefault(overlap.place(text), []).append(name)
    for names in places.values():
        if len(names) > 1:
            yield from overlap.held({name: parsed(texts[name]) for name in names})


def rows_of(
    kind: DocumentKind, name: str, body: str, *, held: bool = False
) -> list[dict[str, Any]]:
    """Return the rows that one document is shown as, `held` where others say the same."""
    compute = kind.overlap.rows if held and kind.overlap else kind.rows
    return [
        {"document": name} | column_values(kind.row, to_plain(row)) for row in compute(parsed(body))
    ]
