"""Pictures of a paper for the screen, drawn in a worker while a coarser one stands in."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter

from desktop.progress import Progress
from desktop.ui.pdf import Pages, closed_with
from desktop.ui.workers import Job, run

_MOST = 2_400
"""Pixels along the longer side of the coarse picture of a whole sheet."""

Made = tuple[QImage, QImage]


class Picture(QObject):
    """Draws a page of a PDF: the whole of it coarsely, and the part in view as sharp as can be.

    `opened` tells that another paper is there, `drawn` that there is a better picture.
    """

    opened = Signal()
    drawn = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._pages: Pages | None = None
        self._page = 0
        self._whole, self._sharp = QImage(), QImage()
        self._sharp_box = QRectF()
        self._whole_is_old = True
        self._wanted: tuple[QRectF, float] | None = None
        self._opening: Job | None = None
        self._job: Job | None = None
        self._all = closed_with(owner)

    def show_pdf(self, pdf: bytes) -> None:
        """Open another paper in a worker; the one before is shown until it is there."""
        self._opening = job = run(self, lambda _: Pages(pdf), lambda pages: self._take(job, pages))

    def _take(self, job: Job, pages: Pages) -> None:
        old = self._pages if job is self._opening else pages
        self._all.add(pages)
        if old is not None:
            self._all.discard(old)
            run(self, lambda _: old.close(), lambda _: None)
        if job is not self._opening:
            return
        self._opening = None
        before = self.sheet()
        self._pages = pages
        self._page = min(self._page, max(0, self.page_count() - 1))
        self._forget(keep_whole=before == self.sheet())
        self.opened.emit()

    def page_count(self) -> int:
        return len(self._pages) if self._pages is not None else 0

    def page(self) -> int:
        """Return the page that is drawn, counted from 0."""
        return self._page

    def turn_to(self, page: int) -> None:
        """Draw another page."""
        self._page = page
        self._forget(keep_whole=False)

    def sheet(self) -> QSizeF:
        """Return the size of the page in points, empty where there is none."""
        return self._pages.size(self._page) if self._pages is not None else QSizeF()

    def is_sharp(self, box: QRectF) -> bool:
        """Return whether a part of the page was drawn as sharp as it becomes."""
        return self._opening is self._job is None and self._sharp_box == box

    def want(self, box: QRectF, scale: float) -> None:
        """Have a part of the page drawn; `scale` is in dots a point."""
        self._wanted = (box, scale)
        if self._job is None:
            self._draw()

    def draw_part(
        self, page: int, box: QRectF, scale: float, drawn: Callable[[QImage], object]
    ) -> None:
        """Draw a part of any page and hand it over, unless another paper came meanwhile."""
        pages = self._pages
        if pages is None:
            return

        def hand_over(picture: QImage) -> None:
            if pages is self._pages:
                drawn(picture)

        run(self, lambda _: pages.part(page, box, scale), hand_over)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the page into a rectangle, as well as it is drawn by now."""
        if not self._whole.isNull():
            painter.drawImage(rect, self._whole)
        if not self._sharp.isNull():
            scale = rect.width() / max(1.0, self.sheet().width())
            box = self._sharp_box
            at = QRectF(rect.topLeft() + box.topLeft() * scale, box.size() * scale)
            painter.drawImage(at, self._sharp)

    def _forget(self, *, keep_whole: bool) -> None:
        self._sharp, self._sharp_box = QImage(), QRectF()
        self._whole_is_old = True
        if not keep_whole:
            self._whole = QImage()

    def _draw(self) -> None:
        pages, wanted, self._wanted = self._pages, self._wanted, None
        if pages is None or wanted is None:
            return
        page, sheet, new = self._page, self.sheet(), self._whole_is_old
        box, scale = wanted
        coarse = min(scale, _MOST / max(sheet.width(), sheet.height()))

        def work(_: Progress) -> Made:
            all_ = QRectF(QPointF(), sheet)
            whole = pages.part(page, all_, coarse) if new else QImage()
            if new and coarse == scale and box.size() == sheet:
                return whole, whole
            return whole, pages.part(page, box, scale)

        self._job = run(
            self,
            work,
            lambda made: self._on_drawn((pages, page), box, made),
            stopped=self._on_stopped,
            broken=self._on_stopped,
        )

    def _on_drawn(self, of: tuple[Pages, int], box: QRectF, made: Made) -> None:
        self._job = None
        if of == (self._pages, self._page):
            whole, self._sharp = made
            self._sharp_box = box
            if not whole.isNull():
                self._whole, self._whole_is_old = whole, False
            self.drawn.emit()
        self._draw()

    def _on_stopped(self) -> None:
        self._job = None
        self._draw()
