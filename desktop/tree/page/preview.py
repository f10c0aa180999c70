"""The poster in the middle of the room: what it is, finding a leaf on it, zoom, its real size."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainterPath, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.language import tr
from desktop.printing.sheet import MM, Size
from desktop.tree.finding import Found, find_leaves, outline_on
from desktop.tree.page.realsize import RealSize, Smallest
from desktop.tree.page.view import PosterView
from desktop.tree.paper.palette import palette
from desktop.tree.paper.words import set_in
from desktop.tree.ready import Ready
from desktop.tree.wishes import MOST_CROWNS
from desktop.ui.buttons import Button, IconButton
from desktop.ui.cards import Card
from desktop.ui.controls import SearchBox
from desktop.ui.labels import Elided, Text
from desktop.ui.layout import column, panel, row
from desktop.ui.notices import Busy, EmptyState
from desktop.ui.theme import theme
from desktop.ui.toast import Toast

LOW = 430
"""Where the middle is lower, in design px, the leaf at its real size has no room."""
_REAL_SHARE, _ASIDE_HIGH = 0.36, 280
"""Of the middle, and in design px: so high the leaf at its real size may become."""
NARROW = 590
"""Where it is narrower, in design px, the poster's title is but its paper."""


class PosterPreview(QWidget):
    """Shows a poster; `stopped` asks to stop making it, `again` to make it after all.

    `slow` tells that work takes so long that it stands in the place of the poster.

    `aside` is the leaf at its real size for another place, where the preview has no room for it.
    """

    stopped = Signal()
    again = Signal()
    slow = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ready: Ready | None = None
        self._found: list[Found] = []
        self._at = 0
        self.title = Elided("", 11, 600)
        self.search = SearchBox(tr("Find a pledge"), small=True)
        self.view = PosterView()
        self.real, self.aside = RealSize(self.view), RealSize(self.view, bare=True)
        self.busy = Busy()
        self.empty = EmptyState("", "")
        self.stack = QStackedWidget()
        self.toast = Toast(reserve=False, lines=3)
        self._buttons()
        self._build()
        self._listen()

    def _buttons(self) -> None:
        self.before = IconButton(
            "chevron-left", tr("Sheet before"), lambda: self._turn(-1), size="small"
        )
        self.after = IconButton(
            "chevron-right", tr("Next sheet"), lambda: self._turn(1), size="small"
        )
        self.number = Text("", "muted")
        zoom = self.view.step_zoom
        self.out = IconButton("minus", tr("Smaller"), lambda: zoom(-1), size="small")
        self.closer = IconButton("plus", tr("Larger"), lambda: zoom(1), size="small")
        self.fit = Button(tr("Fit"), self.view.fit, size="small")
        self.fit.setAccessibleName(tr("Fit the whole poster"))

    def _build(self) -> None:
        self._pages = panel(row(self.before, self.number, self.after, gap=6))
        self.search.setMaximumWidth(theme().px(184))
        head = row(self.title, self._pages, self.search, self.out, self.fit, self.closer, gap=8)
        head.setStretch(0, 1)
        self.stack.addWidget(self.view)
        busy = Card("", self.busy)  # on the darker ground its bar could not be seen
        self.stack.addWidget(panel(column(None, busy, None, margins=(40, 0, 40, 0))))
        self.stack.addWidget(self.empty)
        self.again_button = Button(tr("Make it"), self.again.emit)
        stopped = column(None, row(None, self.again_button, None), None)
        self.stack.addWidget(panel(stopped))
        whole = column(head, gap=10)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.toast)  # it takes room from the poster, and no button moves
        whole.addWidget(self.real)
        self.setLayout(whole)

    def _listen(self) -> None:
        self.view.changed.connect(self._show_state)
        self.view.opened.connect(self._on_opened)
        self.stack.currentChanged.connect(lambda _: self._show_state())
        self.busy.stopped.connect(self.stopped)
        self.busy.timer.timeout.connect(self._on_slow)
        self.search.typed.connect(lambda _: self._search())
        self.search.entered.connect(self._go_on)
        self.hide_real()
        self._show_state()

    def show_ready(self, ready: Ready) -> None:
        """Show a poster, or leaves to hang, as they came out."""
        self._ready = ready
        self.finish_work()
        self._show_title()
        self.view.show_pdf(ready.shown, title_of(ready))
        self.search.setVisible(not ready.facts.wish.only_new)

    def _on_opened(self) -> None:
        ready = self._ready
        if ready is not None:
            self.view.show_parts(parts_of(ready.poster.sheet, ready.parts))
            self._show_real()
            self._search(go=False)

    def say(self, title: str, sentence: str) -> None:
        """Say in the place of the poster why there is none."""
        self.busy.finish()
        self.empty.title.setText(title)
        self.empty.sentence.setText(sentence)
        self.empty.setAccessibleName(f"{title}. {sentence}")
        self.stack.setCurrentWidget(self.empty)
        self.hide_real()

    def start_work(self, words: str) -> None:
        """Say, after half a second, what is being made; without words it is there again."""
        if words:
            self.busy.start(words)
        else:
            self.finish_work()

    def _on_slow(self) -> None:
        self._turn_to(1, self.busy.stop_button)
        self.slow.emit()

    def _turn_to(self, index: int, part: QWidget) -> None:
        """Bring a sheet to the front; the focus stays here where it was, or it would go far off."""
        focus = QApplication.focusWidget()
        within = focus is not None and self.stack.isAncestorOf(focus)
        self.stack.setCurrentIndex(index)
        if within:
            part.setFocus()

    def step(self, done: int, total: int) -> None:
        """Say how far it is, in leaves or sheets; the few trees are drawn after their leaves."""
        if total > MOST_CROWNS:
            self.busy.step(done, total)
        else:
            self.busy.step(total, total, tr("Drawing"))

    def finish_work(self) -> None:
        """Show the poster again."""
        self._turn_to(0, self.view)
        self.busy.finish()

    def stop_work(self) -> None:
        """Offer to make the poster after all."""
        self.stack.setCurrentIndex(3)
        self.busy.finish()
        self.again_button.setFocus()  # Stop took it away with itself
        self.hide_real()

    def found(self) -> Sequence[Found]:
        """Return the leaves that have the words typed."""
        return self._found

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_title()
        self._show_real()

    def _show_title(self) -> None:
        ready = self._ready
        if ready is None:
            return
        narrow = self.width() < theme().px(NARROW) and not ready.facts.wish.only_new
        self.title.set_text(ready.facts.wish.tree.paper if narrow else title_of(ready))

    def _show_real(self) -> None:
        ready = self._ready
        leaf = smallest_of(ready) if ready and self.stack.currentIndex() == 0 else None
        low = self.height() < theme().px(LOW)
        self.real.setVisible(leaf is not None and not low)
        self.aside.setVisible(leaf is not None and low)
        if leaf is not None and low:
            self.aside.show_leaf(leaf, theme().px(_ASIDE_HIGH))
        elif leaf is not None:
            self.real.show_leaf(leaf, round(self.height() * _REAL_SHARE))

    def hide_real(self) -> None:
        """Take away the leaf at its real size."""
        for leaf in (self.real, self.aside):
            leaf.hide()

    def _turn(self, by: int) -> None:
        self.view.go_to(self.view.page() + by)

    def _show_state(self) -> None:
        pages, page = self.view.page_count(), self.view.page()
        there = self.stack.currentWidget() is not self.empty  # else nothing to turn or to enlarge
        self._pages.setVisible(there and pages > 1)
        self.number.setText(tr("{n} of {all}").format(n=page + 1, all=pages))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < pages)
        self.fit.setEnabled(there and not self.view.fits())
        self.out.setEnabled(there and not self.view.fits())
        self.closer.setEnabled(there)

    def _search(self, *, go: bool = True) -> None:
        typed = self.search.text()
        ready = self._ready
        self._found = find_leaves(ready.poster.trees, typed) if ready else []
        self._at = 0 if go else min(self._at, max(0, len(self._found) - 1))
        if self._found:
            self._show_found(go=go)
        else:
            self.view.mark(QPainterPath())
            self.search.set_note(tr("none") if typed.strip() else "")

    def _go_on(self) -> None:
        if self._found:
            self._at = (self._at + 1) % len(self._found)
            self._show_found(go=True)

    def _show_found(self, *, go: bool) -> None:
        assert self._ready is not None
        one = self._found[self._at]
        self.search.set_note(
            tr("{n} of {all}").format(n=f"{self._at + 1:,}", all=f"{len(self._found):,}")
        )
        outline = _path(outline_on(self._ready.poster, one.crown, one.leaf))
        if go:
            self.view.go_to(one.crown)
            self.view.bring(outline)
            said = tr("Found: {words}").format(words=one.leaf.text)
            self.view.setAccessibleDescription(said)
        elif one.crown == self.view.page():
            self.view.mark(outline)


