"""The marked person at the side."""

from dataclasses import replace

from desktop.attendance.actions import Counts, Line
from desktop.attendance.model import Attendance, Presence
from desktop.attendance.page.side import Side
from desktop.people.model import Person
from desktop.ui.rows import FactRow
from tests.ui.hands import click

HANNA = Person(
    given="Hanna", surname="Kowalczyk", job_role="Care worker", language="pl", large_print=True
)
LINE = Line(Attendance(session="s", person=HANNA.id), HANNA)


def facts(side: Side) -> set[str]:
    return {fact.accessibleName() for fact in side.findChildren(FactRow) if not fact.isHidden()}


def test_it_shows_what_the_door_wants_to_know() -> None:
    side = Side()
    side.show_line(LINE, 1)
    assert side.name.text() == "Hanna Kowalczyk"
    assert {"Card print: Large print", "Language: Polski"} <= facts(side)
    assert "Been before: Yes, 1 session" in facts(side)
    side.show_line(Line(LINE.attendance, Person(given="Nia")), 0)
    assert "Been before: No, first time" in facts(side)
    assert side.work.isHidden()


def test_its_buttons_tell_what_is_wished() -> None:
    side = Side()
    side.show()
    wishes: list[str] = []
    side.wished.connect(wishes.append)
    side.show_line(LINE, 0)
    click(side.change_button)
    away = replace(LINE.attendance, presence=Presence.APOLOGIES)
    side.show_line(Line(away, HANNA), 0)
    click(side.change_button)
    click(side.edit_button)
    for action in side.more.menu_for().actions():
        action.trigger()
    assert wishes == ["away", "coming", "edit", "history", "off"]
    side.close()


def test_figures_of_those_here() -> None:
    side = Side()
    side.show_counts(Counts(expected=1, here=23, walk_ins=1, large_print=2, large_print_here=1))
    assert "Walk-ins: 1 of the 23 here" in facts(side)
    assert "Large print cards: 1 of 2 here" in facts(side)
    side.show_counts(Counts(here=1, absent=2, not_coming=1))
    assert "Walk-ins: None" in facts(side)
    assert "Not coming or absent: 3" in facts(side)
