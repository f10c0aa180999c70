from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.feedback.disclosure import (
    SESSION_THRESHOLD,
    THRESHOLD,
    Group,
    breakdown,
    may_publish_again,
    merged_groups,
    percent,
    sentence,
    too_few,
)

Table = dict[str, int]
Rows = tuple[Group, ...]

NAMES = ("Care home", "Ward", "Office", "Community", "Night team")
sizes = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 40))


def test_the_thresholds_are_those_of_the_nhs_staff_survey_and_of_one_session() -> None:
    assert (THRESHOLD, SESSION_THRESHOLD) == (11, 5)
    assert too_few(THRESHOLD) == "fewer than 11 answers"


def test_large_groups_are_shown_by_size() -> None:
    found = breakdown({"Ward": 12, "Office": 30})
    assert found.groups == (Group("Office", 30), Group("Ward", 12))
    assert found.reason == ""


def test_small_groups_become_all_other_groups() -> None:
    found = breakdown({"Ward": 40, "Office": 8, "Night team": 5})
    assert found.groups == (Group("Ward", 40), Group("All other groups", 13, others=True))
    assert found.merged == {"Office", "Night team"}
    assert found.reason == "fewer than 11 answers"


def test_one_small_group_takes_in_the_next_smallest() -> None:
    found = breakdown({"Ward": 40, "Office": 20, "Night team": 5})
    assert found.groups == (Group("Ward", 40), Group("All other groups", 25, others=True))


def test_small_groups_below_the_threshold_together_take_in_the_next_smallest() -> None:
    found = breakdown({"Ward": 40, "Office": 20, "Night team": 5, "Care home": 4})
    assert [group.number for group in found.groups] == [40, 29]


def test_groups_of_one_size_are_taken_in_together() -> None:
    found = breakdown({"Ward": 11, "Office": 11, "Night team": 5, "Care home": 30})
    assert [group.number for group in found.groups] == [30, 27]


def test_three_groups_of_ten_with_thirty_answers_would_give_themselves_away() -> None:
    found = breakdown({"Ward": 10, "Office": 10, "Night team": 10, "Care home": 11, "X": 50})
    assert [group.number for group in found.groups] == [50, 41]


def test_with_nothing_left_to_show_the_reason_is_given() -> None:
    for few in ({"Ward": 3}, {"Ward": 5, "Office": 5}, {"Ward": 3, "Office": 30}):
        found = breakdown(few)
        assert (found.groups, found.reason) == ((), "fewer than 11 answers")


def test_a_group_nobody_answered_in_is_left_out() -> None:
    assert breakdown({"Ward": 12, "Office": 0}).groups == (Group("Ward", 12),)
    assert breakdown({}).groups == ()
    assert breakdown({}).reason == ""


def test_tables_of_one_report_merge_the_same_groups() -> None:
    asked = {"Ward": 12, "Office": 30, "Night team": 20, "Care home": 90}
    answered = {"Ward": 10, "Office": 30, "Night team": 20, "Care home": 88}
    merged = merged_groups([asked, answered])
    assert merged == {"Ward", "Night team"}
    assert [group.number for group in breakdown(asked, merged=merged).groups] == [90, 30, 32]
    assert [group.number for group in breakdown(answered, merged=merged).groups] == [88, 30, 30]


@given(sizes, st.integers(2, 12))
def test_no_group_under_the_threshold_is_published(table: Mapping[str, int], least: int) -> None:
    assert all(group.number >= least for group in breakdown(table, least).groups)


@given(sizes, st.integers(2, 12))
def test_totals_agree(table: Mapping[str, int], least: int) -> None:
    found = breakdown(table, least)
    if found.groups:
        assert sum(group.number for group in found.groups) == sum(table.values())
    shown = {group.name: group.number for group in found.groups if not group.others}
    assert shown.items() <= table.items()
    assert found.merged.isdisjoint(shown)


