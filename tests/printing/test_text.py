import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from desktop.printing.fonts import CHAINS, Weight, plain, register
from desktop.printing.style import BODY, Style
from desktop.printing.text import (
    LIMIT,
    draw,
    draw_lines,
    first_baseline,
    is_blank,
    normalise,
    undrawable,
    width,
)
from tests.printing.inside import shown
from tests.printing.reading import drawn, ink, whole_text
from tests.printing.scripts import ALL

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

anything = st.text(st.characters(), max_size=60)
plain_text = st.text(st.sampled_from(sorted(plain(Weight.REGULAR))), max_size=60)


def test_letters_typed_in_two_parts_become_one() -> None:
    assert normalise("w\u0302y\u0302 e\u0301") == "ŵŷ é"


def test_controls_surrogates_and_bidi_overrides_never_reach_paper() -> None:
    assert normalise("a\x00b\x07c\ud800d\u202ee\u2066f\u2069g\ufeffh\u00adi") == "abcdefghi"


def test_every_kind_of_line_break_is_one_and_tabs_are_spaces() -> None:
    assert normalise("a\r\nb\rc\u2028d\x0be\tf\u3000g") == "a\nb\nc\nd\ne f g"


def test_a_space_that_must_not_break_stays() -> None:
    assert normalise("10\u202fkg 10\u00a0kg") == "10\u00a0kg 10\u00a0kg"


def test_piles_of_marks_are_cut_down() -> None:
    assert normalise("q" + "\u0300\u0316" * 2000) == "q\u0316\u0316\u0300\u0300"


def test_a_very_long_text_is_capped() -> None:
    assert len(normalise("word " * 5000)) == LIMIT


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(plain_text, st.sampled_from(Weight), st.floats(6, 40))
def test_plain_text_is_as_wide_as_drawn(text: str, weight: Weight, size: float) -> None:
    register(CHAINS[weight][0])
    expected = pdfmetrics.stringWidth(text, CHAINS[weight][0].name, size)
    assert width(text, Style(size, weight)) == pytest.approx(expected, abs=1e-9)


@given(anything)
def test_any_text_can_be_drawn_and_is_as_wide_as_its_words(text: str) -> None:
    text = normalise(text).replace("\n", " ")
    found = width(text, Style(10))
    words = sum(width(word, Style(10)) for word in text.split(" "))
    assert found == pytest.approx(words + text.count(" ") * width(" ", Style(10)), abs=0.02)
    drawn(lambda canvas: draw(canvas, 40, 700, text, Style(10)))


def test_what_no_face_has_is_named_once_in_order() -> None:
    assert undrawable("Salaam \u10d0 ŵ \u1a20 \u10d0 नमस्ते") == ("\u10d0", "\u1a20")
    assert undrawable("Byddaf yn gofyn i bob claf. Zażółć gęślą jaźń. Слушать. 🎉") == ()


@pytest.mark.parametrize("language", ALL)
def test_everything_people_write_can_be_drawn(language: str) -> None:
    for weight in Weight:
        assert undrawable(ALL[language], weight) == ()


def test_a_text_is_blank_where_nothing_of_it_comes_out() -> None:
    for text in ("", "  ", "\u10d0 \u1a20", "\u200d"):
        assert is_blank(text)
    for text in ("ŵ", "\u10d0 b"):
        assert not is_blank(text)


def test_what_no_face_has_leaves_no_box_on_paper() -> None:
    missing = "\u10d0\u1a20\ufffd\ue000\U0002fa1f"
    assert ink(drawn(lambda canvas: draw(canvas, 72, 700, missing, BODY))) == 0


def test_welsh_polish_and_greek_can_be_selected_on_paper() -> None:
    words = "Ŵyth ŷ Zażółć gęślą Γειά Слушать <img src='x'> & “so”"
    text = whole_text(drawn(lambda canvas: draw(canvas, 40, 700, words, BODY)))
    assert text == words


@pytest.mark.parametrize("words", ["Siân Prosser", "Siân Слушать 🎉"])
def test_text_can_end_or_be_centred_at_a_place(words: str) -> None:
    left = drawn(lambda canvas: draw(canvas, 300 - width(words, BODY), 700, words, BODY))
    right = drawn(lambda canvas: draw(canvas, 300, 700, words, BODY, "right"))
    centre = drawn(
        lambda canvas: draw(canvas, 300 - width(words, BODY) / 2, 700, words, BODY, "centre")
    )
    assert left == right
    assert ink(centre) > 0


def test_lines_in_arabic_begin_at_the_right_of_their_room() -> None:
    words = "سأسأل كل مريض"

    def end_of(room: float, lines: list[str]) -> float:
        runs = shown(drawn(lambda c: draw_lines(c, 100, 700, lines, Style(10), room=room)))
        return max(run.x + run.size * sum(run.widths) / 1000 for run in runs)

    assert end_of(300, [words]) == pytest.approx(400, abs=0.01)
    assert end_of(0, [words]) == pytest.approx(100 + width(words, Style(10)), abs=0.01)
    assert end_of(0, ["A long line in English", words]) == pytest.approx(
        100 + width("A long line in English", Style(10)), abs=0.01
    )


def test_a_block_of_lines_says_where_it_ends() -> None:
    ends: list[float] = []

    def two_blocks(canvas: "Canvas") -> None:
        ends.append(draw_lines(canvas, 72, 700, ["One", "Two", "Слушать"], BODY))
        ends.append(draw_lines(canvas, 300, 700, ["One", "Two"], BODY, "right"))

    assert whole_text(drawn(two_blocks)).split() == ["One", "Two", "Слушать", "One", "Two"]
    assert ends == [pytest.approx(700 - lines * BODY.size * BODY.leading) for lines in (3, 2)]
    assert 0 < first_baseline(BODY) < BODY.size * BODY.leading
