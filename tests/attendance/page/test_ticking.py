"""Ticks on a paper register."""

from desktop.attendance.page.ticking import Ticked, TickedFoot
from tests.attendance.page.hall import Hall


def test_ticks_are_kept_per_session(hall: Hall) -> None:
    ticked = Ticked(hall.desk)
    assert not ticked.begin("one")
    ticked.tick("a", True)
    ticked.tick("b", True)
    ticked.tick("b", False)
    assert not ticked.begin("two")
    assert ticked.now() == frozenset()
    assert ticked.begin("one")
    assert ticked.now() == {"a"}


def test_who_arrived_meanwhile_is_forgotten(hall: Hall) -> None:
    ticked = Ticked(hall.desk)
    ticked.begin("one")
    ticked.tick("a", True)
    ticked.keep_only(["b"])
    ticked.settle()
    assert not Ticked(hall.desk).begin("one")


def test_the_foot_says_how_many() -> None:
    foot = TickedFoot()
    foot.show_number(12)
    assert foot.mark_button.words() == "Mark 12 as here"
    assert foot.words.text() == "12 ticked"
    foot.show_number(0)
    assert not foot.mark_button.isEnabled()
