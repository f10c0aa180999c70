"""The thousand staff of the sample programme."""

import random
from collections.abc import Sequence

from desktop.people.model import Person
from desktop.sample.texts import Name, lines, names
from desktop.store.record import derived_id

ORGANISATION = "Glasgow City Health and Social Care Partnership"
ROLES = {
    "home_carer": ("Home carer", 696),
    "coordinator": ("Coordinator", 74),
    "manager": ("Manager", 46),
    "assessor": ("Assessor", 52),
    "call_handler": ("Call handler", 54),
    "technician": ("Technician", 40),
    "driver": ("Driver", 38),
}
"""The seven roles: how they are called on screen and how many have each."""
TEAM_KINDS = {
    "home_carer": ("home_care",),
    "coordinator": ("home_care", "coordination"),
    "manager": ("home_care",),
    "assessor": ("assessment",),
    "call_handler": ("contact_centre",),
    "technician": ("telecare",),
    "driver": ("transport",),
}
LANGUAGES = {"polish": "pl", "gaelic": "gd", "welsh": "cy"}
LARGE_PRINT_SHARE = 0.05


def staff(rng: random.Random) -> list[Person]:
    """Return 1,000 people with distinct names, in random order."""
    roles = [role for role, (_, number) in ROLES.items() for _ in range(number)]
    rng.shuffle(roles)
    teams = [(name, kind) for name, _, kind in lines("teams.txt")]
    people = zip(_full_names(rng, len(roles)), roles, strict=True)
    return [_person(rng, given, surname, role, teams) for (given, surname), role in people]


def _full_names(rng: random.Random, number: int) -> list[tuple[Name, Name]]:
    famous = {cells[0].casefold() for cells in lines("famous.txt")}
    given, surnames = names("given"), names("surnames")
    drawn: dict[str, tuple[Name, Name]] = {}
    while len(drawn) < number:
        first = rng.choice(given)
        last = rng.choice(_fitting(rng, first, surnames))
        whole = f"{first.words} {last.words}"
        if whole.casefold() not in famous:
            drawn.setdefault(whole.casefold(), (first, last))
    return list(drawn.values())


def _fitting(rng: random.Random, first: Name, surnames: Sequence[Name]) -> Sequence[Name]:
    same = [name for name in surnames if name.home == first.home]
    if first.origin != first.home:
        return [name for name in same if name.origin == first.origin] or same
    plain = [name for name in same if name.origin == name.home]
    if plain and rng.random() < 0.85:
        return plain
    return [name for name in surnames if name.home in ("scottish", "irish")]


def _person(
    rng: random.Random, given: Name, surname: Name, role: str, teams: Sequence[tuple[str, str]]
) -> Person:
    fitting = [team for team, kind in teams if kind in TEAM_KINDS[role]]
    language = LANGUAGES.get(given.home, "")
    return Person(
        id=derived_id("sample", "person", given.words, surname.words),
        given=given.words,
        surname=surname.words,
        job_role=ROLES[role][0],
        team=rng.choice(fitting),
        organisation=ORGANISATION,
        large_print=rng.random() < LARGE_PRINT_SHARE,
        language=language if rng.random() < 0.5 else "",
    )
