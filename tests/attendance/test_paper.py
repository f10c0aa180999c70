from dataclasses import replace
from datetime import date, datetime, time

import pytest

from desktop.attendance.actions import Line
from desktop.attendance.model import Attendance, Presence
from desktop.attendance.paper import RegisterLine, register
from desktop.people.model import Person
from desktop.sessions.model import Session
from tests.naughty import NAUGHTY
from tests.printing.reading import page_texts, whole_text

SESSION = Session(
    title="Good conversations at home",
    date=date(2026, 10, 8),
    start=time(14, 30),
    end=time(16, 30),
    place="Aberwen Community Hall",
    facilitators=("Siân Prosser", "Gareth Pugh"),
)
ARRIVED = datetime.fromisoformat("2026-10-08T14:31:09+01:00")


def line(
    given: str,
    surname: str = "",
    presence: Presence = Presence.EXPECTED,
    *,
    walk_in: bool = False,
    arrived: datetime | None = None,
) -> Line:
    person = Person(
        given=given,
        surname=surname,
        job_role="Home carer",
        team="North East",
        email="somebody@example.org",
        staff_number="S-4711",
        large_print=True,
    )
    attendance = Attendance(presence=presence, walk_in=walk_in, arrived=arrived)
    return Line(attendance, person)


LINES = [
    line("Zofia", "Adamska"),
    line("Łukasz", "Wójcik", Presence.PRESENT, arrived=ARRIVED),
    line("Eirlys", "Vaughan", Presence.PRESENT, walk_in=True, arrived=ARRIVED),
    line("Mòrag", "Ó Neill", Presence.APOLOGIES),
    line("Bethan", "Price", Presence.ABSENT),
]


def test_the_sheet_says_what_it_is_for_and_who_is_expected() -> None:
    text = whole_text(register(LINES, SESSION, programme="Living Well"))
    for words in (
        "Good conversations at home",
        "Register · Thursday 8 October 2026 · 14:30 to 16:30 · Aberwen Community Hall",
        "led by Siân Prosser, Gareth Pugh",
        "5 people on the list",
        "Wójcik, Łukasz Home carer North East",
        "Signature",
        "Living Well · 8 October 2026",
        "Page 1 of 1",
    ):
        assert words in text


def test_names_stand_by_surname_or_by_given_name() -> None:
    by_surname = whole_text(register(LINES, SESSION))
    order = ["Adamska, Zofia", "Ó Neill, Mòrag", "Price, Bethan", "Vaughan, Eirlys", "Wójcik, Ł"]
    places = [by_surname.index(name) for name in order]
    assert places == sorted(places)
    by_given = whole_text(register(LINES, SESSION, by_given=True))
    order = ["Bethan Price", "Eirlys Vaughan", "Łukasz Wójcik", "Mòrag Ó Neill", "Zofia Adamska"]
    places = [by_given.index(name) for name in order]
    assert places == sorted(places)


def test_a_sheet_to_sign_says_nothing_about_who_came() -> None:
    text = whole_text(register(LINES, SESSION))
    for words in ("14:31", "not coming", "absent", "walk-in"):
        assert words not in text


def test_the_filled_register_says_who_came_and_since_when() -> None:
    text = whole_text(register(LINES, SESSION, filled=True, blanks=0))
    assert "2 here, 5 people on the list" in text
    assert "Vaughan, Eirlys Home carer North East here 14:31, walk-in" in text
    assert "Wójcik, Łukasz Home carer North East here 14:31" in text
    assert "Ó Neill, Mòrag Home carer North East not coming" in text
    assert "Price, Bethan Home carer North East absent" in text
    assert "add yourself" not in text


def test_once_nobody_is_expected_it_is_a_record_and_takes_less_paper() -> None:
    lines = [line(f"Name {n}", presence=Presence.PRESENT, arrived=ARRIVED) for n in range(26)]
    record = page_texts(register(lines, SESSION, filled=True, blanks=0))
    sheet = page_texts(register(lines, SESSION, blanks=0))
    assert (len(record), len(sheet)) == (1, 2)
    assert "Signature" not in record[0]
    waiting = [*lines, line("Zofia")]
    assert "Signature" in whole_text(register(waiting, SESSION, filled=True, blanks=0))


def test_walk_ins_find_lines_to_write_on() -> None:
    some = page_texts(register(LINES, SESSION))
    many = page_texts(register(LINES, SESSION, blanks=40))
    assert "Not on the list? Please add yourself." in some[0]
    assert (len(some), len(many)) == (1, 2)
    assert "Please sign in." in whole_text(register([], SESSION, blanks=20))


def test_headings_stand_on_every_page() -> None:
    pages = page_texts(register([line(f"Name {n}") for n in range(60)], SESSION, blanks=0))
    assert len(pages) > 2
    assert all("Signature" in page and "Good conversations" in page for page in pages)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_what_is_nobody_elses_business_is_not_on_it() -> None:
    for filled in (True, False):
        text = whole_text(register(LINES, SESSION, filled=filled))
        assert "example.org" not in text
        assert "4711" not in text
        assert "large" not in text.lower()


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_prints_without_a_box(text: str) -> None:
    person = Person(given=text, surname=text, job_role=text, team=text)
    lines: list[RegisterLine] = [Line(Attendance(presence=Presence.PRESENT), person)]
    session = replace(SESSION, title=text, place=text, facilitators=(text,))
    pdf = register(lines, session, programme=text, filled=True)
    assert not set(whole_text(pdf)) & set("\ufffd\ufffe\x00")
    assert pdf == register(lines, session, programme=text, filled=True)
