import pytest

from desktop.feedback.form import default_form, numbered, scale
from desktop.feedback.keying import Keying, bar_places
from desktop.feedback.model import Answers, Ask, Choice, Question

FORM = default_form()
RATING, WAS, IMPACT, RECOMMEND, HELP, ELSE = FORM.questions


@pytest.fixture
def keying() -> Keying:
    return Keying(FORM)


def type_digits(keying: Keying, digits: str) -> None:
    for digit in digits:
        keying.press(int(digit))


def test_a_number_answers_and_moves_on(keying: Keying) -> None:
    type_digits(keying, "5")
    assert keying.given(RATING) == ("very_good",)
    assert keying.question == WAS


@pytest.mark.parametrize(
    ("digit", "key"),
    [(5, "very_good"), (4, "good"), (3, "fair"), (2, "poor"), (1, "very_poor")],
)
def test_the_numbers_are_those_printed_on_paper(keying: Keying, digit: int, key: str) -> None:
    keying.press(digit)
    assert keying.given(RATING) == (key,)


def test_ticks_are_switched_until_the_arrow_moves_on(keying: Keying) -> None:
    keying.go_to(1)
    type_digits(keying, "5131")
    assert keying.given(WAS) == ("well_presented", "enjoyable")
    assert keying.question == WAS
    keying.on()
    assert keying.question == IMPACT


def test_0_leaves_blank_what_was_answered_too(keying: Keying) -> None:
    type_digits(keying, "5")
    keying.back()
    type_digits(keying, "0")
    assert keying.given(RATING) == ()
    assert keying.is_touched(RATING)
    assert keying.question == WAS


def test_a_number_that_is_not_on_paper_does_nothing(keying: Keying) -> None:
    assert not keying.press(6)
    assert not keying.touched
    keying.go_to(3)
    assert not keying.press(4)


def test_numbers_mean_nothing_in_a_text_and_after_the_end(keying: Keying) -> None:
    keying.go_to(5)
    assert not keying.press(1)
    keying.on()
    assert keying.question is None
    assert not keying.press(1)


def test_going_back_changes_nothing_and_stops_at_the_first(keying: Keying) -> None:
    type_digits(keying, "5")
    keying.back()
    keying.back()
    assert keying.question == RATING
    assert keying.given(RATING) == ("very_good",)


def test_the_whole_form_tells_blank_from_answered(keying: Keying) -> None:
    type_digits(keying, "5")
    assert keying.answers() == Answers(
        {"rating": ("very_good",), "was": (), "impact": (), "recommend": (), "help": ()}, {}
    )


def test_words_beside_something_else_tick_it(keying: Keying) -> None:
    keying.write(HELP, "a cup of tea ")
    assert keying.given(HELP) == ("something_else",)
    assert keying.answers().words == {"help": "a cup of tea"}
    keying.go_to(4)
    keying.press(5)
    assert keying.answers().words == {}
    keying.press(5)
    assert keying.answers().words == {"help": "a cup of tea"}


def test_a_draft_is_what_was_typed_so_far(keying: Keying) -> None:
    assert keying.draft() is None
    type_digits(keying, "50")
    keying.write(ELSE, "Thank you")
    draft = keying.draft()
    assert draft == Answers({"rating": ("very_good",), "was": ()}, {"else": "Thank you"})
    again = Keying(FORM, draft)
    assert again.draft() == draft
    assert again.question == IMPACT


def test_a_bar_goes_from_the_worst_to_the_best() -> None:
    assert bar_places(RATING) == {
        "very_good": 5,
        "good": 4,
        "fair": 3,
        "poor": 2,
        "very_poor": 1,
    }
    assert bar_places(RECOMMEND) == {"yes": 5, "no": 1, "not_sure": 3}
    assert bar_places(WAS) is None
    assert bar_places(ELSE) is None


def test_other_scales_are_spread_over_the_five_places() -> None:
    three = Question("k", "?", Ask.SCALE, scale(("a", "good"), ("b", "so so"), ("c", "bad")))
    assert bar_places(three) == {"a": 5, "b": 3, "c": 1}
    ungraded = Question("k", "?", Ask.CHOICE, numbered(("red", "red"), ("blue", "blue")))
    assert bar_places(ungraded) is None
    one = Question("k", "?", Ask.SCALE, (Choice("a", "a", 1, 3), Choice("b", "b", 2, 3)))
    assert bar_places(one) is None
