from dataclasses import replace

import pytest

from desktop.feedback.form import default_form, scale
from desktop.feedback.model import Ask, Question
from desktop.printing.charts import AnswerBar, TickBars
from desktop.reports.charts import chart, share
from tests.reports.figured import question

RATING, WAS, _IMPACT, RECOMMEND, *_REST = default_form().questions


def test_a_scale_is_one_bar_from_worst_to_best() -> None:
    found = chart(question(RATING, 5, 4, 3, 2, 1))
    assert isinstance(found, AnswerBar)
    assert [(a.label, a.count, a.value) for a in found.answers] == [
        ("very poor", 1, 1),
        ("poor", 2, 2),
        ("fair", 3, 3),
        ("good", 4, 4),
        ("very good", 5, 5),
    ]


def test_yes_and_no_are_the_ends_of_a_bar() -> None:
    found = chart(question(RECOMMEND, 7, 2, 1))
    assert isinstance(found, AnswerBar)
    assert [(a.label, a.value) for a in found.answers] == [("no", 1), ("not sure", 3), ("yes", 5)]


@pytest.mark.parametrize(
    ("number", "values"), [(2, [1, 5]), (3, [1, 3, 5]), (4, [1, 2, 4, 5]), (5, [1, 2, 3, 4, 5])]
)
def test_any_scale_reaches_from_one_end_to_the_other(number: int, values: list[int]) -> None:
    choices = scale(*((str(n), f"Choice {n}") for n in range(number)))
    found = chart(question(Question("q", "How?", Ask.SCALE, choices), *[3] * number))
    assert isinstance(found, AnswerBar)
    assert [answer.value for answer in found.answers] == values


def test_ticks_and_choices_without_an_order_have_a_bar_each() -> None:
    ticks = chart(question(WAS, 9, 7, 5, 3, 1))
    assert isinstance(ticks, TickBars)
    assert [(tick.label, tick.share) for tick in ticks.rows][:2] == [
        ("informative", "100%"),
        ("helpful", "78%"),
    ]
    drinks = chart(question(replace(WAS, ask=Ask.CHOICE), 9, 7, 5, 3, 1))
    assert isinstance(drinks, TickBars)


def test_blank_ones_are_counted_beside_the_base() -> None:
    assert chart(question(RATING, 9, 0, 0, 0, 0, blank=1)).note.endswith("1 left it blank.")
    assert "blank" not in chart(question(RATING, 9, 0, 0, 0, 0)).note


def test_nothing_is_not_the_same_as_next_to_nothing() -> None:
    assert (share(0, 271), share(1, 271), share(247, 271)) == ("0%", "under 1%", "91%")
