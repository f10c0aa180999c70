"""Pledges to read: each is let through or kept off the tree, and that can be changed again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.language import count, tr
from desktop.pledges.actions import Made, let_through, refuse
from desktop.pledges.model import Pledge
from desktop.store.change import Change
from desktop.ui.buttons import Button
from desktop.ui.cards import Line
from desktop.ui.chips import Chip
from desktop.ui.dialogs import Dialog
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel, row


class WaitingDialog(Dialog):
    """Shows each pledge with its maker; what was decided stays in sight and can be undone."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        waiting: Sequence[Made],
        kept_off: Sequence[Made] = (),
    ) -> None:
        title = count("{n} pledge to read", "{n} pledges to read", len(waiting))
        super().__init__(parent, title if waiting else tr("Pledges you keep off"), 660)
        self._desk = desk
        if waiting:
            words = tr(
                "They came from the kiosk or a list, or seem to name somebody. Everyone reads a "
                "leaf."
            )
            self.add(Text(words, "muted", wrap=True))
        self.rows = [WaitingRow(made) for made in [*waiting, *kept_off]]
        for number, one in enumerate(self.rows):
            if waiting and number == len(waiting):
                self.add(Text(tr("Pledges you keep off"), "section"))
            self.add(Line(), one)
            one.decided.connect(self._decide)
            one.undone.connect(self._undo)
        self.done_button = self.add_button(Button(tr("Done"), self.accept, kind="primary"))

    def _decide(self, one: "WaitingRow", shown: bool) -> None:
        store = self._desk.store
        with store.change(tr("Let pledge through") if shown else tr("Keep pledge off")) as change:
            _judge(change, change.need(Pledge, one.made.pledge.id), shown=shown)
        one.show_decision(shown=shown, change=change.id)

    def _undo(self, one: "WaitingRow") -> None:
        self._desk.store.undo(one.change)
        one.show_open()


def _judge(change: Change, pledge: Pledge, *, shown: bool) -> None:
    if shown:
        let_through(change, pledge)
    else:
        refuse(change, pledge)


class WaitingRow(QWidget):
    """One pledge: `decided` tells whether it is shown, `undone` that it waits again."""

    decided = Signal(object, bool)
    undone = Signal(object)

    def __init__(self, made: Made) -> None:
        super().__init__()
        self.made, self.change = made, ""
        text = made.pledge.text
        self.show_button = Button(
            tr("Show on the tree"), lambda: self.decided.emit(self, True), icon="eye", size="small"
        )
        self.keep_button = Button(
            tr("Keep off"), lambda: self.decided.emit(self, False), icon="eye-off", size="small"
        )
        self.undo_button = Button(
            tr("Undo"), lambda: self.undone.emit(self), icon="undo-2", kind="quiet", size="small"
        )
        for button in (self.show_button, self.keep_button, self.undo_button):
            button.setAccessibleDescription(text)
        self.chip = Chip("")
        self._open = panel(row(self.show_button, self.keep_button, None))
        self._closed = panel(row(self.chip, self.undo_button, None))
        maker = made.name or tr("Without name")
        who = Text(maker, "caption", wrap=True)
        self.setLayout(column(Text(text, "body", wrap=True), who, self._open, self._closed, gap=6))
        self._closed.hide()
        if made.pledge.refused:
            self.keep_button.hide()

    def show_decision(self, *, shown: bool, change: str) -> None:
        """Show what was decided, and that it can be undone."""
        self.change = change
        if shown:
            self.chip.show_status(tr("On the tree"), "ok")
        else:
            self.chip.show_status(tr("Kept off the tree"), "neutral", "eye-off")
        self._open.hide()
        self._closed.show()
        self.undo_button.setFocus()

    def show_open(self) -> None:
        """Let it be decided again."""
        self._closed.hide()
        self._open.show()
        self.show_button.setFocus()
