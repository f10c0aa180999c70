"""A hybrid logical clock: follows the wall clock, never goes back, keeps the order of events."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

COUNTER_BITS = 16
FAR_AHEAD = timedelta(hours=24)
"""A revision from further ahead than this is kept, but the clock does not follow it."""


def local_now() -> datetime:
    """Return the wall clock with its offset from UTC."""
    return datetime.now().astimezone()


class Clock:
    """Gives each change a time that is greater than all times seen before.

    Times are milliseconds since 1970 in the upper bits and a counter in the lower 16
    (Kulkarni et al., Logical Physical Clocks, 2014).
    """

    def __init__(self, now: Callable[[], datetime] = local_now) -> None:
        self.last = 0
        self.now = now

    def wall(self) -> int:
        """Return the wall clock as a time of this clock."""
        return int(self.now().timestamp() * 1000) << COUNTER_BITS

    def limit(self) -> int:
        """Return the greatest time from elsewhere that this clock follows."""
        return self.wall() + (int(FAR_AHEAD.total_seconds() * 1000) << COUNTER_BITS)

    def tick(self) -> int:
        """Return the next time."""
        self.last = max(self.wall(), self.last + 1)
        return self.last

    def see(self, times: Iterable[int]) -> None:
        """Take notice of times from elsewhere, except those too far ahead to follow."""
        limit = self.limit()
        self.last = max([self.last, *(at for at in times if at <= limit)])
