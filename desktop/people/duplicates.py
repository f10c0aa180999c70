"""Who of a list may be the same person as somebody else; a person decides."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from desktop.people.model import Person
from desktop.text import name_key

_SHORTEST = 4
"""Shorter names differ by one letter and are two names: Jo and Jon, Ann and Anna."""

_MOST = 40
"""So many of a bucket are compared; it holds the people of one team with nearly one name."""


class Why(Enum):
    """Why two may be the same."""

    NUMBER = "the same staff number"
    EMAIL = "the same e-mail address"
    NAME = "the same name"
    SPELLING = "nearly the same name"


class Keys(NamedTuple):
    """What somebody is found by; worked out once for each person."""

    number: str
    email: str
    name: str
    given: str
    surname: str
    team: str


def keys_of(person: Person) -> Keys:
    """Return what a person is found by."""
    given, surname, team = map(name_key, (person.given, person.surname, person.team))
    name = f"{given} {surname}".strip()
    return Keys(person.staff_number, person.email.casefold(), name, given, surname, team)


def _near(given: str, surname: str) -> tuple[int, ...]:
    """Return what people of nearly the same name share at least one of.

    A slip is in the one name or in the other, and leaves its beginning or its end as it was.
    """
    return (
        hash((given, surname[:2], 1)),
        hash((given, surname[-2:], 2)),
        hash((surname, given[:2], 3)),
        hash((surname, given[-2:], 4)),
    )


class _Places(dict[str | int, int]):
    """The first place in a list by what is found there; hardly anything is found at several."""

    def __init__(self) -> None:
        super().__init__()
        self._several: dict[str | int, list[int]] = {}

    def add(self, key: str | int, place: int) -> None:
        first = self.setdefault(key, place)
        if first != place:
            self._several.setdefault(key, [first]).append(place)

    def at(self, key: str | int) -> Sequence[int]:
        """Return all places of a key that is there, in order."""
        return self._several.get(key) or (self[key],)


class _Spellings:
    """Places in a list by team and by what nearly the same names share."""

    def __init__(self) -> None:
        self._teams: dict[str, _Places] = {}

    def add(self, keys: Keys, place: int) -> None:
        if keys.team not in self._teams:
            self._teams[keys.team] = _Places()
        team = self._teams[keys.team]
        for key in _near(keys.given, keys.surname):
            team.add(key, place)

    def at(self, keys: Keys) -> Iterator[int]:
        """Yield the places of those who may have nearly the same name, also without a team."""
        for name in {keys.team, ""} & self._teams.keys():
            team = self._teams[name]
            for key in _near(keys.given, keys.surname):
                if key in team:
                    yield from team.at(key)[:_MOST]


class Lookalikes:
    """The people of a list, and who of them somebody may be.

    It is built once and asked once for each person on file: the work grows with both, not with
    their product. Two with staff numbers are never nearly the same, so those with one are only
    put in order by their spelling when somebody without one asks.
    """

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._numbers = _Places()
        self._emails = _Places()
        self._names = _Places()
        self._near, self._near_numbered = _Spellings(), _Spellings()
        self._waiting: list[int] = []  # to be put into the latter

    def add(self, person: Person, keys: Keys) -> None:
        """Add a person at the end of the list."""
        place = len(self.people)
        self.people.append(person)
        self._names.add(keys.name, place)
        if keys.email:
            self._emails.add(keys.email, place)
        if keys.number:
            self._numbers.add(keys.number, place)
            self._waiting.append(place)
        else:
            self._near.add(keys, place)

    def find(self, asked: Person, keys: Keys) -> dict[int, Why]:
        """Return the places in the list of those who may be the asked person, and why."""
        found: dict[int, Why] = {}
        if keys.email in self._emails:
            found |= dict.fromkeys(self._emails.at(keys.email), Why.EMAIL)
        if keys.number in self._numbers:
            found |= dict.fromkeys(self._numbers.at(keys.number), Why.NUMBER)
        if keys.name in self._names:
            for place in self._names.at(keys.name):
                if place not in found and agree(asked, self.people[place]):
                    found[place] = Why.NAME
        for place in self._near_to(keys):
            other = self.people[place]
            if place not in found and agree(asked, other) and nearly_same(asked, other):
                found[place] = Why.SPELLING
        return found

    def _near_to(self, keys: Keys) -> Iterator[int]:
        yield from self._near.at(keys)
        if not keys.number:
            for place in self._waiting:
                self._near_numbered.add(keys_of(self.people[place]), place)
            self._waiting.clear()
            yield from self._near_numbered.at(keys)


def agree(one: Person, other: Person) -> bool:
    """Return whether neither team nor staff number says that two are different people."""
    number = one.staff_number, other.staff_number
    if all(number) and number[0] != number[1]:
        return False
    return not one.team or not other.team or name_key(one.team) == name_key(other.team)


def nearly_same(one: Person, other: Person) -> bool:
    """Return whether two names differ by one letter, or two that changed places."""
    if one.given == other.given:
        return one_slip(name_key(one.surname), name_key(other.surname))
    if one.surname == other.surname:
        return one_slip(name_key(one.given), name_key(other.given))
    given, surname = name_key(one.given), name_key(one.surname)
    if given == name_key(other.given):
        return one_slip(surname, name_key(other.surname))
    return surname == name_key(other.surname) and one_slip(given, name_key(other.given))


def one_slip(one: str, other: str) -> bool:
    """Return whether two words of four letters or more differ by one slip of the finger."""
    if one == other or min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True  # a letter more at the end
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