def title_of(ready: Ready) -> str:
    """Return what is shown: “A1 poster, 84 × 59 cm”, or the leaves to hang."""
    if ready.facts.wish.only_new:
        return tr("New leaves to cut out, with a map")
    size = ready.poster.sheet
    words = tr("{paper} poster, {wide} × {high} cm")
    wide, high = (f"{round(side / 10):,}" for side in (size.width_mm, size.height_mm))
    return words.format(paper=ready.facts.wish.tree.paper, wide=wide, high=high)


def smallest_of(ready: Ready) -> Smallest | None:
    """Return the leaf with the smallest words as it is shown at its real size."""
    if ready.smallest is None:
        return None
    crown, leaf = ready.smallest
    poster = ready.poster
    colours = palette(poster.look.season, plain=poster.look.plain)
    points = poster.standings[crown].em * set_in(leaf.place.rung, leaf.text, leaf.name).size
    outline = _path(outline_on(poster, crown, leaf))
    paper, ink = QColor(colours.tints[0].upper), QColor(colours.ink)
    return Smallest(crown, outline, leaf.text, points, paper, ink)


def parts_of(sheet: Size, parts: Sequence[tuple[float, float, float, float]]) -> list[QRectF]:
    """Return the parts of a poster in points from its upper left."""
    return [QRectF(x, sheet.height_mm * MM - y - high, wide, high) for x, y, wide, high in parts]


def _path(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path
