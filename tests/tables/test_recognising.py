import pytest

from desktop.tables.recognising import recognise
from tests.tables.lists import FORM, STAFF, rows

HEADERS = {
    "plain": ("Name|Role|Team", {"name": 0, "job_role": 1, "team": 2}),
    "of a payroll": (
        "Payroll No.|SURNAME|Forename(s)|Job Title|Dept",
        {"staff_number": 0, "surname": 1, "given": 2, "job_role": 3, "team": 4},
    ),
    "in Welsh": (
        "Cyfenw|Enw cyntaf|Swydd|Tîm|E-bost|Rhif staff",
        {"surname": 0, "given": 1, "job_role": 2, "team": 3, "email": 4, "staff_number": 5},
    ),
    "with line breaks": ("Staff\nnumber|First\nname", {"staff_number": 0, "given": 1}),
    "with stars and brackets": ("First name *|E-mail (work)", {"given": 0, "email": 1}),
    "with numbers before": ("No|Full name|Ward", {"name": 1, "team": 2}),
    "of one column": ("Surname, First name", {"name": 0}),
    "by the field's own words": ("Given name|job_role", {"given": 0, "job_role": 1}),
}


@pytest.mark.parametrize(("header", "places"), HEADERS.values(), ids=HEADERS.keys())
def test_columns_are_known_by_their_usual_names(header: str, places: dict[str, int]) -> None:
    columns = recognise(rows(header, "1|2|3|4|5|6"), STAFF)
    assert columns.places == places
    assert columns.unsure == frozenset()
    assert columns.first == 2


def test_titles_above_the_header_are_passed() -> None:
    top = rows("Team list", "North team|July 2026", "", "Name|Team", "Sam|North")
    columns = recognise(top, STAFF)
    assert (columns.first, columns.places) == (5, {"name": 0, "team": 1})


def test_a_header_of_two_rows_is_read_as_one() -> None:
    top = rows("Surname|First name|Contact", "||E-mail|Payroll no", "Smith|Sam|s@x.org|7")
    columns = recognise(top, STAFF)
    assert columns.headings == ("Surname", "First name", "E-mail", "Payroll no")
    assert columns.places == {"surname": 0, "given": 1, "email": 2, "staff_number": 3}
    assert columns.first == 3


def test_gaps_in_the_first_row_are_not_filled_from_the_header() -> None:
    columns = recognise(rows("No|Name|Team", "1||", "2|Ann|South"), STAFF)
    assert columns.first == 2


def test_a_heading_of_more_words_is_unsure() -> None:
    columns = recognise(rows("Name|Your team or ward|Main e-mail address", "Sam|A|s@x.org"), STAFF)
    assert columns.places == {"name": 0, "team": 1, "email": 2}
    assert columns.unsure == {"team", "email"}


@pytest.mark.parametrize(
    "heading",
    [
        "Line manager e-mail",
        "Emergency contact name",
        "Would you tell others of your e-mail please",
    ],
)
def test_a_heading_about_something_else_is_left_to_a_person(heading: str) -> None:
    assert recognise(rows(f"Name|{heading}", "Sam|x"), STAFF).places == {"name": 0}


def test_two_columns_of_one_name_are_unsure() -> None:
    columns = recognise(rows("Name|Email|E-mail", "Sam|a@x.org|b@x.org"), STAFF)
    assert columns.places == {"name": 0, "email": 1}
    assert columns.unsure == {"email"}


def test_the_name_that_says_most_wins() -> None:
    columns = recognise(rows("Title|Name|Department|Job title|Team", "Mrs|Sam|A|B|C"), STAFF)
    assert columns.places == {"name": 1, "job_role": 3, "team": 4}
    assert columns.unsure == {"job_role", "team"}


def test_a_list_without_a_header_is_known_by_its_looks_where_it_can_be() -> None:
    columns = recognise(rows("Sam Smith|s@x.org", "Ann Jones|a@x.org"), STAFF)
    assert not columns.has_header
    assert (columns.first, columns.places) == (1, {"email": 1})
    assert columns.unsure == {"email"}
    assert len(columns.missing()) == 1


def test_a_single_column_holds_what_is_needed() -> None:
    columns = recognise(rows("Smith, Sam", "Jones, Ann"), STAFF)
    assert columns.places == {"name": 0}
    assert columns.unsure == {"name"}
    assert [record.values for record in columns.records(rows("Smith, Sam"))] == [
        {"name": "Smith, Sam"}
    ]


def test_lists_without_a_header_share_a_memory_by_their_width() -> None:
    one, two = recognise(rows("Sam|A"), STAFF), recognise(rows("Ann|B", "Jo|C"), STAFF)
    assert one.fingerprint == two.fingerprint
    assert one.fingerprint != recognise(rows("Sam|A|x"), STAFF).fingerprint


def test_nothing_at_all_has_no_columns() -> None:
    columns = recognise([], STAFF)
    assert (columns.headings, columns.places, list(columns.records([]))) == ((), {}, [])


def test_a_whole_question_is_not_looked_for_among_other_words() -> None:
    assert recognise(rows("It was …|Q1 your e-mail", "a|b"), FORM).places == {"was": 0}
    assert recognise(rows("How good was it? (1 to 5) *|It was...", "a|b"), FORM).places == {
        "good": 0,
        "was": 1,
    }


def test_a_choice_in_brackets_is_not_the_question_itself() -> None:
    columns = recognise(rows("It was … [long]|It was … [fun]|It was … [sad]", "1||"), FORM)
    assert columns.places == {"was/long": 0, "was/fun": 1, "was": 2}


def test_choices_may_stand_below_their_question() -> None:
    top = rows("ID|How good was it?|It was …||Name", "|Response|long|fun|", "7|fine||fun|Sam")
    columns = recognise(top, FORM)
    assert columns.places == {"good": 1, "was/long": 2, "was/fun": 3}
    assert columns.first == 3
    assert columns.private == {0, 4}
    assert columns.unsure == frozenset()
