"""Pictures of the pages of a PDF; PDFium does one thing at a time, whatever thread asks."""

from functools import partial
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSizeF
from PySide6.QtGui import QImage

from desktop.errors import UserError
from desktop.language import tr
from desktop.pdfium import TURN
from desktop.progress import Cancelled


class Pages:
    """The pages of a PDF.

    Raises UserError if the bytes are not a PDF that can be read.
    """

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._opened: dict[int, Any] = {}
        self._document: Any = None
        try:
            with TURN:
                self._document = pypdfium2.PdfDocument(pdf)
                pages = range(len(self._document))
                self._sizes = [QSizeF(*self._document.get_page_size(page)) for page in pages]
        except pypdfium2.PdfiumError as broken:
            raise UserError(
                tr("This paper could not be shown. Nothing is lost. Make it again.")
            ) from broken

    def __len__(self) -> int:
        return len(self._sizes)

    def __del__(self) -> None:
        self.close()  # pypdfium2 would not wait for its turn

    def is_open(self) -> bool:
        """Return whether the document was not let go yet."""
        return self._document is not None

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points; pages count from 0."""
        return self._sizes[page]

    def image(self, page: int, scale: float) -> QImage:
        """Return a page as a picture; with scale 1 a point is a pixel."""
        with TURN:
            opened = self._document[page]
            try:
                return _picture(opened, scale)
            finally:
                opened.close()

    def part(self, page: int, box: QRectF, scale: float) -> QImage:
        """Return a part of a page as a picture; `box` is in points from the page's upper left.

        The page stays open, so that the next part of it comes at once. Raises Cancelled when the
        document was closed meanwhile.
        """
        with TURN:
            if self._document is None:
                raise Cancelled
            if page not in self._opened:
                self._opened[page] = self._document[page]
            opened = self._opened[page]
            wide, high = opened.get_size()
            cut = (box.left(), high - box.bottom(), wide - box.right(), box.top())
            return _picture(opened, scale, tuple(max(0.0, side) for side in cut))

    def text(self, page: int) -> str:
        """Return the words on a page, for reading aloud."""
        with TURN:
            opened = self._document[page]
            try:
                text = opened.get_textpage()
                words = str(text.get_text_range())
                text.close()
                return " ".join(words.split())
            finally:
                opened.close()

    def close(self) -> None:
        """Let go of the document."""
        with TURN:
            if self._document is None:
                return
            for opened in self._opened.values():
                opened.close()
            self._opened.clear()
            self._document.close()
            self._document = None


def closed_with(owner: QObject) -> WeakSet[Pages]:
    """Return an empty set; what is put into it is closed when its owner or the application goes."""
    kept: WeakSet[Pages] = WeakSet()
    let_go = partial(_close, kept)  # outlives the owner, unlike a method of its own
    owner.destroyed.connect(let_go)
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(let_go)
    return kept


def _close(pages: WeakSet[Pages]) -> None:
    for one in list(pages):
        one.close()
    pages.clear()


def _picture(page: Any, scale: float, cut: tuple[float, ...] = (0, 0, 0, 0)) -> QImage:
    bitmap = page.render(scale=scale, crop=cut, prefer_bgrx=True, maybe_alpha=False)
    wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
    picture = QImage(bytes(bitmap.buffer), wide, high, stride, QImage.Format.Format_RGB32)
    return picture.copy()
