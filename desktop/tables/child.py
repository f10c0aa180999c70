"""Reading a spreadsheet in a process of its own, which whoever waits for it can stop.

It is handed bytes and hands back JSON: nothing in a file can reach the app's own process but text.
"""

import json
import re
import warnings
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from desktop.tables.rows import row_of
from desktop.tables.values import clean, exact_in_a_spreadsheet, text_of, unmarked

BATCH = 500
"""How many rows are sent at a time."""

_LAST_LINE = 1_048_576
_MOST_BLANK = 20_000
"""So many blank rows end a sheet: many are formatted down to the last row of all."""

_MOST_SHEETS = 50
_BEGINNING = 4_096  # bytes
_EXTENT = re.compile(rb"<(?:\w+:)?dimension ref=\"[A-Z]+\d+:[A-Z]+(\d{1,9})\"")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Mouth(Protocol):
    """The child's end of the pipe."""

    def send_bytes(self, buf: bytes, /) -> None: ...

    def close(self) -> None: ...


def read(connection: Mouth, path: str, wanted: int | None, most_rows: int) -> None:
    """Send each visible sheet of a spreadsheet, or only the wanted one.

    A message `sheet` begins one, `rows` follow, `end` ends all; `damaged` stands for any error.
    """

    def send(kind: str, *values: Any) -> None:
        connection.send_bytes(json.dumps([kind, *values]).encode())

    warnings.simplefilter("ignore")  # openpyxl says what it does not keep; nothing is kept here
    try:
        _read(send, path, wanted, most_rows)
        send("end")
    except BrokenPipeError:
        return  # nobody waits any more
    except Exception as error:  # noqa: BLE001  a strange file raises anything
        send("damaged", type(error).__name__)
    finally:
        connection.close()


def _read(send: Callable[..., None], path: str, wanted: int | None, most_rows: int) -> None:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    # in this process alone; the stubs leave the method out
    ReadOnlyWorksheet._get_size = _glance  # type: ignore[attr-defined]
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    since_1904 = book.epoch == CALENDAR_MAC_1904
    visible = [s for s in book.worksheets if s.sheet_state == "visible"] or book.worksheets
    for place, sheet in enumerate(visible[:_MOST_SHEETS]):
        if wanted is None or wanted == place:
            send("sheet", place, sheet.title, since_1904, min(sheet.max_row or 0, _LAST_LINE))
            _send_rows(send, sheet, most_rows)


def _glance(sheet: Any) -> None:
    """Take from a sheet's beginning how many rows it says it has.

    openpyxl would read the whole sheet for it where the sheet does not say it.
    """
    with sheet._get_source() as part:
        found = _EXTENT.search(part.read(_BEGINNING))
    sheet._max_row = int(found[1]) if found else None


def _send_rows(send: Callable[..., None], sheet: Any, most_rows: int) -> None:
    batch: list[tuple[int, tuple[str, ...]]] = []
    for number, row in enumerate(_rows(sheet), 1):
        batch.append(row)
        if len(batch) == BATCH or number >= most_rows:
            send("rows", batch)
            batch = []
        if number >= most_rows:
            return
    send("rows", batch)


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    sheet.reset_dimensions()  # what a file says of its extent is often wrong
    blank = 0
    for line, cells in enumerate(sheet.iter_rows(), 1):
        row = row_of(line, [_text(cell) for cell in cells])
        blank = 0 if row else blank + 1
        if row:
            yield row
        if blank > _MOST_BLANK or line >= _LAST_LINE:
            return


def _unescaped(text: str) -> str:
    """Return a text with the characters that XLSX writes as `_x000D_`."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, str):
        return unmarked(clean(_unescaped(value)))
    if isinstance(value, int) and not isinstance(value, bool):
        text = text_of(value if exact_in_a_spreadsheet(value) else float(value))
        # 00123 of a staff number is often only the way 123 is shown
        shown = cell.number_format
        return text.zfill(len(shown)) if set(shown) == {"0"} else text
    return text_of(value)
