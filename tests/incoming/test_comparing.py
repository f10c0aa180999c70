import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.incoming.comparing import APART, SAME, Compare, why_words
from desktop.people.duplicates import Why
from desktop.people.importing import Likely
from desktop.people.model import Person

LIST = Person(given="Hanna", surname="Kowalczyk", job_role="Nurse")
FILE = Person(given="Hanna", surname="Kowalczyk", job_role="Cook", rev="1")


@pytest.fixture
def dialog(qtbot: QtBot) -> Compare:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Compare(parent, Likely(7, LIST, FILE, Why.NAME))
    made.parent_kept = parent  # type: ignore[attr-defined]
    return made


def test_both_stand_side_by_side_with_only_what_is_known(dialog: Compare) -> None:
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"In the list, line 7", "On file", "Nurse", "Cook", "Same name."} <= set(words)
    assert "Staff number" not in words


def test_a_person_says_which_it_is(dialog: Compare) -> None:
    dialog.same_button.click()
    assert dialog.answer == SAME
    dialog.apart_button.click()
    assert dialog.answer == APART


def test_every_reason_has_words() -> None:
    assert len(set(map(why_words, Why))) == len(Why)
