"""A tree that a PDF holds once and shows as often as wanted, whole or in part."""

import math
from typing import TYPE_CHECKING

from desktop.printing.sheet import Box
from desktop.tree.paper import pdf
from desktop.tree.paper.steps import Sheet

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Shown:
    """A sheet, drawn into a PDF without a page of its own; lengths in points.

    `symbols` are those that the PDF has already; new ones are added. `field` is what of it is
    shown, for a tree that is larger than its sheet.
    """

    def __init__(
        self,
        canvas: "Canvas",
        name: str,
        sheet: Sheet,
        symbols: dict[str, str],
        field: Box | None = None,
    ) -> None:
        self._canvas, self._name = canvas, name
        self.whole = field or Box(0, 0, sheet.width, sheet.height)
        whole = self.whole
        canvas.beginForm(name, math.floor(whole.x), math.floor(whole.y), whole.right, whole.top)
        pdf.write(canvas, sheet, symbols)
        canvas.endForm()

    def show(self, box: Box, part: Box | None = None) -> None:
        """Show a part of the field, or all of it, in a box on the page; no more than fits there."""
        part = part or self.whole
        canvas = self._canvas
        scale = min(box.width / part.width, box.height / part.height)
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(box.x, box.y, part.width * scale, part.height * scale)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.translate(box.x - part.x * scale, box.y - part.y * scale)
        canvas.scale(scale, scale)
        canvas.doForm(self._name)
        canvas.restoreState()
