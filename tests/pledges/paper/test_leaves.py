import pytest

from desktop.pledges.model import Show
from desktop.pledges.paper.leaves import leaves, too_long_for_a_leaf
from tests.naughty import NAUGHTY
from tests.pledges.paper.made import ALBUM, made
from tests.printing.reading import ink, page_texts, whole_text


def test_a_leaf_has_the_pledge_and_the_first_name() -> None:
    assert whole_text(leaves([made()])) == f"{ALBUM} Eirlys"
    assert whole_text(leaves([made(show=Show.NO_NAME)])) == ALBUM


def test_what_is_not_on_the_tree_is_never_on_a_leaf() -> None:
    private = made("I will tell nobody.", Show.NOT_ON_TREE)
    assert whole_text(leaves([private, made("I will sing."), private])) == "I will sing. Eirlys"


@pytest.mark.parametrize(("large", "sheets"), [(True, [4, 4, 3]), (False, [10, 1])])
def test_leaves_are_large_or_small(large: bool, sheets: list[int]) -> None:
    pages = page_texts(leaves([made("I will sing.") for _ in range(11)], large=large))
    assert [page.count("Eirlys") for page in pages] == sheets


def test_a_part_used_sheet_is_begun_where_it_is_free() -> None:
    pages = page_texts(leaves([made("I will sing.")] * 3, start=3))
    assert [page.count("sing") for page in pages] == [2, 1]


def test_a_pledge_too_long_for_its_leaf_is_named_and_marked() -> None:
    long = made("I will listen more. " * 60)
    items = [made(), long, made("I will listen more. " * 60, Show.NOT_ON_TREE)]
    assert too_long_for_a_leaf(items, large=False) == [long]
    assert "… Eirlys" in whole_text(leaves([long], large=False))
    assert "…" not in whole_text(leaves([made()]))


def test_white_leaves_need_less_ink() -> None:
    assert ink(leaves([made()], plain=True)) < ink(leaves([made()])) / 3


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_prints_without_a_box(text: str) -> None:
    for large in (True, False):
        printed = whole_text(leaves([made(text, name=f"{text} x")], large=large, title=text))
        assert not set(printed) & set("\ufffd\ufffe\x00")


def test_the_same_pledges_give_the_same_bytes() -> None:
    items = [made(), made("I will sing. 🎉")]
    assert leaves(items) == leaves(items)


def test_no_line_begins_with_what_closes_a_chinese_sentence() -> None:
    text = "我會問每位病人「對您來說什麼最重要？」，唔該晒，佢哋喺度。" * 2
    for large in (True, False):
        lines = page_texts(leaves([made(text, Show.NO_NAME)], large=large))[0].split()
        assert "".join(lines) == text
        assert len(lines) > 2
        assert not {line[0] for line in lines} & set("，。？」")
