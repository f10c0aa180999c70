"""Writes the runs of a line into a PDF, so that they can be read, selected and searched there."""

from typing import TYPE_CHECKING

from desktop.printing.bidirectional import PAUSE, is_plain, pause, show
from desktop.printing.direction import may_turn
from desktop.printing.embedding import glyph_font
from desktop.printing.fonts import register
from desktop.printing.runs import Run, runs
from desktop.printing.shaping import EM
from desktop.printing.style import Style, rgb

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_THICKER = 0.035  # of the size: what a stroke gains where a face has no bold cut


def write(canvas: "Canvas", x: float, y: float, line: str, style: Style) -> None:
    """Write a line in the canvas's colour with the baseline at y, from x to the right."""
    if not may_turn(line):
        _write_runs(canvas, x, y, line, style)
        return
    at, (above, below) = f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm", _pauses(canvas, style)
    if is_plain(line):
        canvas.addLiteral(f"{at} {above} ET")
        _write_runs(canvas, x, y, line, style)
        canvas.addLiteral(f"{at} {below} ET")
    else:
        shown = show(canvas, line, style.weight, f"{style.size:.6g}")
        canvas.addLiteral(f"{at} {above} ET\n{at} {shown} ET\n{at} {below} ET")


def _pauses(canvas: "Canvas", style: Style) -> tuple[str, str]:
    return pause(canvas, style.size, PAUSE), pause(canvas, style.size, -PAUSE)


def _write_runs(canvas: "Canvas", x: float, y: float, line: str, style: Style) -> None:
    for run in runs(line, style.weight):
        if run.glyphs:
            canvas.addLiteral(_glyph_run(canvas, x, y, run, style))
        else:
            canvas.setFont(register(run.face), style.size)
            canvas.drawString(x, y, run.text)
        x += style.size * run.units / EM


def _glyph_run(canvas: "Canvas", x: float, y: float, run: Run, style: Style) -> str:
    font = glyph_font(canvas, run.face)
    codes = "".join(f"{font.code(glyph):04X}" for glyph in run.glyphs)
    text = f"BT /{font.name} {style.size:.6g} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm <{codes}> Tj ET"
    if not run.face.bold:
        return text
    red, green, blue = rgb(style.colour)
    stroke = f"{red:.6g} {green:.6g} {blue:.6g} RG {_THICKER * style.size:.4g} w"
    return f"q {stroke} 2 Tr {text} Q"
