from pytestqt.qtbot import QtBot

from desktop.tree.page.counted import CountedRadios, CountedTick
from tests.ui.hands import click


def test_a_tick_says_how_many_it_is_about(qtbot: QtBot) -> None:
    tick = CountedTick("Listening", "64")
    qtbot.addWidget(tick)
    told: list[bool] = []
    tick.toggled.connect(told.append)
    assert tick.tick.accessibleName() == "Listening, 64"
    tick.show()
    click(tick.tick)
    tick.put(False)
    assert told == [True]
    assert not tick.is_on()
    tick.show_words("Time", "")
    assert (tick.tick.accessibleName(), tick.aside.text()) == ("Time", "")


def test_one_of_several_is_chosen_and_told_once(qtbot: QtBot) -> None:
    radios = CountedRadios("Print on")
    qtbot.addWidget(radios)
    told: list[str] = []
    radios.chosen.connect(told.append)
    radios.show_options([("A4", "A4 sheets", "9"), ("", "One sheet", "")], "A4")
    radios.show()
    click(radios.radios()[""])
    assert told == [""]
    radios.show_options([("A4", "A4 sheets", "12"), ("", "One sheet", "")], "A4")
    assert told == [""]
    assert radios.radios()["A4"].isChecked()
    assert radios.radios()["A4"].accessibleName() == "A4 sheets, 12"
    radios.show_options([("", "One sheet", "")], "")
    assert list(radios.radios()) == [""]
