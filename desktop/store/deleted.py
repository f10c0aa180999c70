"""What was deleted, as it was before: for whoever looks for it later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from desktop.store import sa, schema
from desktop.store.projection import shown
from desktop.store.reader import Db
from desktop.store.record import Record
from desktop.store.revisions import Heads, Revision
from desktop.store.schema import MOST_PARAMETERS

T = TypeVar("T", bound=Record)


@dataclass(frozen=True)
class Deleted:
    """A record that is gone, as it was before: when, by whom and in which change it went.

    `record.rev` names the version that went. `undone` says that the change named by `label` was
    undone, which took away what it had made.
    """

    record: Record
    clock: datetime
    author: str
    label: str
    undone: bool = False


def deleted(db: Db, kinds: Collection[type[Record]]) -> Iterator[Deleted]:
    """Yield what is gone of some kinds, the latest first, each record once.

    What one laptop deleted and another changed is not gone: it is there, to be reviewed. A record
    without any words left, as erasing leaves it, is not among them and can't be brought back.
    """
    known = {cls.KIND.name: cls for cls in kinds}
    seen: set[str] = set()
    gone = db.connection.execute(_gone(), {"kinds": list(known)})
    for part in gone.partitions(MOST_PARAMETERS):
        rows = []
        for row in part:
            if row.entity not in seen:
                seen.add(row.entity)
                rows.append(row)
        last = _last_versions(db, [row.entity for row in rows])
        undos = _undos(db, {row.change: row.undoes for row in rows})
        for row in rows:
            record = shown(known[row.kind], last.get(row.entity, []))
            if record is not None:
                clock = datetime.fromisoformat(row.clock)
                yield Deleted(record, clock, row.author, row.label, row.change in undos)


def _undos(db: Db, changes: Mapping[str, str | None]) -> set[str]:
    """Return which changes undid something; what undid an undo did it again.

    `changes` has by its id what each undoes, of so many as one query names.
    """
    change = schema.change
    known, asked = dict(changes), set[str]()
    while wanted := {one for one in known.values() if one} - known.keys() - asked:
        asked |= wanted
        chosen = sa.select(change.c.id, change.c.undoes).where(change.c.id.in_(wanted))
        known |= {row.id: row.undoes for row in db.rows(chosen)}
    return {one for one in changes if _depth(known, one) % 2}


def _depth(undoes: Mapping[str, str | None], change: str) -> int:
    """Return how many undoings and redoings lie between a change and what was done at first."""
    depth, before = 0, undoes[change]
    while before and before in undoes:
        depth, before = depth + 1, undoes[before]
    return depth


def as_known(db: Db, cls: type[T], ids: Iterable[str]) -> dict[str, T]:
    """Return records by id: as they are or, where they are gone, as they were before."""
    wanted = list(dict.fromkeys(ids))
    found = db.find_ids(cls, wanted)
    for entity, versions in _last_versions(db, [one for one in wanted if one not in found]).items():
        record = shown(cls, versions) if versions[0].kind == cls.KIND.name else None
        if record is not None:
            found[entity] = record
    return found


def _last_versions(db: Db, entities: Sequence[str]) -> Heads:
    """Return the nearest that deletions follow, by id: versions decide which, never clocks."""
    found: Heads = {}
    nearest: dict[str, int] = {}
    for start in range(0, len(entities), MOST_PARAMETERS):
        part = entities[start : start + MOST_PARAMETERS]
        for *revision, far in db.connection.execute(_followed(), {"entities": part}):
            version = Revision(*revision)
            if nearest.setdefault(version.entity, far) == far:
                found.setdefault(version.entity, []).append(version)
    return found


@cache
def _gone() -> sa.Select[Any]:
    """Return the query for heads that are deletions, of records of which no version is left."""
    revision, head, change = schema.revision, schema.head, schema.change
    other, living = head.alias(), revision.alias()
    lives = sa.select(other.c.rev).join(living, living.c.rev == other.c.rev)
    lives = lives.where(other.c.entity == revision.c.entity, living.c.body.is_not(None))
    # Not the bare column: its index, of all revisions, would be taken for that of the deletions.
    kind = revision.c.kind.concat("").in_(sa.bindparam("kinds", expanding=True))
    return (
        sa.select(revision.c.entity, revision.c.kind, revision.c.change)
        .add_columns(change.c.clock, change.c.author, change.c.label, change.c.undoes)
        .join(head, head.c.rev == revision.c.rev)
        .join(change, change.c.id == revision.c.change)
        .where(revision.c.body.is_(None), kind, ~lives.exists())
        .order_by(revision.c.at.desc(), revision.c.rev.desc())
    )


@cache
def _followed() -> sa.Select[Any]:
    """Return the query for what deletions follow, past deletions of what was deleted before."""
    revision, parent, head = schema.revision, schema.parent, schema.head
    start = sa.select(head.c.rev, sa.literal(0).label("far"))
    start = start.where(head.c.entity.in_(sa.bindparam("entities", expanding=True)))
    up = start.cte("up", recursive=True)
    above = sa.select(parent.c.parent, up.c.far + 1).join(up, up.c.rev == parent.c.child)
    above = above.join(revision, revision.c.rev == up.c.rev).where(revision.c.body.is_(None))
    up = up.union(above)
    chosen = sa.select(revision, up.c.far).join(up, up.c.rev == revision.c.rev)
    return chosen.where(revision.c.body.is_not(None)).order_by(up.c.far)
