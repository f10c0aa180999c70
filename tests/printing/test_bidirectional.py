import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing.bidirectional import is_plain, pause, show
from desktop.printing.direction import LRM
from desktop.printing.fonts import Weight
from desktop.printing.style import BODY, Style
from desktop.printing.text import draw, normalise, width
from tests.printing.inside import shown
from tests.printing.reading import drawn, ink, whole_text
from tests.printing.scripts import MIXED

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PLEDGES = [
    *MIXED.values(),
    "میں ہر مریض سے پوچھوں گا What matters to you?",
    "میں دوپہر کا کھانا 12:30 پر break میں کھاؤں گا۔",
    "ہر صبح 10 منٹ handover کے لیے",
    "سأشرب الماء 3 مرات في اليوم (على الأقل)",
    "سأقول thank you very much كل يوم",
    "سأرسل email إلى المدير ثم call العائلة ثم update الملف",
    "אני אבדוק את ה-handover כל בוקר",
    "שָׁלוֹם and more words סלא here too",
    "אשאל כל מטופל “מה חשוב לך”, כל יום",
    "من هر روز ۱۰ دقیقه پیاده‌روی می‌کنم",
    "I will greet families with السلام عليكم ورحمة الله every day",
    "I promise נשים לב to her",
    "Say “خوش آمدید” (welcome) to each new starter",
    "My gran says 'صبر کا پھل میٹھا ہوتا ہے' and I will be patient",
]
WITH_EMOJI = [
    "سأبتسم 🙂 every day 👩🏿\u200d⚕\ufe0f",
    "میں ہر روز 🎉 مناؤں گا 👍🏽 🇬🇧",
    "🙂 אחייך ☝🏿 🇬🇧",
]
WORDS = [
    "الماء",
    "كل",
    "یوم",
    "מה",
    "שָׁלוֹם",
    "team",
    "Siân",
    "नमस्ते",
    "10",
    "12:30",
    "۱۰",
    "£5",
    "50%",
    "🙂",
    "👍🏽",
    "🇬🇧",
]
SIGNS = ["", "", "", ",", ".", ":", "!", "?", "؟", "–", "-", "/", "&"]
PAIRS = [("", "")] * 4 + [("(", ")"), ("«", "»"), ("“", "”"), ("‘", "’"), ('"', '"')]


@st.composite
def sentences(draws: st.DrawFn) -> str:
    def word() -> str:
        opened, closed = draws(st.sampled_from(PAIRS))
        parts = draws(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
        return f"{opened}{' '.join(parts)}{closed}{draws(st.sampled_from(SIGNS))}"

    return " ".join(word() for _ in range(draws(st.integers(1, 5))))


def on_paper(text: str) -> bytes:
    return drawn(lambda canvas: draw(canvas, 40, 700, text, BODY))


def copied(text: str) -> str:
    """Return what is copied out of a line, without the marks that nobody sees."""
    return whole_text(on_paper(text)).replace(LRM, "")


def searched(pdf: bytes, words: str) -> bool:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].get_textpage().search(words).get_next() is not None
    finally:
        document.close()


@pytest.mark.parametrize("pledge", [*PLEDGES, *WITH_EMOJI])
def test_a_pledge_in_two_directions_is_copied_out_as_it_was_written(pledge: str) -> None:
    assert not is_plain(normalise(pledge))
    assert copied(pledge) == normalise(pledge)


@pytest.mark.parametrize("pledge", PLEDGES[2:])
def test_phrases_of_a_pledge_in_two_directions_are_found(pledge: str) -> None:
    pdf, words = on_paper(pledge), normalise(pledge).split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            phrase = " ".join(words[start:end])
            assert searched(pdf, phrase), phrase


@settings(deadline=None, max_examples=300)
@given(sentences().filter(lambda text: any(map(str.isalpha, text))))
def test_whatever_is_mixed_is_copied_out_as_it_was_written(text: str) -> None:
    assert copied(text) == normalise(text)


@pytest.mark.parametrize(
    "text", ["كل يوم.\u00a0day", "12:30\u00a0كل יום,\u00a010", "(نعم)\u00a0يوم.\u00a0"]
)
def test_words_are_found_beside_a_space_that_keeps_them_together(text: str) -> None:
    wanted = " ".join(text.split())
    assert whole_text(on_paper(text)) == wanted
    assert searched(on_paper(text), wanted)


def test_every_viewer_is_told_of_an_emoji_by_its_whole_code() -> None:
    for pledge in WITH_EMOJI:
        texts = "".join(text for run in shown(on_paper(pledge)) for text in run.texts)
        assert Counter(texts.replace(LRM, "")) == Counter(normalise(pledge))


def test_the_steps_of_a_line_however_long_are_numbers_that_a_pdf_may_have() -> None:
    found: list[str] = []
    line = normalise("مرحبا abcde " * 800)
    drawn(lambda canvas: found.append(show(canvas, line, Weight.REGULAR, "10")))
    steps = re.findall(r"[>\[]([^<>]+)<", found[0])
    assert max(abs(float(step)) for step in steps) > 1_000_000
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", step) for step in steps)


def test_names_in_letters_alone_need_no_other_font() -> None:
    assert is_plain("Siân Jones")
    assert is_plain("محمد علي")
    assert not is_plain("محمد Ali")
    assert {run.face for run in shown(on_paper("محمد علي"))} == {"NotoSansArabic-Regular"}


def test_a_line_in_two_directions_stands_where_its_runs_would() -> None:
    text = "I will greet السلام عليكم (نعم) every day"
    signs = [
        sign for sign in shown(drawn(lambda c: draw(c, 40, 700, text, Style(10)))) if sign.widths[0]
    ]
    assert signs[0].x == pytest.approx(40)
    for sign, after in pairwise(signs):
        assert sign.x < after.x <= sign.x + 10 * sum(sign.widths) / 1000 + 0.01
    assert signs[-1].x + 10 * sum(signs[-1].widths) / 1000 == pytest.approx(
        40 + width(text, Style(10))
    )


ROWS = [
    ("محمد علي خان", "Care home manager", "12"),
    ("7", "محمد علي خان", "Leith"),
    ("سأقول thank you كل يوم", "Leith town hall in Edinburgh", "برنامج اللطف 2026"),
    ("برنامج اللطف · 6 October 2026", "", "Pledge Tree · Page 1 of 1"),
    ("محمد علي", "فاطمة الزهراء", "ok"),
]


def test_what_ends_a_line_is_not_seen() -> None:
    def unseen(canvas: "Canvas") -> None:
        canvas.addLiteral(f"BT 40 700 Td {pause(canvas, 20, 2)} {pause(canvas, 20, -2)} ET")

    assert ink(drawn(unseen), scale=2) == 0


def test_what_stands_beside_other_words_is_found_all_the_same() -> None:
    def table(canvas: object) -> None:
        for number, cells in enumerate(ROWS):
            for column, text in enumerate(cells):
                draw(canvas, 40 + 170 * column, 700 - 14 * number, text, BODY)  # type: ignore[arg-type]

    pdf = drawn(table)
    for text in filter(None, (text for cells in ROWS for text in cells)):
        assert searched(pdf, text), text
