"""When Python looks for garbage: for things that hold nothing but each other.

It does so in whatever thread happens to make objects. A worker that takes a widget apart does it
beside the window's thread, and sooner or later Qt crashes. So nobody looks of his own accord while
workers run; the window's thread sweeps now and then.
"""

import gc
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

WORKER: Final = "a worker runs"

_lock = threading.Lock()
_reasons: Counter[str] = Counter()
_usual = True  # whether Python looked before there was any reason not to


def pause(reason: str) -> None:
    """Have nobody look until `resume` is called as often with the same reason."""
    global _usual
    with _lock:
        if not _reasons:
            _usual = gc.isenabled()
        gc.disable()
        _reasons[reason] += 1


def resume(reason: str) -> None:
    """Take back one pause for a reason, if there is one."""
    with _lock:
        if reason not in _reasons:
            return
        _reasons[reason] -= 1
        if not _reasons[reason]:
            del _reasons[reason]
        if not _reasons and _usual:
            gc.enable()


@contextmanager
def paused(reason: str) -> Iterator[None]:
    """Have nobody look meanwhile."""
    pause(reason)
    try:
        yield
    finally:
        resume(reason)


def sweep() -> None:
    """Look in this thread through what was made lately, if that is due and only workers mind."""
    if not _usual or set(_reasons) - {WORKER}:
        return
    (young, older, _), (many, often, _) = gc.get_count(), gc.get_threshold()
    if older > often:
        gc.collect(1)
    elif young > many:
        gc.collect(0)
