import csv
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from desktop.errors import UserError
from desktop.progress import Cancelled, Progress
from desktop.tables.reading import read_sheets
from desktop.tables.rows import row_of
from desktop.tables.values import Value, text_of
from desktop.tables.writing import Table, write_csv, write_csv_files, write_xlsx
from tests.disks import full_disk
from tests.naughty import NAUGHTY
from tests.tables.files import cells, cells_from_child

RISKY = ["=cmd|' /C calc'!A0", "+44 7700 900123", "-5", "@SUM(A1)", "\t=1", "'=1", "''=1"]
ROWS: list[list[Value]] = [
    ["O’Neil", -5, "-5", 0.25, date(2026, 7, 6), datetime(2026, 7, 6, 14, 30), True, None],
    ["van der Berg", 10**20, *RISKY[:5], "'s-Hertogenbosch"],
    ["<r>a & b</r>", "_x000D_", "one\r\ntwo", 'a "quoted" word', "x;y", " spaced ", "00123", 1.5],
]
ROWS.extend([text] for text in NAUGHTY.values())
HEADINGS = ["=Name", "Number", "Text", "Share", "Day", "Moment", "Here", "Nothing"]


def as_read(rows: list[list[Value]]) -> list[tuple[str, ...]]:
    """Return rows as they come back: cleaned, without empty rows and empty cells at the end."""
    read = [row_of(1, [text_of(value) for value in row]) for row in rows]
    return [row.cells for row in read if row]


def write(
    path: Path,
    rows: list[list[Value]],
    headings: list[str] = HEADINGS,
    progress: Progress | None = None,
) -> Path:
    table = Table("People", headings, rows)
    if path.suffix == ".csv":
        write_csv(path, table, progress)
    else:
        write_xlsx(path, [table], progress)
    return path


BOTH = pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])


@BOTH
def test_what_is_written_comes_back(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, ROWS)
    assert cells(path) == as_read([list(HEADINGS), *ROWS])
    assert [child.name for child in tmp_path.iterdir()] == [name]


def test_csv_is_as_excel_wants_it(tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", [["Siân", -5, "-5", date(2026, 7, 6)]], ["Enw", "=1"])
    assert path.read_bytes() == ('\ufeff"Enw","\'=1"\r\n"Siân",-5,"\'-5","2026-07-06"\r\n'.encode())


def test_no_cell_of_a_csv_file_can_be_run(tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", [[text] for text in RISKY], ["Text"])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert all(row[0][0] == "'" for row in list(csv.reader(file))[1:])


def test_a_spreadsheet_has_real_types(tmp_path: Path) -> None:
    path = write(tmp_path / "list.xlsx", ROWS)
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert rows[1] == (
        "O’Neil", -5, "-5", 0.25, datetime(2026, 7, 6), datetime(2026, 7, 6, 14, 30), True, None,
    )  # fmt: skip
    assert rows[2][1] == "100000000000000000000", "a number this long would lose its end"


def test_a_spreadsheet_has_times_and_long_texts_that_can_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "list.xlsx", [[time(14, 30), "word " * 40]], ["Start", "Notes"])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].number_format) == (time(14, 30), "hh:mm")
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width > 45
    assert sheet.freeze_panes == "A2"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.row_dimensions[2].height == 75


def test_no_cell_of_a_spreadsheet_can_be_run_not_even_when_it_is_edited(tmp_path: Path) -> None:
    path = write(tmp_path / "list.xlsx", [[text] for text in RISKY], ["=Text"])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    for (cell,) in sheet.iter_rows(max_col=1):
        assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_sheets_have_names_that_excel_takes(tmp_path: Path) -> None:
    names = ["a/b: [c]", "A B C", "History", "", "x" * 60, "x" * 40, "'quoted'"]
    write_xlsx(tmp_path / "a.xlsx", [Table(name, ["Name"], [["Sam"]]) for name in names])
    assert [sheet.name for sheet in read_sheets(tmp_path / "a.xlsx")] == [
        "a b c", "A B C 2", "History 2", "List", "x" * 31, f"{'x' * 26} 2", "quoted",
    ]  # fmt: skip


@BOTH
def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, [["Sam"]])
    before = path.read_bytes()
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        write(path, ROWS, progress=progress)
    assert path.read_bytes() == before
    assert [child.name for child in tmp_path.iterdir()] == [name]


@BOTH
def test_a_folder_that_is_gone_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"gone is not there\. Plug the stick or disk in"):
        write(tmp_path / "gone" / name, [["Sam"]])


@BOTH
def test_a_full_disk_leaves_the_list_before_as_it_was(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, [["Sam"]])
    before = path.read_bytes()
    with full_disk(100), pytest.raises(UserError, match=r"There is no room left in .* Free some"):
        write(path, [["word " * 100] for _ in range(1_000)])
    assert path.read_bytes() == before
    assert [child.name for child in tmp_path.iterdir()] == [name]


@BOTH
def test_a_folder_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(UserError, match=r"is not a file\. Name another one"):
        write(tmp_path / name, [["Sam"]])
    assert [child.name for child in tmp_path.iterdir()] == [name]


def test_several_csv_files_are_written_all_or_none(tmp_path: Path) -> None:
    table = Table("People", ["Name"], [["Sam"]])
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(UserError, match="is not a file"):
        write_csv_files({tmp_path / "a.csv": table, tmp_path / "b.csv": table})
    assert [child.name for child in tmp_path.iterdir()] == ["b.csv"]


def test_writing_says_how_far_it_is(tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    table = Table("Numbers", ["Number"], ([number] for number in range(1_200)), 1_200)
    write_csv(tmp_path / "a.csv", table, progress)
    assert said == [(0, 1_200), (500, 1_200), (1_000, 1_200)]


def test_a_text_that_excel_can_not_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"can’t hold a text of 40,000 characters.*as CSV"):
        write(tmp_path / "list.xlsx", [["a" * 40_000]])
    assert cells(write(tmp_path / "list.csv", [["a" * 40_000]], ["Text"]))[1] == ("a" * 40_000,)


def test_more_rows_than_excel_can_hold_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"list.xlsx can’t hold 2,000,000 rows\. Save .* as CSV"):
        write_xlsx(tmp_path / "list.xlsx", [Table("People", ["Name"], [], 2_000_000)])
    assert list(tmp_path.iterdir()) == []


TEXTS = st.text(max_size=12) | st.text(alphabet="'=+-@;,\t\n\r\" ab_x0D<r>/", max_size=12)
VALUES: SearchStrategy[Value] = st.one_of(
    TEXTS,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
TABLES = st.lists(st.lists(VALUES, min_size=1, max_size=5), max_size=12)


@given(TABLES)
def test_any_rows_come_back_from_csv(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Value]]
) -> None:
    path = write(tmp_path_factory.mktemp("csv") / "a.csv", rows, ["Heading", "Other"])
    assert cells(path) == as_read([["Heading", "Other"], *rows])


@given(TABLES)
def test_any_rows_come_back_from_a_spreadsheet(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Value]]
) -> None:
    path = write(tmp_path_factory.mktemp("xlsx") / "a.xlsx", rows, ["Heading", "Other"])
    assert cells_from_child(path) == as_read([["Heading", "Other"], *rows])


def test_csv_and_spreadsheet_say_the_same(tmp_path: Path) -> None:
    assert cells(write(tmp_path / "a.csv", ROWS)) == cells(write(tmp_path / "a.xlsx", ROWS))
