"""What the app tells: notices in the page, an empty page, work that is under way."""

import html
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.cards import Bar
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Elided, Text
from desktop.ui.layout import column, row
from desktop.ui.painted import box, brush_for
from desktop.ui.sapling import Sapling
from desktop.ui.theme import theme

BUSY_AFTER_MS = 500

# (icon, fill, ink) of each kind
_KINDS = {
    "danger": ("circle-alert", "dangersoft", "dangerink"),
    "warn": ("triangle-alert", "warnsoft", "warnink"),
    "info": ("info", "infosoft", "infoink"),
    "ok": ("circle-check", "soft", "softink"),
}


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that appeared without the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Notice(QWidget):
    """A coloured box in the page: the first sentence bold, then the rest, and perhaps a button.

    `kind` is danger (what happened, what is safe, what to do), warn, info or ok.
    """

    def __init__(
        self,
        kind: str,
        first: str,
        rest: str = "",
        *,
        button: str = "",
        pressed: Callable[[], object] | None = None,
        icon: str = "",
    ) -> None:
        super().__init__()
        self._kind, self._icon_name = kind, icon
        self._icon = IconLabel(icon or _KINDS[kind][0], _KINDS[kind][2], 20)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = row(self._icon, self._words, gap=12, margins=(12, 8, 12, 10))
        line.setStretch(1, 1)
        self.button: Button | None = None
        if not button:  # beside one, a single line of words stands in the middle
            line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        else:
            self.button = Button(button, pressed, size="small")
            line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.tell(first, rest)

    def tell(self, first: str, rest: str = "", kind: str = "") -> None:
        """Show other words, perhaps as another kind, and have them read aloud."""
        self._kind = kind or self._kind
        icon, _, ink = _KINDS[self._kind]
        self._icon.show_icon(self._icon_name or icon, ink)
        if self._words.property("tone") != ink:
            known = self._words.property("tone") is not None
            self._words.setProperty("tone", ink)
            if known:  # Qt's style is slow to become known to Python
                self._words.style().unpolish(self._words)
                self._words.style().polish(self._words)
        bold = f'<span style="font-weight:600">{html.escape(first)}</span>'
        gap = "<br>" if self._kind in ("danger", "warn") else " "
        self._words.setText(bold + (gap + html.escape(rest) if rest else ""))
        said = f"{first} {rest}".strip()
        self.setAccessibleName(said)
        self._words.setAccessibleName(said)
        if self.isVisible():
            announce(self, said)

    def text(self) -> str:
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        _, fill, ink = _KINDS[self._kind]
        line = look.colour(ink) if look.high_contrast else None
        box(brush_for(self), QRectF(self.rect()), 8, look.colour(fill), line)


class EmptyState(QWidget):
    """What stands where nothing is yet: a sapling, what is missing, how to begin."""

    def __init__(self, title: str, sentence: str, *buttons: Button) -> None:
        super().__init__()
        self.title = Text(title, "section")
        self.sentence = Text(sentence, "muted", wrap=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(f"{title}. {sentence}")
        self._restyle()
        theme().changed.connect(self._restyle)
        line = column(None, gap=6, margins=(16, 12, 16, 12))
        centre = Qt.AlignmentFlag.AlignHCenter
        line.addWidget(Sapling(), 0, centre)
        line.addSpacing(6)
        line.addWidget(self.title, 0, centre)
        across = row(None, self.sentence, None, gap=0)
        across.setStretch(1, 1_000)  # as wide as it may be, then the room is shared out
        line.addLayout(across)
        if buttons:
            line.addSpacing(8)
            line.addLayout(row(None, *buttons, None))
        line.addStretch(1)
        self.setLayout(line)

    def _restyle(self) -> None:
        self.sentence.setMaximumWidth(theme().px(340))


class Busy(QWidget):
    """Work under way: what, how far, and a way to stop it; shown only after half a second.

    It keeps its place while hidden. `stopped` tells that Stop was pressed.
    """

    stopped = Signal()

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self._title = Text("", "strong")
        self._far = Text("", "body")
        self._bar = Bar(0.0)
        self._note = Text(note or tr("You can carry on working."), "caption")
        self.stop_button = Button(tr("Stop"), self._stop, size="small")
        self.setLayout(
            column(
                row(self._title, None, self._far),
                self._bar,
                row(self._note, None, self.stop_button),
                gap=8,
            )
        )
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.timer = QTimer(self, interval=BUSY_AFTER_MS, singleShot=True)
        self.timer.timeout.connect(self.show)
        self.hide()

    def start(self, title: str) -> None:
        """Begin: “Making 18 cards”; it appears if the work takes longer than half a second."""
        self._title.setText(title)
        self._far.setText("")
        self._bar.set_share(0.0)
        self.stop_button.setEnabled(True)
        self.timer.start()

    def step(self, done: int, total: int, words: str = "") -> None:
        """Say how far it is; `words` such as “Card 11 of 18”."""
        shown = words or tr("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        self._far.setText(shown)
        self._bar.set_share(done / total if total else 0.0)
        self.setAccessibleName(f"{self._title.text()}. {shown}.")

    def finish(self) -> None:
        """End it, well or not."""
        self.timer.stop()
        self.hide()

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stopped.emit()


class Waiting(QWidget):
    """A quiet place holder: words in the middle of an empty page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        words = Elided(text, 11, 400, "muted")
        self.setLayout(column(None, row(None, words, None), None))

    def sizeHint(self) -> QSize:
        return QSize(400, 300)
