"""What stands in place of an empty list."""

from desktop.attendance.page.nothing import NothingFound
from desktop.ui.rows import RowButton
from tests.attendance.page.hall import ZOFIA, Hall
from tests.ui.hands import click, type_text


def test_an_empty_register_offers_to_add_people(hall: Hall) -> None:
    with hall.store.change("Take off") as change:
        change.delete(*(line.attendance for line in hall.lines().values()))
    nothing = hall.open().board.nothing
    assert nothing.add_button.isVisible()
    assert nothing.paste_button.isVisible()
    assert not nothing.is_no_match()


def test_no_match_offers_a_walk_in_of_that_name(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "zeb  <b>")
    nothing = page.board.nothing
    assert nothing.is_no_match()
    assert nothing.walk_in_button.words() == "Add “zeb <b>” as a walk-in"


def test_a_very_long_search_leaves_room_for_the_other_button(hall: Hall) -> None:
    page = hall.open()
    type_text(page.board.search.edit, "zeb " * 40)
    nothing = page.board.nothing
    assert nothing.walk_in_button.words().endswith("…” as a walk-in")
    assert nothing.clear_button.geometry().right() < nothing.width()


def test_who_is_on_file_is_offered_and_who_is_on_the_register_not() -> None:
    nothing = NothingFound()
    taken: list[str] = []
    nothing.taken.connect(taken.append)
    nothing.show_no_match("zof", [ZOFIA])
    nothing.show()
    (offer,) = nothing.findChildren(RowButton)
    click(offer)
    assert taken == [ZOFIA.id]
    nothing.close()


def test_filters_that_leave_nobody_say_so(hall: Hall) -> None:
    page = hall.open()
    page.board.tools.role.choose("Volunteer")
    page.board.tools.team.choose("Tŷ Gwyn")
    assert not page.board.nothing.is_no_match()
    assert page.board.nothing.clear_button.isVisible()
    assert not page.board.nothing.walk_in_button.isVisible()
