from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.attendance.page.offers import MOST, Offers
from desktop.people.model import Person
from desktop.printing.direction import LRM
from desktop.ui.rows import RowButton

HANNA = Person(given="Hanna", surname="Kowalczyk", job_role="Carer", team="Hub")
MARGED = Person(given="Marged", surname="Puw")


def names(offers: Offers) -> list[str]:
    QApplication.processEvents()
    return [row.accessibleName() for row in offers.findChildren(RowButton) if row.isVisible()]


def shown(qtbot: QtBot) -> Offers:
    offers = Offers()
    qtbot.addWidget(offers)
    offers.resize(330, 340)
    offers.show()
    return offers


def test_who_is_offered_says_whether_they_are_on_the_register(qtbot: QtBot) -> None:
    offers = shown(qtbot)
    offers.offer([HANNA, MARGED], {MARGED.id})
    assert names(offers) == [
        "Hanna Kowalczyk, On file · Carer, Hub",
        "Marged Puw, On the register",
    ]
    with qtbot.waitSignal(offers.taken) as told:
        offers.findChildren(RowButton)[0].click()
    assert told.args == [HANNA]


def test_work_in_arabic_stands_after_the_register(qtbot: QtBot) -> None:
    offers = shown(qtbot)
    offers.offer([Person(given="Sara", job_role="ممرضة")], ())
    assert names(offers) == [f"Sara, On file · {LRM}ممرضة{LRM}"]


def test_it_is_as_high_with_people_as_without(qtbot: QtBot) -> None:
    offers = shown(qtbot)
    before = offers.minimumSizeHint().height(), offers.minimumHeight()
    offers.offer([HANNA] * 9, ())
    assert len(names(offers)) == MOST
    assert max(offers.minimumSizeHint().height(), offers.minimumHeight()) == max(before)
    offers.offer((), ())
    assert names(offers) == []