@given(st.lists(sizes, min_size=1, max_size=3), st.integers(2, 12))
def test_no_table_of_a_report_publishes_a_small_group(
    tables: list[Mapping[str, int]], least: int
) -> None:
    merged = merged_groups(tables, least)
    for table in tables:
        found = breakdown(table, least, merged)
        assert all(group.number >= least for group in found.groups)
        assert sum(g.number for g in found.groups) in (0, sum(table.values()))
        others = [group for group in found.groups if group.others]
        if others:
            assert sum(1 for name in merged if table.get(name)) > 1


def worlds(groups: int, most: int) -> Iterator[Table]:
    """Yield every table in which each group has somebody who answered."""
    for numbers in product(range(1, most + 1), repeat=groups):
        yield dict(zip(NAMES, numbers, strict=False))


def published(table: Table, least: int, merged: frozenset[str]) -> Rows:
    return breakdown(table, least, merged).groups


@pytest.mark.parametrize(("least", "groups", "most"), [(3, 4, 8), (4, 3, 12), (5, 4, 11)])
def test_an_attacker_cannot_work_out_a_hidden_group(least: int, groups: int, most: int) -> None:
    """The attacker knows the rule, the total, all rows and that somebody answered in each group.

    A hidden number is worked out when it is the same in every table that gives these rows.
    """
    possible: dict[tuple[int, Rows], list[Table]] = defaultdict(list)
    for table in worlds(groups, most):
        rows = published(table, least, merged_groups([table], least))
        possible[sum(table.values()), rows].append(table)
    for (total, rows), tables in possible.items():
        shown = {group.name for group in rows}
        # From so small or so large a total alone it can be worked out, whatever is published.
        if total in (groups, groups * most) or any(most in table.values() for table in tables):
            continue
        for name in set(NAMES[:groups]) - shown:
            assert len({table[name] for table in tables}) > 1, (rows, tables)


def test_an_attacker_cannot_work_it_out_from_two_tables_of_a_report() -> None:
    """As above, with a second question that some left blank; both totals are known."""
    least, most = 3, 6
    known: dict[tuple[tuple[int, int], tuple[Rows, Rows]], list[tuple[Table, Table]]]
    known = defaultdict(list)
    for first, second in product(worlds(3, most), repeat=2):
        if all(second[name] <= number for name, number in first.items()):
            merged = merged_groups([first, second], least)
            rows = (published(first, least, merged), published(second, least, merged))
            totals = (sum(first.values()), sum(second.values()))
            known[totals, rows].append((first, second))
    for (totals, rows), pairs in known.items():
        if 3 in totals or any(most in first.values() for first, _ in pairs):
            continue
        for index, shown in enumerate(rows):
            for name in set(NAMES[:3]) - {group.name for group in shown}:
                assert len({pair[index][name] for pair in pairs}) > 1, (rows, pairs)


def test_percentages_are_rounded_half_up() -> None:
    assert [percent(247, 271), percent(228, 271), percent(230, 271)] == [91, 84, 85]
    assert [percent(1, 8), percent(3, 8), percent(1, 200), percent(0, 0)] == [13, 38, 1, 0]


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_percentage_is_never_half_a_point_off(part: int, base: int) -> None:
    assert 2 * abs(percent(part, base) * base - 100 * part) <= base


def test_every_percentage_stands_with_its_base() -> None:
    assert sentence(247, 271, 412, "said very good") == (
        "Of 271 who answered (of 412 who came), 247 (91%) said very good."
    )
    assert sentence(1200, 1500, 2000, "said good").startswith("Of 1,500 who answered (of 2,000")


def test_where_fewer_are_known_to_have_come_than_answered_the_sentence_leaves_it_out() -> None:
    assert sentence(5, 10, 0, "said good") == "Of 10 who answered, 5 (50%) said good."


def test_nothing_is_published_again_before_enough_answers_are_new() -> None:
    assert not may_publish_again(271, 281)
    assert may_publish_again(271, 282)
