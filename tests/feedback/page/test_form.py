import pytest
from pytestqt.qtbot import QtBot

from desktop.feedback.form import default_form
from desktop.feedback.keying import Keying
from desktop.feedback.page.form import FormCard
from desktop.ui.notices import Notice
from tests.ui.hands import show


def card_of(qtbot: QtBot) -> FormCard:
    card = FormCard()
    qtbot.addWidget(card)
    return card


def test_a_new_form_can_only_be_saved(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.show_form(Keying(default_form()), 1, correcting=0, last=0)
    assert card.number.text() == "Form 1"
    assert card.save_button.words() == "Save form 1, next one"
    hidden = (card.older_button, card.newer_button, card.remove_button)
    assert all(button.isHidden() for button in hidden)


def test_the_form_before_can_be_corrected(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.show_form(Keying(default_form()), 16, correcting=0, last=2)
    assert (card.older_button.words(), card.older_button.isHidden()) == ("Form 15", False)
    card.show_form(Keying(default_form()), 15, correcting=1, last=2)
    assert card.number.text() == "Form 15, to correct"
    assert card.save_button.words() == "Save the change"
    assert (card.newer_button.words(), card.remove_button.isHidden()) == ("Form 16", False)
    assert card.newer_button.accessibleName() == "On to form 16"
    card.show_form(Keying(default_form()), 14, correcting=2, last=2)
    assert card.older_button.isHidden()


def test_what_is_wrong_goes_away_with_the_next_form(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.tell("The disk is full.")
    assert (card.wrong.text(), card.wrong.isHidden()) == ("The disk is full.", False)
    card.show_form(Keying(default_form()), 2, correcting=0, last=0)
    assert card.wrong.isHidden()


def test_notices_take_each_others_place(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.show_notices(Notice("info", "One"), Notice("warn", "Two"))
    card.show_notices(Notice("info", "Three"))
    assert card.notices.count() == 1


def test_a_low_window_leaves_the_hints_out(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.show()
    card.resize(600, 500)
    assert not card.hints.isHidden()
    card.resize(600, 300)
    assert card.hints.isHidden()


@pytest.mark.parametrize(("high", "shown"), [(360, False), (600, True)])
def test_where_it_is_low_the_questions_have_the_room(qtbot: QtBot, high: int, shown: bool) -> None:
    card = card_of(qtbot)
    card.show_form(Keying(default_form()), 33, correcting=0, last=0)
    card.resize(760, high)
    show(card)
    assert (card.top.isVisible(), card.hints.isVisible()) == (shown, shown)
    assert "33" in card.save_button.words()
