import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.breaking import kept_together, parts


@given(st.text(st.characters(), min_size=1, max_size=40))
def test_parts_joined_give_the_word(word: str) -> None:
    assert "".join(parts(word)) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("wellbeing/welfare", ["wellbeing/", "welfare"]),
        ("2026-10-08", ["2026-10-08"]),
        ("我会问", ["我", "会", "问"]),
        ("病人：“对您", ["病", "人：", "“对", "您"]),
        ("病情（NHS", ["病", "情", "（NHS"]),
        ("最重要？”然后", ["最", "重", "要？”", "然", "后"]),
        ("「對您」。", ["「對", "您」。"]),
        ("去NHS医院", ["去", "NHS", "医", "院"]),
        ("スーパー", ["スー", "パー"]),
        ("नमस्ते", ["नमस्ते"]),
    ],
)
def test_chinese_breaks_between_characters_but_not_before_or_after_punctuation(
    word: str, expected: list[str]
) -> None:
    assert parts(word) == expected


def test_a_danda_after_a_space_stays_with_its_sentence() -> None:
    assert kept_together("क्या है । और") == "क्या है\u00a0। और"
    assert kept_together("One ! two") == "One ! two"
