"""How wide the columns of a sheet are and how high its rows, and how it prints."""

from collections.abc import Sequence
from typing import Any

from desktop.tables.values import Value, text_of

_WIDEST, _NARROWEST = 50, 9  # characters of a column
_SPARE = 2  # characters by which a column is wider than its text
_LINE, _HIGHEST = 15, 409  # points of one line, and of the highest row that Excel allows
_A4 = 9  # as Excel numbers papers


def width_of(heading: str, values: Sequence[Value]) -> int:
    """Return how wide a column is for some of its values, in characters."""
    lines = [line for value in values for line in text_of(value).split("\n")]
    longest = max(map(len, (heading, *lines)))
    return min(max(longest + _SPARE, _NARROWEST), _WIDEST)


def height_of(row: Sequence[Value], widths: Sequence[int]) -> int | None:
    """Return how high a row with long texts is in points, None for the usual height.

    Not every program finds that out by itself.
    """
    lines = 1
    for value, width in zip(row, widths, strict=False):
        if isinstance(value, str) and (len(value) > width - _SPARE or "\n" in value):
            lines = max(lines, sum(_lines(line, width - _SPARE) for line in value.split("\n")))
    return min(lines * _LINE, _HIGHEST) if lines > 1 else None


def _lines(text: str, width: int) -> int:
    return max(1, -(-len(text) // width))


def prepare_printing(sheet: Any) -> None:
    """Let a sheet print on A4 with all of its columns, under its headings on every page."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
