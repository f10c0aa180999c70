"""What you can do with people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from operator import attrgetter

from desktop.errors import UserError
from desktop.language import tr
from desktop.people.model import Person
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.text import begins_words, is_plain, one_line, search_key

_GET_TEXTS = attrgetter(
    "given",
    "surname",
    "job_role",
    "team",
    "organisation",
    "email",
    "staff_number",
    "language",
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def save_person(change: Change, person: Person) -> Person:
    """Keep a person, new or changed.

    Raises UserError when there is no name, a text is too long or the e-mail is none.
    """
    return change.save(checked(person))


def settle_person(change: Change, person: Person) -> Person:
    """Keep a person as the one answer to what two laptops said; raises as `save_person`."""
    return change.resolve(checked(person))


def checked(person: Person) -> Person:
    """Return the person with cleaned fields; raises as `save_person`."""
    clean, wrong = cleaned(person)
    if wrong:
        raise UserError(next(iter(wrong.values())))
    return clean


def problems(person: Person) -> dict[str, str]:
    """Return a sentence for each field that can't be kept as it is, by the field's name."""
    return cleaned(person)[1]


def cleaned(person: Person) -> tuple[Person, dict[str, str]]:
    """Return the person with cleaned fields, and a sentence for each field that is wrong."""
    clean, wrong = (person, {}) if is_plain(_texts_of(person)) else _cleaned_texts(person)
    if not clean.name and not wrong:
        wrong["given"] = tr("Type a name.")
    if clean.email and not _EMAIL.fullmatch(clean.email):
        wrong.setdefault(
            "email", tr("An e-mail address looks like name@example.org. Correct or clear it.")
        )
    return clean, wrong


def _cleaned_texts(person: Person) -> tuple[Person, dict[str, str]]:
    texts: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for field, what in _field_names().items():
        try:
            texts[field] = one_line(getattr(person, field), what)
        except UserError as error:
            wrong[field] = str(error)
    changed = {field: text for field, text in texts.items() if text != getattr(person, field)}
    clean = replace(person, **changed) if changed else person  # type: ignore[arg-type]  # texts
    return clean, wrong


def _texts_of(person: Person) -> tuple[str, ...]:
    texts: tuple[str, ...] = _GET_TEXTS(person)
    return texts


@cache  # 100,000 people ask for them in one import
def _field_names() -> dict[str, str]:
    return {
        "given": tr("The given name"),
        "surname": tr("The surname"),
        "job_role": tr("The job role"),
        "team": tr("The team"),
        "organisation": tr("The organisation"),
        "email": tr("The e-mail address"),
        "staff_number": tr("The staff number"),
        "language": tr("The language"),
    }


def delete_person(change: Change, person: Person) -> None:
    """Take a person off file; their lines on registers come back with undo."""
    change.delete(person)


_LEAST = 20
"""So many are asked for at least: for fewer, SQLite would rather read and sort everybody."""

MOST_WORDS = 50
"""How many words of a search are looked for; a database can't be asked for thousands."""


def find_people(db: Db, search: str, limit: int = 20) -> list[Person]:
    """Return the people of whose names every typed word is a part, by surname.

    Those of whom a name begins with each of the words come first.
    """
    t = table(Person)
    words = list(dict.fromkeys(search_key(search).split()))[:MOST_WORDS]
    # By the key of the order, which has the same words: so only its index is read, not everybody.
    inside = [t.c.sort.contains(word, autoescape=True) for word in words]
    order, most = (t.c.sort, t.c.id), max(limit, _LEAST)
    found = db.find(Person, *inside, order=order, limit=most)
    if words and len(found) == most:  # there may be more, and they may be meant
        begun = [(" " + t.c.sort).contains(f" {word}", autoescape=True) for word in words]
        meant = db.find(Person, *inside, *begun, order=order, limit=most)
        found = list({person.id: person for person in (*meant, *found)}.values())
    sort = Person.KIND.keys["sort"]
    return sorted(found, key=lambda person: not begins_words(sort(person), words))[:limit]


