"""Work that takes long runs in a thread of its own; its outcome comes home to the window."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from desktop.errors import UserError
from desktop.progress import Cancelled, Progress

T = TypeVar("T")


class Job(QObject):
    """One piece of work; `stop` asks it to end and leave everything as it was."""

    ended = Signal()
    _progressed = Signal(int, int)
    _came_home = Signal(object, object)

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._work = work
        self.progress = Progress(self._report)
        self.thread_ = threading.Thread(target=self._run, name="pledge-tree-job")

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.progress.stop()

    def _report(self, done: int, total: int) -> None:
        self._progressed.emit(done, total)

    def _run(self) -> None:
        try:
            result, error = self._work(self.progress), None
        except BaseException as raised:  # noqa: BLE001  it is raised again at home
            result, error = None, raised
        self._came_home.emit(result, error)


_running: set[Job] = set()


def run(
    owner: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], object],
    *,
    failed: Callable[[UserError], object] | None = None,
    stopped: Callable[[], object] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Job:
    """Run `work` in a thread and call back in the window's thread.

    `done` gets what it returned, `failed` a UserError, `stopped` is called when it was stopped. Any
    other exception is raised in the window's thread, as a bug is. Nothing is called once `owner`
    is gone. Workers get the store, never a `db`, and never touch a widget.
    """
    job = Job(work)

    def home(result: Any, error: BaseException | None) -> None:
        _running.discard(job)
        job.thread_.join()
        job.ended.emit()
        for signal in (job._progressed, job._came_home):
            signal.disconnect()  # or the job and what it is connected to keep each other for good
        if not shiboken6.isValid(owner):
            return
        if error is None:
            done(result)
        elif isinstance(error, Cancelled):
            if stopped is not None:
                stopped()
        elif isinstance(error, UserError) and failed is not None:
            failed(error)
        else:
            raise error

    def on(done_: int, total: int) -> None:
        if progress is not None and shiboken6.isValid(owner):
            progress(done_, total)

    queued = QtCore.Qt.ConnectionType.QueuedConnection
    job._progressed.connect(on, queued)
    job._came_home.connect(home, queued)
    _running.add(job)
    job.thread_.start()
    return job


def stop_all() -> None:
    """Ask all work to end and wait for it, before the app closes."""
    for job in list(_running):
        job.stop()
    for job in list(_running):
        job.thread_.join()
