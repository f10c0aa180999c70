import pytest

from desktop.tables.headings import NAMES, heading_key, heading_words, without_aside


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


def test_no_usual_name_means_two_things() -> None:
    keys = [heading_key(name) for names in NAMES.values() for name in names]
    assert len(keys) == len(set(keys))
