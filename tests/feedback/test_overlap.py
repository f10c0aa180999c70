"""Which imported boxes count: every form once, whoever brought in which export of it and when."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.feedback.contents import Contents
from desktop.feedback.model import Answers, Comment
from desktop.feedback.overlap import counted, held, imported, may_count_twice
from desktop.feedback.pile import NOTHING
from desktop.store.documents import document_hash
from tests.feedback.test_pile import piled

GOOD, FAIR, POOR = (Answers({"rating": (key,)}) for key in ("good", "fair", "poor"))
SAID = Answers({"rating": ("good",)}, {"else": "Thank you"})
FEW = st.sampled_from([GOOD, FAIR, POOR, SAID])
"""So few answers that most people say what others said."""
Body = dict[str, Any]
Bodies = dict[str, Body]


def boxes(*bodies: Body) -> Bodies:
    return {document_hash("box", body): body for body in bodies}


def whole(forms: Sequence[Answers], besides: Iterable[str] = ()) -> Body:
    """Return the box of a whole export."""
    return piled(*forms).body("morning", "form", besides)


def early(forms: Sequence[Answers]) -> Body:
    """Return a box of what was new in an export, as an earlier version kept it."""
    return piled(*forms).body("morning", "form")


def forms_in(bodies: Bodies) -> int:
    """Return how many forms of the boxes count."""
    left_out = held(bodies)
    return sum(len(body["answers"]) for name, body in bodies.items() if name not in left_out)


def grown(forms: Sequence[Answers], cuts: Iterable[int]) -> list[Sequence[Answers]]:
    return [forms[:cut] for cut in sorted({min(cut, len(forms)) for cut in cuts} - {0})]


def shares(forms: Sequence[Answers], cuts: Iterable[int]) -> list[Sequence[Answers]]:
    """Return what was new in each of several exports."""
    sizes = [0, *(len(one) for one in grown(forms, cuts))]
    return [forms[first:last] for first, last in pairwise(sizes)]


someone = st.lists(FEW, min_size=1, max_size=16)
at = st.lists(st.integers(1, 16), min_size=1, max_size=4)


@given(someone, at)
def test_of_exports_that_grow_the_largest_counts(forms: list[Answers], cuts: list[int]) -> None:
    exports = grown(forms, cuts)
    assert forms_in(boxes(*map(whole, exports))) == len(exports[-1])


@given(someone, at)
def test_what_earlier_versions_kept_counts_as_it_did(forms: list[Answers], cuts: list[int]) -> None:
    assert held(boxes(*map(early, shares(forms, cuts)))) == set()


@given(someone, at, at)
def test_what_earlier_versions_kept_and_whole_exports_are_one(
    forms: list[Answers], then: list[int], now: list[int]
) -> None:
    new, exports = shares(forms, then), grown(forms, now)
    kept = boxes(*map(early, new))
    assume(len(kept) == len(new))  # the same share twice was one box for an earlier version too
    largest = max(sum(map(len, new)), len(exports[-1]))
    assert forms_in(kept | boxes(*map(whole, exports))) == largest


@given(someone, someone, at, at)
def test_a_group_known_to_be_another_counts_though_it_says_the_same(
    some: list[Answers], others: list[Answers], mine: list[int], theirs: list[int]
) -> None:
    """Two forms were filled in at one session; each export was brought in beside the other's."""
    first = grown(some, mine)
    names = list(boxes(*map(whole, first)))
    second = grown(others, theirs)
    assume(not any(piled(*one) == piled(*other) for one in first for other in second))
    kept = boxes(*map(whole, first), *(whole(one, names) for one in second))
    assert forms_in(kept) >= max(len(first[-1]), len(second[-1]))
    if len(second) == 1:
        assert forms_in(kept) == len(first[-1]) + len(second[0])


@given(st.lists(st.tuples(someone, st.booleans(), st.sets(st.integers(0, 5))), max_size=6))
def test_all_that_was_said_counts_somewhere(
    kept: list[tuple[list[Answers], bool, set[int]]],
) -> None:
    bodies: Bodies = {}
    for forms, alone, besides in kept:
        names = [] if alone else [name for n, name in enumerate(bodies) if n in besides]
        bodies |= boxes(whole(forms, names))
    everything = sum((box.pile for box in counted(imported(bodies))), NOTHING)
    assert all(everything.holds(box.pile) for box in imported(bodies))
    assert held(dict(reversed(bodies.items()))) == held(bodies)


