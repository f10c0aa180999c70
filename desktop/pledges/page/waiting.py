"""What waits for the tree: one pledge after the other is read and let through, or kept off."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.language import count, tr
from desktop.pledges.actions import Made
from desktop.printing.direction import inside
from desktop.ui.buttons import Button
from desktop.ui.icons import IconLabel
from desktop.ui.keys import on_key
from desktop.ui.labels import Text
from desktop.ui.layout import Wrap, column, row
from desktop.ui.painted import box, brush_for
from desktop.ui.theme import theme

SHOW_KEY, KEEP_OFF_KEY = "Alt+S", "Alt+K"
LONGEST = 240


class Waiting(QWidget):
    """Shows the first of the pledges that wait; nothing while none does.

    `let_through` and `refused` tell the id of the pledge that was read.
    """

    let_through = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._first: Made | None = None
        self.heading = Text("", "label", tone="infoink", wrap=True)
        self.words = Text("", wrap=True, tone="infoink")
        self.show_button = Button(
            tr("Show it"), partial(self._say, self.let_through), key=tr("Alt S"), size="small"
        )
        self.keep_off_button = Button(
            tr("Keep it off"), partial(self._say, self.refused), key=tr("Alt K"), size="small"
        )
        buttons = QWidget()
        wrap = Wrap(buttons, 8, 6)
        for button in (self.show_button, self.keep_off_button):
            wrap.addWidget(button)
        icon = IconLabel("clock", "infoink", 20)
        line = row(icon, gap=12, margins=(12, 10, 12, 10))
        line.addLayout(column(self.heading, self.words, buttons, gap=6), 1)
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.hide()

    def listen(self, page: QWidget) -> None:
        """Let the keys work wherever the focus is on a page."""
        on_key(page, SHOW_KEY, partial(self._say, self.let_through))
        on_key(page, KEEP_OFF_KEY, partial(self._say, self.refused))

    def show_waiting(self, waiting: Sequence[Made]) -> None:
        """Show which pledges wait, the first to be read first."""
        self._first = waiting[0] if waiting else None
        self.setVisible(bool(waiting))
        if self._first is None:
            return
        number = count("{n} waits for the tree", "{n} wait for the tree", len(waiting))
        cut = len(self._first.pledge.text) > LONGEST
        whole = tr("{number}. Press its leaf to read it all.").format(number=number)
        self.heading.setText(whole if cut else number)
        text = self._first.pledge.text
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
        self.words.setText(tr("“{words}”").format(words=inside(shown)))
        self.setAccessibleName(f"{number}. {text}")

    def _say(self, signal: SignalInstance) -> None:
        if self._first is not None:
            signal.emit(self._first.pledge.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        line = look.colour("line") if look.high_contrast else None
        box(brush_for(self), QRectF(self.rect()), 10, look.colour("infosoft"), line)
