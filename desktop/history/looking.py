"""Looking for what was deleted: from where, of which kind, by which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from desktop.history.naming import KIND_WORDS, Names, may_belong
from desktop.progress import Progress
from desktop.store.deleted import Deleted, as_known, deleted
from desktop.store.reader import Db
from desktop.store.record import Record
from desktop.text import search_key

T = TypeVar("T")
PART = 200


@dataclass(frozen=True)
class Wanted:
    """What is looked for: `holder` and all that belonged to it, of one kind, with some words in it.

    Each may be empty; then it does not matter.
    """

    holder: str = ""
    kind: type[Record] | None = None
    search: str = ""


@dataclass(frozen=True)
class Gone:
    """Something that was deleted, what it is called, and what else tells which one it was."""

    deleted: Deleted
    title: str
    about: tuple[str, ...]


def look(
    db: Db, wanted: Wanted, limit: int, progress: Progress | None = None
) -> tuple[list[Gone], bool]:
    """Return what was deleted, the latest first, and whether there is more than the limit.

    May be slow where very much was deleted; raises Cancelled when it was stopped.
    """
    names, found = Names(db), list[Gone]()
    keys = search_key(wanted.search).split()
    for part in _parts(deleted(db, _kinds(db, wanted))):
        if progress is not None:
            progress.step(0, 0)
        names.learn(one.record for one in part)
        for one in part:
            if not names.belongs(one.record, wanted.holder):
                continue
            gone = Gone(one, names.title(one.record), tuple(names.about(one.record)))
            if keys and not _holds(gone, keys):
                continue
            if len(found) == limit:
                return found, True
            found.append(gone)
    return found, False


def name_of(db: Db, entity: str) -> str:
    """Return what a record is called that is there or was deleted, empty where nobody knows."""
    return Names(db).title(_known(db, entity))


def _known(db: Db, entity: str) -> Record | None:
    found = (as_known(db, cls, [entity]).get(entity) for cls in KIND_WORDS)
    return next((record for record in found if record is not None), None)


def _kinds(db: Db, wanted: Wanted) -> list[type[Record]]:
    """Return the kinds to look through: very many people may be gone and none of them wanted."""
    kinds = [wanted.kind] if wanted.kind else list(KIND_WORDS)
    holder = _known(db, wanted.holder) if wanted.holder else None
    return [cls for cls in kinds if holder is None or may_belong(cls, type(holder))]


def _holds(gone: Gone, keys: Iterable[str]) -> bool:
    words = search_key(" ".join((gone.title, *gone.about, gone.deleted.author)))
    return all(key in words for key in keys)


def _parts(all_: Iterator[T]) -> Iterator[list[T]]:
    while part := list(islice(all_, PART)):
        yield part
