"""Tests of where each pledge hangs."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tree.growth.shape import Need
from desktop.tree.hanging import Arrangement, place_of, said
from desktop.tree.model import Form, Hanging, Tree
from tests.tree.checker import overlaps, rings

TREE = Tree(programme="kindness", form=Form.PORTRAIT)


def where(arrangement: Arrangement) -> dict[str, object]:
    return {
        pledge: (leaf.crown, place_of(leaf), leaf.number)
        for pledge, leaf in arrangement.leaves.items()
    }


def pledges(*names: str) -> dict[str, Need]:
    return dict.fromkeys(names, Need(12))


def test_a_new_pledge_moves_no_leaf() -> None:
    arrangement = Arrangement(TREE)
    arrangement.bring_up(pledges("a", "b", "c"))
    before = where(arrangement)
    changes = arrangement.bring_up(pledges("a", "b", "c", "d"))
    assert [one.pledge for one in changes.kept] == ["d"]
    assert where(arrangement).items() >= before.items()


def test_nothing_to_do_is_no_change() -> None:
    arrangement = Arrangement(TREE)
    assert arrangement.bring_up(pledges("a"))
    assert not arrangement.bring_up(pledges("a"))


def test_a_tree_goes_on_from_what_was_kept_as_if_it_had_never_been_away() -> None:
    stayed = Arrangement(TREE)
    stayed.bring_up(pledges("a", "b", "c"))
    back = Arrangement(TREE, reversed(list(stayed.leaves.values())))
    for arrangement in (stayed, back):
        arrangement.bring_up(pledges("a", "b", "c", "d", "e"))
    assert where(back) == where(stayed)


def test_a_deleted_pledge_leaves_the_others_and_its_place_is_taken_later() -> None:
    arrangement = Arrangement(TREE)
    arrangement.bring_up(pledges("a", "b", "c"))
    before = where(arrangement)
    changes = arrangement.bring_up(pledges("a", "c"))
    assert [one.pledge for one in changes.gone] == ["b"]
    assert where(arrangement) == {"a": before["a"], "c": before["c"]}
    arrangement.bring_up(pledges("a", "c", "d"))
    assert len(set(where(arrangement).values())) == 3


def test_a_longer_pledge_grows_and_is_to_be_printed_again() -> None:
    arrangement = Arrangement(TREE)
    arrangement.bring_up(pledges("a", "b", "c"))
    before = where(arrangement)
    changes = arrangement.bring_up(pledges("a", "b", "c") | {"b": Need(16)})
    assert [(one.pledge, one.rung, one.printed) for one in changes.kept] == [("b", 16, None)]
    assert where(arrangement)["a"] == before["a"]
    assert where(arrangement)["c"] == before["c"]


def test_a_shorter_pledge_keeps_its_leaf() -> None:
    arrangement = Arrangement(TREE)
    arrangement.bring_up(pledges("a", "b"))
    assert not arrangement.bring_up(pledges("a") | {"b": Need(4)})


def test_a_grove_is_balanced_when_it_is_made_and_no_leaf_changes_tree() -> None:
    many = pledges(*map(str, range(40)))
    arrangement = Arrangement(TREE)
    assert arrangement.share(many, 595, 842, 16.0)
    crowns = [leaf.crown for leaf in arrangement.leaves.values()]
    assert arrangement.tree.crowns > 1
    assert max(map(crowns.count, crowns)) - min(map(crowns.count, crowns)) <= 1
    before = where(arrangement)
    later = arrangement.bring_up(many | pledges("late"))
    assert [one.pledge for one in later.kept] == ["late"]
    assert where(arrangement).items() >= before.items()


def test_leaves_that_take_the_place_of_all_others_know_of_each_other() -> None:
    arrangement = Arrangement(replace(TREE, crowns=2))
    arrangement.bring_up(pledges("a", "b"))
    arrangement.bring_up(pledges("a", "b", "c"))
    arrangement.bring_up(pledges("d", "e", "f", "g"))
    arrangement.bring_up(pledges("d", "e", "f", "g", "h", "i"))
    assert [len(arrangement.places(crown)) for crown in (0, 1)] == [3, 3]
    assert all(overlaps(rings(arrangement.places(crown))) == [] for crown in (0, 1))


def test_a_grove_hangs_as_one_that_was_built_leaf_by_leaf() -> None:
    names = [f"pledge {n}" for n in range(30)]
    at_once, one_by_one = (Arrangement(replace(TREE, crowns=3)) for _ in range(2))
    at_once.bring_up(pledges(*names))
    for n in range(1, len(names) + 1):
        one_by_one.bring_up(pledges(*names[:n]))
    assert where(at_once) == where(one_by_one)


def test_no_grove_makes_type_larger_than_a_sheet_allows() -> None:
    assert Arrangement(TREE).share(pledges("a"), 595, 842, 500.0) is None


def test_changed_words_or_names_are_noticed() -> None:
    assert len({said("Listen", ""), said("Listen", "Ewa"), said("Listen more", "")}) == 3
    assert said("Listen", "Ewa") == said("Listen", "Ewa")


STEPS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(-1, 20), st.booleans()),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_whatever_comes_changes_and_goes_no_other_leaf_moves(
    steps: list[tuple[str, int, bool]],
) -> None:
    arrangement = Arrangement(TREE)
    wanted: dict[str, Need] = {}
    for pledge, rung, level in steps:
        before = where(arrangement)
        wanted.pop(pledge, None) if rung < 0 else wanted.update({pledge: Need(rung, level)})
        arrangement.bring_up(wanted)
        after = where(arrangement)
        assert after.keys() == wanted.keys()
        assert all(after[one] == before[one] for one in before.keys() - {pledge})
    assert overlaps(rings(arrangement.places())) == []
    kept: list[Hanging] = list(arrangement.leaves.values())
    assert where(Arrangement(TREE, kept)) == where(arrangement)
