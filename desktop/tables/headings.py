"""What people call the columns of their lists, in English and Welsh."""

import re

from desktop.text import search_key

NAMES: dict[str, tuple[str, ...]] = {
    "name": (
        "name",
        "names",
        "full name",
        "attendee",
        "attendees",
        "attendee name",
        "name of attendee",
        "participant",
        "participant name",
        "delegate",
        "delegate name",
        "staff member",
        "staff name",
        "employee",
        "employee name",
        "surname first name",
        "surname forename",
        "last name first name",
        "enw",
        "enw llawn",
        "enwau",
    ),
    "given": (
        "given",
        "given name",
        "given names",
        "first",
        "first name",
        "first names",
        "forename",
        "forenames",
        "preferred name",
        "known as",
        "enw cyntaf",
        "enw bedydd",
        "enwau cyntaf",
    ),
    "surname": (
        "surname",
        "surnames",
        "last",
        "last name",
        "family name",
        "cyfenw",
        "enw olaf",
        "enw teuluol",
    ),
    "job_role": (
        "role",
        "job role",
        "job title",
        "job",
        "title",
        "position",
        "position title",
        "designation",
        "post",
        "post title",
        "rôl",
        "rôl swydd",
        "swydd",
        "teitl swydd",
        "teitl y swydd",
    ),
    "team": (
        "team",
        "team name",
        "department",
        "dept",
        "locality",
        "area",
        "office",
        "base",
        "service",
        "ward",
        "unit",
        "tîm",
        "adran",
        "gwasanaeth",
        "ardal",
        "ward neu dîm",
    ),
    "organisation": (
        "organisation",
        "organization",
        "organisation name",
        "employer",
        "company",
        "agency",
        "sefydliad",
        "enw sefydliad",
        "cyflogwr",
        "cwmni",
    ),
    "email": (
        "email",
        "email address",
        "mail",
        "work email",
        "work email address",
        "e-bost",
        "cyfeiriad e-bost",
    ),
    "staff_number": (
        "staff number",
        "staff no",
        "staff id",
        "payroll number",
        "payroll no",
        "payroll id",
        "payroll",
        "employee number",
        "employee no",
        "employee id",
        "assignment number",
        "personnel number",
        "rhif staff",
        "rhif gweithiwr",
        "rhif cyflogres",
        "rhif gweithiwr cyflogedig",
    ),
    "attended": (
        "attended",
        "attendance",
        "present",
        "presence",
        "here",
        "came",
        "attendance status",
        "attendee status",
        "signed in",
        "checked in",
        "did they attend",
        "presennol",
        "presenoldeb",
        "mynychodd",
        "mynychu",
    ),
    "arrived": (
        "arrived",
        "arrival",
        "arrival time",
        "time of arrival",
        "time in",
        "sign in time",
        "check in time",
        "checked in at",
        "cyrhaeddodd",
        "amser cyrraedd",
    ),
    "place": ("place", "location", "venue", "site", "lle", "lleoliad", "safle"),
    "date": (
        "date",
        "session date",
        "day",
        "start date",
        "timestamp",
        "completion time",
        "dyddiad",
        "dyddiad y sesiwn",
    ),
    "pledge": (
        "pledge",
        "pledges",
        "my pledge",
        "your pledge",
        "promise",
        "commitment",
        "i will",
        "i pledge",
        "i pledge to",
        "what will you do",
        "what will you do differently",
        "what will i do",
        "what will i do differently",
        "what do you pledge",
        "what do you pledge to do",
        "addewid",
        "fy addewid",
        "ymrwymiad",
    ),
    "show": (
        "show",
        "show on the tree",
        "on the tree",
        "share",
        "visibility",
        "may we show it",
        "may we show it on the tree",
        "may we show your pledge",
        "can we show it",
        "can we share it",
        "can we share your pledge",
        "happy to share",
        "permission to share",
        "dangos",
        "rhannu",
    ),
    "theme": ("theme", "themes", "topic", "category", "thema", "pwnc"),
    "language": ("language", "preferred language", "iaith", "dewis iaith"),
}
"""The usual names of what lists hold, by what this app calls it."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GAPS = re.compile(r"[_/\\.:|+&-]")
_NUMBERED = re.compile(
    r"\W{0,5}(?:q|question|c|cwestiwn)?\W{0,3}\d{1,3}(?:\s?[.):–-]|\s)(?=.*\w)",
    re.IGNORECASE | re.DOTALL,
)


def heading_words(heading: str) -> tuple[str, ...]:
    """Return the words of a heading: no case, accents or punctuation; `FirstName` is two words."""
    return tuple(search_key(_GAPS.sub(" ", _HUMP.sub(" ", heading))).split())


def heading_key(heading: str) -> str:
    """Return what two headings that mean the same have in common: `E-mail` and `email`."""
    return "".join(heading_words(heading))


def without_aside(heading: str) -> str:
    """Return a heading without what stands in brackets: `Date (dd/mm/yyyy)`."""
    return _ASIDE.sub(" ", heading)


def without_number(heading: str) -> str:
    """Return a heading without the number of its question: `3. Role`, `Q3: Role`."""
    numbered = _NUMBERED.match(heading)
    return heading[numbered.end() :] if numbered else heading


def heading_keys(heading: str) -> tuple[str, ...]:
    """Return the key of a heading, then that without its number, then also without brackets."""
    numberless = without_number(heading)
    return tuple(map(heading_key, (heading, numberless, without_aside(numberless))))
