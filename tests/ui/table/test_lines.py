import pytest

from desktop.ui.table import Group, Row
from desktop.ui.table.lines import flatten, line_key, spoken_text, staying
from tests.ui.table.people import GROUPS, here, waiting


def test_one_check_in_moves_one_row_only() -> None:
    waits = [waiting(str(n)) for n in range(500)]
    before = flatten(GROUPS, [*waits, here("h")])
    after = flatten(GROUPS, [*waits[:7], *waits[8:], here("7"), here("h")])
    keys = [[line_key(line) for line in side] for side in (before, after)]
    assert len(after) - len(staying(*keys)) == 1


def test_a_group_without_rows_has_no_heading() -> None:
    assert flatten(GROUPS, [here("a")]) == [GROUPS[1], here("a")]
    assert flatten([], [here("a")]) == [here("a")]


def test_a_heading_is_never_taken_for_a_row() -> None:
    assert line_key(Group("here", "Here")) != line_key(Row("here", ("Ann",)))


@pytest.mark.parametrize(
    ("before", "after", "stay"),
    [("abcd", "abcd", "abcd"), ("abcd", "bcda", "bcd"), ("abcd", "dabc", "abc"),
     ("abc", "xyz", ""), ("abcdef", "badcfe", "ace"), ("", "ab", "")],
)  # fmt: skip
def test_as_much_as_possible_stays(before: str, after: str, stay: str) -> None:
    found = staying(list(before), list(after))
    assert len(found) == len(stay)
    assert [key for key in before if key in found] == [key for key in after if key in found]


def test_a_row_says_its_state_after_its_name() -> None:
    said = "Hanna Kowalczyk, not arrived, Large print, Care worker, Tŷ Gwyn"
    assert spoken_text(waiting("a")) == said
    left_out = Row("b", ("Line 3",), beneath="There is no name.", status="left out")
    assert spoken_text(left_out) == "Line 3, There is no name., left out"
