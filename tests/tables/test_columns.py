import pytest

from desktop.tables.columns import samples
from desktop.tables.recognising import recognise
from tests.tables.lists import FORM, STAFF, rows

LIST = rows(
    "Staff of the North", "", "Surname|First name|Dept", "Smith|Sam|A", "Jones|Ann", "O|Jo|B"
)


def test_each_row_says_what_its_columns_hold() -> None:
    found = list(recognise(LIST, STAFF).records(LIST))
    assert [(record.line, record.values) for record in found] == [
        (4, {"surname": "Smith", "given": "Sam", "team": "A"}),
        (5, {"surname": "Jones", "given": "Ann", "team": ""}),
        (6, {"surname": "O", "given": "Jo", "team": "B"}),
    ]
    assert found[0].row == LIST[2]


def test_a_header_on_each_page_is_no_row() -> None:
    pages = rows("Surname|First name", "Smith|Sam", "Surname|First name", "Jones|Ann")
    columns = recognise(pages, STAFF)
    assert [record.line for record in columns.records(pages)] == [2, 4]


def test_a_person_corrects_a_column() -> None:
    columns = recognise(LIST, STAFF).choose("job_role", 2)
    assert columns.places == {"surname": 0, "given": 1, "job_role": 2}
    assert columns.choose("job_role", None).unused() == (2,)
    assert columns.choose("name", 0).places == {"name": 0, "given": 1, "job_role": 2}


def test_what_was_corrected_is_sure() -> None:
    columns = recognise(rows("Name|Your e-mail please", "Sam|s@x.org"), STAFF)
    assert columns.unsure == {"email"}
    assert columns.choose("email", 1).unsure == frozenset()
    assert columns.choose("team", 1).unsure == frozenset()


def test_a_correction_is_remembered_for_lists_with_the_same_header() -> None:
    columns = recognise(LIST, STAFF)
    memory = {columns.fingerprint: dict(columns.choose("job_role", 2).places)}
    same = rows("SURNAME|First Name|dept.", "Bell|Kim|C")
    assert recognise(same, STAFF, memory).places == {"surname": 0, "given": 1, "job_role": 2}
    other = rows("Surname|First name|Team", "Bell|Kim|C")
    assert recognise(other, STAFF, memory).places == {"surname": 0, "given": 1, "team": 2}


def test_what_is_remembered_wrongly_does_no_harm() -> None:
    columns = recognise(LIST, STAFF)
    memory = {columns.fingerprint: {"shoe": 1, "team": 99, "name": 0}}
    assert recognise(LIST, STAFF, memory).places == {"name": 0}


def test_what_is_needed_and_missing_is_said() -> None:
    columns = recognise(rows("Team|Role", "A|B"), STAFF)
    (group,) = columns.missing()
    assert [one.label for one in group] == ["Name", "Given name", "Surname"]
    assert columns.choose("given", 0).missing() == ()


def test_a_column_shows_a_few_of_its_texts() -> None:
    columns = recognise(LIST, STAFF)
    assert samples(columns, LIST, 2) == ["A", "B"]
    assert samples(columns, LIST, 0, 1) == ["Smith"]


def test_a_field_is_found_by_its_key() -> None:
    assert STAFF.field("team").label == "Team"
    with pytest.raises(KeyError):
        STAFF.field("shoe")


EXPORT = rows("ID|Q1. How good was it?|E-mail|Your team", "7|fine|s@x.org|North")


def test_rows_of_private_lists_hold_only_what_is_read() -> None:
    columns = recognise(EXPORT, FORM)
    (record,) = columns.records(EXPORT)
    assert record.values == {"good": "fine"}
    assert record.row.cells == ("", "fine", "", "")


def test_nobody_can_have_a_private_column_read_or_shown() -> None:
    columns = recognise(EXPORT, FORM)
    assert columns.private == {0, 2}
    assert columns.choose("was", 2).places == {"good": 1}
    assert columns.choose("was", 3).places == {"good": 1, "was": 3}
    assert columns.remembered({"was": 2, "good": 3}).places == {"good": 3}
    assert [samples(columns, EXPORT, place) for place in range(4)] == [[], ["fine"], [], ["North"]]
