"""The room's work beside the window: read, lay out, draw; only the latest wish counts."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.progress import Progress
from desktop.tree.facts import Facts, read_facts
from desktop.tree.layouts import Layouts
from desktop.tree.press import Press
from desktop.tree.ready import Ready, make_ready, points_of_another_grove
from desktop.tree.wishes import Wish
from desktop.ui.workers import Job, fault, run

SETTLES_MS = 150


class Work(QObject):
    """Makes what is wished for, in three steps that each tell what they found.

    `read` tells the facts, `made` the poster, `compared` what size of words another number of
    trees would give. `failed` tells
    why there is no poster, `progressed` how far it is.
    """

    read = Signal(object)
    started = Signal(object)
    made = Signal(object)
    compared = Signal(int, float)
    failed = Signal(str)
    progressed = Signal(int, int)

    def __init__(self, owner: QObject, desk: Desk, press: Press) -> None:
        super().__init__(owner)
        self._desk, self._press = desk, press
        self._layouts = Layouts()
        self._wish: Wish | None = None
        self._job: Job | None = None
        self._comparing: Job | None = None
        self._held = True
        self._settle = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self._settle.timeout.connect(self._begin)

    def want(self, wish: Wish) -> None:
        """Have a wish made in place of the one before, as soon as changes have settled."""
        self._wish = wish
        self.stop()
        if not self._held:
            self._settle.start(SETTLES_MS)

    def hold(self, held: bool) -> None:
        """Wait while nobody looks, or go on."""
        self._held = held
        if held:
            self._settle.stop()
        elif self._wish is not None:
            self._settle.start(0)

    def stop(self) -> None:
        """Let go of what is being made."""
        self._settle.stop()
        for job in (self._job, self._comparing):
            if job is not None:
                job.stop()
        self._job = self._comparing = None

    def is_settled(self) -> bool:
        """Return whether the latest wish was made, or stopped."""
        return self._job is None and not self._settle.isActive()

    def _begin(self) -> None:
        wish, store = self._wish, self._desk.store
        if wish is None:
            return
        self._wish = None

        def work(_: Progress) -> Facts:
            with store.read() as db:
                return read_facts(db, wish, store.device)

        self._job = job = run(
            self,
            work,
            lambda facts: self._on_read(job, facts),
            failed=lambda error: self._on_failed(job, error),
            broken=lambda: self._on_failed(job, fault()),
        )

    def _on_read(self, job: Job, facts: Facts) -> None:
        if job is not self._job:
            return
        self._job = None
        self.read.emit(facts)
        if self.is_settled() and facts.programmes:
            self._make(facts)

    def _make(self, facts: Facts) -> None:
        today: date = self._desk.today()
        self.started.emit(facts)
        self._job = job = run(
            self,
            lambda progress: make_ready(facts, self._layouts, self._press, today, progress),
            lambda ready: self._on_made(job, ready),
            failed=lambda error: self._on_failed(job, error),
            broken=lambda: self._on_failed(job, fault()),
            progress=self.progressed.emit,
        )

    def _on_made(self, job: Job, ready: Ready) -> None:
        if job is not self._job:
            return
        self._job = None
        self.made.emit(ready)
        if self.is_settled() and not ready.facts.wish.only_new:
            self._compare(ready.facts)

    def _compare(self, facts: Facts) -> None:
        self._comparing = job = run(
            self,
            lambda progress: points_of_another_grove(facts, self._layouts, progress),
            lambda other: self._on_compared(job, other),
        )

    def _on_compared(self, job: Job, other: tuple[int, float] | None) -> None:
        if job is self._comparing:
            self._comparing = None
            if other is not None:
                self.compared.emit(*other)

    def _on_failed(self, job: Job, error: UserError) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(str(error))
