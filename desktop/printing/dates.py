"""Dates and times in words, as every paper writes them."""

from datetime import date, time

from desktop.language import tr

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_words(day: date, language: str = "en") -> str:
    """Return `8 October 2026`."""
    return f"{short_day_words(day, language)} {day.year}"


def short_day_words(day: date, language: str = "en") -> str:
    """Return `8 October`, where the year goes without saying."""
    return f"{day.day} {tr(_MONTHS[day.month - 1], language)}"


def weekday_words(day: date, language: str = "en") -> str:
    """Return `Thursday 8 October 2026`."""
    return f"{tr(_WEEKDAYS[day.weekday()], language)} {day_words(day, language)}"


def time_words(start: time, end: time, language: str = "en") -> str:
    """Return `14:30 to 16:30`."""
    return tr("{start} to {end}", language).format(start=f"{start:%H:%M}", end=f"{end:%H:%M}")


def period_words(first: date, last: date, language: str = "en") -> str:
    """Return `1 to 30 September 2026`, naming month and year twice only where they differ."""
    if first == last:
        return day_words(first, language)
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    elif first.year == last.year:
        start = f"{first.day} {tr(_MONTHS[first.month - 1], language)}"
    else:
        start = day_words(first, language)
    return tr("{start} to {end}", language).format(start=start, end=day_words(last, language))
