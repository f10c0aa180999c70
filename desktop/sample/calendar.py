"""The forty sessions of the sample programme: who came to which."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_MONTH = (date(2019, 3, 1), date(2019, 3, 31))
LAST_DAY = date(2020, 2, 20)
CAME_FIRST = (48, 41, 36, 30, 34, 28, 45, 33, 29, 31, 27, 30)
"""How many came to each session of the first month: 412 in all."""
ANSWERED_FIRST = (32, 27, 24, 20, 22, 18, 30, 22, 19, 20, 17, 20)
"""How many of them answered: 271 in all."""
SESSIONS, STAFF = 40, 1_000


@dataclass(frozen=True)
class Planned:
    """One session of the sample: its day and the places in the staff list of who came."""

    day: date
    came: range
    answered: int


def planned(rng: random.Random) -> list[Planned]:
    """Return the sessions by date; every one of the staff comes to exactly one."""
    later = SESSIONS - len(CAME_FIRST)
    sizes = list(CAME_FIRST) + _sizes(rng, later, STAFF - sum(CAME_FIRST))
    days = _weekdays(rng, *FIRST_MONTH, len(CAME_FIRST))
    days += _weekdays(rng, FIRST_MONTH[1] + timedelta(days=8), LAST_DAY, later)
    answered = list(ANSWERED_FIRST) + [0] * later
    found, start = [], 0
    for day, size, answers in zip(days, sizes, answered, strict=True):
        found.append(Planned(day, range(start, start + size), answers))
        start += size
    return found


def _sizes(rng: random.Random, number: int, total: int) -> list[int]:
    sizes = [total // number] * number
    for place in range(0, number - 1, 2):
        shift = rng.randint(-7, 7)
        sizes[place] += shift
        sizes[place + 1] -= shift
    sizes[-1] += total - sum(sizes)
    return sizes


def _weekdays(rng: random.Random, first: date, last: date, number: int) -> list[date]:
    days: Sequence[date] = [
        day
        for offset in range((last - first).days + 1)
        if (day := first + timedelta(days=offset)).weekday() < 5
    ]
    return sorted(rng.sample(days, number))
