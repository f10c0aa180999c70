import gc
from collections.abc import Iterator

import pytest

from desktop import garbage

READING, WRITING = "somebody reads", "somebody writes"


@pytest.fixture(autouse=True)
def as_usual() -> Iterator[None]:
    assert gc.isenabled()
    yield
    assert gc.isenabled()


def knot() -> None:
    """Make something that holds itself, and let it go."""
    one: list[object] = []
    one.append(one)


def knots() -> int:
    return sum(type(one) is list and len(one) == 1 and one[0] is one for one in gc.get_objects())


def test_nobody_looks_until_every_reason_is_gone() -> None:
    with garbage.paused(READING):
        with garbage.paused(WRITING), garbage.paused(READING):
            assert not gc.isenabled()
        assert not gc.isenabled()


def test_a_reason_that_never_was_is_no_reason() -> None:
    garbage.resume(READING)
    with garbage.paused(WRITING):
        garbage.resume(READING)
        assert not gc.isenabled()


def test_an_error_leaves_no_reason_behind() -> None:
    with pytest.raises(ValueError, match="odd"), garbage.paused(READING):
        raise ValueError("odd")


def test_whoever_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with garbage.paused(READING):
            garbage.sweep()
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize(("reason", "left"), [(garbage.WORKER, 0), (READING, 2000)])
def test_one_may_sweep_while_only_workers_mind(reason: str, left: int) -> None:
    gc.collect()
    with garbage.paused(reason):
        for _ in range(2000):
            knot()
        garbage.sweep()
        assert knots() == left
    gc.collect()


def test_what_grew_older_is_swept_as_well() -> None:
    with garbage.paused(garbage.WORKER):
        knot()
        for _ in range(gc.get_threshold()[1] + 1):
            gc.collect(0)
            knot()
        garbage.sweep()
        assert knots() == 0
