"""Writing lists as CSV or XLSX, so that no spreadsheet ever runs what people typed.

What is written comes back the same when it is read: `values` says how.
"""

import csv
import io
import math
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import Any

from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Progress
from desktop.store.files import written_whole
from desktop.tables.shape import height_of, prepare_printing, width_of
from desktop.tables.values import (
    Value,
    exact_in_a_spreadsheet,
    is_risky,
    marked,
    text_of,
)

_STEP = 500  # rows between two words about progress
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_575  # beneath the headings
_FIRST_YEAR = 1900
_LOOKED_AT = 200  # rows by which columns get their width
_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31


@dataclass(frozen=True)
class Table:
    """What is written as one sheet; `rows` are read once, `total` is how many they are."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]
    total: int = 0


def write_csv(path: Path, table: Table, progress: Progress | None = None) -> None:
    """Write a table as CSV that Excel opens by itself, whole or not at all.

    Raises UserError when the folder is not there, can't be written or is full, or when a folder or
    a device is named, and Cancelled when it was stopped; what was there before is then as it was.
    """
    write_csv_files({path: table}, progress)


def write_csv_files(tables: Mapping[Path, Table], progress: Progress | None = None) -> None:
    """Write several tables as CSV, all of them or none; raises as `write_csv`."""
    with ExitStack() as parts:
        for path, table in tables.items():
            part = parts.enter_context(written_whole(path))
            with part.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
                writer.writerow([marked(text_of(heading)) for heading in table.headings])
                for row in _counted(table, progress):
                    writer.writerow([_cell(value) for value in row])


def write_xlsx(path: Path, tables: Sequence[Table], progress: Progress | None = None) -> None:
    """Write tables as the sheets of a spreadsheet; raises as `write_csv`.

    Dates and times are such, numbers are numbers, all else is text that stays text.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    packed = io.BytesIO()  # small; a package that can't be written to its end would stay open
    with (
        written_whole(path) as part,
        tempfile.TemporaryDirectory(dir=part.parent, prefix=".") as folder,
    ):
        # rows wait beside the part: on the same disk, and never in a folder that others can read
        book = Workbook(packed, {"constant_memory": True, "tmpdir": folder})
        try:
            sheets = _Sheets(path, book)
            for table in tables:
                sheets.write(table, progress)
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _let_go(book)
        part.write_bytes(packed.getbuffer())


def _let_go(book: Any) -> None:
    """Close the files of a workbook that was not written to its end."""
    for sheet in book.worksheets():
        with suppress(OSError):  # a full disk has been heard of before
            sheet.row_data_fh.close()


def _counted(table: Table, progress: Progress | None) -> Iterator[Sequence[Value]]:
    for done, row in enumerate(table.rows):
        if progress is not None and done % _STEP == 0:
            progress.step(done, max(table.total, done))
        yield row


def _cell(value: Value) -> str | int | float:
    if isinstance(value, float) and math.isfinite(value):
        return _Number(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return marked(text_of(value)) if isinstance(value, str) else text_of(value)


class _Number(float):
    """A number that CSV gets as a spreadsheet shows it."""

    def __str__(self) -> str:
        return text_of(float(self))


class _Sheets:
    """Writes tables into one workbook."""

    def __init__(self, path: Path, book: Any) -> None:
        self._path, self._book = path, book
        self._names: set[str] = set()
        self._heading = book.add_format({"bold": True, "bottom": 1, "quote_prefix": True})
        left, top = {"align": "left", "valign": "top"}, {"valign": "top"}
        text = {"num_format": "@", "text_wrap": True, **top}
        self._number, self._truth = book.add_format(top), book.add_format(left)
        self._date = book.add_format({"num_format": "dd/mm/yyyy", **left})
        self._moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss", **left})
        self._time = book.add_format({"num_format": "hh:mm", **left})
        self._text = book.add_format(text)
        self._risky = book.add_format({"quote_prefix": True, **text})

    def write(self, table: Table, progress: Progress | None) -> None:
        if table.total > _MOST_ROWS:
            words = tr("{name} can’t hold {rows:,} rows. Save the list as CSV.")
            raise UserError(words.format(name=self._path.name, rows=table.total))
        sheet = self._book.add_worksheet(self._name(table.name))
        sheet.freeze_panes(1, 0)
        prepare_printing(sheet)
        rows = _counted(table, progress)
        first = [row for _, row in zip(range(_LOOKED_AT), rows, strict=False)]
        widths: list[int] = []
        for place, heading in enumerate(map(text_of, table.headings)):
            widths.append(width_of(heading, [row[place] for row in first if place < len(row)]))
            sheet.set_column(place, place, widths[-1])
            self._write_text(sheet, 0, place, heading, self._heading)
        for line, row in enumerate(chain(first, rows), 1):
            if height := height_of(row, widths):
                sheet.set_row(line, height)
            for place, value in enumerate(row):
                self._write_cell(sheet, line, place, value)

    def _write_cell(self, sheet: Any, line: int, place: int, value: Value) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(line, place, value, self._truth)
        elif isinstance(value, int | float) and exact_in_a_spreadsheet(value):
            sheet.write_number(line, place, float(text_of(value)), self._number)
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            style = self._moment if isinstance(value, datetime) else self._date
            sheet.write_datetime(line, place, value, style)
        elif isinstance(value, time):
            sheet.write_datetime(line, place, value.replace(microsecond=0), self._time)
        else:
            text = text_of(value)
            self._write_text(
                sheet, line, place, text, self._risky if is_risky(text) else self._text
            )

    def _write_text(self, sheet: Any, line: int, place: int, text: str, style: Any) -> None:
        # the style keeps a risky text from being run; only its own apostrophes need one more
        text = marked(text) if text.startswith("'") else text
        if len(text) > _LONGEST_CELL:
            raise UserError(
                tr(
                    "{name} can’t hold a text of {length:,} characters in one cell. Save the "
                    "list as CSV."
                ).format(name=self._path.name, length=len(text))
            )
        if text.startswith("<r>") and text.endswith("</r>"):
            sheet.write_rich_string(line, place, "<", style, text[1:], style)  # else taken as XML
        elif text:
            sheet.write_string(line, place, text, style)

    def _name(self, wanted: str) -> str:
        """Return a sheet's name as Excel takes it, each once."""
        plain = " ".join(_IN_A_NAME.sub(" ", text_of(wanted)).split()).strip("'")
        plain = plain[:_LONGEST_NAME].strip("' ") or tr("List")
        name, number = plain, 1
        while name.casefold() in self._names or name.casefold() == "history":
            number += 1
            name = f"{plain[: _LONGEST_NAME - 5]} {number}"
        self._names.add(name.casefold())
        return name
