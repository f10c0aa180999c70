"""One piece of work at a time, with its progress in the dialog; newer work takes its place."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.ui import workers
from desktop.ui.notices import Busy

T = TypeVar("T")
_ROOM_MS = 50


class Work(QObject):
    """Runs work in a thread; what older work brings home is dropped. `note` stands beneath `busy`.

    `failed` tells a sentence, `stopped` that a person pressed Stop, `changed` that work began or
    ended.
    """

    failed = Signal(str)
    stopped = Signal()
    changed = Signal()

    def __init__(self, parent: QObject, note: str) -> None:
        super().__init__(parent)
        self.busy = Busy(note)
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.busy.setSizePolicy(policy)
        self.busy.stopped.connect(self.stop)
        self.busy.timer.timeout.disconnect()
        self.busy.timer.timeout.connect(self._make_room)
        self._room = QTimer(self, interval=_ROOM_MS, singleShot=True)
        self._room.timeout.connect(self._show_busy)
        self._painted = QTimer(self, interval=_ROOM_MS, singleShot=True)
        self._painted.timeout.connect(self._go_on)
        self._job: workers.Job | None = None
        self._number = 0

    @property
    def runs(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def run(self, words: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        """Begin work in place of any older; `done` gets what it returns."""
        self.give_up()
        self._number += 1
        number = self._number
        self.busy.start(words)
        self._job = workers.run(
            self,
            work,
            partial(self._home, number, done),
            failed=partial(self._home, number, lambda error: self.failed.emit(str(error))),
            stopped=partial(self._home, number, lambda _: self.stopped.emit(), None),
            broken=partial(self._home, number, lambda _: None, None),
            progress=partial(self._on_step, number),
        )
        self._wait_for_paint(self._job)
        self.changed.emit()

    def give_up(self) -> None:
        """Have the work end; nobody hears of it again."""
        self._number += 1
        if self._job is not None:
            self._job.stop()
            self._end()

    def stop(self) -> None:
        """Have the work end; it comes home as stopped, or done where it was too late."""
        if self._job is not None:
            self._job.stop()

    def _home(self, number: int, then: Callable[[T], object], result: T | UserError) -> None:
        if number == self._number:
            self._end()
            then(result)  # type: ignore[arg-type]  # an error goes to who takes one

    def _on_step(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self.busy.step(done, total)

    def _make_room(self) -> None:
        """Have the work wait while the dialog is laid out anew: else each step of that waits."""
        if self._job is not None:
            self._job.progress.pause()
            self._room.start()

    def _show_busy(self) -> None:
        if self._job is not None:
            self.busy.show()
            self._wait_for_paint(self._job)

    def _wait_for_paint(self, job: workers.Job) -> None:
        job.progress.pause()
        self._painted.start()

    def _go_on(self) -> None:
        if self._job is not None:
            self._job.progress.go_on()

    def _end(self) -> None:
        self._go_on()
        self._room.stop()
        self._job = None
        self.busy.finish()
        self.changed.emit()
