"""The head of a page: its title, what it is about, its sections, numbers and actions."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.cards import Counters
from desktop.ui.labels import Elided, IconText
from desktop.ui.layout import MARGIN, SMALL_MARGIN, column, panel, row
from desktop.ui.painted import brush_for
from desktop.ui.segments import Segments
from desktop.ui.theme import theme

LOW, NARROW = 520, 1000


class PageHeader(QWidget):
    """A white band across the page; where the window is low or narrow it takes less room.

    `sections` and `actions` stand in its second line; without them it has one line.
    """

    def __init__(
        self, title: str, sections: Segments | None = None, actions: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.title = Elided(title, 16, 700)
        self.sections = sections
        self._facts_row = row(gap=16)
        self._facts = panel(self._facts_row)
        self.counters = Counters()
        self._short = Elided("", 11, 400, "text")
        self._short.hide()
        names = column(self.title, self._facts, gap=4)
        self._top = top = row(gap=16)
        top.addLayout(names, 1)
        top.addWidget(self._short)
        top.addWidget(self.counters)
        self._whole = column(top, gap=10, margins=(MARGIN, 12, MARGIN, 10))
        if sections is not None or actions:
            second = row(gap=8)
            if sections is not None:
                second.addWidget(sections)
            second.addStretch(1)
            for action in actions:
                second.addWidget(action)
            self._whole.addLayout(second)
        self.setLayout(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._facts.hide()
        self.counters.hide()
        self._compact = False

    def put_beside(self, *parts: QWidget) -> None:
        """Put parts at the right end of the first line."""
        for part in parts:
            self._top.addWidget(part)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.set_text(title)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these (icon, words) beneath the title: place, time, who leads."""
        while (item := self._facts_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for icon, text in facts:
            self._facts_row.addWidget(IconText(icon, text))
        self._facts_row.addStretch(1)
        self._facts.setVisible(bool(facts) and not self._compact)

    def set_counters(self, counts: Sequence[tuple[str, str]]) -> None:
        """Show these (number, words) at the right."""
        self.counters.set_counts(counts)
        self._short.set_text(" · ".join(f"{number} {words}" for number, words in counts))
        self.counters.setVisible(bool(counts) and not self._compact)
        self._short.setVisible(bool(counts) and self._compact)

    def compact(self) -> bool:
        """Return whether it takes the little room now."""
        return self._compact

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self._whole.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        low = window.height() < theme().px(LOW) or self.width() < theme().px(NARROW - 300)
        if low != self._compact:
            self._set_compact(low)
        if self.sections is not None:
            self.sections.show_icons(self.width() >= theme().px(NARROW - 100))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))

    def _set_compact(self, compact: bool) -> None:
        self._compact = compact
        has_counts = bool(self._short.text())
        self._facts.setVisible(not compact and self._facts_row.count() > 0)
        self.counters.setVisible(has_counts and not compact)
        self._short.setVisible(has_counts and compact)
        edge = SMALL_MARGIN if compact else MARGIN
        self._whole.setContentsMargins(edge, 6 if compact else 12, edge, 6 if compact else 10)
        self._whole.setSpacing(6 if compact else 10)
