import multiprocessing
import zipfile
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.progress import Cancelled, Progress
from desktop.tables.rows import Limits
from desktop.tables.workbook import check_size, read_rows, read_tops
from tests.tables.files import book, crafted, number_rows

TOO_BIG = (
    "list.xlsx is too big to read. Copy the list alone into a new Excel file or save it as CSV."
)


def nobody_reads_on() -> bool:
    return multiprocessing.active_children() == []


def test_the_tops_of_all_sheets_are_read_at_once(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", [["one"], ["two"], ["three"]], [["Ó"]])
    tops = read_tops(path, Limits(), 2)
    assert [(head.place, [row.cells[0] for row in rows]) for head, rows in tops] == [
        (0, ["one", "two"]),
        (1, ["Ó"]),
    ]
    assert nobody_reads_on()


def test_one_sheet_is_read_to_its_end(tmp_path: Path) -> None:
    path = crafted(tmp_path / "list.xlsx", number_rows(1_234))
    said: list[tuple[int, int]] = []
    rows = list(read_rows(path, 0, Limits(), Progress(lambda d, t: said.append((d, t)))))
    assert [rows[0], rows[-1]] == [(1, ("1",)), (1_234, ("1234",))]
    assert (500, 500) in said
    assert nobody_reads_on()


def test_a_false_extent_costs_nothing(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    path = crafted(
        tmp_path / "list.xlsx", [*number_rows(1), far], '<dimension ref="A1:XFD1048576"/>'
    )
    assert [row.line for row in read_rows(path, 0, Limits())] == [1]


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", " " * 2_000_000)
    assert path.stat().st_size < 5_000
    with pytest.raises(UserError) as caught:
        check_size(path, Limits(unpacked=1_000_000))
    assert str(caught.value) == TOO_BIG


def test_a_package_of_countless_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(10_001):
            packed.writestr(f"xl/{number}", "")
    with pytest.raises(UserError, match="too big"):
        check_size(path, Limits())


def test_half_a_file_is_damaged(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", [["Name"]])
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(UserError, match="is damaged or not complete"):
        check_size(path, Limits())


def test_a_file_that_fills_the_memory_is_stopped(tmp_path: Path) -> None:
    words = (f"word {number}" for number in range(400_000))
    path = crafted(tmp_path / "list.xlsx", number_rows(1), strings=words)
    with pytest.raises(UserError) as caught:
        read_tops(path, Limits(memory=80_000_000), 10)
    assert str(caught.value) == TOO_BIG
    assert nobody_reads_on()


def test_a_file_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", [["Name"]])
    with pytest.raises(UserError) as caught:
        read_tops(path, Limits(seconds=0.01), 10)
    assert str(caught.value) == TOO_BIG
    assert nobody_reads_on()


def test_a_file_that_comes_drop_by_drop_is_stopped_too(tmp_path: Path) -> None:
    path = crafted(tmp_path / "list.xlsx", number_rows(300_000))
    limits = Limits(rows=1_000_000, seconds=1.5)
    with pytest.raises(UserError, match="too big to read"):
        sum(1 for _ in read_rows(path, 0, limits))
    assert nobody_reads_on()


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = crafted(tmp_path / "list.xlsx", number_rows(300))
    with pytest.raises(UserError, match=r"^list\.xlsx has more than 299 rows"):
        list(read_rows(path, 0, Limits(rows=299)))
    assert len(list(read_rows(path, 0, Limits(rows=300)))) == 300


def test_a_child_that_breaks_off_is_a_damaged_file(tmp_path: Path) -> None:
    path = crafted(tmp_path / "list.xlsx", ['<row r="1"><c r="A1" t="s"><v>9</v></c></row>'])
    with pytest.raises(UserError, match="is damaged or not complete"):
        read_tops(path, Limits(), 10)


def test_reading_can_be_stopped_at_any_time(tmp_path: Path) -> None:
    path = crafted(tmp_path / "list.xlsx", number_rows(5_000))
    progress = Progress()
    rows = read_rows(path, 0, Limits(), progress)
    next(rows)
    progress.stop()
    with pytest.raises(Cancelled):
        list(rows)
    assert nobody_reads_on()


def test_whoever_has_seen_enough_may_leave(tmp_path: Path) -> None:
    rows = read_rows(crafted(tmp_path / "list.xlsx", number_rows(50_000)), 0, Limits())
    next(rows)
    rows.close()  # type: ignore[attr-defined]  # it is a generator
    assert nobody_reads_on()


@pytest.mark.long
def test_two_million_rows_are_refused_in_steady_memory(tmp_path: Path) -> None:
    path = crafted(tmp_path / "list.xlsx", number_rows(2_000_000))
    assert len(read_tops(path, Limits(), 100)[0][1]) == 100
    with pytest.raises(UserError, match="more than 250,000 rows"):
        for _ in read_rows(path, 0, Limits(memory=200_000_000)):
            pass
