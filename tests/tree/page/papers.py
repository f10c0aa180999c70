"""Small papers for the view, whose places are known."""

import io

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath
from reportlab.pdfgen.canvas import Canvas

RED, BLUE = (1, 0, 0), (0, 0, 1)


def paper(pages: int = 1, wide: float = 600, high: float = 400) -> bytes:
    """Return a PDF that is red at its left half and blue at its right, one page after the other."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(wide, high))
    for _ in range(pages):
        for at, colour in enumerate((RED, BLUE)):
            canvas.setFillColorRGB(*colour)
            canvas.rect(at * wide / 2, 0, wide / 2, high, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def leaf_at(x: float, y: float, side: float = 20) -> QPainterPath:
    """Return a square outline about a point."""
    path = QPainterPath()
    path.addRect(QRectF(x - side / 2, y - side / 2, side, side))
    return path
