import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from desktop.errors import UserError
from desktop.ui.pdf import Pages
from desktop.ui.printer import print_pdf, print_with_dialog

A4, A6_LYING = (595.28, 841.89), (419.53, 297.64)


def paper(*sizes: tuple[float, float]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(0, 0, size[0] / 2, size[1] / 2, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(pdf: bytes, to: Path, first: int = 0, last: int = 0) -> Path:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(to))
    if first:
        printer.setFromTo(first, last)
    print_pdf(pdf, printer)
    return to


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """QPrinter needs an app."""


def test_pages_are_printed_at_their_true_size(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(printed(paper(A4, A6_LYING), tmp_path / "out.pdf")) as document:
        sizes = [document.get_page_size(page) for page in range(len(document))]
    for (wide, high), wanted in zip(sizes, (A4, A6_LYING), strict=True):
        assert (wide, high) == pytest.approx(wanted, abs=3)


def test_what_is_printed_stands_where_the_preview_shows_it(tmp_path: Path) -> None:
    pages = Pages(printed(paper(A4), tmp_path / "out.pdf").read_bytes())
    picture = pages.image(0, 1.0)
    pages.close()
    dark = [picture.pixelColor(x, y).lightness() < 128 for x, y in
            ((20, 820), (285, 430), (310, 600), (20, 400))]  # fmt: skip
    assert dark == [True, True, False, False]


def test_a_range_of_pages_is_printed(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(printed(paper(A4, A4, A4), tmp_path / "o.pdf", 2, 3)) as document:
        assert len(document) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_reached_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UserError) as wrong:
        printed(paper(A4), tmp_path / "no" / "such" / "folder" / "out.pdf")
    assert str(wrong.value).startswith("The printer is not answering.")


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinters()), reason="this machine has a printer")
def test_a_missing_printer_is_explained() -> None:
    with pytest.raises(UserError) as wrong:
        print_with_dialog(None, paper(A4), "Register")
    assert str(wrong.value).startswith("No printer was found.")
