"""Leads what the room sees: hears of new pledges, has the next step made, and lets it begin."""

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.gardener import Gardener
from desktop.tree.projector.saying import Said
from desktop.tree.projector.stage import Stage
from desktop.tree.projector.steps import Canvas, Step, finished, first_step, next_step
from desktop.ui import workers

Leaves = tuple[Leaf, ...]
FRAME_MS = 16
TURNS_AT = 0.4  # of the leaf's growth, the numbers turn


class Teller(Protocol):
    """What stands beside the tree, such as how many leaves there are."""

    @property
    def said(self) -> Said: ...
    @property
    def moves(self) -> bool: ...
    def prepares(self) -> Callable[[Said], object]: ...
    def take(self, prepared: object) -> None: ...
    def say(self, said: Said, *, still: bool = False) -> None: ...
    def tick(self) -> None: ...


class Made(NamedTuple):
    """What a worker made: the leaves as they hang, and the next step, None where there is none."""

    gardener: Gardener
    leaves: Leaves
    step: Step | None
    prepared: object = None


class Director(QObject):
    """Keeps stage and side in step with the pledges of a session's programme.

    Reading, laying out and painting of whole trees happen in a worker, one job at a time, and none
    while the camera travels. Places are kept only where it `keeps` the tree. `troubled` tells why
    the tree could not be read; it is tried again with the next change.
    """

    troubled = Signal(str)

    def __init__(self, store: Store, stage: Stage, side: Teller, *, keeps: bool = True) -> None:
        super().__init__(stage)
        self._store, self._stage, self._side, self._keeps = store, stage, side, keeps
        self._session = ""
        self._open = False
        self._programme: str | None = None
        self._gardener: Gardener | None = None
        self._latest: Leaves | None = None
        self._stale = self._busy = self._warm = False
        self._waits_to_say: Said | None = None
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self.tick)
        stage.rested.connect(self.go_on)
        stage.resized.connect(self.go_on)

    def show_session(self, session: Session) -> None:
        """Show the tree of a session's programme."""
        self._session = session.id
        said = replace(self._side.said, title=session.title, place=session.place)
        if session.programme != self._programme:
            said = replace(said, newest=None, kept=0, known=False)
        self._side.say(said, still=True)
        self.show_programme(session.programme)

    def miss_session(self) -> None:
        """Go on with the tree of the programme where its session was deleted."""
        self._side.say(replace(self._side.said, title="", place=""))
        self.pledges_changed()

    def show_programme(self, programme: str) -> None:
        """Show the tree of a programme."""
        if self._programme != programme:
            self._programme = programme
            self._gardener = Gardener(self._store, programme, keeps=self._keeps)
            self._latest = self._waits_to_say = None
            self._stage.forget()  # nobody's pledges are to stand under another title
        self._open = True
        self._timer.start()  # what was on its way when it was stopped goes on
        self.pledges_changed()

    def stop(self) -> None:
        """Do no more work until something is to be shown again."""
        self._open = False
        self._timer.stop()

    @property
    def session(self) -> str:
        """The id of the session shown, empty before the first."""
        return self._session

    @property
    def at_rest(self) -> bool:
        """Whether all that is on file is on the screen, and nothing moves."""
        works = self._busy or self._stale or self._unpainted is not None
        return not (works or self._is_on_its_way or self._wants() is not None)

    def pledges_changed(self) -> None:
        """Look at the pledges again, as soon as what is shown has come to its end."""
        self._stale = True
        self._stage.hurry()
        self.go_on()

    def go_on(self) -> None:
        """Have the next step made, unless one is being made or shown."""
        canvas = self._wants()
        gardener, before, latest = self._gardener, self._stage.step, self._latest
        if canvas is None or gardener is None or self._busy or self._stage.moves:
            return
        if self._unpainted is not None:
            return
        if before is not None and (before.canvas != canvas or latest is None):
            before = None
        reads, self._stale, self._busy = self._stale or latest is None, False, True
        still, said, prepares = self._stage.still, self._side.said, self._side.prepares()

        def work(_progress: Progress) -> Made:
            leaves = gardener.tend() if reads or latest is None else latest
            if before is None:
                return Made(gardener, leaves, first_step(leaves, canvas))
            step = next_step(before, leaves)
            if step is None:
                return Made(gardener, leaves, None)
            prepared = prepares(_after(step, said))
            return Made(gardener, leaves, finished(step) if still else step, prepared)

        workers.run(
            self,
            work,
            partial(self._on_made, anew=before is None),
            failed=self._on_failed,
            broken=self._on_broken,
        )

    def tick(self) -> None:
        """Go on to the present moment."""
        self._stage.tick()
        self._side.tick()
        if self._waits_to_say is not None and self._stage.growth() >= TURNS_AT:
            self._side.say(self._waits_to_say)
            self._waits_to_say = None
        unpainted = self._unpainted
        # Beside a worker that paints, frames of the travelling camera would come late.
        if unpainted is not None and self._stage.growth() >= 1 and not self._busy:
            self._finish(unpainted)
        if not self._is_on_its_way and self._unpainted is None:
            self._timer.stop()

    @property
    def _is_on_its_way(self) -> bool:
        return self._stage.moves or self._side.moves or self._waits_to_say is not None

    @property
    def _unpainted(self) -> Step | None:
        """The step that is shown, where its whole tree is still to be painted."""
        step = self._stage.step
        return step if step is not None and step.backdrop is None else None

    def _wants(self) -> Canvas | None:
        """Return for what is to be painted next, None where there is nothing to do."""
        canvas, step = self._stage.canvas, self._stage.step
        if self._gardener is None or not self._open or canvas.size.isEmpty():
            return None
        if self._stale or step is None or step.canvas != canvas or self._latest is None:
            return canvas
        return canvas if step.rows != self._latest else None

    def _on_failed(self, error: UserError) -> None:
        self._on_broken()
        self.troubled.emit(str(error))

    def _on_broken(self) -> None:
        self._busy = False
        if self._stale:  # there was a change meanwhile
            self.go_on()

    def _on_made(self, made: Made, *, anew: bool) -> None:
        gardener = made.gardener
        self._busy = False
        if gardener is not self._gardener:  # another programme is shown meanwhile
            self.go_on()
            return
        self._latest = made.leaves
        if made.step is not None:
            self._side.take(made.prepared)
            self._begin(made.step, anew=anew)
        if not self._warm and self._keeps:
            self._warm = True
            workers.run(self, lambda _progress: _warm_up(gardener), lambda _: None)
        self.go_on()

    def _finish(self, step: Step) -> None:
        """Have the whole tree painted while the grown leaf is looked at."""
        self._busy = True

        def done(made: Step) -> None:
            self._busy = False
            self._stage.finish(made)
            self.go_on()

        workers.run(self, lambda _progress: finished(step), done)

    def _begin(self, step: Step, *, anew: bool) -> None:
        said = _after(step, self._side.said)
        self._stage.show_step(step, fades=not anew)
        if self._stale or step.rows != self._latest:  # another leaf waits, or may do so
            self._stage.hurry()
        self._waits_to_say = None
        if step.growing is not None and self._stage.moves:
            self._waits_to_say = said
        else:
            self._side.say(said, still=self._stage.still or anew)
        self._timer.start()


def _after(step: Step, said: Said) -> Said:
    """Return what is to be said after a step, where something is said now."""
    number = len(step.rows)
    return replace(said, newest=step.newest, number=number, kept=step.kept, known=True)


def _warm_up(gardener: Gardener) -> None:
    gardener.warm_up()
    # What stands now stays: to look through all of it for garbage would stop the picture.
    gc.freeze()
