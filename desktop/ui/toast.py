"""The dark bar that says what was just done and offers to undo it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Elided, plain_tip
from desktop.ui.layout import row
from desktop.ui.notices import announce
from desktop.ui.painted import box, brush_for, metrics_of, width_of, words
from desktop.ui.theme import theme

STAYS_MS = 20_000
HEIGHT = 46
_EDGES = 8  # above and below the words
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class _Words(Elided):
    """The message: one line, a smaller one where that does not fit, else `most` of those."""

    def __init__(self, most: int = 2) -> None:
        super().__init__("", 11, 400, "ontoast")
        self._most = most
        # as high as the toast, which grows with the lines: they would be cut off above and below
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HEIGHT - 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme().px(HEIGHT - 6))

    def lines(self) -> list[str]:
        """Return what is shown on each line; only the last is cut if there is still no room."""
        text, font = self.text(), theme().font(10)
        if self._fits(11) or self._fits(10):
            return [text]
        layout = QTextLayout(text, font)
        layout.setTextOption(_WRAPPED)
        layout.beginLayout()
        starts = [0]
        while len(starts) < self._most and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            starts.append(line.textStart() + line.textLength())
        layout.endLayout()
        units = text.encode("utf-16-le")
        ends = [*starts[1:], len(units) // 2]
        found = [units[2 * at : 2 * end] for at, end in zip(starts, ends, strict=True) if at < end]
        return [part.decode("utf-16-le").strip() for part in found]

    def high(self) -> int:
        """Return how high its lines are in pixels."""
        return round(metrics_of(theme().font(10)).lineSpacing() * len(self.lines()) + 0.5)

    def _fits(self, points: float) -> bool:
        return width_of(theme().font(points), self.text()) <= self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink, lines = brush_for(self), theme().colour("ontoast"), self.lines()
        font = theme().font(11 if self._fits(11) else 10)
        high = metrics_of(font).lineSpacing()
        top = (self.height() - high * len(lines)) / 2
        for number, line in enumerate(lines):
            words(painter, QRectF(0, top + number * high, self.width(), high), line, font, ink)

    def is_cut(self) -> bool:
        """Return whether two lines do not hold the message."""
        return width_of(theme().font(10), self.lines()[-1]) > self.width() + 0.5

    def _tell_the_rest(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.is_cut() else "")


class Toast(QWidget):
    """A place of its own for one message; it covers nothing and moves nothing.

    The message stays until the next one, `dismiss`, or 20 seconds; while its button has the focus
    it stays. `reserve` keeps the place when there is none. More than two `lines` let it grow.
    """

    gone = Signal()

    def __init__(self, *, reserve: bool = True, lines: int = 2) -> None:
        super().__init__()
        self._undo: Callable[[], object] | None = None
        self._icon = IconLabel("circle-check", "ontoast", 19)
        self.words = _Words(lines)
        self.button = Button(
            tr("Undo"), self._press, kind="toast", icon="undo-2", key=tr("Ctrl Z"), size="small"
        )
        line = row(self._icon, self.words, self.button, gap=10, margins=(12, 0, 7, 0))
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
        self.words.set_text(text)
        self.button.set_text(button or tr("Undo"))
        self.button.set_key("" if button else tr("Ctrl Z"))
        self.button.set_icon("" if button else "undo-2")
        self.button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self.updateGeometry()
        self.timer.start()
        announce(self, text)

    def text(self) -> str:
        """Return the message shown, empty when there is none."""
        return self.words.text() if not self.isHidden() else ""

    def dismiss(self) -> None:
        """Take the message away, as the next action does."""
        self.timer.stop()
        self._undo = None
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self._high())

    def _high(self) -> int:
        look = theme()
        return max(look.px(HEIGHT), self.words.high() + look.px(_EDGES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

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
