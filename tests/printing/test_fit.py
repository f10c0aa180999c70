import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.fit import fit, shortened, wrap
from desktop.printing.fonts import Weight, plain
from desktop.printing.graphemes import MARKS
from desktop.printing.style import BODY, PLEDGE, Style
from desktop.printing.text import graphemes, normalise, width
from tests.printing.scripts import ALL, FAMILY

PLEDGED = "I will ask “What matters to you?” before I ask “What’s the matter?”"
anything = st.text(st.characters(), max_size=80)
letters = sorted(plain(Weight.REGULAR).keys() - set(" \u00a0-–—/"))
prose = st.lists(st.text(st.sampled_from(letters), min_size=1, max_size=14), max_size=40).map(
    " ".join
)
rooms = st.floats(40, 500)


def ink(text: str) -> str:
    """Return the text without its spaces: what must not be lost."""
    return "".join(bare(normalise(text)).split())


def bare(text: str) -> str:
    """Return text without the marks that say which way a line runs."""
    return "".join(char for char in text if char not in MARKS)


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python a piece of work runs: time that no machine changes."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@given(anything, rooms)
def test_wrapping_loses_nothing(text: str, width: float) -> None:
    lines = wrap(text, width, BODY)
    assert "".join(map(ink, lines)) == ink(text)


@given(anything, rooms)
def test_no_line_is_wider_than_its_room_unless_it_is_one_character(
    text: str, width_: float
) -> None:
    for line in wrap(text, width_, BODY):
        assert width(line, BODY) <= width_ + 1e-6 or len(graphemes(bare(line))) <= 1


@given(prose, rooms)
def test_each_line_takes_as_many_words_as_it_holds(text: str, width_: float) -> None:
    for line, following in pairwise(wrap(text, width_, BODY)):
        word = following.split(" ")[0]
        assert width(f"{line} {word}", BODY) > width_ or width(line, BODY) > width_ / 2


def test_line_breaks_stay_and_double_spaces_go() -> None:
    assert wrap("One  two\n\nthree", 400, BODY) == ("One two", "", "three")


def test_compound_words_may_break_after_their_sign_but_dates_may_not() -> None:
    narrow = width("wellbeing/", BODY)
    assert wrap("wellbeing/welfare", narrow, BODY) == ("wellbeing/", "welfare")
    assert wrap("on 2026-10-08", width("2026-10-08", BODY), BODY) == ("on", "2026-10-08")


def test_a_long_word_is_cut_between_characters_as_people_see_them() -> None:
    lines = wrap(FAMILY * 20, 60, BODY)
    assert len(lines) > 1
    assert all(line.count("👧") * FAMILY == line for line in lines)
    assert wrap("क्षत्रिय", width("क्षत्रि", BODY), BODY) == ("क्षत्रि", "य")


@pytest.mark.parametrize("language", ALL)
def test_every_script_fills_its_lines_and_stays_inside_its_room(language: str) -> None:
    text = f"{ALL[language]} {ALL[language]}"
    lines = wrap(text, 120, BODY)
    assert "".join(map(ink, lines)) == ink(text)
    assert all(width(line, BODY) <= 120 + 1e-6 for line in lines)
    assert len(lines) <= 1.5 * width(text, BODY) / 120 + 2


def test_chinese_fills_each_line_and_begins_none_with_a_full_stop() -> None:
    lines = wrap("我会问每位病人，对您来说什么最重要？" * 8, 100, BODY)
    assert all(width(line, BODY) > 75 for line in lines[:-1])
    assert not any(line[0] in "，？" for line in lines)


@given(prose, rooms, st.floats(20, 300), st.booleans())
def test_what_fits_is_whole_and_inside_its_room(
    text: str, width_: float, height: float, balanced: bool
) -> None:
    found = fit(text, width_, height, PLEDGE, 24, 8, balanced=balanced)
    assert 8 <= found.size <= 24
    assert found.height <= height + 1e-6
    assert len(found.lines) <= found.room
    for line in found.lines:
        assert width(line, PLEDGE.at(found.size)) <= width_ + 1e-6
    if found.fits:
        assert "".join(found.lines).replace(" ", "") == ink(text)
    else:
        assert not found.lines or found.lines[-1].endswith("…")


@given(prose, rooms, st.floats(40, 300))
def test_the_next_size_up_would_not_fit(text: str, width_: float, height: float) -> None:
    found = fit(text, width_, height, PLEDGE, 24, 8)
    larger = PLEDGE.at(found.size + 0.5)
    if not found.fits or larger.size > 24:
        return
    too_high = len(wrap(text, width_, larger)) * larger.size * PLEDGE.leading > height
    cuts_a_word = any(width(word, larger) > width_ for word in text.split(" "))
    assert too_high or cuts_a_word


def test_a_short_pledge_is_large_and_a_long_one_smaller() -> None:
    assert fit("I will listen.", 300, 150, PLEDGE, 24, 9).size == 24
    assert 9 <= fit(PLEDGED * 5, 300, 150, PLEDGE, 24, 9).size < 20


def test_a_word_is_not_cut_while_a_smaller_size_keeps_it_whole() -> None:
    found = fit("Multidisciplinary meetings", 150, 200, PLEDGE, 30, 8)
    assert "Multidisciplinary" in found.lines


def test_too_long_a_pledge_says_so_and_shows_how_it_begins() -> None:
    found = fit(PLEDGED * 40, 200, 60, PLEDGE, 24, 9)
    assert not found.fits
    assert found.size == 9
    assert len(found.lines) == found.room
    assert found.lines[0].startswith("I will ask")
    assert found.lines[-1].endswith("…")


def test_a_room_without_height_holds_nothing() -> None:
    assert fit("I will listen.", 200, 3, PLEDGE, 24, 9).lines == ()
    assert fit("", 200, 3, PLEDGE, 24, 9).fits


def test_balanced_lines_are_about_equally_long() -> None:
    loose = fit(PLEDGED, 330, 200, PLEDGE, 18, 18)
    even = fit(PLEDGED, 330, 200, PLEDGE, 18, 18, balanced=True)
    assert len(loose.lines) == len(even.lines)

    def spread(lines: tuple[str, ...]) -> float:
        widths = [width(line, PLEDGE.at(18)) for line in lines]
        return max(widths) - min(widths)

    assert spread(even.lines) < spread(loose.lines)


@pytest.mark.parametrize("words", ["listen to them ", "x", "слово ", "👍", "e\u0301\u0302x"])
def test_the_work_grows_no_faster_than_the_text(words: str) -> None:
    fit(words * 3000, 200, 5000, PLEDGE, 24, 6, balanced=True)
    short, long = words * (1500 // len(words)), words * (6000 // len(words))

    def work(text: str) -> int:
        style = Style(11, Weight.ITALIC)
        return steps(lambda: (wrap(text, 300, style), fit(text, 300, 150, style, 24, 6)))

    assert work(long) < 5 * work(short)


def test_a_pledge_of_usual_length_is_little_work() -> None:
    assert steps(lambda: fit(PLEDGED * 2, 300, 150, PLEDGE, 24, 9, balanced=True)) < 4000


def test_a_line_too_long_for_its_place_is_shortened() -> None:
    assert shortened("Living Well Aberwen", 300, BODY) == "Living Well Aberwen"
    short = shortened("Living Well Aberwen, a programme with a long name", 100, BODY)
    assert short.startswith("Living Well")
    assert short.endswith("…")
    assert width(short, BODY) <= 100
