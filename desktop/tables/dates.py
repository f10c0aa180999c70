"""Dates as lists have them: by day, month and year in any usual order, or as Excel counts days."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import Enum

from desktop.text import search_key

_MONTHS = (
    "january ionawr jan ion",
    "february chwefror feb chwe",
    "march mawrth mar maw",
    "april ebrill apr ebr",
    "may mai",
    "june mehefin jun meh",
    "july gorffennaf jul gorff gor",
    "august awst aug",
    "september medi sept sep med",
    "october hydref oct hyd",
    "november tachwedd nov tach",
    "december rhagfyr dec rhag",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:,? .*)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_TIME = re.compile(r"\b\d{1,2}:\d{2}.*$")
_CLOCK = re.compile(
    r"(?:.*[ T,])?(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2})?(?:\.\d+)?\s*([ap])?\.?(?:m\.?)?",
    re.IGNORECASE,
)
_CENTURY = 2000
_TURN = 70
"""26 is 2026, 70 and above are of the century before."""

_NO_DAY = 60
"""Excel counts 29 February 1900, a day that never was."""


class Order(Enum):
    """Which number of 06/07/2026 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def order_of(texts: Iterable[str]) -> Order:
    """Return the order in which a column has day and month.

    It is day first, as people write here, unless some date can only be month first and none can
    only be day first.
    """
    month_first = False
    for text in texts:
        match = _NUMBERS.fullmatch(text.strip())
        if match and int(match[1]) > 12:
            return Order.DAY_FIRST
        month_first = month_first or bool(match and int(match[2]) > 12)
    return Order.MONTH_FIRST if month_first else Order.DAY_FIRST


def is_ambiguous(text: str) -> bool:
    """Return whether a date would be another one in the other order: 06/07/2026."""
    match = _NUMBERS.fullmatch(text.strip())
    return bool(match and match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12)


def read_date(
    text: str, order: Order = Order.DAY_FIRST, *, since_1904: bool = False
) -> date | None:
    """Return the date that a text gives, None where it is none; a time after it is left out.

    Understood are 06/07/2026, 2026-07-06, 6 July 2026, July 6 2026, the same in Welsh, and the
    number of a day in Excel (five digits, so that 2026 is no day).
    """
    text = text.strip()
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _NUMBERS.fullmatch(text):
            day, month = int(match[1]), int(match[2])
            if order is Order.MONTH_FIRST:
                day, month = month, day
            return date(_year(match[3]), month, day)
        if _SERIAL.fullmatch(text):
            return day_of(float(text), since_1904=since_1904)
        return _in_words(text)
    except (ValueError, OverflowError):
        return None


def read_time(text: str) -> time | None:
    """Return the time of day that a text gives, also after a date; None where it is none.

    Understood are 9:05, 09.05, 09:05:30, 9:05 am, 2 pm, 2026-07-06 09:05.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None or not (match[2] or match[3]):
        return None
    hour = int(match[1])
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    minute = int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_of(number: float, *, since_1904: bool = False) -> date:
    """Return the day that Excel's number means.

    Raises ValueError for 29 February 1900, which only Excel has, and for numbers below 1.
    """
    whole = int(number)
    if since_1904:
        return date(1904, 1, 1) + timedelta(whole)
    if whole < 1 or whole == _NO_DAY:
        raise ValueError("there is no such day")
    return date(1899, 12, 31 if whole < _NO_DAY else 30) + timedelta(whole)


def _in_words(text: str) -> date | None:
    words = search_key(re.sub(r"[,./]", " ", _TIME.sub("", text))).split()
    months = [_MONTH[word] for word in words if word in _MONTH]
    numbers = [_digits(word) for word in words]
    found = [number for number in numbers if number]
    if len(months) != 1 or len(found) != 2 or len(words) > 5:
        return None
    day, year = found if len(found[0]) <= 2 else found[::-1]
    return date(_year(year), months[0], int(day))


def _digits(word: str) -> str:
    """Return the number in a word: 6, 6th, 2026; empty where there is none."""
    match = re.fullmatch(r"(\d{1,2}|\d{4})(?:st|nd|rd|th|af|il|ydd|fed|eg|ed)?", word)
    return match[1] if match else ""


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + _CENTURY - (100 if year >= _TURN else 0)
