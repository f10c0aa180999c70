"""The handle that writes: an open, named change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from desktop.progress import Progress
from desktop.store import documents, sa, schema
from desktop.store.bulk import nothing_is_garbage
from desktop.store.codec import body_of, body_text, canonical, record_of
from desktop.store.documents import DocumentKind
from desktop.store.projection import needs_review, show
from desktop.store.reader import Db
from desktop.store.record import Record
from desktop.store.revisions import Heads, Kinds, Revision, follow, heads_of, insert, new_revision

T = TypeVar("T", bound=Record)
Parents = Mapping[str, tuple[str, ...]]
Sets = dict[str, set[str]]
PART = 10_000
"""So many records are kept at a time; SQLite takes longer for the same rows in small parts."""


@dataclass(frozen=True)
class Stamp:
    """What every row of one change carries: who, where, when and what it is called."""

    id: str
    device: str
    seq: int
    at: int
    clock: str
    author: str
    label: str
    undoes: str | None = None


def last_of(connection: sa.Connection, device: str, limit: int) -> tuple[int, int]:
    """Return the last number of a replica's changes, and the last time that is not past a limit.

    They are read anew for each change: another program may have written in between.
    """
    found = connection.execute(_last(), {"this": device, "limit": limit}).one()
    return found.seq or 0, found.at or 0


@cache  # putting it together takes longer than SQLite takes to run it
def _last() -> sa.Select[Any]:
    change, revision = schema.change, schema.revision
    seq = sa.select(sa.func.max(change.c.seq)).where(change.c.device == sa.bindparam("this"))
    at = sa.select(sa.func.max(revision.c.at)).where(revision.c.at <= sa.bindparam("limit"))
    return sa.select(seq.scalar_subquery().label("seq"), at.scalar_subquery().label("at"))


@cache
def _insert() -> sa.Insert:
    return schema.change.insert()


class Change(Db):
    """Collects what one named step writes; reads see what was written before."""

    def __init__(
        self, connection: sa.Connection, kinds: Kinds, stamp: Stamp, lost: Parents | None = None
    ) -> None:
        """Start a change; `lost` has the parents of revisions that were never committed."""
        super().__init__(connection)
        self.kinds = kinds
        self.stamp = stamp
        self.lost = lost or {}
        self.at = stamp.at
        self.touched: set[str] = set()
        self.kept: set[str] = set()
        self.parents: dict[str, tuple[str, ...]] = {}
        self._found: Sets = {}
        self._followed: Sets = {}

    @property
    def id(self) -> str:
        """The id of this change, to undo it by."""
        return self.stamp.id

    def save(self, record: T) -> T:
        """Keep a record and return it as its reader will see it.

        A record whose body equals the one shown writes nothing.
        """
        return self.save_all([record])[0]

    def save_all(self, records: Iterable[T], progress: Progress | None = None) -> list[T]:
        """Keep many records of any kinds; each may occur once.

        Says how far it is before each part; raises Cancelled when it was stopped.
        """
        wanted = list(records)
        kept: list[T] = []
        for start in range(0, len(wanted), PART):
            if progress is not None:
                progress.step(start, len(wanted))
            part = wanted[start : start + PART]
            with nothing_is_garbage(len(part)):
                kept += self._save_all(part)
        return kept

    def _save_all(self, wanted: Sequence[T]) -> list[T]:
        heads = self._heads(wanted)
        kept: list[Revision] = []
        new: list[Revision] = []
        for record in wanted:
            text, found = body_text(record), heads.get(record.id, [])
            same = self._same(record, text, found)
            if same is None:
                new.append(self._following(record, text, self._parents(record, found)))
            kept.append(same or new[-1])
        shown = self.write(new, heads)
        return [
            _as_read(record, revision, heads[record.id], shown.get(record.id))
            for record, revision in zip(wanted, kept, strict=True)
        ]

    def resolve(self, record: T) -> T:
        """Keep a record as the one answer to all its differing versions."""
        heads = self._heads([record])
        text, found = body_text(record), heads.get(record.id, [])
        same = self._same(record, text, found) if len(found) == 1 else None
        answer = same or self._following(record, text, [head.rev for head in found])
        shown = self.write([] if same else [answer], heads)
        return _as_read(record, answer, heads[record.id], shown.get(record.id))

    def delete(self, *records: Record) -> None:
        """Take records away; undo brings them back. One that is gone already stays gone.

        One that was to be reviewed goes with all its versions.
        """
        heads = self._heads(records)
        new: list[Revision] = []
        for record in records:
            if all(head.body is None for head in heads.get(record.id, [])):
                continue
            seen = self._seen(record.rev)
            if not seen:
                raise ValueError("a record has to be read before it can be deleted")
            if record.review:
                seen = tuple(head.rev for head in heads[record.id])
            new.append(self._following(record, None, seen))
        self.write(new, heads)

    def keep(self, kind: DocumentKind, body: object) -> str | None:
        """Add a closed document; returns its hash, None when it was there already.

        It leaves no trace of this change, and undo does not touch it.
        """
        name = documents.keep(self.connection, kind, body)
        if name:
            self.kept.add(kind.name)
        return name

    def _heads(self, records: Sequence[Record]) -> Heads:
        if len({record.id for record in records}) < len(records):
            raise ValueError("a record occurs twice")
        for record in records:
            if self.kinds.get(record.KIND.name) is not type(record):
                raise ValueError(f"{type(record).__name__} is not a kind of this store")
        return heads_of(self.connection, [record.id for record in records])

    def _seen(self, rev: str | None) -> tuple[str, ...]:
        """Return the revisions that a reader of a rev knew.

        A page may still hold what it saved in a change that failed, by a full disk perhaps; it
        then knew what that revision would have followed.
        """
        if rev is None:
            return ()
        if rev not in self.lost:
            return (rev,)
        return tuple(seen for parent in self.lost[rev] for seen in self._seen(parent))

    def _parents(self, record: Record, heads: Sequence[Revision]) -> tuple[str, ...]:
        if not heads:
            return self._seen(record.rev)
        # Who saw nothing follows the tombstones, so that what comes back is one line again.
        gone = tuple(head.rev for head in heads if head.body is None)
        return self._seen(record.rev) or gone

    def _same(self, record: Record, text: str, heads: Sequence[Revision]) -> Revision | None:
        """Return the head that says the same already: the one seen, else the one shown."""
        if not heads:
            return None
        seen = self._seen(record.rev)
        known = [head for head in heads if head.schema <= record.KIND.schema]
        mine = [head for head in known if head.rev in seen] or known
        head = max(mine, key=lambda head: head.rank, default=None)
        if head is None or head.body is None:
            return None
        if head.schema == record.KIND.schema:
            return head if head.body == text else None
        upgraded = record_of(type(record), record.id, head.body, head.schema)
        return head if canonical(body_of(upgraded)) == text else None

    def _following(self, record: Record, body: str | None, parents: Sequence[str]) -> Revision:
        return self.follow(record.id, record.KIND.name, record.KIND.schema, body, parents)

    def follow(
        self, entity: str, kind: str, version: int, body: str | None, parents: Sequence[str]
    ) -> Revision:
        """Return a revision of this change that follows others; `write` adds it."""
        self.at += 1
        return new_revision(entity, kind, self.id, self.at, version, body, parents)

    def write(self, revisions: Sequence[Revision], heads: Heads) -> dict[str, Record]:
        """Add revisions of this change; `heads` are those of their records, and are moved.

        Returns what is shown now of the records that were written, by id.
        """
        if not revisions:
            return {}
        if not self.touched:
            self.connection.execute(_insert(), [vars(self.stamp)])
        insert(self.connection, revisions)
        self._remember(revisions, heads)
        changed = list(dict.fromkeys(revision.entity for revision in revisions))
        before = [entity for entity in changed if entity in heads]
        follow(heads, revisions)
        moved = {entity: heads[entity] for entity in changed}
        shown = show(self.connection, self.kinds, moved, before)
        self.touched |= {revision.kind for revision in revisions}
        self.parents |= {revision.rev: revision.parents for revision in revisions}
        return shown

    def _remember(self, revisions: Iterable[Revision], heads: Heads) -> None:
        for revision in revisions:
            entity = revision.entity
            if entity not in heads and not revision.parents:
                continue  # nobody wrote it before, as most of a list that comes in
            before = {head.rev for head in heads.get(entity, []) if head.rev not in self.parents}
            self._found.setdefault(entity, before)
            others = {parent for parent in revision.parents if parent not in self.parents}
            self._followed.setdefault(entity, set()).update(others)

    def finish(self) -> None:
        """Keep what undo has to know of records that were not written from their heads."""
        rows = [
            {"change": self.id, "rev": rev}
            for entity, found in self._found.items()
            if found != self._followed[entity]
            for rev in found
        ]
        if rows:
            self.connection.execute(schema.found.insert(), rows)


def _as_read(record: T, revision: Revision, heads: Sequence[Revision], shown: Record | None) -> T:
    cls = type(record)
    if isinstance(shown, cls) and shown.rev == revision.rev:
        return shown
    body = revision.body or "{}"
    review = needs_review(cls, heads)
    return record_of(cls, revision.entity, body, revision.schema, revision.rev, review)
