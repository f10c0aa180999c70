"""Cards and what stands in them: headings, counters, rows that lead somewhere, bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.labels import Text
from desktop.ui.layout import Part, column, fill, row
from desktop.ui.painted import box, brush_for, focus_width
from desktop.ui.theme import theme


class Card(QWidget):
    """A white frame with a thin line around it; add parts to `body`.

    `title` is its heading; `aside` stands at the right of it. `padding` is in px.
    """

    def __init__(
        self,
        title: str = "",
        *parts: Part,
        aside: QWidget | None = None,
        padding: int = 18,
        gap: int = 10,
    ) -> None:
        super().__init__()
        self.body: QVBoxLayout = column(*parts, gap=gap, margins=(padding,) * 4)
        self.heading = Text(title, "section", wrap=False)
        if not title:
            self.heading.hide()
        if title or aside is not None:
            top: QHBoxLayout = row(self.heading, None)
            if aside is not None:
                top.addWidget(aside)
            self.body.insertLayout(0, top)
            self.setAccessibleName(title)
        self.setLayout(self.body)

    def add(self, *parts: Part) -> None:
        """Add parts at the foot; a number is a space in px, None takes the room left."""
        fill(self.body, parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        box(painter, QRectF(self.rect()), 12, look.colour("surface"), look.colour("line"))


class Line(QWidget):
    """A thin line between parts, across or (`upright`) down."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        brush_for(self).fillRect(self.rect(), theme().colour("line"))


class Counter(QWidget):
    """A number with its words beneath: “23 of 25”, “here”."""

    def __init__(self, number: str, words_: str) -> None:
        super().__init__()
        self._number = Text(number, "number")
        self._words = Text(words_, "caption")
        self.setLayout(column(self._number, self._words, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_count(number, words_)

    def show_count(self, number: str, words_: str) -> None:
        """Show another number and its words."""
        self._number.setText(number)
        self._words.setText(words_)
        self.setAccessibleName(f"{number} {words_}")

    def text(self) -> str:
        return f"{self._number.text()} {self._words.text()}"


class Counters(QWidget):
    """Several counters with thin lines between."""

    def __init__(self, counts: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._counters: list[Counter] = []
        self._row = row(gap=18)
        self.setLayout(self._row)
        self.set_counts(counts)

    def set_counts(self, counts: Sequence[tuple[str, str]]) -> None:
        """Show these (number, words)."""
        if len(counts) != len(self._counters):
            while (item := self._row.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.deleteLater()
            self._counters = [Counter(*count) for count in counts]
            for at, counter in enumerate(self._counters):
                if at:
                    self._row.addWidget(Line(upright=True))
                self._row.addWidget(counter)
        for counter, (number, words_) in zip(self._counters, counts, strict=True):
            counter.show_count(number, words_)


class Bar(QWidget):
    """How far something is, as a filled bar; say it in words beside it too."""

    def __init__(self, share: float = 0.0, name: str = "", *, height: int = 10) -> None:
        super().__init__()
        self._share, self._name = share, name
        self.setFixedHeight(height)
        self.set_share(share)

    def set_share(self, share: float) -> None:
        """Show another share, 0 to 1."""
        self._share = max(0.0, min(1.0, share))
        self.setAccessibleName(f"{self._name} {self._share:.0%}".strip())
        self.update()

    def share(self) -> float:
        return self._share

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        edge = look.colour("edge") if look.high_contrast else None
        box(painter, rect, rect.height() / 2, look.colour("sunken"), edge)
        if self._share > 0:
            painter.setClipRect(QRectF(0, 0, rect.width() * self._share, rect.height()))
            box(painter, rect, rect.height() / 2, look.colour("brand"))


class ClickCard(Card):
    """A card that can be pressed as a whole, by mouse, Enter or Space."""

    pressed = Signal()

    def __init__(self, name: str, *parts: Part, padding: int = 18) -> None:
        super().__init__("", *parts, padding=padding)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = brush_for(self)
            box(painter, QRectF(self.rect()), 12, None, theme().colour("focus"), focus_width())
