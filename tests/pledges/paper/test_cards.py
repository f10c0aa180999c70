import pytest

from desktop.pledges.model import Show
from desktop.pledges.paper.cards import card_fit, cards, plan_cards, tint_of, too_long
from desktop.progress import Cancelled, Progress
from tests.naughty import NAUGHTY
from tests.pledges.paper.made import ALBUM, made
from tests.printing.reading import ink, page_texts, whole_text

PRIVATE = "I will tell nobody about this."
LONG = "I will listen more. " * 100


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_a_card_has_the_pledge_its_maker_and_the_day() -> None:
    text = whole_text(cards([made()], notes={"s": "Good conversations at home"}))
    assert text == f"{ALBUM} Eirlys, 8 October 2026 Good conversations at home"


@pytest.mark.parametrize("show", [Show.NO_NAME, Show.NOT_ON_TREE])
def test_no_name_is_on_a_card_unless_its_maker_chose_so(show: Show) -> None:
    assert whole_text(cards([made(show=show)])) == f"{ALBUM} 8 October 2026"


def test_a_name_that_no_face_draws_leaves_no_comma() -> None:
    assert whole_text(cards([made(name="ᏣᎳᎩ")])) == f"{ALBUM} 8 October 2026"


def test_surnames_are_never_on_cards() -> None:
    assert "Vaughan" not in whole_text(cards([made(show=show) for show in Show]))


def test_four_cards_are_on_a_sheet() -> None:
    pages = page_texts(cards([made(f"I will sing {n}.") for n in range(6)]))
    assert [page.count("I will sing") for page in pages] == [4, 2]


def test_a_part_used_sheet_is_begun_where_it_is_free() -> None:
    items = [made(f"I will sing {n}.") for n in range(6)]
    pages = page_texts(cards(items, start=4))
    assert [page.count("I will sing") for page in pages] == [1, 4, 1]
    assert plan_cards(items, start=4).sheets == 3
    with pytest.raises(ValueError, match="no place 5"):
        cards(items, start=5)


def test_who_asked_for_large_print_gets_a_card_twice_the_size() -> None:
    items = [made("I will sing."), made("I will dance.", large_print=True)]
    pages = page_texts(cards(items))
    assert [flowing(page)[:13] for page in pages] == ["I will sing. ", "I will dance."]
    assert card_fit(ALBUM, large=True).size > card_fit(ALBUM).size
    plan = plan_cards(items)
    assert (len(plan.cards), len(plan.large), plan.sheets) == (1, 1, 2)


def test_private_pledges_come_last_on_sheets_of_their_own() -> None:
    items = [made(PRIVATE, Show.NOT_ON_TREE), made("I will sing."), made("I will dance.")]
    first, last = page_texts(cards(items))
    assert "I will sing." in first
    assert "I will dance." in first
    assert flowing(last) == f"{PRIVATE} 8 October 2026"
    assert plan_cards(items).sheets == 2


def test_private_pledges_can_be_left_out() -> None:
    items = [made(PRIVATE, Show.NOT_ON_TREE, large_print=n == 1) for n in range(3)]
    items.append(made("I will sing."))
    assert PRIVATE not in whole_text(cards(items, private=False))
    assert plan_cards(items, private=False).count == 1
    assert plan_cards(items).count == 4


def test_the_preview_says_how_a_pledge_stands_on_its_card() -> None:
    found = card_fit(ALBUM)
    assert (found.fits, found.size, len(found.lines), found.room) == (True, 28, 4, 5)
    assert flowing(" ".join(found.lines)) == ALBUM
    assert not card_fit(LONG).fits


def test_a_pledge_that_is_too_long_is_named_and_marked() -> None:
    items = [made(), made(LONG), made(LONG[:900], large_print=True), made(LONG[:300])]
    assert too_long(items) == items[1:3]
    shortened = whole_text(cards(items[1:2], notes={"s": "Talk"}))
    assert "… Eirlys" in shortened
    assert shortened.endswith("shortened to fit this card")
    assert "shortened" not in whole_text(cards(items[:1]))


def test_a_pledge_always_has_the_same_tint_but_never_the_blossoms() -> None:
    item = made()
    assert tint_of(item.pledge) == tint_of(item.pledge)
    assert {tint_of(made().pledge) for _ in range(200)} == {0, 1, 2, 3}


def test_plain_cards_need_less_ink() -> None:
    items = [made(), made()]
    assert ink(cards(items, plain=True)) < ink(cards(items)) / 3


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_prints_without_a_box(text: str) -> None:
    items = [made(text, name=f"{text} x", large_print=large) for large in (False, True)]
    printed = whole_text(cards(items, notes={"s": text}, title=text, author=text))
    assert not set(printed) & set("\ufffd\ufffe\x00")


def test_the_same_pledges_give_the_same_bytes() -> None:
    items = [made(), made(LONG), made(PRIVATE, Show.NOT_ON_TREE, large_print=True)]
    assert cards(items) == cards(items)


def test_printing_says_how_far_it_is_and_can_be_stopped() -> None:
    heard: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: heard.append((done, total)))
    items = [made(), made(large_print=True), made(show=Show.NOT_ON_TREE)]
    cards(items, progress=progress)
    assert heard == [(done, 3) for done in range(4)]
    progress.stop()
    with pytest.raises(Cancelled):
        cards(items, progress=progress)


def test_no_pledges_take_no_sheets() -> None:
    assert plan_cards([]).sheets == 0
    assert whole_text(cards([])) == ""
