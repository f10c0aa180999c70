import pytest
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import register
from desktop.pledges.model import Show
from desktop.pledges.page.entry import Entry, Offer
from desktop.ui.choices import Radio
from tests.pledges.evening import DAY, Evening
from tests.ui.hands import focus, show, type_text


@pytest.fixture
def entry(evening: Evening, qtbot: QtBot) -> Entry:
    entry = Entry()
    qtbot.addWidget(entry)
    with evening.store.read() as db:
        lines = register(db, evening.session.id)
    offer = Offer(evening.session.id, DAY, ("What matters?",), ("Listening", "Time"))
    entry.set_offer(offer, lines, 19)
    return entry


def test_nothing_is_chosen_at_first(entry: Entry) -> None:
    assert entry.counter.text() == "Slip 19"
    assert entry.shown_as() is None
    assert entry.state() == {}
    assert entry.text.edit.placeholderText() == "What matters?"


def test_a_pledge_nobody_chose_for_is_never_on_the_tree(entry: Entry) -> None:
    entry.text.edit.set_text("Listen")
    assert entry.pledge().show is Show.NOT_ON_TREE


def test_what_was_typed_becomes_the_pledge(entry: Entry, evening: Evening) -> None:
    focus(entry.text.edit)
    type_text(entry.text.edit, "Byddaf yn gofyn i bob claf")
    type_text(entry.maker.edit, "Tomasz Nowak")
    entry.themes.set_values(["Time"])
    entry.show_as.choose(Show.FIRST_NAME)
    pledge = entry.pledge()
    assert (pledge.session, pledge.made) == (evening.session.id, DAY)
    assert (pledge.person, pledge.maker) == (evening.tomasz.id, "")
    assert (pledge.language, pledge.themes, pledge.show) == ("cy", ("Time",), Show.FIRST_NAME)


def test_a_name_in_the_words_is_asked_about_but_not_for_a_private_pledge(entry: Entry) -> None:
    entry.text.edit.set_text("I will listen to Grace.")
    assert not entry.question.isHidden()
    entry.show_as.choose(Show.NOT_ON_TREE)
    assert entry.question.isHidden()
    entry.show_as.choose(Show.NO_NAME)
    entry.question.fine_button.click()
    assert entry.pledge().checked
    entry.text.edit.set_text("I will listen to Tomasz.")
    assert not entry.question.isHidden()
    assert not entry.pledge().checked


def test_the_preview_is_the_makers_own_card(entry: Entry) -> None:
    entry.text.edit.set_text("Listen")
    assert "The large print card fits too." in entry.preview.note.text()
    entry.maker.set_typed("Tomasz Nowak")
    assert "large print" not in entry.preview.note.text()


def test_what_was_typed_can_be_put_back(entry: Entry) -> None:
    entry.text.edit.set_text("Listen")
    entry.maker.set_typed("Somebody Else")
    entry.language.choose("gd")
    entry.show_as.choose(Show.NO_NAME)
    state = entry.state()
    entry.clear()
    assert entry.state() == {}
    entry.restore(state)
    assert entry.state() == state
    assert entry.pledge().maker == "Somebody Else"


def test_each_slip_is_a_pledge_of_its_own(entry: Entry) -> None:
    first = entry.pledge().id
    assert entry.pledge().id == first
    entry.clear()
    assert entry.pledge().id != first


def test_in_a_low_window_all_choices_are_in_view(entry: Entry) -> None:
    entry.resize(430, 310)
    show(entry)
    last = entry.show_as.findChildren(Radio)[-1]
    foot = last.mapTo(entry, last.rect().bottomLeft()).y()
    assert foot < entry.add_button.geometry().top()
    entry.resize(430, 560)
    assert entry.counter.isVisible()


def test_another_question_stands_in_words_until_there_are_some(entry: Entry) -> None:
    entry.resize(430, 560)
    offer = Offer("", DAY, ("What matters?", "What tomorrow?"), ("Listening",))
    entry.set_offer(offer, (), 1)
    show(entry)
    button = entry.text.prompt_button
    assert (button.words(), button.isVisible()) == ("Another question", True)
    assert not entry.language.isVisible()
    assert button.width() >= button.sizeHint().width()
    focus(entry.text.edit)
    type_text(entry.text.edit, "I")
    assert entry.language.isVisible()
    assert not button.isVisible()
