import pytest
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.printing.sheet import LEAVES_SMALL
from desktop.workspace.facts import Facts, read_facts
from desktop.workspace.paper_options import PaperOptions
from desktop.workspace.papers import PAPERS
from tests.reports.hall import Hall
from tests.ui.hands import click


@pytest.fixture
def facts(hall: Hall) -> Facts:
    session = hall.session()
    hall.came(session, "Nurse")
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    with hall.store.read() as db:
        return read_facts(db, None, session.id)


@pytest.fixture
def options(qtbot: QtBot) -> PaperOptions:
    made = PaperOptions()
    qtbot.addWidget(made)
    made.resize(264, 400)
    made.show()
    return made


def test_each_paper_has_its_own_choices(options: PaperOptions, facts: Facts) -> None:
    for key in PAPERS:
        options.show_for(key, facts)
        assert options.picker.isVisible() == (key in ("cards", "leaves"))
        assert options.private.isVisible() == (key == "cards")
        assert options.blanks.isVisible() == (key == "register")
        assert options.large_slips.isVisible() == (key == "slips")
        assert options.about.text()


def test_choices_are_told_and_showing_them_is_not(
    options: PaperOptions, facts: Facts, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    options.changed.connect(lambda: heard.append(True))
    options.show_for("cards", facts)
    options.show_for("register", facts)
    assert heard == []
    click(options.filled)
    assert len(heard) == 1
    assert options.options().filled is False
    options.sort.choose("given")
    options.blanks.set_value(3)
    assert (options.options().by_given, options.options().blanks) == (True, 3)


def test_cards_and_leaves_lie_on_sheets_of_their_own(options: PaperOptions, facts: Facts) -> None:
    options.show_for("leaves", facts)
    options.leaf_size.choose("small")
    options.show_for("leaves", facts)
    assert options.picker.stock() is LEAVES_SMALL
    options.picker.stepper.set_value(9)
    assert options.options("leaves").start == 9
    assert options.options("cards").start == 1
    assert options.options().start == 1
    options.leaf_size.choose("large")
    assert options.options("leaves").start == 1


def test_another_session_starts_as_usual(options: PaperOptions, facts: Facts) -> None:
    options.show_for("cards", facts)
    options.picker.stepper.set_value(2)
    click(options.plain)
    options.begin("Siân")
    assert options.options("cards").start == 1
    assert options.options().author == "Siân"
    assert options.options().plain, "the printer is the same"
