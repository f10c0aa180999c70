"""Undo and redo: new changes that restore what was there before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.errors import UserError
from desktop.language import tr
from desktop.store import sa, schema
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.store.revisions import Heads, Revision, heads_of

DEPTH = 500
"""How many changes back undo looks."""
ASIDE = "aside"
"""What a change says it undoes when undo is not to offer it, such as building the sample."""


@dataclass(frozen=True)
class Step:
    """A change that can be undone or redone; `label` is what the user did at first."""

    id: str
    label: str
    clock: datetime


@dataclass(frozen=True)
class Steps:
    """What can be undone and redone, the latest last."""

    undo: tuple[Step, ...]
    redo: tuple[Step, ...]


def steps(db: Db, device: str) -> Steps:
    """Return what this replica can undo and redo.

    An undo moves its change to the redo side; a redo moves it back; anything new empties the
    redo side.
    """
    change = schema.change
    chosen = sa.select(change.c.id, change.c.label, change.c.clock, change.c.undoes)
    chosen = chosen.where(change.c.device == device).order_by(change.c.seq.desc()).limit(DEPTH)
    undo: dict[str, Step] = {}
    redo: dict[str, Step] = {}
    for row in reversed(db.rows(chosen)):
        step = Step(row.id, row.label, datetime.fromisoformat(row.clock))
        if row.undoes in undo:
            undo.pop(row.undoes)
            redo[row.id] = step
        elif row.undoes in redo:
            redo.pop(row.undoes)
            undo[row.id] = step
        elif row.undoes is None:
            redo.clear()
            undo[row.id] = step
    return Steps(tuple(undo.values()), tuple(redo.values()))


def reverse(change: Change, target: str) -> None:
    """Write the bodies that were there before a change.

    Raises UserError when one of its records changed since.
    """
    found = _found(change, target)
    followed, leaves = _followed(change, target), _leaves(change, target)
    heads = heads_of(change.connection, list(leaves))
    new: list[Revision] = []
    for entity, own in leaves.items():
        gone = followed.get(entity, [])
        before = found.get(entity, gone)
        after = [*(head for head in before if head not in gone), *own]
        now = heads.get(entity, [])
        if _bodies(now) != _bodies(after):
            raise UserError(
                tr("This was changed again since, so it can’t be undone. Change it by hand.")
            )
        new += _restored(change, before, now)
    change.write(new, heads)


def _restored(
    change: Change, before: Sequence[Revision], now: Sequence[Revision]
) -> list[Revision]:
    parents = tuple(head.rev for head in now)
    first = now[0]
    if not before:
        return [change.follow(first.entity, first.kind, first.schema, None, parents)]
    # In the order of their rank, so that the same one of several heads is shown again.
    return [
        change.follow(old.entity, old.kind, old.schema, old.body, parents)
        for old in sorted(before, key=lambda head: head.rank)
    ]


def _bodies(heads: Iterable[Revision]) -> list[str]:
    """Return what heads say: undo and redo put other revisions that say the same in place."""
    return sorted(head.body or "" for head in heads)


def _found(db: Db, target: str) -> Heads:
    """Return the heads that a change found, where it did not follow just those."""
    revision, found = schema.revision, schema.found
    chosen = sa.select(revision).join(found, found.c.rev == revision.c.rev)
    return _by_entity(db, chosen.where(found.c.change == target))


def _followed(db: Db, target: str) -> Heads:
    """Return the revisions of others that a change followed."""
    revision = schema.revision
    chosen = sa.select(revision).where(revision.c.rev.in_(_parents(target)))
    return _by_entity(db, chosen.where(revision.c.change != target))


def _leaves(db: Db, target: str) -> Heads:
    """Return the revisions of a change that it did not follow itself."""
    revision = schema.revision
    chosen = sa.select(revision).where(revision.c.change == target)
    return _by_entity(db, chosen.where(revision.c.rev.not_in(_parents(target))))


def _parents(target: str) -> sa.Select[str]:
    revision, parent = schema.revision, schema.parent
    mine = sa.select(revision.c.rev).where(revision.c.change == target)
    return sa.select(parent.c.parent).where(parent.c.child.in_(mine))


def _by_entity(db: Db, chosen: sa.Select[Any]) -> Heads:
    found: Heads = {}
    for row in db.rows(chosen):
        found.setdefault(row.entity, []).append(Revision(*row))
    return found
