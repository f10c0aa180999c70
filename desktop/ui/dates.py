"""Reading dates and times as people type them, and writing them as people read them."""

import calendar
import re
from datetime import date, time, timedelta

from desktop.errors import UserError
from desktop.language import tr

_EXAMPLE = date(2026, 10, 8)
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d]+)\.?,?(?:\s+(\d{4}))?"
)
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?")


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_names() -> list[str]:
    """Return the twelve months in the language of the screen."""
    return [tr(name) for name in _MONTHS]


def month_name(day: date) -> str:
    """Return the month of a day in the language of the screen."""
    return tr(_MONTHS[day.month - 1])


def weekday_name(day: date) -> str:
    """Return the weekday of a day in the language of the screen."""
    return tr(_DAYS[day.weekday()])


def long_date(day: date, *, year: bool = False) -> str:
    """Return “Thursday 8 October”, with the year if it is asked for."""
    words = f"{weekday_name(day)} {day.day} {month_name(day)}"
    return f"{words} {day.year}" if year else words


def short_date(day: date) -> str:
    """Return a date as it is typed: 8/10/2026."""
    return f"{day.day}/{day.month}/{day.year}"


def read_date(text: str, today: date) -> date:
    """Return the date that was typed, the day before the month.

    Without a year it is the nearest such day within six months of `today`. Raises UserError with a
    sentence that says what is wrong.
    """
    typed = " ".join(text.split()).casefold()
    near = {tr("today"): 0, tr("tomorrow"): 1, tr("yesterday"): -1}
    if typed in near:
        return today + timedelta(days=near[typed])
    day, month, year = _parts(typed)
    if year is None:
        return _nearest(day, month, today)
    return _checked(day, month, year + 2000 if year < 100 else year)


def read_time(text: str) -> time:
    """Return the time that was typed: 14:30, 14.30, 1430, 9, 9am or 2:30 pm.

    Raises UserError with a sentence that says what is wrong.
    """
    typed = " ".join(text.split()).casefold()
    if re.fullmatch(r"\d{3,4}", typed):
        typed = f"{typed[:-2]}:{typed[-2:]}"
    found = _CLOCK.fullmatch(typed)
    if found is None:
        raise UserError(tr("Write the time as hours and minutes, such as 14:30."))
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        raise UserError(tr("A day has 24 hours. Write a time from 00:00 to 23:59."))
    if minute > 59:
        raise UserError(tr("An hour has 60 minutes. Write a time such as 14:30."))
    return time(hour, minute)


def _parts(typed: str) -> tuple[int, int, int | None]:
    if iso := _ISO.fullmatch(typed):
        return int(iso[3]), int(iso[2]), int(iso[1])
    if numbers := _NUMBERS.fullmatch(typed):
        return int(numbers[1]), int(numbers[2]), int(numbers[3]) if numbers[3] else None
    if (named := _WORDS.fullmatch(typed)) and (month := _month(named[2])):
        return int(named[1]), month, int(named[3]) if named[3] else None
    raise _unreadable()


def _unreadable() -> UserError:
    example = short_date(_EXAMPLE)
    return UserError(
        tr("Write the date as day, month and year, such as {date}.").format(date=example)
    )


def _month(word: str) -> int:
    if len(word) >= 3:
        for number, name in enumerate(month_names(), 1):
            if name.casefold().startswith(word):
                return number
    return 0


def _nearest(day: int, month: int, today: date) -> date:
    around = [
        _checked(day, month, year)
        for year in (today.year, today.year - 1, today.year + 1)
        if not (month == 2 and day == 29) or calendar.isleap(year)
    ]
    if not around:
        return _checked(day, month, today.year)
    return min(around, key=lambda found: abs((found - today).days))


def _checked(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        example = short_date(_EXAMPLE)
        raise UserError(
            tr("There are 12 months. Write the day first, such as {date}.").format(date=example)
        )
    if not 1900 <= year <= 2200:
        raise _unreadable()
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = month_names()[month - 1]
        if month == 2:
            name = f"{name} {year}"
        raise UserError(
            tr("{month} has {days} days. Choose another date.").format(month=name, days=days)
        )
    return date(year, month, day)
