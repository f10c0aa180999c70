import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.charts import Answer, AnswerBar, Tick, TickBars, bar_on_track, part_widths
from desktop.printing.document import Block
from desktop.printing.sheet import Box
from desktop.printing.style import SMALL
from desktop.printing.text import width
from tests.printing.reading import drawn, ink, whole_text

WORDS = ["Very poor", "Poor", "Fair", "Good", "Very good"]


def rating(*counts: int) -> AnswerBar:
    base = sum(counts) or 1
    answers = [
        Answer(words, count, value, f"{count / base:.0%}")
        for value, (words, count) in enumerate(zip(WORDS, counts, strict=True), 1)
    ]
    return AnswerBar("How would you rate this session?", answers, "271 of 412 answered")


def paper(block: Block) -> bytes:
    return drawn(lambda canvas: block.draw(canvas, 50, 780, 490))


def test_every_answer_prints_its_count_and_share() -> None:
    text = whole_text(paper(rating(1, 0, 5, 18, 247)))
    assert "Very good 247 (91%)" in text
    assert "Poor 0 (0%)" in text
    assert "271 of 412 answered" in text
    assert text.count("247") == 2


def test_a_bar_without_answers_is_an_empty_outline() -> None:
    text = whole_text(paper(rating(0, 0, 0, 0, 0)))
    assert "Very good 0" in text
    assert ink(paper(rating(0, 0, 0, 0, 0))) > 0


@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=5), st.floats(250, 500))
def test_parts_fill_the_bar_and_hold_their_counts(counts: list[int], room: float) -> None:
    answers = [Answer("x", count, 3) for count in counts]
    widths = part_widths(answers, room)
    assert sum(widths) == pytest.approx(room)
    for answer, part in zip(answers, widths, strict=True):
        assert part >= width(f"{answer.count:,}", SMALL)


def test_parts_are_as_wide_as_their_share_where_there_is_room() -> None:
    answers = [Answer("x", count, 3) for count in (100, 300)]
    assert part_widths(answers, 400) == pytest.approx([100, 300])


def test_many_counts_in_a_narrow_bar_still_share_it() -> None:
    answers = [Answer("x", 1000, 3)] * 5
    assert part_widths(answers, 50) == pytest.approx([10] * 5)


def test_ticked_choices_print_count_and_percent() -> None:
    rows = [Tick("informative", 201, "74%"), Tick("relevant to my work " * 6, 1240, "89%")]
    block = TickBars("The session was …", rows, 271, "271 of 412 answered")
    text = whole_text(paper(block))
    assert "201 (74%)" in text
    assert "1,240 (89%)" in text
    assert text.count("relevant to my work") == 6
    assert block.height(490) > TickBars("The session was …", rows[:1] * 2, 271).height(490)


def test_a_question_nobody_answered_has_no_bars_and_no_error() -> None:
    assert "0 (0%)" in whole_text(paper(TickBars("Which?", [Tick("helpful", 0, "0%")], 0)))


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0, 1.7])
def test_a_bar_never_leaves_its_track(share: float) -> None:
    box = Box(100, 500, 200, 10)
    assert ink(drawn(lambda canvas: bar_on_track(canvas, box, share))) <= 204 * 14


def test_good_and_bad_ends_differ_without_colour() -> None:
    assert ink(paper(rating(271, 0, 0, 0, 0))) != ink(paper(rating(0, 0, 0, 0, 271)))
