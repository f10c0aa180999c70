import pytest

from desktop.tables.rows import MOST_COLUMNS, Row, row_of


def test_a_row_has_no_empty_cells_at_its_end() -> None:
    assert row_of(7, ["Sam", "", "Smith", "", ""]) == Row(7, ("Sam", "", "Smith"))


@pytest.mark.parametrize("cells", [[], [""], ["", " ", "\t"], [""] * MOST_COLUMNS + ["stray"]])
def test_a_row_with_nothing_in_it_is_none(cells: list[str]) -> None:
    assert row_of(1, cells) is None


def test_cells_far_to_the_right_are_left_out() -> None:
    row = row_of(1, ["a"] * (MOST_COLUMNS + 5))
    assert row is not None
    assert len(row.cells) == MOST_COLUMNS
