"""Tests of how large a leaf words need."""

import pytest

from desktop.leaf.setting import LARGEST
from desktop.tree.growth.shape import rung_of
from desktop.tree.paper.words import need, rung, set_in


def test_more_words_and_a_name_need_a_larger_leaf() -> None:
    short, long = "Listen", "Listen to people, and never interrupt them too quickly again"
    assert rung(short) < rung(long)
    assert rung(short) <= rung(short, "Małgorzata")


def test_words_that_run_from_right_to_left_need_a_level_leaf() -> None:
    assert not need("Listen to people", "Małgorzata").level
    assert need("Listen to people", "محمد").level
    assert need("אני מתחייב להקשיב").level


def test_words_in_a_leaf_of_their_own_size_are_as_they_were_measured() -> None:
    text = "Listen to people, and never interrupt them"
    leaf = set_in(rung(text, "Zoë"), text, "Zoë")
    assert rung_of(leaf.width) == rung(text, "Zoë")
    assert 1 <= leaf.size <= 1.45


def test_words_grow_in_a_larger_leaf_up_to_a_limit() -> None:
    text = "Listen to people"
    sizes = [set_in(rung(text) + more, text).size for more in (0, 6, 40)]
    assert sizes == sorted(sizes)
    assert sizes[-1] == LARGEST


def test_words_shrink_rather_than_leave_a_leaf_that_is_too_small() -> None:
    text = "Listen to people, and never interrupt them"
    leaf = set_in(rung(text) - 6, text)
    assert "".join(line.text for line in leaf.lines).replace(" ", "") == text.replace(" ", "")
    assert leaf.size < 1


def test_chinese_breaks_where_it_may() -> None:
    text = "我会先问对您来说什么最重要，然后再问您哪里不舒服。"
    lines = [line.text for line in set_in(rung(text), text).lines]
    assert "".join(lines) == text
    assert not any(line[0] in "，。" for line in lines)


@pytest.mark.parametrize("text", ["سأسأل كل مريض عما يهمّه", "मैं हर मरीज़ से पूछूँगा", "Ask"])
def test_words_of_every_script_are_as_large_as_the_base_type(text: str) -> None:
    assert set_in(rung(text), text).size >= 1


def test_lines_whose_letters_have_signs_are_further_apart_where_there_is_room() -> None:
    def pitch(text: str, more: int) -> float:
        leaf = set_in(rung(text) + more, text)
        return (leaf.lines[0].y - leaf.lines[1].y) / leaf.size

    urdu = "میں ہر مریض سے پوچھوں گا کہ اُن کے لیے کیا اہم ہے"
    assert pitch(urdu, 4) == pytest.approx(1.28)
    assert pitch(urdu, 0) >= 1.10 - 1e-9
    assert pitch("I will ask everybody what matters to them", 4) == pytest.approx(1.10)
