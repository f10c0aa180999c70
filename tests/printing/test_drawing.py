import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
import uharfbuzz
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, replayRecording
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paths import resources
from desktop.printing.fonts import Weight
from desktop.printing.style import BODY, Style
from desktop.printing.text import draw, draw_lines, normalise, undrawable, width
from tests.printing.inside import Outline, Shown, rounded, shown
from tests.printing.reading import drawn, whole_text
from tests.printing.scripts import ALL, LEFT_TO_RIGHT, RIGHT_TO_LEFT

WORDS = [
    ("NotoSansArabic-Regular", "يهمّك", "rtl"),
    ("NotoSansArabic-Regular", "ڈاکٹر", "rtl"),
    ("NotoSansArabic-Regular", "لَا", "rtl"),
    ("NotoSansHebrew-Regular", "שָׁלוֹם", "rtl"),
    ("NotoSans-Regular", "विद्यार्थी", "ltr"),
    ("NotoSans-Regular", "क्षत्रिय", "ltr"),
    ("NotoSansGujarati-Regular", "દર્દીને", "ltr"),
    ("NotoSansBengali-Regular", "গুরুত্বপূর্ণ", "ltr"),
    ("NotoSansGurmukhi-Regular", "ਪੁੱਛਾਂਗਾ", "ltr"),
    ("NotoSansSC-Regular", "病情（唔該）", "ltr"),
    ("NotoSans-Regular", "q̃x̂", "ltr"),
]


def drawn_by_harfbuzz(name: str, word: str, direction: str) -> Outline:
    """Return a word's outlines in thousandths of its size, where the shaper itself puts them."""
    path = str(resources("fonts", f"{name}.ttf"))
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.direction = direction
    uharfbuzz.shape(font, buffer)
    file = TTFont(path)
    glyphs, scale = file.getGlyphSet(), 1000 / file["head"].unitsPerEm
    pen, x = DecomposingRecordingPen(glyphs), 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        left, up = scale * (x + place.x_offset), scale * place.y_offset
        glyph = glyphs[file.getGlyphName(info.codepoint)]
        glyph.draw(TransformPen(pen, (scale, 0, 0, scale, left, up)))
        x += place.x_advance
    return rounded(pen.value)


def on_paper(text: str, style: Style = BODY) -> bytes:
    return drawn(lambda canvas: draw(canvas, 40, 700, text, style))


def outline(runs: list[Shown]) -> Outline:
    """Return what runs draw, in thousandths of the size from where the first begins."""
    left, size = min(run.x for run in runs), runs[0].size
    steps = [step for run in runs for step in run.outline(1000 * (run.x - left) / size)]
    return rounded(steps)


def edges(outline: Outline) -> Iterator[tuple[float, ...]]:
    """Yield where each of an outline's contours ends to all four sides."""
    starts = [n for n, (name, _) in enumerate(outline) if name == "moveTo"]
    for start, end in pairwise([*starts, len(outline)]):
        pen = BoundsPen(None)
        replayRecording(outline[start:end], pen)
        yield pen.bounds


@pytest.mark.parametrize(("face", "word", "direction"), WORDS)
def test_a_word_is_drawn_glyph_for_glyph_as_its_shaper_says(
    face: str, word: str, direction: str
) -> None:
    runs = shown(on_paper(word))
    assert {run.face for run in runs} <= {face, "Lines"}
    drawn, wanted = outline(runs), drawn_by_harfbuzz(face, normalise(word), direction)
    if face in {run.face for run in runs}:
        assert drawn == wanted
    for found, expected in zip(sorted(edges(drawn)), sorted(edges(wanted)), strict=True):
        assert found == pytest.approx(expected, abs=1)
    advances = sum(sum(run.widths) for run in runs)
    assert advances * 10 / 1000 == pytest.approx(width(word, Style(10)))


@pytest.mark.parametrize("language", LEFT_TO_RIGHT)
def test_every_script_can_be_copied_out_of_the_paper(language: str) -> None:
    assert whole_text(on_paper(LEFT_TO_RIGHT[language])) == LEFT_TO_RIGHT[language]


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_scripts_from_right_to_left_can_be_copied_out_of_the_paper(language: str) -> None:
    assert whole_text(on_paper(RIGHT_TO_LEFT[language])) == normalise(RIGHT_TO_LEFT[language])


@pytest.mark.parametrize("weight", Weight)
def test_no_glyph_on_paper_is_a_box(weight: Weight) -> None:
    style = Style(10, weight)
    pdf = drawn(lambda canvas: draw_lines(canvas, 40, 800, tuple(ALL.values()), style))
    runs = shown(pdf)
    assert len({run.face for run in runs}) == 8  # one holds what runs to the left
    assert all(glyph for run in runs for glyph in run.glyphs)
    texts = {text for run in runs for text in run.texts}
    assert not texts & {"", "\ufffd"}


@settings(deadline=None)
@given(st.text(st.one_of(st.sampled_from("".join(ALL.values())), st.characters()), max_size=30))
def test_any_mixture_is_drawn_without_boxes_or_named(text: str) -> None:
    pdf = on_paper(text)
    assert all(glyph for run in shown(pdf) for glyph in run.glyphs)
    seen = set("".join(text for run in shown(pdf) for text in run.texts))
    assert not seen & set(undrawable(text))


def test_the_same_words_give_the_same_bytes() -> None:
    lines = tuple(ALL.values())
    pdfs = [drawn(lambda canvas: draw_lines(canvas, 40, 800, lines, BODY)) for _ in range(2)]
    assert pdfs[0] == pdfs[1]


def test_runs_of_a_line_stand_one_after_another() -> None:
    words = "नमस्ते Siân سلام عليكم and 王"
    runs = shown(on_paper(words, Style(10)))
    ends = [run.x + run.size * sum(run.widths) / 1000 for run in runs]
    assert all(end <= run.x + 0.01 for end, run in zip(ends, runs[1:], strict=False))
    assert ends[-1] == pytest.approx(40 + width(words, Style(10)), abs=0.01)


def test_only_texts_that_need_it_load_what_shapes_them() -> None:
    code = (
        "import sys\n"
        "from desktop.printing.fit import fit\n"
        "from desktop.printing.style import PLEDGE\n"
        "fit('Byddaf yn gofyn: “Beth sy’n bwysig?” Zażółć.', 200, 90, PLEDGE, 24, 9)\n"
        "assert not {'bidi', 'regex', 'uharfbuzz', 'reportlab'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=resources().parent)
