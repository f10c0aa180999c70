"""Tests of a file as the text of a pasted list."""

from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.listing import as_pasted, people_in
from desktop.people.pasting import MOST_LINES, read_pasted
from desktop.tables.writing import Table, write_xlsx

ODD = """Team list, north

Surname;Forename;Job title;Payroll number
O’Neil;Małgorzata;Home carer;0042
ap Dafydd;"Llŷr
Siôn";Driver;
"""


def test_a_file_reads_as_the_list_one_would_paste(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text(ODD, "utf-8")
    found = read_pasted(as_pasted(tmp_path / "staff.csv"))
    assert [(p.given, p.surname, p.job_role, p.staff_number) for p in found.people] == [
        ("Małgorzata", "O’Neil", "Home carer", "0042"),
        ("Llŷr Siôn", "ap Dafydd", "Driver", ""),
    ]
    assert found.refused == ()


def test_the_sheet_that_names_people_is_taken(tmp_path: Path) -> None:
    sheets = [Table("Notes", ["Colour"], [["green"]]), Table("Staff", ["Enw"], [["Siân Prosser"]])]
    write_xlsx(tmp_path / "staff.xlsx", sheets)
    sheet, columns = people_in(tmp_path / "staff.xlsx")
    assert (sheet.name, dict(columns.places)) == ("Staff", {"name": 0})


def test_a_list_without_names_says_what_to_call_them(tmp_path: Path) -> None:
    (tmp_path / "colours.csv").write_text("Colour;Size\ngreen;3\n", "utf-8")
    with pytest.raises(UserError, match=r"colours\.csv has no column with names"):
        as_pasted(tmp_path / "colours.csv")


def test_a_list_that_is_too_long_for_one_register_says_so(tmp_path: Path) -> None:
    rows = "\n".join(f"Person {number}" for number in range(MOST_LINES + 1))
    (tmp_path / "all.csv").write_text(f"Name\n{rows}\n", "utf-8")
    with pytest.raises(UserError, match="more than 4,999 rows"):
        as_pasted(tmp_path / "all.csv")
