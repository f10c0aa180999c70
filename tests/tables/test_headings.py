import pytest

from desktop.tables.headings import (
    NAMES,
    heading_key,
    heading_keys,
    heading_words,
    without_aside,
    without_number,
)


@pytest.mark.parametrize(
    "heading",
    ["First name", "FIRST NAME", "FirstName", "first_name", "First\nname *", " First-Name: "],
)
def test_case_marks_and_line_breaks_say_nothing(heading: str) -> None:
    assert heading_key(heading) == "firstname"


@pytest.mark.parametrize(
    ("one", "other"), [("E-mail", "email"), ("Tîm", "tim"), ("Rôl", "ROL"), ("E-bost", "ebost")]
)
def test_the_same_name_is_written_in_several_ways(one: str, other: str) -> None:
    assert heading_key(one) == heading_key(other)


def test_a_heading_has_words_and_asides() -> None:
    assert heading_words("Date/time (dd.mm.)") == ("date", "time", "dd", "mm")
    assert without_aside("Date (dd/mm/yyyy)").strip() == "Date"


@pytest.mark.parametrize(
    "heading",
    ["1. Job role", "Q1 Job role", "Question 12: Job role", "* 3) Job role", "C2.\nJob role (now)"],
)
def test_the_number_of_a_question_says_nothing(heading: str) -> None:
    assert heading_keys(heading)[-1] == "jobrole"


@pytest.mark.parametrize(
    "heading", ["Q1", "12", "2026 budget", "1st choice", "Team 1", "#" * 9_999]
)
def test_a_number_that_is_no_questions_stays(heading: str) -> None:
    assert without_number(heading) == heading


def test_no_usual_name_means_two_things() -> None:
    keys = [heading_key(name) for names in NAMES.values() for name in names]
    assert len(keys) == len(set(keys))
