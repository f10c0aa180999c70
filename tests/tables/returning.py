"""A list that is saved and read again, as CSV and as a spreadsheet."""

from dataclasses import replace
from pathlib import Path

from hypothesis import settings

from desktop.tables.columns import Columns, TableKind
from desktop.tables.recognising import recognise
from desktop.tables.rows import TOP_ROWS, Row, row_of
from desktop.tables.values import text_of
from desktop.tables.writing import Table, write_csv, write_xlsx
from tests.tables.files import cells, cells_from_child

FEWER = settings(max_examples=settings().max_examples // 4)
"""For laws that write files with every example."""


def come_back(folder: Path, table: Table) -> list[Row]:
    """Return the rows of a list as both files give them back, its headings first."""
    whole = replace(table, rows=[list(row) for row in table.rows])
    write_csv(folder / "list.csv", whole)
    write_xlsx(folder / "list.xlsx", [whole])
    texts = ([text_of(value) for value in row] for row in [whole.headings, *whole.rows])
    rows = [row for line, said in enumerate(texts, 1) if (row := row_of(line, said))]
    assert cells(folder / "list.csv") == [row.cells for row in rows]
    assert cells_from_child(folder / "list.xlsx") == [row.cells for row in rows]
    return rows


def understood(folder: Path, table: Table, kind: TableKind) -> list[dict[str, str]]:
    """Return what importing reads from a list, of whose columns it has to be sure."""
    rows = come_back(folder, table)
    columns: Columns = recognise(rows[:TOP_ROWS], kind)
    assert columns.unsure == frozenset()
    assert columns.missing() == ()
    return [record.values for record in columns.records(rows)]
