"""Threads that ask for the same thing at the same moment."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")
THREADS = 3


def asked_together(ask: Callable[[int], T], times: int) -> list[list[T]]:
    """Return what each of a few threads was answered; all ask for 0, then for 1, and so on."""
    gate = Barrier(THREADS, timeout=60)

    def each(_: int) -> list[T]:
        found = []
        for number in range(times):
            gate.wait()
            found.append(ask(number))
        return found

    with _switching_often(), ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(each, range(THREADS)))


@contextmanager
def _switching_often() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
