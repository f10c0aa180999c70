import gc
import sys
import threading
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.ui import workers


def wait_for(qtbot: QtBot, job: workers.Job) -> None:
    ended: list[bool] = []
    job.ended.connect(lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))


def test_the_result_comes_home_to_the_window(qtbot: QtBot) -> None:
    heard: list[object] = []
    owner = QWidget()
    qtbot.addWidget(owner)

    def work(progress: Progress) -> str:
        progress.step(1, 2)
        return threading.current_thread().name

    job = workers.run(
        owner, work,
        lambda result: heard.append((result, threading.current_thread())),
        progress=lambda done, total: heard.append((done, total)),
    )  # fmt: skip
    wait_for(qtbot, job)
    assert heard == [(1, 2), ("pledge-tree-job", threading.main_thread())]


def test_the_window_hears_of_many_steps_now_and_then_and_of_the_last_one(qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    told = threading.Event()

    def work(progress: Progress) -> None:
        for _ in progress.over(range(5_000), 5_000):
            pass
        told.wait(5)

    def hear(done: int, total: int) -> None:
        heard.append((done, total))
        if done == total:
            told.set()

    owner = QObject()
    job = workers.run(owner, work, lambda _: None, progress=hear)
    wait_for(qtbot, job)
    assert heard[-1] == (5_000, 5_000)
    assert len(heard) < 100


def test_a_worker_lets_the_window_paint_in_between(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    wait_for(qtbot, workers.run(owner, lambda progress: None, lambda result: None))
    assert sys.getswitchinterval() == pytest.approx(workers.SWITCH)


def test_an_expected_error_is_told(qtbot: QtBot) -> None:
    heard: list[str] = []
    owner = QObject()

    def work(progress: Progress) -> str:
        raise UserError("The stick was taken out too soon. Put it back and try again.")

    job = workers.run(owner, work, heard.append, failed=lambda error: heard.append(str(error)))
    wait_for(qtbot, job)
    assert heard == ["The stick was taken out too soon. Put it back and try again."]


def test_a_bug_is_raised_at_home_and_whoever_waits_can_go_on(qtbot: QtBot) -> None:
    heard: list[object] = []
    owner = QObject()

    def work(progress: Progress) -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as raised:
        job = workers.run(
            owner, work, heard.append, failed=heard.append, broken=lambda: heard.append("broken")
        )
        wait_for(qtbot, job)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert heard == ["broken"]


def test_work_can_be_stopped(qtbot: QtBot) -> None:
    heard: list[str] = []
    owner = QObject()
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.step(1, 2)

    job = workers.run(
        owner, work, lambda _: heard.append("done"), stopped=lambda: heard.append("stopped")
    )
    started.wait(5)
    job.stop()
    wait_for(qtbot, job)
    assert heard == ["stopped"]


@pytest.mark.parametrize("gone", [True, False])
def test_nothing_is_told_to_a_page_that_is_gone(qtbot: QtBot, gone: bool) -> None:
    heard: list[int] = []
    owner = QObject()
    wait = threading.Event()
    job = workers.run(owner, lambda _: wait.wait(5), lambda _: heard.append(1))
    if gone:
        import shiboken6

        shiboken6.delete(owner)
    with qtbot.waitSignal(job.ended):
        wait.set()
    assert heard == ([] if gone else [1])


def _hold(heavy: "Heavy", _progress: Progress) -> None:
    assert heavy is not None


class Heavy:
    """Something that work holds on to."""


def test_what_finished_work_held_comes_free(qtbot: QtBot) -> None:
    owner = QObject()
    heavy = Heavy()
    held = weakref.ref(heavy)
    job = workers.run(owner, partial(_hold, heavy), lambda _: None)
    del heavy
    wait_for(qtbot, job)
    del job
    gc.collect()
    assert held() is None


def discard(number: int, gone: Callable[[object], None]) -> list[weakref.ref[QWidget]]:
    """Make so many widgets that hold nothing but themselves; `gone` is called with each."""
    widgets = [QWidget() for _ in range(number)]
    for widget in widgets:
        widget.__dict__["itself"] = widget
    return [weakref.ref(widget, gone) for widget in widgets]


def test_no_worker_takes_a_widget_apart(qtbot: QtBot) -> None:
    """Qt crashes sooner or later where one does: now and then one run of these tests ended so."""
    takers: list[threading.Thread] = []
    widgets = discard(100, lambda _: takers.append(threading.current_thread()))
    swept = threading.Event()

    def work(_: Progress) -> None:
        made: list[object] = []
        while len(made) < 200_000:
            made.append([made])
        swept.wait(5)

    owner = QObject()
    job = workers.run(owner, work, lambda _: None)
    qtbot.waitUntil(lambda: len(takers) == len(widgets))
    assert set(takers) == {threading.main_thread()}
    assert not gc.isenabled()
    swept.set()
    wait_for(qtbot, job)
    assert gc.isenabled()


def test_python_looks_for_garbage_again_once_the_app_is_closing() -> None:
    owner = QObject()
    for _ in range(2):
        workers.run(owner, lambda _: None, lambda _: None)
    workers.stop_all()
    assert gc.isenabled()
