"""The rows that were left out, as a list to mend."""

from collections.abc import Sequence
from pathlib import Path

from desktop.incoming.reading import Reading
from desktop.language import tr
from desktop.tables.rows import Refused
from desktop.tables.values import Value
from desktop.tables.writing import Table, write_csv


def write_refused(path: Path, reading: Reading, refused: Sequence[Refused]) -> None:
    """Write the rows with their lines and reasons after the columns of the list.

    Raises UserError when the file can't be written.
    """
    columns = reading.columns
    width = max([len(columns.headings), *(len(one.cells) for one in refused)])
    names = [*columns.headings, *[""] * (width - len(columns.headings))]
    headings = [*names, tr("Line"), tr("Why it was left out")]
    rows: list[list[Value]] = [
        [*one.cells, *[""] * (width - len(one.cells)), one.line, one.reason] for one in refused
    ]
    write_csv(path, Table(tr("Rows left out"), headings, rows, len(rows)))
