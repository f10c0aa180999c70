import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.graphemes import graphemes, is_emoji, is_hidden
from tests.printing.scripts import DOCTOR, FAMILY, WALES


@given(st.text(st.characters(), max_size=60))
def test_graphemes_joined_give_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@pytest.mark.parametrize(
    "single",
    [
        "x\u0302",
        "क्ष",
        "त्रि",
        "ક્ષ",
        "ক্ষ",
        "ਪੰ",
        "مّ",
        "👍🏽",
        FAMILY,
        DOCTOR,
        WALES,
        "🇬🇧",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
    ],
)
def test_what_a_reader_takes_for_one_character_stays_together(single: str) -> None:
    assert graphemes(f"a{single}b") == ["a", single, "b"]


def test_two_flags_are_two() -> None:
    assert graphemes("🇬🇧🇵🇱") == ["🇬🇧", "🇵🇱"]


def test_pictures_are_told_from_the_signs_they_are_made_of() -> None:
    assert all(is_emoji(sign) for sign in ["1\ufe0f\u20e3", "🇬🇧", "👍🏽", "❤\ufe0f"])
    assert not any(is_emoji(sign) for sign in ["1", "1\ufe0f", "❤", "é", "क्ष", "a\u200d"])


def test_what_only_steers_its_neighbours_is_hidden() -> None:
    assert all(is_hidden(char) for char in "\u200d\u200c\u200e\u200f\u061c\ufe0f\U000e0067")
    assert not any(is_hidden(char) for char in "a 🏽ّ।")
