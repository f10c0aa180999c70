import re
import zlib
from typing import TYPE_CHECKING

from desktop.printing.fonts import Weight
from desktop.printing.style import BODY, Style
from desktop.printing.text import draw
from tests.printing.inside import shown
from tests.printing.reading import drawn, ink, whole_text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def test_emoji_can_be_copied_out_of_the_paper() -> None:
    pdf = drawn(lambda canvas: draw(canvas, 72, 700, "Celebrate small wins 🎉 on Friday 👍", BODY))
    text = whole_text(pdf)
    assert "🎉" in text
    assert "👍" in text


def test_letters_beyond_the_first_65536_have_a_valid_code() -> None:
    pdf = drawn(lambda canvas: draw(canvas, 72, 700, "a 𝼀 b", BODY))
    tables = [
        zlib.decompress(part) for part in re.findall(rb"stream\r?\n(x\x9c.*?)endstream", pdf, re.S)
    ]
    assert any(b"<D837DF00>" in table for table in tables)
    assert not any(re.search(rb"<[0-9A-F]{5}>", table) for table in tables)
    assert whole_text(pdf) == "a 𝼀 b"


def test_a_face_is_embedded_once_for_all_its_text() -> None:
    def twice(canvas: "Canvas") -> None:
        draw(canvas, 72, 700, "नमस्ते", BODY)
        draw(canvas, 72, 600, "विद्यार्थी", Style(20))

    pdf = drawn(twice)
    assert pdf.count(b"/CIDFontType2") == 1
    assert len({run.file for run in shown(pdf)}) == 1
    assert len(pdf) < 30_000


def test_a_script_without_a_bold_cut_is_printed_bolder_all_the_same() -> None:
    def printed(weight: Weight) -> bytes:
        return drawn(lambda canvas: draw(canvas, 72, 700, "我会问 👍", Style(30, weight)))

    thin, thick = printed(Weight.REGULAR), printed(Weight.BOLD)
    assert ink(thick, scale=3) > 1.02 * ink(thin, scale=3)
    assert whole_text(thick) == "我会问 👍"
