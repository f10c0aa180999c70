"""The paper on screen: the pages of a PDF as they will be printed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.buttons import Button, IconButton
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.painted import box
from desktop.ui.pdf import Pages, closed_with
from desktop.ui.theme import theme

GAP = 14
STEPS = (0.25, 0.35, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 12


class PaperView(QAbstractScrollArea):
    """Pages under each other; each is drawn when it first comes into view, one at a time.

    `page_shown` tells the page in view, counted from 1.
    """

    page_shown = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._rects: list[QRect] = []
        self._pictures: dict[int, QPixmap] = {}
        self._zoom, self._fit = 1.0, "page"
        self._page = 0
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview"))
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._render_one)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._all = closed_with(self)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show a paper; `name` says what it is when read aloud. Empty bytes show nothing."""
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        if pdf:
            self._pages = Pages(pdf)
            self._all.add(self._pages)
        self._name = name
        self._pictures.clear()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._page = 0
        self._tell_page(1 if self.page_count() else 0)

    def page_count(self) -> int:
        return len(self._pages) if self._pages is not None else 0

    def page(self) -> int:
        """Return the page in view, counted from 1; 0 while there is none."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, to the top."""
        if 1 <= page <= len(self._rects):
            self.verticalScrollBar().setValue(self._rects[page - 1].top() - GAP)
            self._tell_page(page)

    def zoom(self) -> float:
        """Return the scale; 1 is a point a design pixel times 4/3, the size on paper."""
        return self._zoom

    def fit(self, to: str) -> None:
        """Fit a whole `page` or its `width` into view, now and whenever the size changes."""
        self._fit = to
        self._arrange()

    def step_zoom(self, by: int) -> None:
        """Zoom in (1) or out (−1) by a step."""
        wanted = [s for s in STEPS if (s > self._zoom * 1.01 if by > 0 else s < self._zoom * 0.99)]
        if wanted:
            self._fit = ""
            self._zoom = wanted[0] if by > 0 else wanted[-1]
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.go_to(min(self._page + 1, self.page_count()))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self.go_to(max(self._page - 1, 1))
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(self.page_count())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), look.colour("sunken"))
        for at, rect in self._visible():
            picture = self._pictures.get(at)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if picture is not None:
                painter.drawPixmap(rect, picture)
            elif not self._next.isActive():
                self._next.start()
            box(painter, QRectF(rect.adjusted(-1, -1, 1, 1)), 0, None, look.colour("edge"))
        if self.hasFocus():
            whole = QRectF(self.viewport().rect())
            box(painter, whole, 8, None, look.colour("focus"), 2)

    def _visible(self) -> list[tuple[int, QRect]]:
        shift = self.verticalScrollBar().value()
        across = self.horizontalScrollBar().value()
        moved = [(at, rect.translated(-across, -shift)) for at, rect in enumerate(self._rects)]
        return [(at, rect) for at, rect in moved if rect.intersects(self.viewport().rect())]

    def _arrange(self) -> None:
        self._rects = []
        self._pictures.clear()
        if self._pages is not None:
            room = self.viewport().size()
            sizes = [self._pages.size(at) * (4 / 3) for at in range(len(self._pages))]
            widest = max(size.width() for size in sizes)
            if self._fit:
                self._zoom = (room.width() - 2 * GAP) / widest
            if self._fit == "page":
                tallest = max(size.height() for size in sizes)
                self._zoom = min(self._zoom, (room.height() - 2 * GAP) / tallest)
            self._zoom = max(0.1, self._zoom)
            top, whole = GAP, max(room.width(), round(widest * self._zoom) + 2 * GAP)
            for size in sizes:
                wide, high = round(size.width() * self._zoom), round(size.height() * self._zoom)
                self._rects.append(QRect((whole - wide) // 2, top, wide, high))
                top += high + GAP
            self._set_bars(room, whole, top)
        self.viewport().update()

    def _set_bars(self, room: QSize, wide: int, high: int) -> None:
        for bar, length, page in (
            (self.verticalScrollBar(), high, room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setRange(0, max(0, length - page))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    def _render_one(self) -> None:
        if self._pages is None or not self._pages.is_open():
            return
        for at, rect in self._visible():
            if at not in self._pictures:
                ratio = self.devicePixelRatioF()
                scale = rect.width() * ratio / self._pages.size(at).width()
                if len(self._pictures) >= _KEPT:
                    self._pictures.pop(next(iter(self._pictures)))
                self._pictures[at] = QPixmap.fromImage(self._pages.image(at, scale))
                self.viewport().update()
                return

    def _scrolled(self) -> None:
        shown = self._visible()
        if shown:
            middle = self.viewport().height() / 3
            best = min(shown, key=lambda found: abs(found[1].center().y() - middle))
            self._tell_page(best[0] + 1)
        self.viewport().update()

    def _tell_page(self, page: int) -> None:
        if page == self._page:
            return
        self._page = page
        if self._pages is not None and self._pages.is_open() and page:
            words = tr("{name}, page {page} of {pages}")
            said = words.format(name=self._name, page=page, pages=len(self._pages))
            self.setAccessibleName(said)
            self.setAccessibleDescription(self._pages.text(page - 1)[:4000])
        self.page_shown.emit(page)


class Preview(QWidget):
    """Paper on screen with its page number and zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = PaperView()
        self.paper.setParent(self)  # the first of them: Tab would pass by those before a proxy
        self._number = Text("", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._back = IconButton("chevron-up", tr("Page before"), lambda: self._go(-1), size="small")
        self._on = IconButton("chevron-down", tr("Next page"), lambda: self._go(1), size="small")
        out = IconButton("zoom-out", tr("Smaller"), lambda: self.paper.step_zoom(-1), size="small")
        closer = IconButton("zoom-in", tr("Larger"), lambda: self.paper.step_zoom(1), size="small")
        page = Button(tr("Whole page"), lambda: self.paper.fit("page"), size="small")
        width = Button(tr("Page width"), lambda: self.paper.fit("width"), size="small")
        bar = row(self._back, self._on, self._number, None, out, closer, page, width)
        whole = column(bar, gap=8)
        whole.addWidget(self.paper, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.paper)
        self.paper.page_shown.connect(self._show_number)
        self._show_number(0)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show a paper; `name` says what it is. Raises UserError if it can't be read."""
        self.paper.show_pdf(pdf, name)
        self._show_number(self.paper.page())

    def _go(self, by: int) -> None:
        self.paper.go_to(self.paper.page() + by)

    def _show_number(self, page: int) -> None:
        pages = self.paper.page_count()
        words = tr("Page {page} of {pages}").format(page=page, pages=pages)
        self._number.setText(words if pages else "")
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < pages)
