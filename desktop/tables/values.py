"""What stands in one cell: clean, as text, and never a formula.

A text that a spreadsheet might run begins with = + - @ (or their full-width forms) or with a tab or
line break. It is written with an apostrophe before it, as Excel itself marks such a text, and read
without it. So that this can be taken back, a text that has the apostrophe already gets one more;
`’s-Hertogenbosch` and other words with an apostrophe stay as they are.
"""

import math
import re
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | None
"""What may be written into a cell; None is an empty one."""

_MOST_DIGITS = 15
"""What Excel keeps of a number."""

_BIGGEST = 1e307

_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_RUN = r"(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
_RISKY = re.compile(f"'*{_RUN}")
_MARKED = re.compile(f"'+{_RUN}")


def clean(text: str) -> str:
    """Return text without what no file can hold: NUL and other controls, half characters."""
    if text.isascii() and text.isprintable():
        return text
    return _UNREADABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_risky(text: str) -> bool:
    """Return whether a spreadsheet might run the text, with or without apostrophes before it."""
    return _RISKY.match(text) is not None


def marked(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet might run it."""
    return f"'{text}" if is_risky(text) else text


def unmarked(text: str) -> str:
    """Return a text as it was before `marked`."""
    return text[1:] if text[:1] == "'" and _MARKED.match(text) else text


def text_of(value: Value | timedelta) -> str:
    """Return a cell's value as text, the same from CSV and XLSX.

    Numbers have up to 15 digits and no `.0`, dates are ISO (with a time where it is not midnight),
    a truth is `yes` or `no`.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, time):
        return value.isoformat("seconds").removesuffix(":00")
    return _number(value) if isinstance(value, float) else str(value)


def _moment(value: datetime) -> str:
    """Return date and time to the second; midnight is no time, since XLSX can't tell it apart."""
    whole = value.replace(tzinfo=None)
    if whole.microsecond >= 500_000 and whole < datetime.max.replace(microsecond=0):
        whole += timedelta(seconds=1)
    whole = whole.replace(microsecond=0)
    if whole.time() == time():
        return whole.date().isoformat()
    return whole.isoformat(" ").removesuffix(":00")


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def exact_in_a_spreadsheet(value: int | float) -> bool:
    """Return whether a number keeps its 15 digits in a spreadsheet."""
    if isinstance(value, float):
        return abs(value) < _BIGGEST
    return len(str(abs(value))) <= _MOST_DIGITS
