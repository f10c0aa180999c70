"""A list of names pasted from a mail or a spreadsheet."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.errors import UserError
from desktop.language import tr
from desktop.people.model import Person
from desktop.people.names import TITLES, split_name
from desktop.tables.headings import NAMES, heading_key
from desktop.text import search_key, storable

MOST_LINES = 5_000
LEAST_NAMES = 5
"""A single line with so many parts is a list of names; with fewer it is one person's line."""

_EMAIL = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+\.[a-zA-Z]{2,}")
_BULLET = re.compile(r"^\s*(?:[-–•*·▪☐✓✔]+|\d{1,4}[.)])\s+")
_PREFIX = re.compile(r"^\s*(?:to|cc|bcc|from|required|optional)\s*:", re.IGNORECASE)
_RECIPIENT_ENDS = re.compile(r";|(?<=>)\s*,|,(?=\s*[^\s,;<>]+@)")
_FIELDS = ("name", "given", "surname", "job_role", "team", "organisation", "email", "staff_number")
_CARING = (
    "nurse carer doctor gp hca ot physio paramedic dentist pharmacist dietitian dietician midwife "
    "sister matron counsellor chaplain befriender visitor practitioner support worker assistant"
)
_OFFICE = (
    "manager officer volunteer driver student lead leader coordinator porter cook cleaner teacher "
    "tutor trainer advisor adviser administrator admin clerk consultant facilitator supervisor "
    "director champion secretary receptionist warden technician boss"
)
_ROLES = frozenset(f"{_CARING} {_OFFICE}".split())
_ROLE_ENDS = ("ologist", "therapist", "iatrist", "atrician", "worker", "nurse")
HEADINGS = {heading_key(name): field for field in _FIELDS for name in NAMES[field]}


@dataclass(frozen=True)
class Pasted:
    """What was understood of a pasted list, to be shown before it is kept.

    `refused` are (line number, line, reason).
    """

    people: tuple[Person, ...]
    refused: tuple[tuple[int, str, str], ...]


def read_pasted(text: str) -> Pasted:
    """Return the people of a pasted list: one a line; tab, comma or semicolon apart.

    A first line of headings names the columns; else the name comes first, then role, team,
    organisation; an e-mail address is known by its @. `Surname, Given` is understood, and so are
    the recipients of a mail in one line. Raises UserError when there are more than 5,000 lines.
    """
    lines = _lines(storable(text))
    if len(lines) > MOST_LINES:
        raise UserError(tr("Paste 5,000 lines or fewer at a time."))
    divide = _divider([line for _, line in lines])
    rows = [(number, line, divide(line)) for number, line in lines]
    headings = _headings(rows[0][2]) if rows else None
    people: dict[tuple[str, ...], Person] = {}
    refused: list[tuple[int, str, str]] = []
    for number, line, cells in rows[1:] if headings else rows:
        person = _person(cells, headings) if headings else _guess(cells)
        key = _same(person)
        if not search_key(person.name):
            refused.append((number, line.strip(), tr("There is no name on this line.")))
        elif key in people:
            refused.append((number, line.strip(), tr("This line is in the list twice.")))
        else:
            people[key] = person
    return Pasted(tuple(people.values()), tuple(refused))


def _same(person: Person) -> tuple[str, ...]:
    parts = (person.name, person.job_role, person.team, person.organisation)
    return (*(search_key(part) for part in parts), person.email.casefold(), person.staff_number)


def _lines(text: str) -> list[tuple[int, str]]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for part in _recipients(_PREFIX.sub("", line)):
            whole = _BULLET.sub("", part)
            if whole.strip():
                found.append((number, whole))
    return _one_line_of_names(found)


def _recipients(line: str) -> Iterator[str]:
    """Yield the people of a mail's recipients, one each; any other line as it is."""
    if len(_EMAIL.findall(line)) < 2 or "\t" in line:
        yield line
    else:
        yield from _RECIPIENT_ENDS.split(line)


