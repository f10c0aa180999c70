"""Lists as people really paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.people.pasting import MOST_LINES, person_of, read_pasted

ROLES = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")


def who(person: Person) -> tuple[str, ...]:
    """Return the texts of a person without the empty ones at the end."""
    found = [getattr(person, field) for field in ROLES]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def people(text: str) -> list[tuple[str, ...]]:
    return [who(person) for person in read_pasted(text).people]


LISTS = {
    "names alone": (
        "Hanna Kowalczyk\nLlŷr ap Dafydd\n",
        [("Hanna", "Kowalczyk"), ("Llŷr", "ap Dafydd")],
    ),
    "numbered, with gaps": (
        "1. Hanna Kowalczyk\n\n2) Marged Puw\n",
        [("Hanna", "Kowalczyk"), ("Marged", "Puw")],
    ),
    "bullets of a mail": (
        " • Hanna Kowalczyk\n - Marged Puw\n* Tomasz Wiśniewski",
        [("Hanna", "Kowalczyk"), ("Marged", "Puw"), ("Tomasz", "Wiśniewski")],
    ),
    "name, role, team": (
        "Hanna Kowalczyk, Care worker, Tŷ Gwyn\nMarged Puw, Unpaid carer",
        [("Hanna", "Kowalczyk", "Care worker", "Tŷ Gwyn"), ("Marged", "Puw", "Unpaid carer")],
    ),
    "surname first": (
        "Kowalczyk, Hanna\nap Dafydd, Llŷr\nPuw, Marged",
        [("Hanna", "Kowalczyk"), ("Llŷr", "ap Dafydd"), ("Marged", "Puw")],
    ),
    "surname first, then the role": (
        "Kowalczyk, Hanna, Care worker\nPuw, Marged, Unpaid carer",
        [("Hanna", "Kowalczyk", "Care worker"), ("Marged", "Puw", "Unpaid carer")],
    ),
    "shouted surnames": (
        "KOWALCZYK Hanna\nVAN DER BERG Jan",
        [("Hanna", "Kowalczyk"), ("Jan", "van der Berg")],
    ),
    "a spreadsheet without headings": (
        "Hanna Kowalczyk\tCare worker\tTŷ Gwyn\tAberwen Council\thk@example.org",
        [("Hanna", "Kowalczyk", "Care worker", "Tŷ Gwyn", "Aberwen Council", "hk@example.org")],
    ),
    "a spreadsheet with headings in any order": (
        "Payroll No.\tSurname\tForename\tDept\tJob Title\n00417\tKowalczyk\tHanna\tHub\tNurse",
        [("Hanna", "Kowalczyk", "Nurse", "Hub", "", "", "00417")],
    ),
    "headings that mean nothing here": (
        "Name,Diet,Job role,Phone\nHanna Kowalczyk,vegan,Care worker,01632 960001",
        [("Hanna", "Kowalczyk", "Care worker")],
    ),
    "titles in a column": (
        "Title\tFirst name\tLast name\nMrs\tHanna\tKowalczyk",
        [("Hanna", "Kowalczyk")],
    ),
    "quoted cells with commas": (
        'Name,Team\n"Kowalczyk, Hanna","Home care, South"',
        [("Hanna", "Kowalczyk", "", "Home care, South")],
    ),
    "one heading": ("Attendees\nHanna Kowalczyk", [("Hanna", "Kowalczyk")]),
    "semicolons": (
        "Hanna Kowalczyk;Care worker\nMarged Puw;Unpaid carer",
        [("Hanna", "Kowalczyk", "Care worker"), ("Marged", "Puw", "Unpaid carer")],
    ),
    "the recipients of a mail": (
        "To: Kowalczyk, Hanna <hk@example.org>; Puw, Marged <m.puw@example.org>",
        [
            ("Hanna", "Kowalczyk", "", "", "", "hk@example.org"),
            ("Marged", "Puw", "", "", "", "m.puw@example.org"),
        ],
    ),
    "recipients apart by commas": (
        "Hanna Kowalczyk <hk@example.org>, Marged Puw <m.puw@example.org>",
        [
            ("Hanna", "Kowalczyk", "", "", "", "hk@example.org"),
            ("Marged", "Puw", "", "", "", "m.puw@example.org"),
        ],
    ),
    "addresses alone": (
        "hanna.kowalczyk@example.org\nmarged_puw@example.org",
        [
            ("Hanna", "Kowalczyk", "", "", "", "hanna.kowalczyk@example.org"),
            ("Marged", "Puw", "", "", "", "marged_puw@example.org"),
        ],
    ),
    "names in one line": (
        "Hanna Kowalczyk; Marged Puw; Nia Thomas; Huw Morgan; Efa Lloyd",
        [
            ("Hanna", "Kowalczyk"),
            ("Marged", "Puw"),
            ("Nia", "Thomas"),
            ("Huw", "Morgan"),
            ("Efa", "Lloyd"),
        ],
    ),
    "surnames first in one line": (
        "Kowalczyk, Hanna; Puw, Marged",
        [("Hanna", "Kowalczyk"), ("Marged", "Puw")],
    ),
    "surnames first in some lines": (
        "Hanna Kowalczyk, Care worker\nO’Neil, Sam\nPuw, Marged, Unpaid carer\nNia Thomas, Driver",
        [
            ("Hanna", "Kowalczyk", "Care worker"),
            ("Sam", "O’Neil"),
            ("Marged", "Puw", "Unpaid carer"),
            ("Nia", "Thomas", "Driver"),
        ],
    ),
    "roles in a list of surnames first": (
        (
            "Kowalczyk, Hanna\nGarcía López, Ana\nPuw, Nia\n"
            "Marged Puw, Occupational therapist\nHuw, Cook"
        ),
        [
            ("Hanna", "Kowalczyk"),
            ("Ana", "García López"),
            ("Nia", "Puw"),
            ("Marged", "Puw", "Occupational therapist"),
            ("Huw", "", "Cook"),
        ],
    ),
    "a chat's list of those present": (
        "Kowalczyk, Hanna (she/her)\nPuw, Marged (Guest)",
        [("Hanna", "Kowalczyk"), ("Marged", "Puw")],
    ),
    "ticks and numbers in a sign-in sheet": (
        "1\tHanna Kowalczyk\tCare worker\t✓\n2\tMarged Puw\tUnpaid carer\t",
        [("Hanna", "Kowalczyk", "Care worker"), ("Marged", "Puw", "Unpaid carer")],
    ),
    "mark-up stays text": (
        "<img src=x> Kowalczyk",
        [("<img src=x>", "Kowalczyk")],
    ),
    "nothing": ("\n \n", []),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_a_list_is_understood(text: str, expected: list[tuple[str, ...]]) -> None:
    assert people(text) == expected


def test_a_line_without_a_name_is_refused_with_its_number() -> None:
    pasted = read_pasted("Hanna Kowalczyk\n , ,\n12345\nMarged Puw")
    assert [(number, line) for number, line, _ in pasted.refused] == [(2, ", ,"), (3, "12345")]
    assert len(pasted.people) == 2


def test_a_line_that_stands_twice_is_taken_once() -> None:
    pasted = read_pasted("Hanna Kowalczyk\nhanna kowalczyk\nHanna Kowalczyk, Nurse, North")
    assert len(pasted.people) == 2
    assert [reason for _, _, reason in pasted.refused] == ["This line is in the list twice."]


def test_too_long_a_list_is_refused() -> None:
    with pytest.raises(UserError, match="5,000"):
        read_pasted("\n".join(f"Jane Doe {n}" for n in range(MOST_LINES + 1)))


@given(st.text(max_size=200))
def test_whatever_is_pasted_every_line_is_accounted_for(text: str) -> None:
    pasted = read_pasted(text)
    assert all(person.name.strip() for person in pasted.people)
    assert all(reason for _, _, reason in pasted.refused)


@pytest.mark.parametrize(
    ("values", "person"),
    [
        ({"name": "Kowalczyk, Hanna"}, ("Hanna", "Kowalczyk")),
        ({"name": "Hanna", "surname": "Kowalczyk"}, ("Hanna", "Kowalczyk")),
        ({"name": "Hanna Kowalczyk", "surname": "Kowalczyk"}, ("Hanna", "Kowalczyk")),
        ({"given": "Jan", "surname": "VAN DER BERG"}, ("Jan", "van der Berg")),
        ({"surname": "PUW"}, ("", "Puw")),
        ({"given": "Marged", "job_role": "Mrs"}, ("Marged",)),
        ({"given": "Jo", "email": "Jo <j@x.org>"}, ("Jo", "", "", "", "", "j@x.org")),
        ({}, ()),
    ],
)
def test_a_person_is_made_of_what_the_columns_say(
    values: dict[str, str], person: tuple[str, ...]
) -> None:
    assert who(person_of(values)) == person


def test_headings_in_welsh_are_known() -> None:
    assert people("Cyfenw\tEnw cyntaf\tTîm\nPuw\tMarged\tHwb") == [("Marged", "Puw", "", "Hwb")]
