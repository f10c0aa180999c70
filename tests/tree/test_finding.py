import pytest

from desktop.pledges.model import Show
from desktop.tree.finding import find_leaves, outline_on
from tests.pledges.evening import Evening
from tests.tree.page.hands import ready_of, wish_of


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("listen", ["Listen more"]),
        ("MORE  lis", ["Listen more"]),
        ("eirlys", ["Listen more"]),
        ("cafe", ["Meet at the café"]),
        ("the", ["Meet at the café"]),
        ("vaughan", []),
        ("private", []),
        ("   ", []),
    ],
)
def test_a_pledge_is_found_by_what_everyone_can_read(
    evening: Evening, typed: str, found: list[str]
) -> None:
    evening.pledge("Listen more", person=evening.eirlys.id)
    evening.pledge("Meet at the café", Show.NO_NAME, person=evening.tomasz.id)
    evening.pledge("A private thing", Show.NOT_ON_TREE)
    poster = ready_of(evening, wish_of(evening)).poster
    assert [one.leaf.text for one in find_leaves(poster.trees, typed)] == found


def test_a_leaf_lies_on_its_sheet(evening: Evening) -> None:
    evening.pledge("Listen more")
    poster = ready_of(evening, wish_of(evening)).poster
    (found,) = find_leaves(poster.trees, "listen")
    for x, y in outline_on(poster, found.crown, found.leaf):
        assert 0 < x < poster.sheet.width
        assert 0 < y < poster.sheet.height * 0.9
