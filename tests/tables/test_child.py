from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop.tables.child import BATCH
from tests.tables.files import (
    book,
    cells_from_child,
    crafted,
    number_rows,
    said_by_child,
    text_file,
)


def test_cells_come_as_people_see_them(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [["Name", 5, 5.0, 0.25, True, None, date(2026, 7, 6), datetime(2026, 7, 6, 9), time(9, 5)]],
    )
    assert cells_from_child(path) == [
        ("Name", "5", "5", "0.25", "yes", "", "2026-07-06", "2026-07-06 09:00", "09:05")
    ]


def test_staff_numbers_keep_the_zeros_that_they_are_shown_with(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"] = 123
    sheet["A1"].number_format = "00000"
    made.save(tmp_path / "a.xlsx")
    assert cells_from_child(tmp_path / "a.xlsx") == [("00123",)]


def test_a_book_may_count_days_from_1904(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.worksheets[0]["A1"] = date(2026, 7, 6)
    made.save(tmp_path / "mac.xlsx")
    kind, _, _, since_1904, _ = said_by_child(tmp_path / "mac.xlsx")[0]
    assert (kind, since_1904) == ("sheet", True)
    assert cells_from_child(tmp_path / "mac.xlsx") == [("2026-07-06",)]


def test_only_the_top_left_cell_of_merged_ones_has_the_text(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["B2"] = "Staff of the North", "Name", "Role"
    sheet.merge_cells("A1:B1")
    made.save(tmp_path / "a.xlsx")
    assert cells_from_child(tmp_path / "a.xlsx") == [("Staff of the North",), ("Name", "Role")]


def test_errors_are_empty_and_what_excel_escapes_is_read(tmp_path: Path) -> None:
    row = (
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c>'
        '<c r="B1" t="str"><f>A9</f><v>Sam</v></c>'
        '<c r="C1" t="inlineStr"><is><t>a_x000D_\nb _x005F_x0041_</t></is></c>'
        '<c r="D1" t="inlineStr"><is><t>\'=1+1</t></is></c></row>'
    )
    path = crafted(tmp_path / "a.xlsx", [row])
    assert cells_from_child(path) == [("", "Sam", "a\nb _x0041_", "=1+1")]


def test_hidden_sheets_are_left_out_unless_all_are(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.worksheets[0]["A1"] = "seen"
    hidden = made.create_sheet("Lists")
    hidden["A1"] = "hidden"
    hidden.sheet_state = "hidden"
    made.save(tmp_path / "a.xlsx")
    assert cells_from_child(tmp_path / "a.xlsx") == [("seen",)]


@pytest.mark.parametrize(
    ("extent", "said"),
    [('<dimension ref="A1:H700"/>', 700), ('<dimension ref="A1"/>', 0), ("", 0)],
)
def test_a_sheet_says_how_many_rows_it_has(tmp_path: Path, extent: str, said: int) -> None:
    path = crafted(tmp_path / "a.xlsx", number_rows(3), extent)
    assert said_by_child(path)[0] == ["sheet", 0, "Staff", False, said]
    assert len(cells_from_child(path)) == 3


def test_one_of_several_sheets_can_be_asked_for(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["one"]], [["two"]])
    assert [m[1] for m in said_by_child(path) if m[0] == "sheet"] == [0, 1]
    assert said_by_child(path, 1)[1:] == [["rows", [[1, ["two"]]]], ["end"]]


def test_rows_are_sent_some_at_a_time_and_no_more_than_wanted(tmp_path: Path) -> None:
    path = crafted(tmp_path / "a.xlsx", number_rows(BATCH * 3))
    batches = [m[1] for m in said_by_child(path, rows=BATCH + 2) if m[0] == "rows"]
    assert [len(batch) for batch in batches] == [BATCH, 2]


def test_a_sheet_formatted_to_its_last_row_ends_soon(tmp_path: Path) -> None:
    row = '<row r="{}"><c r="A{}" s="0"/></row>'
    blank = (row.format(n, n) for n in range(2, 60_000))
    rows = ['<row r="1"><c r="A1"><v>1</v></c></row>', *blank]
    rows.append('<row r="1048576"><c r="A1048576"><v>2</v></c></row>')
    assert cells_from_child(crafted(tmp_path / "a.xlsx", rows)) == [("1",)]


def test_blank_rows_in_between_are_counted(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["Name"], [], [None, " "], ["Sam"]])
    assert said_by_child(path)[1] == ["rows", [[1, ["Name"]], [4, ["Sam"]]]]


@pytest.mark.parametrize("row", ['<row r="x">', '<row r="1"><c r="A1" t="s"><v>9</v></c></row>'])
def test_a_strange_file_is_damaged_and_no_error_gets_away(tmp_path: Path, row: str) -> None:
    assert said_by_child(crafted(tmp_path / "a.xlsx", [row]))[-1][0] == "damaged"


def test_a_text_file_is_damaged(tmp_path: Path) -> None:
    assert said_by_child(text_file(tmp_path, "Name", name="a.xlsx"))[0][0] == "damaged"
