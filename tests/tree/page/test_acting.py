from pytestqt.qtbot import QtBot

from desktop.tree.page.acting import Acting
from tests.ui.hands import click


def acting_on(qtbot: QtBot) -> Acting:
    acting = Acting()
    qtbot.addWidget(acting)
    acting.show()
    return acting


def entries(acting: Acting) -> list[str]:
    menu = acting.more.menu_for()
    return [action.text() for action in menu.actions() if action.text()]


def test_the_button_says_what_it_prints(qtbot: QtBot) -> None:
    acting = acting_on(qtbot)
    for sheets, new, hangs, only_new, words in (
        (1, 3, False, False, ("Print 1 sheet", "")),
        (10, 3, True, False, ("Print 10 sheets", "Print only 3 new leaves")),
        (10, 0, True, False, ("Print 10 sheets", "")),
        (1, 1, True, True, ("Print 1 new leaf", "Print the whole poster again")),
        (1, 0, True, True, ("No new leaves", "Print the whole poster again")),
    ):
        acting.show_what(sheets, new, hangs=hangs, only_new=only_new)
        assert (acting.print_button.words(), acting.other_button.words()) == words
        assert acting.other_button.isVisible() is bool(words[1])


def test_only_a_tree_that_hangs_can_be_deleted_and_last_of_all(qtbot: QtBot) -> None:
    acting = acting_on(qtbot)
    acting.show_what(1, 0, hangs=False, only_new=False)
    assert entries(acting) == [
        "Save for a print shop, 3 mm larger all round",
        "Save as a picture (PNG)",
        "Save as a drawing (SVG)",
        "What was deleted",
    ]
    acting.show_what(1, 0, hangs=True, only_new=True)
    assert entries(acting) == [
        "Start a new tree",
        "History",
        "What was deleted",
        "Delete this tree",
    ]


def test_where_there_is_little_room_the_menu_has_the_rest(qtbot: QtBot) -> None:
    acting = acting_on(qtbot)
    acting.show_what(1, 2, hangs=True, only_new=False)
    acting.be_compact(True)
    assert not acting.save_button.isVisible()
    assert entries(acting)[:2] == ["Print only 2 new leaves", "Save PDF"]
    acting.be_compact(False)
    assert acting.save_button.isVisible()
    assert "Save PDF" not in entries(acting)


def test_nothing_is_printed_before_there_is_something(qtbot: QtBot) -> None:
    acting = acting_on(qtbot)
    told: list[str] = []
    acting.printed.connect(lambda: told.append("print"))
    acting.saved.connect(told.append)
    acting.allow(paper=False)
    click(acting.print_button)
    click(acting.save_button)
    assert told == []
    acting.allow(paper=True)
    click(acting.print_button)
    click(acting.save_button)
    assert told == ["print", "pdf"]