def _one_line_of_names(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    if len(lines) != 1 or "\t" in lines[0][1]:
        return lines
    number, line = lines[0]
    parts = [part.strip() for part in line.split(";" if ";" in line else ",")]
    parts = [part for part in parts if part]
    if ";" in line and len(parts) > 1 and all("," in part for part in parts):
        return [(number, part) for part in parts]
    names = all(1 < len(part.split()) < 5 for part in parts)
    return [(number, part) for part in parts] if len(parts) >= LEAST_NAMES and names else lines


def _divider(lines: list[str]) -> Callable[[str], list[str]]:
    if any("\t" in line for line in lines):
        return lambda line: _cells(line, "\t")
    if any(";" in line for line in lines):
        return lambda line: _cells(line, ";")
    if lines and _headings(_cells(lines[0], ",")):
        return _by_commas
    usual = _surnames_first(lines)
    return lambda line: _by_place(line, surnames_first=usual)


def _by_place(line: str, *, surnames_first: bool) -> list[str]:
    """Divide one line of a list in which surnames mostly stand first, or mostly not.

    What stands after the comma decides: a role, or in `O’Neil, Sam` a given name.
    """
    before, after = [*_by_commas(line), "", ""][:2]
    if _is_role(after):
        return _by_commas(line)
    given = _is_one_surname(before) and all(word[:1].isupper() for word in after.split())
    return _surname_then_given(line) if surnames_first or given else _by_commas(line)


def _by_commas(line: str) -> list[str]:
    return _cells(line, ",")


def _surname_then_given(line: str) -> list[str]:
    surname, *rest = _cells(line, ",")
    return [f"{surname}, {rest[0]}", *rest[1:]] if rest else [surname]


def _surnames_first(lines: list[str]) -> bool:
    """Return whether `Doe, Jane` is meant: what stands before the comma is one surname.

    `Jane Doe, Home carer` has two or more words before it.
    """
    cells = [[*_by_commas(line), "", ""] for line in lines if "," in line]
    pairs = [(before, after) for before, after, *_ in cells if not _is_role(after)]
    single = sum(1 for before, _ in pairs if _is_one_surname(before))
    return bool(pairs) and single * 2 > len(pairs)


def _is_one_surname(words: str) -> bool:
    return split_name("x " + words)[0] == "x"


def _is_role(words: str) -> bool:
    """Return whether the words name work, such as Care worker, GP or Physiotherapist."""
    last = search_key(words).split()[-1:]
    return any(word in _ROLES or word.endswith(_ROLE_ENDS) for word in last)


def _cells(line: str, mark: str) -> list[str]:
    cells = next(csv.reader(io.StringIO(line), delimiter=mark), [])
    return [cell.strip() for cell in cells]


def _headings(cells: list[str]) -> list[str] | None:
    """Return the field of each column, empty where it is none; None if these are no headings."""
    fields = [HEADINGS.get(heading_key(cell), "") for cell in cells]
    if not {"name", "given", "surname"} & set(fields):
        return None
    known, filled = sum(map(bool, fields)), sum(map(bool, cells))
    return fields if known > 1 or filled == 1 else None


def _person(cells: list[str], headings: list[str]) -> Person:
    values: dict[str, str] = {}
    for field, cell in zip(headings, cells, strict=False):
        if field and cell and not _is_title(cell):
            values.setdefault(field, cell)
    return person_of(values)


def person_of(values: Mapping[str, str]) -> Person:
    """Return the person that a list's columns give; `name` is the whole name in one column.

    A name beside a surname is the given name unless it holds the surname. A surname in capitals is
    written as names are, and a role that is only Mrs or Dr is none.
    """
    texts = {field: text for field, text in values.items() if text}
    if _is_title(texts.get("job_role", "")):
        del texts["job_role"]
    name, surname = texts.pop("name", ""), texts.get("surname", "")
    if surname and not (name and _holds(name, surname)):
        texts.setdefault("given", name)
    else:
        given, last = split_name(name)
        texts = {"given": given, "surname": last} | texts
    if surname.isupper() and len(surname) > 2 and "," not in surname:
        texts["given"], texts["surname"] = split_name(f"{surname}, {texts['given']}")
    email = _EMAIL.search(texts.get("email", ""))
    texts["email"] = email.group() if email else texts.get("email", "")
    return Person(**texts)  # type: ignore[arg-type]  # headings name texts only


def _holds(name: str, surname: str) -> bool:
    return set(search_key(surname).split()) <= set(search_key(name).split())


def _guess(cells: list[str]) -> Person:
    emails = [match.group() for cell in cells if (match := _EMAIL.search(cell))]
    words = [_EMAIL.sub("", cell).strip(" <>()\"'") if "@" in cell else cell for cell in cells]
    words = [word for word in words if any(map(str.isalpha, word)) and not _is_title(word)]
    email = emails[0] if emails else ""
    given, surname = split_name(words[0] if words else _name_in(email))
    person = Person(given=given, surname=surname, email=email)
    role, team, organisation = (words[1:] + [""] * 3)[:3]
    return replace(person, job_role=role, team=team, organisation=organisation)


def _is_title(cell: str) -> bool:
    return cell.rstrip(".").casefold() in TITLES


def _name_in(email: str) -> str:
    """Return the name in an address such as jane.smith@example.org, empty where there is none."""
    words = [word for word in re.split(r"[._]", email.partition("@")[0]) if word.isalpha()]
    return " ".join(words) if len(words) > 1 else ""
