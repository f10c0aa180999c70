"""How many leaves a programme's tree has: what may hang there is read for names."""

from collections.abc import Collection
from dataclasses import dataclass

from desktop.home import queries
from desktop.people.model import Person
from desktop.pledges.model import Outcome
from desktop.pledges.wording import name_words, named
from desktop.store.store import Store


@dataclass(frozen=True)
class Leaves:
    """How many pledges of a programme may be shown on its tree, and how many of them were kept."""

    number: int = 0
    kept: int = 0


def leaves(store: Store, programme: str) -> Leaves:
    """Return how many leaves a programme's tree has, and how many of them blossom.

    Reading a thousand pledges takes longer than all else on Home, so only in a worker.
    """
    values = queries.SHOWN | {"kept": Outcome.KEPT.value, "programme": programme}
    with store.glance() as db:
        found = db.query(queries.LEAVES, **values)
        people = db.query(queries.NAMES, programme=programme)
    names = _names(people)
    kept = [
        bool(is_kept)
        for session, text, checked, is_kept in found
        if checked or not named(text, names.get(session, ()))
    ]
    return Leaves(len(kept), sum(kept))


def _names(people: Collection[tuple[str, str, str]]) -> dict[str, Collection[str]]:
    """Return by session the names on its register."""
    found: dict[str, list[Person]] = {}
    for session, given, surname in people:
        found.setdefault(session, []).append(Person(given=given, surname=surname))
    return {session: name_words(people) for session, people in found.items()}
