import pytest

from desktop.errors import UserError
from desktop.incoming.reading import likeliest, looks_like, need_columns, open_sheets, read_as
from desktop.tables.writing import Table, write_xlsx
from tests.incoming.hall import STAFF, Hall


def test_columns_are_shown_with_what_stands_in_them(hall: Hall) -> None:
    reading = hall.read(STAFF)
    assert reading.headings()[0] == (0, "Name (Hanna Kowalczyk)")
    assert {slot.key: slot.place for slot in reading.slots()} == {
        "name": 0,
        "given": None,
        "surname": None,
        "job_role": 1,
        "team": 2,
        "organisation": None,
        "email": None,
        "staff_number": None,
    }


def test_a_column_without_a_heading_is_named_as_in_a_spreadsheet(hall: Hall) -> None:
    reading = hall.read("Name," + "," * 26 + "\nHanna" + "," * 26 + ",x\n")
    assert reading.headings()[-1] == (27, "Column AB (x)")


def test_a_person_puts_a_column_right(hall: Hall) -> None:
    reading = hall.read("Who,Job\nHanna,Carer\n")
    assert [slot.key for slot in reading.slots() if slot.needed] == ["name"]
    assert reading.lacks() == (
        "Choose which column of list.csv holds “Name” or “Given name” or “Surname”."
    )
    with pytest.raises(UserError, match="no column that is called Name or Given name or Surname"):
        need_columns(reading)
    mended = reading.choose("name", 0)
    assert mended.lacks() == ""
    assert [record.values["name"] for record in mended.records()] == ["Hanna"]
    need_columns(mended)


def test_the_sheet_that_fits_is_read_and_another_may_be_chosen(hall: Hall) -> None:
    notes = Table("Notes", ["Colour", "Size"], [["green", 3]])
    staff = Table("Staff", ["Name", "Role"], [["Hanna", "Carer"]])
    write_xlsx(hall.folder / "book.xlsx", [notes, staff])
    reading = read_as(open_sheets(hall.folder / "book.xlsx"), hall.importers()["people"].table())
    assert (reading.names(), reading.at) == (("Notes", "Staff"), 1)
    assert reading.turned_to(0).lacks()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Name,Role,Team", "people"),
        ("Name,Role,Attended", "register"),
        ("Name,My pledge", "pledges"),
        ("Name,Email,How would you rate this session?", "feedback"),
        ("Colour,Size", "people"),
    ],
)
def test_a_file_says_by_its_headings_what_it_is(hall: Hall, heading: str, kind: str) -> None:
    sheets = open_sheets(hall.file(heading + "\na,b,c\n"))
    kinds = [importer.table() for importer in hall.importers().values()]
    assert likeliest(sheets, kinds).name == kind


def test_the_first_texts_of_a_column_are_at_hand(hall: Hall) -> None:
    assert list(hall.read(STAFF).texts("job_role")) == ["Carer", "Driver", "Cook"]
    assert list(hall.read(STAFF).texts("email")) == []


def test_who_answered_a_form_is_neither_shown_nor_offered(hall: Hall) -> None:
    reading = hall.read("ID,Email,Name,rating\n1,a@example.org,A Bee,good\n", "feedback")
    assert [name for _, name in reading.headings()] == ["rating (good)"]
    assert "was/informative" not in [slot.key for slot in reading.slots()]


PLEDGES = "Name,My pledge"
REGISTER = "Name,Role,Attended"
PEOPLE = "Name,Role"
ANSWERS = "How would you rate this session?"


@pytest.mark.parametrize(
    ("heading", "chosen", "seems"),
    [
        (PLEDGES, "people", "pledges"),
        (PLEDGES, "register", "pledges"),
        (PLEDGES, "feedback", "pledges"),
        (PLEDGES, "pledges", None),
        (REGISTER, "people", "register"),
        (REGISTER, "pledges", "register"),
        (PEOPLE, "register", None),
        (PEOPLE, "pledges", "people"),
        (PEOPLE, "feedback", "people"),
        (ANSWERS, "pledges", "feedback"),
        (f"My pledge,{ANSWERS}", "pledges", None),
        ("Colour,Size", "pledges", None),
    ],
)
def test_a_list_of_another_kind_than_was_chosen_is_noticed(
    hall: Hall, heading: str, chosen: str, seems: str | None
) -> None:
    kinds = {key: importer.table() for key, importer in hall.importers().items()}
    sheets = open_sheets(hall.file(heading + "\na,b,c\n"))
    found = looks_like(sheets, list(kinds.values()), kinds[chosen])
    assert (found.name if found else None) == seems
