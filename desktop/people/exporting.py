"""People as a list: the columns that importing recognises, filled with who is on file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.language import tr
from desktop.people.importing import people_kind
from desktop.people.labels import LABELS
from desktop.people.languages import language_name
from desktop.people.model import Person
from desktop.store import sa
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.tables.values import Value
from desktop.tables.writing import Table

_KEYS = tuple(field.key for field in people_kind().fields if field.key != "name")
HEADINGS = tuple(LABELS[key] for key in _KEYS)
"""The columns that say who somebody is, on every list."""
_BATCH = 1_000


def cells(person: Person) -> list[Value]:
    """Return what stands under HEADINGS."""
    return [getattr(person, key) for key in _KEYS]


def people_table(people: Iterable[Person], total: int) -> Table:
    """Return people as a list; they are read once, as they are written."""
    rows = (
        [*cells(person), language_name(person.language), person.large_print] for person in people
    )
    headings = (*HEADINGS, LABELS["language"], LABELS["large_print"])
    return Table(tr("People"), headings, rows, total)


def everyone(db: Db) -> Iterator[Person]:
    """Yield everyone on file by surname, a few at a time, so that 250,000 take little memory."""
    p = table(Person)
    ids = [row.id for row in db.rows(sa.select(p.c.id).order_by(p.c.sort, p.c.id))]
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        found = db.find_ids(Person, some)
        yield from (found[key] for key in some)
