import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from desktop.printing.fonts import CHAINS, Weight, coverage, plain, register
from desktop.printing.style import BODY, Style
from desktop.printing.text import (
    LIMIT,
    draw,
    draw_lines,
    first_baseline,
    graphemes,
    normalise,
    runs,
    undrawable,
    width,
)
from tests.printing.reading import drawn, ink, whole_text

FAMILY = "👨\u200d👩\u200d👧"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
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


@given(anything)
def test_graphemes_joined_give_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@pytest.mark.parametrize("single", ["x\u0302", "👍🏽", FAMILY, WALES, "🇬🇧", "❤\ufe0f"])
def test_what_a_reader_takes_for_one_character_stays_together(single: str) -> None:
    assert graphemes(f"a{single}b") == ["a", single, "b"]


def test_two_flags_are_two() -> None:
    assert graphemes("🇬🇧🇵🇱") == ["🇬🇧", "🇵🇱"]


@given(plain_text, st.sampled_from(Weight), st.floats(6, 40))
def test_plain_text_is_as_wide_as_drawn(text: str, weight: Weight, size: float) -> None:
    register(CHAINS[weight][0])
    expected = pdfmetrics.stringWidth(text, CHAINS[weight][0].name, size)
    assert width(text, Style(size, weight)) == pytest.approx(expected, abs=1e-9)


@given(anything)
def test_each_run_is_covered_by_its_face_and_widths_add_up(text: str) -> None:
    text = normalise(text).replace("\n", " ")
    parts = runs(text, Weight.REGULAR)
    for run in parts:
        assert coverage(run.face).keys() >= set(run.text)
    total = 0.001 * 10 * sum(run.units for run in parts)
    assert width(text, Style(10)) == pytest.approx(total)


@given(anything)
def test_every_character_is_drawn_or_named(text: str) -> None:
    text = normalise(text)
    shown = "".join(run.text for run in runs(text.replace("\n", " "), Weight.REGULAR))
    named = undrawable(text)
    for char in text:
        hidden = unicodedata.category(char) in ("Cf", "Mn") or "🏻" <= char <= "🏿"
        assert char in shown or char in named or hidden or char == "\n"
    assert not set(named) & set(shown)


def test_a_mark_stands_with_its_letter_in_a_face_that_places_it() -> None:
    (run,) = runs("x\u0302", Weight.REGULAR)
    assert run.face.name == "NotoSans-Regular"


def test_what_no_face_has_is_named_once_in_order() -> None:
    assert undrawable("Salaam سلام: 你好 हि 👍🏽 ŵ") == ("س", "ل", "ا", "م", "你", "好", "ह", "ि")
    assert undrawable("Byddaf yn gofyn i bob claf. Zażółć gęślą jaźń. Слушать. 🎉") == ()


def test_what_no_face_has_leaves_no_box_on_paper() -> None:
    assert ink(drawn(lambda canvas: draw(canvas, 72, 700, "سلام你好\ufffd\ue000", BODY))) == 0


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


def test_a_block_of_lines_says_where_it_ends() -> None:
    ends: list[float] = []

    def two_blocks(canvas: "Canvas") -> None:
        ends.append(draw_lines(canvas, 72, 700, ["One", "Two", "Слушать"], BODY))
        ends.append(draw_lines(canvas, 300, 700, ["One", "Two"], BODY, "right"))

    assert whole_text(drawn(two_blocks)).split() == ["One", "Two", "Слушать", "One", "Two"]
    assert ends == [pytest.approx(700 - lines * BODY.size * BODY.leading) for lines in (3, 2)]
    assert 0 < first_baseline(BODY) < BODY.size * BODY.leading
