"""Pictures of the pages of a PDF; PDFium works in one thread, the window's."""

from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from desktop.errors import UserError
from desktop.language import tr


class Pages:
    """The pages of a PDF.

    Raises UserError if the bytes are not a PDF that can be read.
    """

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        try:
            self._document: Any = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as broken:
            raise UserError(
                tr("This paper could not be shown. Nothing is lost. Make it again.")
            ) from broken

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points; pages count from 0."""
        return QSizeF(*self._document.get_page_size(page))

    def image(self, page: int, scale: float) -> QImage:
        """Return a page as a picture; with scale 1 a point is a pixel."""
        opened = self._document[page]
        try:
            bitmap = opened.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
            wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
            picture = QImage(bytes(bitmap.buffer), wide, high, stride, QImage.Format.Format_RGB32)
            return picture.copy()
        finally:
            opened.close()

    def text(self, page: int) -> str:
        """Return the words on a page, for reading aloud."""
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
        self._document.close()
