"""How long work says how far it is, and is told to stop."""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818  to be stopped is no error
    """The user pressed Stop; the work ends and leaves everything as it was."""


class Progress:
    """Carries how far a piece of work is to whoever shows it; safe across threads."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Have the work wait at its next step until it may go on."""
        self._go.clear()

    def go_on(self) -> None:
        """Let the work go on."""
        self._go.set()

    def step(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises Cancelled when it was asked to stop.
        """
        self._go.wait()
        if self._stop.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(done, total)

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield the items and say how far the work is before each."""
        for done, item in enumerate(items):
            self.step(done, total)
            yield item
        self.step(total, total)
