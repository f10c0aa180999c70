import io
from concurrent.futures import ThreadPoolExecutor

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSizeF
from reportlab.pdfgen.canvas import Canvas

from desktop.errors import UserError
from desktop.progress import Cancelled
from desktop.ui.pdf import Pages, closed_with


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


def halves() -> bytes:
    """A page of 300 × 200 points, black above and white below."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 200))
    canvas.rect(0, 100, 300, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_part_of_a_page_is_drawn_alone() -> None:
    pages = Pages(halves())
    picture = pages.part(0, QRectF(20, 90, 30, 20), 4)
    assert (picture.width(), picture.height()) == (120, 80)
    assert picture.pixelColor(60, 5).lightness() < 10
    assert picture.pixelColor(60, 75).lightness() > 245
    pages.close()


def test_a_paper_that_was_closed_draws_no_more() -> None:
    pages = Pages(halves())
    pages.part(0, QRectF(0, 0, 300, 200), 1)
    pages.close()
    pages.close()
    with pytest.raises(Cancelled):
        pages.part(0, QRectF(0, 0, 300, 200), 1)


@pytest.mark.parametrize("goes", ["owner", "application", "paper"])
def test_a_paper_is_closed_with_who_showed_it(qapp: QCoreApplication, goes: str) -> None:
    owner = QObject()
    pages: Pages | None = Pages(halves())
    assert pages is not None
    document = pages._document
    closed_with(owner).add(pages)
    if goes == "owner":
        shiboken6.delete(owner)
    elif goes == "application":
        qapp.aboutToQuit.emit()
    pages = pages if goes != "paper" else None
    assert document.raw is None


def test_several_threads_draw_in_turn() -> None:
    pages = Pages(halves())
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda n: pages.part(0, QRectF(0, n, 9, 9), 2), range(60)))
    assert {(one.width(), one.height()) for one in made} == {(18, 18)}
    pages.close()
