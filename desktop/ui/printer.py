"""Printing a PDF directly: the very pages that the preview shows."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import UserError
from desktop.language import tr
from desktop.ui.pdf import Pages

MOST_DPI = 300


def print_with_dialog(parent: QWidget | None, pdf: bytes, title: str) -> bool:
    """Ask for printer and copies and print; return False if it was cancelled.

    Raises UserError when there is no printer or it does not answer.
    """
    if not QPrinterInfo.availablePrinters():
        raise UserError(
            tr("No printer was found. Connect one and try again, or save a PDF and print that.")
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    pages = Pages(pdf)
    prepare(printer, pages, 0)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, len(pages))
    pages.close()
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    print_pdf(pdf, printer)
    return True


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print all pages, or the range the printer was told, at their true size.

    Raises UserError when the printer cannot be reached or stops.
    """
    pages = Pages(pdf)
    try:
        _print_pages(pages, printer)
    finally:
        pages.close()


def prepare(printer: QPrinter, pages: Pages, page: int) -> None:
    """Tell the printer the size and direction of a page, without margins of its own."""
    size = pages.size(page)
    upright = size.width() <= size.height()
    short, long = sorted((size.width(), size.height()))
    paper = QPageSize(
        QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    orientation = QPageLayout.Orientation
    layout = QPageLayout(
        paper, orientation.Portrait if upright else orientation.Landscape, QMarginsF()
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def _print_pages(pages: Pages, printer: QPrinter) -> None:
    first = max(1, printer.fromPage())
    last = printer.toPage() or len(pages)
    chosen = range(first - 1, min(last, len(pages)))
    painter = QPainter()
    for number, page in enumerate(chosen):
        prepare(printer, pages, page)
        going = painter.begin(printer) if number == 0 else printer.newPage()
        if not going:
            if painter.isActive():
                painter.end()
            raise UserError(
                tr("The printer is not answering. Check its power and cable, or save a PDF.")
            )
        dots = min(printer.resolution(), MOST_DPI)
        size = pages.size(page)
        scale = printer.resolution() / 72
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        painter.drawImage(target, pages.image(page, dots / 72))
    painter.end()
