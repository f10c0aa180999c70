"""Undo and redo as the window tells them."""

from functools import partial

from desktop.language import tr
from desktop.store.store import Store
from desktop.ui.window import Window


class Undoing:
    """Takes back and does again what was done in one store, and says so in its window."""

    def __init__(self, window: Window, store: Store) -> None:
        self._window, self._store = window, store
        self._named = ""

    def undo(self) -> None:
        """Take back the last step; one from before this start is named first."""
        steps = self._store.steps().undo
        if not steps:
            self._window.tell(tr("There is nothing to undo."), icon="info")
            return
        step = steps[-1]
        if self._store.made_here(step) or step.id == self._named:
            self.undo_step(step.id)
            return
        self._named = step.id
        words = tr("Last time: {label}, {time}. Undo it?").format(
            label=step.label, time=step.clock.strftime("%d/%m/%Y %H:%M")
        )
        self._window.tell(words, partial(self.undo_step, step.id), icon="history")

    def undo_step(self, change_id: str) -> None:
        """Take back one step."""
        step = self._store.undo(change_id)
        if step is not None:
            self._window.tell(tr("Undone: {label}").format(label=step.label), icon="undo-2")

    def redo(self) -> None:
        """Do again what was undone last."""
        step = self._store.redo()
        if step is None:
            self._window.tell(tr("There is nothing to do again."), icon="info")
        else:
            self._window.tell(tr("Done again: {label}").format(label=step.label))
