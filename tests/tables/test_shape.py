from datetime import date

import pytest
import xlsxwriter

from desktop.tables.shape import height_of, prepare_printing, width_of
from desktop.tables.values import Value


@pytest.mark.parametrize(
    ("heading", "values", "width"),
    [
        ("Show", [], 9),
        ("Of how many who answered", [271], 26),
        ("Date", [date(2026, 7, 6)], 12),
        ("Pledge", ["I will listen more."], 21),
        ("Pledge", ["I will\nlisten more."], 14),
        ("Pledge", ["word " * 100], 50),
    ],
)
def test_a_column_is_as_wide_as_its_longest_line(
    heading: str, values: list[Value], width: int
) -> None:
    assert width_of(heading, values) == width


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert height_of(["short", 12, None, date(2026, 7, 6)], [9, 9, 9, 9]) is None
    assert height_of(["short", "a" * 100], [9, 50]) == 45
    assert height_of(["one\n\nthree"], [9]) == 45
    assert height_of(["a" * 10_000], [50]) == 409
    assert height_of(["a", "b" * 20], [9]) is None, "a cell that has no column"


def test_a_sheet_prints_with_all_of_its_columns() -> None:
    with xlsxwriter.Workbook("/dev/null", {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        prepare_printing(sheet)
        assert (sheet.paper_size, sheet.orientation, sheet.fit_width, sheet.fit_height) == (
            9, 0, 1, 0,
        )  # fmt: skip