@given(st.lists(someone, max_size=6), someone)
def test_what_another_box_holds_stays_held_whatever_comes_in(
    kept: list[list[Answers]], more: list[Answers]
) -> None:
    bodies = boxes(*map(whole, kept))
    assert held(bodies) <= held(bodies | boxes(whole(more)))


def test_a_few_mended_rows_count_until_a_later_export_holds_them_too() -> None:
    first = boxes(whole([GOOD, GOOD, FAIR, POOR, SAID]))
    mended = boxes(whole([GOOD], first))
    assert forms_in(first | mended) == 6
    refused_again = boxes(whole([GOOD, GOOD, FAIR, POOR, SAID, *[FAIR] * 5]))
    assert forms_in(first | mended | refused_again) == 11
    with_it = boxes(whole([GOOD, GOOD, GOOD, FAIR, POOR, SAID, *[FAIR] * 5]))
    assert forms_in(first | mended | with_it) == 11


def test_the_same_rows_mended_on_two_laptops_count_once() -> None:
    hall, office = boxes(whole([GOOD] * 5)), boxes(whole([GOOD] * 9))
    mended = boxes(whole([POOR], hall), whole([POOR], office))
    assert len(mended) == 2
    assert forms_in(hall | office | mended) == 10


def test_two_laptops_that_knew_two_groups_in_another_order_count_both_once() -> None:
    some, others = [GOOD] * 6 + [POOR] * 4, [GOOD] * 5 + [FAIR]
    hall = boxes(whole(some))
    hall |= boxes(whole(others, hall))
    office = boxes(whole(others))
    office |= boxes(whole(some, office))
    assert forms_in(hall | office) == 16


def test_the_exports_of_a_group_are_one_though_another_group_says_the_same() -> None:
    for first, then, other in (
        ([GOOD], [GOOD, GOOD, FAIR], [GOOD, GOOD]),
        ([GOOD], [GOOD, GOOD], [GOOD, GOOD, GOOD]),
    ):
        mine = boxes(whole(first), whole(then))
        assert forms_in(mine | boxes(whole(other, mine))) == 5


def test_a_group_that_only_says_more_words_is_another_one() -> None:
    for more in range(6):  # whichever comes first by its name
        some = boxes(whole([GOOD, GOOD, SAID, *[FAIR] * more]))
        others = boxes(whole([GOOD, SAID, SAID, *[FAIR] * more], some))
        assert forms_in(some | others) == 6 + 2 * more


def test_an_export_of_both_groups_together_holds_each_that_grew() -> None:
    mine = boxes(whole([GOOD] * 3))
    theirs = boxes(whole([GOOD] * 2, mine))
    grown_since = boxes(whole([GOOD] * 4, theirs))
    assert forms_in(mine | theirs | grown_since) == 6
    assert forms_in(mine | theirs | grown_since | boxes(whole([GOOD] * 7))) == 7


def test_another_group_that_an_earlier_version_kept_is_not_lost_by_chance() -> None:
    kept = boxes(early([*[GOOD] * 5, POOR]), early([GOOD] * 5))
    assert forms_in(kept | boxes(whole([*[GOOD] * 6, POOR, POOR]))) == 8 + 5


def test_collected_answers_are_in_nobodys_export() -> None:
    scores = {"7f": {"rating": ("good",)}, "a3": {"rating": ("good",)}}
    collected = Contents("morning", "form", scores, {"0c": Comment("else", "Thank you")}).body()
    assert imported(boxes(collected)) == []
    assert forms_in(boxes(collected, whole([GOOD, SAID, GOOD]), early([GOOD, SAID]))) == 5


def test_a_box_says_what_it_is() -> None:
    (box,) = imported(boxes(whole([GOOD], ["x"]), early([GOOD])))
    assert (box.pile, box.early) == (piled(GOOD), True)
    assert box.besides == {"x"}
    assert len(box.names) == 2
    assert counted([box]) == [box]


def test_the_same_forms_in_other_columns_are_noticed() -> None:
    narrow = [Answers({"rating": ("good",), "was": ()})] * 6
    wide = [Answers({**one.given, "recommend": ("yes",)}) for one in narrow]
    assert may_count_twice(boxes(whole(narrow), whole(wide)))
    assert not may_count_twice(boxes(whole(narrow[:4]), whole(wide)))
    assert not may_count_twice(boxes(whole(narrow), whole(narrow[:5])))
