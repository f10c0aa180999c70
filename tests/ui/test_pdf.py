import io

import pytest
from PySide6.QtCore import QSizeF
from reportlab.pdfgen.canvas import Canvas

from desktop.errors import UserError
from desktop.ui.pdf import Pages


def test_pages_have_size_picture_and_words() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 200))
    canvas.rect(0, 0, 150, 200, fill=1)
    canvas.drawString(160, 100, "Register of today")
    canvas.save()
    pages = Pages(file.getvalue())
    assert len(pages) == 1
    assert pages.size(0) == QSizeF(300, 200)
    picture = pages.image(0, 2.0)
    assert (picture.width(), picture.height()) == (600, 400)
    assert picture.pixelColor(10, 10).lightness() < 10
    assert picture.pixelColor(590, 10).lightness() > 245
    assert pages.text(0) == "Register of today"
    pages.close()


def test_what_is_not_a_paper_is_explained() -> None:
    with pytest.raises(UserError) as wrong:
        Pages(b"not a PDF")
    assert str(wrong.value) == "This paper could not be shown. Nothing is lost. Make it again."
