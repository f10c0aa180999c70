from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.programmes.model import Programme
from desktop.sessions.page.programme import ProgrammeChoice
from desktop.sessions.page.typed import NEW
from tests.ui.hands import focus, press

KINDNESS, CARE = Programme(name="Kindness"), Programme(name="Care")


def choice(qtbot: QtBot, *programmes: Programme) -> ProgrammeChoice:
    made = ProgrammeChoice()
    qtbot.addWidget(made)
    made.offer(programmes)
    focus(made)
    return made


def test_without_a_programme_a_name_is_proposed(qtbot: QtBot) -> None:
    made = choice(qtbot)
    assert made.value() == NEW
    assert made.name.text() == "Our sessions"
    assert made.new_field.isVisible()
    assert not made.field.isVisible()


def test_a_new_programme_is_the_last_of_the_list(qtbot: QtBot) -> None:
    made = choice(qtbot, KINDNESS, CARE)
    made.choose(CARE.id, "")
    assert made.value() == CARE.id
    assert not made.new_field.isVisible()
    focus(made.combo)
    press(made.combo, Qt.Key.Key_End)
    made.combo.activated.emit(made.combo.currentIndex())
    assert made.value() == NEW
    assert made.new_field.isVisible()
    assert made.name.hasFocus()


def test_the_choice_stays_when_a_programme_joins(qtbot: QtBot) -> None:
    made = choice(qtbot, KINDNESS)
    made.choose(KINDNESS.id, "")
    made.offer([CARE, KINDNESS])
    assert made.value() == KINDNESS.id


def test_a_programme_that_is_gone_gives_way_to_the_first(qtbot: QtBot) -> None:
    made = choice(qtbot, KINDNESS)
    made.choose("gone", "")
    assert made.value() == KINDNESS.id
