from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.progress import Cancelled, Progress
from desktop.tables.delimited import dialect_of, read_rows, too_many
from desktop.tables.rows import Limits, Row
from tests.naughty import NAUGHTY
from tests.tables.files import text_file


def rows(path: Path, limits: Limits | None = None) -> list[Row]:
    return list(read_rows(path, dialect_of(path), limits or Limits()))


def test_rows_have_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Staff\n\nName,Notes\nSam,"one\ntwo"\n,\nAnn,x')
    assert rows(path) == [
        Row(1, ("Staff",)),
        Row(3, ("Name", "Notes")),
        Row(4, ("Sam", "one\ntwo")),
        Row(6, ("Ann", "x")),
    ]


def test_the_hint_for_excel_is_no_row(tmp_path: Path) -> None:
    assert rows(text_file(tmp_path, "sep=;\r\nSmith, Sam;North\r\n")) == [
        Row(1, ("Smith, Sam", "North"))
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(tmp_path: Path, end: str) -> None:
    path = text_file(tmp_path, end.join(["Name,Team", '"Sam",North', ""]))
    assert rows(path) == [Row(1, ("Name", "Team")), Row(2, ("Sam", "North"))]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_first_heading_has_no_mark_of_the_encoding(tmp_path: Path, encoding: str) -> None:
    assert rows(text_file(tmp_path, "Name\tTîm\nSam\tÉ\n", encoding))[0].cells == ("Name", "Tîm")


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_whatever_stands_in_a_list_is_read(tmp_path: Path, text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    path = text_file(tmp_path, f"Name,Team,Role\nSam,North,Carer\nAnn,{quoted},Nurse\n")
    last = rows(path)[-1].cells
    assert (last[0], last[2]) == ("Ann", "Nurse")
    assert not set(last[1]) & set("\0\x07\x1b\x7f\ud800\udc00")


def test_a_quotation_mark_that_is_never_closed_is_pointed_at(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Name,Team\nSam,North\nAnn,"South\nJo,East\n')
    with pytest.raises(UserError) as caught:
        rows(path)
    assert str(caught.value) == (
        'Row 3 of list.csv has a quotation mark (") that is never closed. Remove it and try again.'
    )


def test_a_quotation_mark_that_swallows_thousands_of_rows_is_noticed(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Name,Team\nAnn,"South\n' + "Jo Smith,East\n" * 20_000)
    with pytest.raises(UserError, match=r"^Row 2 of"):
        rows(path)


def test_a_line_without_end_is_no_list(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,Team\n" + "Sam Smith " * 200_000)
    with pytest.raises(UserError, match="is not a list"):
        rows(path)


def test_a_list_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name\n" + "Sam\n" * 20)
    limits = Limits(rows=10)
    with pytest.raises(UserError) as caught:
        rows(path, limits)
    assert str(caught.value) == too_many(path, limits)
    assert "more than 10 rows" in str(caught.value)


def test_reading_says_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,Team\n" + "Sam,North\n" * 50_000)
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    assert len(list(read_rows(path, dialect_of(path), Limits(), progress))) == 50_001
    assert said == sorted(said)
    assert said[-1][0] <= said[-1][1] == path.stat().st_size
    reading = read_rows(path, dialect_of(path), Limits(), progress)
    next(reading)
    progress.stop()
    with pytest.raises(Cancelled):
        list(reading)
