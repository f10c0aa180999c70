import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.fonts import CHAINS, Weight, coverage
from desktop.printing.graphemes import is_hidden
from desktop.printing.runs import runs
from desktop.printing.text import normalise, undrawable
from tests.printing.scripts import ALL, MIXED

letters = "".join(ALL.values()) + "\u200d\u200c\ufe0f🏽\u0651\u093f\u094d(«[ \u10d0é"
mixed = st.text(st.one_of(st.sampled_from(letters), st.characters()), max_size=40)


@given(mixed, st.sampled_from(Weight))
def test_every_character_is_drawn_or_named(text: str, weight: Weight) -> None:
    text = normalise(text)
    line = text.replace("\n", " ")
    drawn = "".join(run.text for run in runs(line, weight))
    named = undrawable(text, weight)
    for char in line:
        assert char in drawn or char in named or is_hidden(char) or turned(char, drawn)
    assert not set(named) & set(drawn)


def turned(char: str, drawn: str) -> bool:
    """Whether it is a bracket or sign that was drawn the other way round."""
    return bool(unicodedata.mirrored(char)) and any(map(unicodedata.mirrored, drawn))


@given(mixed, st.sampled_from(Weight))
def test_no_run_holds_a_box(text: str, weight: Weight) -> None:
    for run in runs(normalise(text).replace("\n", " "), weight):
        assert all(part.id for glyph in run.glyphs for part in glyph.parts)
        if not run.glyphs:
            assert coverage(run.face).keys() >= set(run.text)


def test_a_mark_stands_with_its_letter_in_a_face_that_places_it() -> None:
    (run,) = runs("x\u0302", Weight.REGULAR)
    assert run.face.name == "NotoSans-Regular"
    assert [glyph.text for glyph in run.glyphs] == ["x", "\u0302"]


def test_a_sentence_of_two_directions_stands_as_a_reader_expects() -> None:
    found = [
        "".join(glyph.text for glyph in run.glyphs) or run.text
        for run in runs("قال NHS (UK) غدًا 10:30؟", Weight.REGULAR)
    ]
    assert "".join(found) == "؟10:30 اًدغ NHS (UK) لاق"


def test_brackets_turn_where_the_line_runs_from_right_to_left() -> None:
    found = [run.text for run in runs("(שלום)", Weight.REGULAR)]
    assert found == ["(", "שלום", ")"]


def test_a_bold_face_is_chosen_or_made() -> None:
    for language in MIXED.values():
        for run in runs(language, Weight.BOLD):
            assert run.face.name.endswith("Bold") or run.face.bold
    assert {run.face.name for run in runs("नमस्ते", Weight.BOLD)} == {"NotoSans-Bold"}


@pytest.mark.parametrize("language", ALL)
def test_a_whole_sentence_is_written_in_few_runs(language: str) -> None:
    assert len(runs(ALL[language], Weight.REGULAR)) <= 30
    assert all(run.face in CHAINS[Weight.REGULAR] for run in runs(ALL[language], Weight.REGULAR))
