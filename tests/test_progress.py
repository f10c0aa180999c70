import contextlib
import threading

import pytest

from desktop.progress import Cancelled, Progress


def test_work_says_how_far_it_is() -> None:
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    assert list(progress.over("ab", 2)) == ["a", "b"]
    assert said == [(0, 2), (1, 2), (2, 2)]


def test_work_that_was_stopped_ends_at_its_next_step() -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        progress.step(1, 2)


def test_paused_work_waits_at_its_next_step_and_stop_ends_it() -> None:
    progress, done, at_rest = Progress(), list[int](), threading.Event()

    def work() -> None:
        with contextlib.suppress(Cancelled):
            at_rest.set()
            progress.step(0, 3)
            done.append(0)

    progress.pause()
    worker = threading.Thread(target=work)
    worker.start()
    at_rest.wait(5)
    assert done == []
    progress.stop()
    worker.join(5)
    assert (done, worker.is_alive()) == ([], False)


def test_paused_work_goes_on() -> None:
    progress, done = Progress(), threading.Event()
    progress.pause()

    def work() -> None:
        progress.step(0, 1)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    assert not done.is_set()
    progress.go_on()
    assert done.wait(5)
    worker.join(5)
