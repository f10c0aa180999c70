import pytest

from desktop.pledges.model import Show
from desktop.pledges.paper.slips import CHOICES, choice_words, slips
from tests.naughty import NAUGHTY
from tests.printing.reading import page_texts, whole_text

PROMPTS = ("What matters?", "What will you do?", "What helps?", "Who will you thank?")


def test_a_slip_asks_for_the_pledge_the_name_and_the_choice_with_its_number() -> None:
    page = page_texts(slips(PROMPTS[:1], note="Talk · 8 October 2026"))[0]
    for words in ("My pledge", "Talk · 8 October 2026", "What matters?", "My name"):
        assert page.count(words) == 3
    for number, words in enumerate(("with my first name", "without my name", "not on the tree"), 1):
        assert page.count(f"{number} {words}") + page.count(f"{number}  {words}") == 3


def test_the_choices_have_the_order_of_their_keys() -> None:
    assert CHOICES == (Show.FIRST_NAME, Show.NO_NAME, Show.NOT_ON_TREE)
    assert len({choice_words(show) for show in Show}) == 3


@pytest.mark.parametrize(("large", "pages", "each"), [(False, 2, 3), (True, 2, 2)])
def test_each_prompt_is_asked_on_full_sheets(large: bool, pages: int, each: int) -> None:
    found = page_texts(slips(PROMPTS, large=large))
    assert [page.count("My pledge") for page in found] == [each] * pages
    assert all(any(prompt in page for page in found) for prompt in PROMPTS)


def test_without_prompts_there_is_one_sheet() -> None:
    assert whole_text(slips([])).count("My pledge") == 3


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_prints_without_a_box(text: str) -> None:
    printed = whole_text(slips([text, text], note=text, title=text))
    assert not set(printed) & set("\ufffd\ufffe\x00")
    assert slips([text], note=text) == slips([text], note=text)
