import io

import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.ui.preview import Preview
from tests.ui.hands import focus, press


def register(pages: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for page in range(pages):
        canvas.drawString(72, 700, f"Register {page + 1}")
        canvas.rect(0, 0, 595, 842, fill=page == 0)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def preview(qtbot: QtBot, pages: int = 3) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.show_pdf(register(pages), "Register")
    return made


def test_a_preview_shows_the_paper(qtbot: QtBot) -> None:
    made = preview(qtbot)

    def drawn() -> bool:
        picture = made.paper.viewport().grab().toImage()
        middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
        return middle.lightness() < 60

    qtbot.waitUntil(drawn)


def test_keys_turn_the_pages(qtbot: QtBot) -> None:
    made = preview(qtbot)
    focus(made.paper)
    assert made.paper.page() == 1
    press(made.paper, Qt.Key.Key_PageDown)
    assert made.paper.page() == 2
    press(made.paper, Qt.Key.Key_End)
    assert made.paper.page() == 3
    press(made.paper, Qt.Key.Key_Home)
    assert made.paper.page() == 1


def test_a_preview_is_read_aloud(qtbot: QtBot) -> None:
    made = preview(qtbot)
    made.paper.go_to(2)
    assert made.paper.accessibleName() == "Register, page 2 of 3"
    assert made.paper.accessibleDescription() == "Register 2"


def test_zoom_fits_the_page_or_its_width(qtbot: QtBot) -> None:
    made = preview(qtbot)
    made.paper.fit("page")
    whole = made.paper.zoom()
    made.paper.fit("width")
    wide = made.paper.zoom()
    assert wide > whole
    made.paper.step_zoom(1)
    assert made.paper.zoom() > wide
    made.paper.step_zoom(-1)
    made.paper.step_zoom(-1)
    assert made.paper.zoom() < wide


def test_another_paper_takes_its_place(qtbot: QtBot) -> None:
    made = preview(qtbot)
    made.show_pdf(register(1), "Cards")
    assert made.paper.page_count() == 1
    assert made.paper.accessibleName() == "Cards, page 1 of 1"
    made.show_pdf(b"", "")
    assert made.paper.page_count() == 0


def test_tab_goes_from_the_paper_to_its_buttons(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_pdf(register(2), "Register")
    focus(preview)
    press(preview.paper, Qt.Key.Key_Tab)
    assert preview.focusWidget().accessibleName() == "Next page"


def test_a_preview_that_goes_closes_its_paper(qtbot: QtBot) -> None:
    made = Preview()
    papers = []
    for name in ("Register", "Cards"):
        made.show_pdf(register(1), name)
        pages = made.paper._pages
        assert pages is not None
        papers.append(pages)
    assert [pages.is_open() for pages in papers] == [False, True]
    shiboken6.delete(made)
    assert not papers[1].is_open()