def find_number(db: Db, number: str) -> Person | None:
    """Return the one person with that staff number, as a badge gives it, None if it is not one."""
    t = table(Person)
    found = db.find(Person, t.c.staff_number == number, limit=2) if number else []
    return found[0] if len(found) == 1 else None


def same_people(db: Db, people: Iterable[Person]) -> dict[str, Person]:
    """Return who is on file already, by the id of the person asked about.

    The same staff number or e-mail address is the same person; else the same name, where it is
    the only one and teams do not differ.
    """
    asked = list(people)
    t = table(Person)
    keys = {search_key(person.name) for person in asked}
    numbers = {p.staff_number for p in asked if p.staff_number}
    emails = {p.email.casefold() for p in asked if p.email}
    found: dict[str, Person] = {}
    for column, values in (
        (t.c.search, keys),
        (t.c.staff_number, numbers),
        (sa.func.lower(t.c.email), emails),
    ):
        wanted = sorted(values)
        for start in range(0, len(wanted), 500):
            for person in db.find(Person, column.in_(wanted[start : start + 500])):
                found[person.id] = person
    known = _Known(found.values())
    return {a.id: match for a in asked if (match := known.match(a))}


class _Known:
    """The people on file who may be meant, by staff number, e-mail address and name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.certain: dict[tuple[str, str], Person] = {}
        self.named: dict[str, list[Person]] = {}
        for person in people:
            for key in _certain_keys(person):
                self.certain.setdefault(key, person)
            self.named.setdefault(search_key(person.name), []).append(person)

    def match(self, asked: Person) -> Person | None:
        for key in _certain_keys(asked):
            if key in self.certain:
                return self.certain[key]
        fitting = [
            person
            for person in self.named.get(search_key(asked.name), [])
            if _agree(asked.team, person.team) and _agree(asked.staff_number, person.staff_number)
        ]
        return fitting[0] if len(fitting) == 1 else None


def _certain_keys(person: Person) -> list[tuple[str, str]]:
    keys = (("number", person.staff_number), ("email", person.email.casefold()))
    return [key for key in keys if key[1]]


def _agree(one: str, other: str) -> bool:
    return not one or not other or search_key(one) == search_key(other)


def add_people(change: Change, people: Iterable[Person]) -> list[Person]:
    """Keep a list of people; who is on file already is not kept twice.

    Returns them in the same order as they are on file, with blanks there filled in.
    """
    asked = [checked(person) for person in people]
    known = same_people(change, asked)
    merged: dict[str, Person] = {}
    order: list[str] = []
    for person in asked:
        there = merged.get(known[person.id].id, known[person.id]) if person.id in known else None
        kept = filled(there, person) if there else person
        merged[kept.id] = kept
        order.append(kept.id)
    saved = {person.id: person for person in change.save_all(merged.values())}
    return [saved[entity] for entity in order]


def filled(there: Person, new: Person) -> Person:
    """Return the person on file with what only the new one says."""
    fields = ("job_role", "team", "organisation", "email", "staff_number", "language")
    blanks = {name: getattr(new, name) for name in fields if not getattr(there, name)}
    return replace(there, **blanks)


def known_roles(db: Db, limit: int = 40) -> list[str]:
    """Return the job roles in use, the most frequent first."""
    return _frequent(db, table(Person).c.job_role, limit)


def known_organisations(db: Db, limit: int = 200) -> list[str]:
    """Return the organisations in use, the most frequent first."""
    return _frequent(db, table(Person).c.organisation, limit)


def known_teams(db: Db, limit: int = 200) -> list[str]:
    """Return the teams in use, the most frequent first."""
    return _frequent(db, table(Person).c.team, limit)


def _frequent(db: Db, column: sa.ColumnElement[str], limit: int) -> list[str]:
    number = sa.func.count()
    chosen = sa.select(column).where(column != "").group_by(column)
    return [row[0] for row in db.rows(chosen.order_by(number.desc(), column).limit(limit))]
