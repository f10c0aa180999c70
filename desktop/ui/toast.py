"""The dark bar that says what was just done and offers to undo it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Elided
from desktop.ui.layout import row
from desktop.ui.notices import announce
from desktop.ui.painted import box, brush_for
from desktop.ui.theme import theme

STAYS_MS = 20_000
HEIGHT = 46


class Toast(QWidget):
    """A place of its own for one message; it covers nothing and moves nothing.

    The message stays until the next one, `dismiss`, or 20 seconds; while its button has the focus
    it stays. `reserve` keeps the place when there is none.
    """

    gone = Signal()

    def __init__(self, *, reserve: bool = True) -> None:
        super().__init__()
        self._undo: Callable[[], object] | None = None
        self._icon = IconLabel("circle-check", "ontoast", 19)
        self._words = Elided("", 11, 400, "ontoast")
        self.button = Button(
            tr("Undo"), self._press, kind="toast", icon="undo-2", key=tr("Ctrl Z"), size="small"
        )
        line = row(self._icon, self._words, self.button, gap=10, margins=(12, 0, 7, 0))
        line.setStretch(1, 1)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(reserve)
        self.setSizePolicy(policy)
        self.timer = QTimer(self, interval=STAYS_MS, singleShot=True)
        self.timer.timeout.connect(self._time_is_up)
        self.hide()

    def tell(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        icon: str = "circle-check",
        button: str = "",
    ) -> None:
        """Show what was done; `undo` is called once if its button is pressed."""
        self._undo = undo
        self._icon.show_icon(icon, "ontoast")
        self._words.set_text(text)
        self.button.set_text(button or tr("Undo"))
        self.button.set_key("" if button else tr("Ctrl Z"))
        self.button.set_icon("" if button else "undo-2")
        self.button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self.timer.start()
        announce(self, text)

    def text(self) -> str:
        """Return the message shown, empty when there is none."""
        return self._words.text() if not self.isHidden() else ""

    def dismiss(self) -> None:
        """Take the message away, as the next action does."""
        self.timer.stop()
        self._undo = None
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        box(brush_for(self), QRectF(self.rect()), 8, theme().colour("toast"))

    def _press(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _time_is_up(self) -> None:
        if self.button.hasFocus():
            self.timer.start()
        else:
            self.dismiss()
