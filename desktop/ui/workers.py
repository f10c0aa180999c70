"""Work that takes long runs in a thread of its own; its outcome comes home to the window."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal

from desktop import garbage
from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Cancelled, Progress

T = TypeVar("T")
TELLS_MS = 50
"""So often the window hears how far work is: each time it lays out and paints, work waits."""

SWEEPS_MS = 50
"""So often the window's thread looks for garbage while work runs, as the work itself must not."""

SWITCH = 0.000_5
"""For how many seconds a worker that computes keeps the window's thread waiting each time; one
paint has to wait several times."""


class Job(QObject):
    """One piece of work; `stop` asks it to end and leave everything as it was."""

    ended = Signal()
    _progressed = Signal()
    _came_home = Signal(object, object)

    def __init__(
        self, work: Callable[[Progress], Any], progress: Callable[[int, int], object] | None = None
    ) -> None:
        super().__init__()
        self._work, self._tell = work, progress
        self._far = self._told = (0, 0)
        self._tells = False
        self.progress = Progress(self._report if progress else None)
        self.thread_ = threading.Thread(target=self._run, name="pledge-tree-job")
        self._sweeper = QTimer(self)
        self._sweeper.timeout.connect(garbage.sweep)

    def start(self) -> None:
        """Begin the work in its thread."""
        garbage.pause(garbage.WORKER)
        _running.add(self)
        self._sweeper.start(SWEEPS_MS)
        self.thread_.start()

    def finish(self) -> None:
        """Wait for the thread to end."""
        self.thread_.join()
        if self in _running:
            _running.remove(self)
            self._sweeper.stop()
            garbage.resume(garbage.WORKER)

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.progress.stop()

    def _report(self, done: int, total: int) -> None:
        self._far = done, total
        if not self._tells:
            self._tells = True
            self._progressed.emit()

    def _on_progressed(self) -> None:
        self._told = self._far
        if self._tell is not None:
            self._tell(*self._told)
        QTimer.singleShot(TELLS_MS, self, self._tell_rest)

    def _tell_rest(self) -> None:
        self._tells = False  # before one looks: what comes now tells of itself
        if self._far != self._told and self in _running:
            self._on_progressed()

    def _run(self) -> None:
        sys.setswitchinterval(SWITCH)
        try:
            result, error = self._work(self.progress), None
        except BaseException as raised:  # noqa: BLE001  it is raised again at home
            result, error = None, raised
        self._came_home.emit(result, error)


_running: set[Job] = set()


def fault() -> UserError:
    """Return what is said where a page waited for work that a bug ended."""
    return UserError(tr("Something went wrong inside Pledge Tree. Choose it again."))


def run(
    owner: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], object],
    *,
    failed: Callable[[UserError], object] | None = None,
    stopped: Callable[[], object] | None = None,
    broken: Callable[[], object] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Job:
    """Run `work` in a thread and call back in the window's thread.

    `done` gets what it returned, `failed` a UserError, `stopped` is called when it was stopped. Any
    other exception is raised in the window's thread, as a bug is, after `broken`, by which whoever
    waits can go on. Nothing is called once `owner` is gone. Workers get the store, never a `db`,
    and never touch a widget.
    """
    heard = None if progress is None else partial(_if_there, owner, progress)
    job = Job(work, heard)

    def home(result: Any, error: BaseException | None) -> None:
        job.finish()
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
            if broken is not None:
                broken()
            raise error

    queued = QtCore.Qt.ConnectionType.QueuedConnection
    job._progressed.connect(job._on_progressed, queued)
    job._came_home.connect(home, queued)
    job.start()
    return job


def _if_there(
    owner: QObject, progress: Callable[[int, int], object], done: int, total: int
) -> None:
    if shiboken6.isValid(owner):
        progress(done, total)


def stop_all() -> None:
    """Ask all work to end and wait for it, before the app closes."""
    for job in list(_running):
        job.stop()
    for job in list(_running):
        job.finish()
