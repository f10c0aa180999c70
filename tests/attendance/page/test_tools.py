"""Filters and switches above the register."""

from desktop.attendance.page.tools import FoldedTools, Tools, counting_words
from desktop.sessions.model import Counting


def test_a_choice_narrows_and_all_is_wanted_again() -> None:
    tools = Tools()
    narrowed: list[bool] = []
    tools.narrowed.connect(lambda: narrowed.append(True))
    tools.offer(["Driver", "Nurse"], ["North"])
    tools.role.choose("Nurse")
    tools.waiting.click()
    assert len(narrowed) == 2
    tools.clear_filters()
    assert (tools.role.value(), tools.team.value()) == (None, None)
    assert not tools.waiting.isChecked()


def test_a_role_that_is_gone_no_longer_narrows() -> None:
    tools = Tools()
    tools.offer(["Driver"], [])
    tools.role.choose("Driver")
    tools.offer(["Nurse"], [])
    assert tools.role.value() is None


def test_the_way_of_counting_is_shown_without_telling() -> None:
    tools = Tools()
    ways: list[str] = []
    tools.counting.connect(ways.append)
    tools.show_way(Counting.HEAD_COUNT)
    assert ways == []
    assert tools.role.isHidden()
    tools.ways.choose(Counting.BY_NAME.value)
    assert ways == ["by name"]


def test_where_heads_are_counted_the_menu_has_the_ways_only() -> None:
    tools = Tools()
    folded = FoldedTools(tools)
    tools.show_way(Counting.HEAD_COUNT)
    menu = folded.menu_for()
    assert [action.text() for action in menu.actions()] == list(counting_words().values())
