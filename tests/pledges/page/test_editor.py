from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import register
from desktop.errors import UserError
from desktop.pledges.actions import Made, cleaned
from desktop.pledges.model import Outcome, Pledge, Show, Source
from desktop.pledges.page.editor import Choices, PledgeEditor
from tests.pledges.evening import DAY, Evening
from tests.ui.hands import press, show


class Desk:
    """Opens the form of one pledge and remembers what it does."""

    def __init__(self, evening: Evening, qtbot: QtBot) -> None:
        self.evening, self.parent = evening, QWidget()
        qtbot.addWidget(self.parent)
        self.saved: list[tuple[Pledge, Outcome | None]] = []
        self.asked = 0
        self.deleted: list[Pledge] = []

    def open(self, made: Made) -> PledgeEditor:
        with self.evening.store.read() as db:
            people = register(db, self.evening.session.id)
        sessions = [self.evening.another("Night staff"), self.evening.session]
        choices = Choices(people, ("Listening", "Time"), sessions)
        editor = PledgeEditor(self.parent, made, choices, self.save, self.deleted.append, self.ask)
        show(editor)
        return editor

    def ask(self) -> None:
        self.asked += 1

    def save(self, pledge: Pledge, outcome: Outcome | None) -> None:
        cleaned(pledge)
        self.saved.append((pledge, outcome))


@pytest.fixture
def desk(evening: Evening, qtbot: QtBot) -> Desk:
    return Desk(evening, qtbot)


def made(evening: Evening, **fields: object) -> Made:
    pledge = Pledge(session=evening.session.id, text="Listen", show=Show.NO_NAME, made=DAY)
    return Made(replace(pledge, **fields))  # type: ignore[arg-type]


def test_saving_without_a_change_gives_the_same_pledge(desk: Desk, evening: Evening) -> None:
    before = made(evening, themes=("Old theme", "Time"), language="pl", maker="Slip name")
    editor = desk.open(before)
    editor.save()
    pledge, outcome = desk.saved[0]
    assert replace(pledge, themes=()) == replace(before.pledge, themes=())
    assert set(pledge.themes) == {"Old theme", "Time"}
    assert outcome is None
    assert not editor.isVisible()


def test_a_maker_who_is_no_longer_on_the_register_stays(desk: Desk, evening: Evening) -> None:
    stranger = replace(evening.eirlys, id="someone", given="Left", surname="Long")
    editor = desk.open(Made(made(evening, person="someone").pledge, stranger))
    editor.save()
    assert desk.saved[0][0].person == "someone"


def test_alt_3_takes_it_off_the_tree(desk: Desk, evening: Evening) -> None:
    editor = desk.open(made(evening))
    press(editor.text.edit, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    editor.save()
    assert desk.saved[0][0].show is Show.NOT_ON_TREE


def test_what_is_wrong_is_said_in_the_form_and_nothing_is_lost(
    desk: Desk, evening: Evening
) -> None:
    editor = desk.open(made(evening))
    editor.text.edit.set_text("  ")
    editor.save()
    assert editor.isVisible()
    assert editor.wrong.text() == "Type the words of the pledge first."
    assert desk.saved == []
    with pytest.raises(UserError):
        cleaned(editor.pledge())


def test_words_that_seem_to_name_a_person_are_let_through_by_hand(
    desk: Desk, evening: Evening
) -> None:
    editor = desk.open(made(evening, text="Listen to Margaret"))
    assert not editor.question.isHidden()
    editor.question.fine_button.click()
    assert editor.pledge().checked
    editor.text.edit.set_text("Listen to Tom")
    assert not editor.pledge().checked


def test_the_fit_of_the_card_is_told_while_typing(desk: Desk, evening: Evening) -> None:
    editor = desk.open(made(evening))
    assert editor.text.edit.accessibleDescription().startswith("Fits its card at ")
    editor.text.edit.set_text("again and again " * 300)
    assert "Too long for a card" in editor.text.edit.accessibleDescription()


def test_only_a_new_answer_about_it_is_kept(desk: Desk, evening: Evening) -> None:
    before = replace(made(evening), outcome=Outcome.KEPT, asked=DAY)
    desk.open(before).save()
    editor = desk.open(before)
    editor.outcome.set_value(Outcome.PARTLY)
    editor.save()
    assert [outcome for _, outcome in desk.saved] == [None, Outcome.PARTLY]


def test_a_pledge_that_two_laptops_changed_says_so(desk: Desk, evening: Evening) -> None:
    editor = desk.open(made(evening, review=True))
    said = [part.accessibleName() for part in editor.findChildren(QWidget)]
    assert any(words.startswith("Two laptops changed this pledge.") for words in said)


def test_delete_closes_the_form(desk: Desk, evening: Evening) -> None:
    before = made(evening)
    editor = desk.open(before)
    editor.delete_button.click()
    assert desk.deleted == [before.pledge]
    assert not editor.isVisible()


def test_a_pledge_is_kept_off_the_tree_and_let_on_again(desk: Desk, evening: Evening) -> None:
    editor = desk.open(made(evening, text="Ask Margaret", checked=True))
    editor.keep_off.setChecked(True)
    assert editor.question.isHidden()
    assert (editor.pledge().refused, editor.pledge().checked) == (True, False)
    editor = desk.open(made(evening, text="Ask Margaret", refused=True))
    assert editor.keep_off.isChecked()
    editor.keep_off.setChecked(False)
    assert not editor.pledge().refused
    assert editor.question.isVisible()


def test_a_private_pledge_is_not_asked_about(desk: Desk, evening: Evening) -> None:
    editor = desk.open(made(evening, show=Show.NOT_ON_TREE))
    assert editor.keep_off.isHidden()
    editor.show_as.choose(Show.NO_NAME)
    editor.show_as.chosen.emit(Show.NO_NAME)
    assert editor.keep_off.isVisible()


@pytest.mark.parametrize("fields", [{"checked": True}, {"refused": True}, {}])
def test_what_was_decided_about_a_pledge_from_the_kiosk_stays(
    desk: Desk, evening: Evening, fields: dict[str, bool]
) -> None:
    before = made(evening, source=Source.KIOSK, **fields)
    assert desk.open(before).pledge() == before.pledge
