"""Reading a list from a file: its sheets first, then the rows of one.

    sheet = read_sheets(path)[0]
    columns = recognise(sheet.top, kind)
    for record in columns.records(sheet.rows(progress)): ...

Rows are read as they are asked for, so a list of any length takes little memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Progress
from desktop.tables import delimited, workbook
from desktop.tables.formats import Format, format_of
from desktop.tables.rows import TOP_ROWS, Limits, Row


@dataclass(frozen=True)
class Sheet:
    """One table in a file.

    `name` is the worksheet's, empty for CSV. `top` has the first rows with something in them.
    `since_1904` says that the book counts days from 1904.
    """

    path: Path
    name: str
    top: tuple[Row, ...]
    since_1904: bool = False
    limits: Limits = field(default=Limits(), repr=False)
    _place: int = 0
    _dialect: delimited.Dialect | None = None
    _stamp: tuple[int, int] = (0, 0)

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Yield all rows with something in them, as text, from the first row of the file.

        Raises UserError when the file changed since it was opened, can't be read on, or is too
        big; Cancelled when it was stopped.
        """
        if _stamp(self.path) != self._stamp:
            sentence = tr("{name} has changed meanwhile. Choose it again.")
            raise UserError(sentence.format(name=self.path.name))
        if self._dialect is not None:
            yield from delimited.read_rows(self.path, self._dialect, self.limits, progress)
        else:
            yield from workbook.read_rows(self.path, self._place, self.limits, progress)


def read_sheets(
    path: Path, progress: Progress | None = None, limits: Limits | None = None
) -> tuple[Sheet, ...]:
    """Return the sheets of a file that have something in them; a CSV file is one.

    Raises UserError with what to do when there is nothing to read, Cancelled when it was stopped.
    """
    limits = limits or Limits()
    stamp = _stamp(path)
    if format_of(path) is Format.CSV:
        dialect = delimited.dialect_of(path)
        top = tuple(islice(delimited.read_rows(path, dialect, limits), TOP_ROWS))
        sheets = [Sheet(path, "", top, False, limits, 0, dialect, stamp)]
    else:
        sheets = [
            Sheet(path, head.name, top, head.since_1904, limits, head.place, None, stamp)
            for head, top in workbook.read_tops(path, limits, TOP_ROWS, progress)
        ]
    filled = tuple(sheet for sheet in sheets if sheet.top)
    if not filled:
        raise UserError(tr("{name} is empty. Choose another file.").format(name=path.name))
    return filled


def _stamp(path: Path) -> tuple[int, int]:
    """Return what changes when a file is written: its time and its size."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0  # reading it says why
    return status.st_mtime_ns, status.st_size
