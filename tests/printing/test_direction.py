import unicodedata

from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.direction import (
    ALM,
    LRM,
    RLM,
    directed,
    inside,
    joined,
    levels,
    listed,
    may_turn,
    runs_left,
    visual_order,
)

turning = st.text(st.sampled_from("abc אבג سلام 0123 ١٢ .,:-/()«»[]!? %£+ \u0651"), max_size=40)


def displayed(line: str) -> str:
    return "".join(line[place] for place in visual_order(levels(line)))


@given(turning)
def test_characters_stand_where_the_algorithm_puts_them(text: str) -> None:
    kept = text.strip()
    assert displayed(kept) == get_display(kept)


def test_numbers_and_names_in_brackets_keep_their_order_in_arabic() -> None:
    assert displayed("قال NHS (UK) 12") == "NHS (UK) 12 لاق"


def test_words_that_look_like_the_workings_change_nothing() -> None:
    text = 'א\n    levels: [ Level(7)", paragraphs: ['
    assert len(levels(text.replace("\n", " "))) == len(text)
    assert set(levels("    levels: [ 9 א")) <= {0, 1}


def test_the_first_letter_says_which_way_a_paragraph_runs() -> None:
    assert runs_left("123 «سلام» and more")
    assert runs_left("שלום")
    assert not runs_left("Siân said سلام")
    assert not runs_left("10:30!")
    assert not may_turn("Siân ŵ नमस्ते 王 👋")


def test_a_line_runs_the_way_of_its_paragraph_wherever_it_was_broken() -> None:
    lines = ["سأسأل كل", "NHS مريض", "10-12", "في السنة"]
    found = directed(" ".join(lines), lines)
    assert found == [lines[0], ALM + lines[1], ALM + lines[2], lines[3]]
    assert all(map(runs_left, found))
    english = ["I said", "سلام عليكم to", "everyone"]
    assert directed(" ".join(english), english) == [english[0], LRM + english[1], english[2]]


def test_lines_without_arabic_or_hebrew_are_left_alone() -> None:
    assert directed("One two", ["One", "two"]) == ["One", "two"]


@given(turning, st.integers(1, 12))
def test_marks_add_nothing_that_can_be_seen(text: str, length: int) -> None:
    lines = [text[start : start + length] for start in range(0, len(text), length)]
    for line, marked in zip(lines, directed(text, lines), strict=True):
        assert marked.lstrip(LRM + RLM + ALM) == line.lstrip(LRM + RLM + ALM)
        assert not line.strip() or runs_left(marked) is runs_left(text)
        assert unicodedata.category(marked[0]) == "Cf" or marked == line


def test_what_is_known_of_a_thing_stands_in_its_order_whatever_it_is_written_in() -> None:
    shown = displayed(joined("رعاية", "", "ليث", "30 November")).replace(LRM, "")
    assert shown == "ةياعر · ثيل · 30 November"
    assert joined("Leith", "", "10:00") == "Leith · 10:00"
    assert joined("", "") == ""


def test_two_names_in_arabic_keep_their_order() -> None:
    shown = displayed(listed(["Siân", "رعاية", "ليث"])).replace(LRM, "")
    assert shown == "Siân, ةياعر, ثيل"


def test_a_name_in_arabic_does_not_turn_the_date_after_it() -> None:
    assert displayed(f"{inside('سارة')}, 9 October").replace(LRM, "") == "ةراس, 9 October"
    assert inside("Siân") == "Siân"
    assert inside("Si\u202eân\u2066") == "Siân"
