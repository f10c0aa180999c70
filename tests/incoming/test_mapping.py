import pytest
from pytestqt.qtbot import QtBot

from desktop.incoming.mapping import ColumnsBox
from tests.incoming.hall import STAFF, Hall


@pytest.fixture
def box(qtbot: QtBot) -> ColumnsBox:
    made = ColumnsBox()
    qtbot.addWidget(made)
    made.resize(960, 400)
    made.show()
    return made


def test_what_is_sure_is_said_in_a_line(box: ColumnsBox, hall: Hall) -> None:
    box.show_reading(hall.read(STAFF.replace("Team", "Shoe size")), afresh=True)
    assert box.said() == "Read: Name, Job role. Left out: Shoe size."
    assert not box.toggle.isChecked()


def test_a_missing_column_opens_the_choices_and_is_asked_for(box: ColumnsBox, hall: Hall) -> None:
    reading = hall.read("Who,Job\nHanna,Carer\n")
    box.show_reading(reading, afresh=True)
    assert box.toggle.isChecked()
    assert box.fields["name"].error() == "Choose its column."
    assert box.fields["surname"].error() == ""
    chosen: list[object] = []
    box.corrected.connect(lambda key, place: chosen.extend((key, place)))
    box.combos["name"].chosen.emit(0)
    assert chosen == ["name", 0]
    box.show_reading(reading.choose("name", 0), afresh=False)
    assert box.combos["name"].value() == 0
    assert box.fields["name"].error() == ""


def test_a_list_without_headings_says_so(box: ColumnsBox, hall: Hall) -> None:
    box.show_reading(hall.read("Hanna Kowalczyk\nMarged Puw\n"), afresh=True)
    assert box.said() == "No headings were recognised. Read: Name."
