import os
import tracemalloc
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.progress import Cancelled, Progress
from desktop.tables.reading import read_sheets
from desktop.tables.rows import TOP_ROWS, Limits
from tests.tables.files import book, cells, crafted, number_rows, text_file


def test_a_csv_file_is_one_sheet(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,Team\n" + "Sam,North\n" * 200)
    (sheet,) = read_sheets(path)
    assert (sheet.name, len(sheet.top)) == ("", TOP_ROWS)
    assert len(list(sheet.rows())) == 201
    assert len(list(sheet.rows())) == 201, "a list can be read again"


def test_a_spreadsheet_has_the_sheets_with_something_in_them(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", [["Name"], ["Sam"]], [], [["Ann"]])
    first, last = read_sheets(path)
    assert (first.name, last.name) == ("Sheet", "Sheet2")
    assert [row.cells for row in last.rows()] == [("Ann",)]


@pytest.mark.parametrize("rows", [[], [[None, " "]]])
def test_a_spreadsheet_without_a_word_is_empty(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(UserError, match=r"^list\.xlsx is empty\. Choose another file\.$"):
        read_sheets(book(tmp_path / "list.xlsx", rows))


def test_a_list_of_commas_alone_is_empty(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is empty"):
        read_sheets(text_file(tmp_path, ",,,\n,,\n"))


def test_a_file_that_changed_since_it_was_shown_is_not_read(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name\nSam\n")
    (sheet,) = read_sheets(path)
    path.write_text("Name\nSam\nAnn\n", "utf-8")
    with pytest.raises(UserError, match=r"^list\.csv has changed meanwhile\. Choose it again\.$"):
        next(sheet.rows())
    path.unlink()
    with pytest.raises(UserError):
        next(sheet.rows())


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name\nSam\n")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything
        assert cells(path) == [("Name",), ("Sam",)]
    else:
        with pytest.raises(UserError, match="can’t be opened"):
            read_sheets(path)


def test_a_look_at_a_spreadsheet_can_be_stopped(tmp_path: Path) -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        read_sheets(crafted(tmp_path / "list.xlsx", number_rows(10)), progress)


def test_a_long_list_takes_little_memory(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,Team\n" + "Sam Smith,North team\n" * 20_000)
    (sheet,) = read_sheets(path)
    tracemalloc.start()
    try:
        assert sum(1 for _ in sheet.rows()) == 20_001
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.long
def test_a_list_of_100_mb_is_refused_or_read_in_steady_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Name,Notes\n")
        file.writelines(f"Sam Smith,{'word ' * 100}{number}\n" for number in range(200_000))
    assert path.stat().st_size > 100_000_000
    (sheet,) = read_sheets(path)
    tracemalloc.start()
    try:
        assert sum(1 for _ in sheet.rows()) == 200_001
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
    with pytest.raises(UserError, match="more than 1,000 rows"):
        list(read_sheets(path, limits=Limits(rows=1_000))[0].rows())
