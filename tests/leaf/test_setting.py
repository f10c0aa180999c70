import math
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.leaf import CENTRE, RATIO, Leaf, Lettering, chord, fill, grow
from desktop.leaf.setting import ASCENT, DESCENT, LADDER, LARGEST, STEP
from desktop.leaf.words import NAME_SIZE

PLEDGE = "I will ask “What matters to you?” before I ask “What’s the matter?”"


def measure(text: str) -> float:
    """Return an advance as a proportional face would: narrow, wide and other letters."""
    return sum(0.25 if c in " iljt.,’" else 0.85 if c in "mwMW" else 0.55 for c in text)


LETTERS = Lettering(measure, measure, tuple)
words = st.lists(st.text("abimwW’é", min_size=1, max_size=30), max_size=30).map(" ".join)
names = st.sampled_from(["", "Eirlys", "Siân Angharad Prosser-Llewellyn of Aberwen", "W" * 40])


def ink(leaf: Leaf) -> str:
    return "".join(line.text for line in leaf.lines).replace(" ", "")


def outside(leaf: Leaf) -> list[str]:
    """Return the lines with a corner beyond the outline."""
    found = []
    for line in (*leaf.lines, *leaf.name):
        for edge in (line.y + ASCENT * line.size, line.y - DESCENT * line.size):
            ends = chord(abs(edge) / (leaf.width / 2))
            left, right = line.x / leaf.length, (line.x + line.width) / leaf.length
            if ends is None or left < ends[0] or right > ends[1]:
                found.append(line.text)
    return found


def steps(text: str) -> int:
    """Return how many lines of Python it takes to set a text: time that no machine changes."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        grow(text, LETTERS)
    finally:
        sys.settrace(before)
    return count


@given(words, names)
def test_every_letter_is_kept_in_order(text: str, name: str) -> None:
    leaf = grow(text, LETTERS, name)
    assert ink(leaf) == text.replace(" ", "")
    assert "".join(line.text for line in leaf.name).replace(" ", "") == name.replace(" ", "")


@given(words, names)
def test_every_line_lies_inside_the_outline(text: str, name: str) -> None:
    assert outside(grow(text, LETTERS, name)) == []


@given(words, names, st.floats(20, 600), st.floats(6, 40))
def test_a_leaf_of_given_length_holds_any_text(
    text: str, name: str, length: float, largest: float
) -> None:
    leaf = fill(text, LETTERS, length, largest, name)
    assert leaf.length == pytest.approx(length)
    assert 0 < leaf.size <= largest
    assert ink(leaf) == text.replace(" ", "")
    assert outside(leaf) == []


@given(words)
def test_the_type_is_never_smaller_than_one_em_on_the_tree(text: str) -> None:
    leaf = grow(text, LETTERS)
    assert 1 - 1e-6 <= leaf.size <= LARGEST
    rung = round(math.log(leaf.width / LADDER, STEP))
    assert leaf.width == pytest.approx(LADDER * STEP**rung)


@given(words)
def test_lines_are_as_wide_as_their_words_and_share_one_middle(text: str) -> None:
    leaf = grow(text, LETTERS)
    for line in leaf.lines:
        assert line.width == pytest.approx(measure(line.text) * line.size)
        assert line.x + line.width / 2 == pytest.approx(CENTRE * leaf.length)


def test_the_name_stands_last_and_smaller() -> None:
    leaf = grow(PLEDGE, LETTERS, "Eirlys")
    (name,) = leaf.name
    assert name.y < min(line.y for line in leaf.lines)
    assert name.size == pytest.approx(NAME_SIZE * leaf.size)


def test_a_longer_pledge_grows_a_larger_leaf() -> None:
    short, usual, long = (grow(text, LETTERS) for text in ("Listen", PLEDGE, PLEDGE * 3))
    assert short.width < usual.width < long.width


def test_lines_are_about_equally_full() -> None:
    leaf = grow("I will bring the photo album on every visit, and ask who is in it.", LETTERS)
    widths = [line.width for line in leaf.lines]
    assert min(widths) > 0.4 * max(widths)


def test_a_word_too_long_for_any_line_is_cut_into_equal_pieces() -> None:
    leaf = grow("W" * 80, LETTERS)
    lengths = [len(line.text) for line in leaf.lines]
    assert sum(lengths) == 80
    assert max(lengths) - min(lengths) <= 1


def test_characters_that_belong_together_are_not_cut() -> None:
    def pairs(text: str) -> list[str]:
        return [text[n : n + 2] for n in range(0, len(text), 2)]

    leaf = grow("ab" * 60, Lettering(measure, measure, pairs))
    assert all(line.text == "ab" * (len(line.text) // 2) for line in leaf.lines)


def test_a_leaf_without_words_is_the_smallest() -> None:
    leaf = grow("", LETTERS)
    assert leaf.lines == leaf.name == ()
    assert leaf.width == LADDER
    assert leaf.length == LADDER * RATIO


def test_the_outline_has_the_size_of_the_leaf() -> None:
    leaf = fill(PLEDGE, LETTERS, 200, 20)
    ring = leaf.outline(160)
    assert max(x for x, _ in ring) == 200
    assert max(y for _, y in ring) == pytest.approx(leaf.width / 2, rel=1e-2)


@pytest.mark.parametrize("word", ["listen to them ", "x"])
def test_the_work_grows_hardly_faster_than_the_text(word: str) -> None:
    grow(word, LETTERS)
    short, long = (word * (length // len(word)) for length in (2500, 10_000))
    assert steps(long) < 7 * steps(short)


def test_a_pledge_of_usual_length_is_little_work() -> None:
    assert steps(PLEDGE * 2) < 40_000
