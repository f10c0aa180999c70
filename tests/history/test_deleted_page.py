import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.history.deleted_page import AT_ONCE, DeletedPage
from desktop.pledges.model import Pledge
from desktop.ui.history import HistoryDialog
from desktop.ui.layout import Scroll
from tests.history.losing import delete, take_off_grace
from tests.pledges.evening import Evening
from tests.ui.hands import click, press, show, type_text


class Room:
    """The page as the app has it: it is refreshed after each change."""

    def __init__(self, qtbot: QtBot, evening: Evening) -> None:
        self.qtbot, self.evening = qtbot, evening
        self.page = DeletedPage(evening.desk)
        self.told: list[tuple[str, str]] = []
        self.wanted: list[tuple[str, str]] = []
        self.page.told.connect(lambda words, change: self.told.append((words, change)))
        self.page.wanted.connect(lambda where, what: self.wanted.append((where, what)))
        evening.store.subscribe(self.hear)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 640)
        show(self.page)

    def hear(self, kinds: frozenset[str]) -> None:
        if kinds & DeletedPage.SHOWS:
            self.page.refresh()

    def go_to(self, argument: str) -> None:
        with self.qtbot.waitSignal(self.page.looked):
            self.page.go_to(argument)
        self.page.arrive()

    def titles(self) -> list[str]:
        prefix = "Bring back "
        return [c.back_button.accessibleName().removeprefix(prefix) for c in self.page.cards]


@pytest.fixture
def room(qtbot: QtBot, evening: Evening) -> Room:
    delete(evening, evening.pledge("I will listen."), label="Delete pledge")
    take_off_grace(evening)
    delete(evening, evening.another("Breakfast"), label="Delete session")
    return Room(qtbot, evening)


def test_all_that_was_deleted_is_shown_and_a_word_finds_it(room: Room) -> None:
    room.go_to("settings/")
    assert room.titles() == ["Breakfast", "Grace Okafor", "I will listen."]
    assert room.page.search.edit.hasFocus()
    with room.qtbot.waitSignal(room.page.looked):
        type_text(room.page.search.edit, "l")
    room.page.search.edit.setText("listen")
    room.qtbot.waitUntil(lambda: room.titles() == ["I will listen."])


def test_one_kind_can_be_chosen(room: Room) -> None:
    room.go_to("settings/")
    with room.qtbot.waitSignal(room.page.looked):
        room.page.kind.choose(Pledge)
    assert room.titles() == ["I will listen."]
    room.go_to("settings/")
    assert len(room.titles()) == 3


def test_of_a_session_only_what_belonged_to_it_until_all_is_asked_for(room: Room) -> None:
    room.go_to(f"session/{room.evening.session.id}")
    assert room.titles() == ["Grace Okafor", "I will listen."]
    assert room.page.from_where.text() == "Deleted from Good conversations"
    with room.qtbot.waitSignal(room.page.looked):
        click(room.page.all_button)
    assert len(room.titles()) == 3
    assert not room.page.from_where.isVisible()


def test_it_comes_back_and_leaves_the_list_and_its_undo_puts_it_there_again(room: Room) -> None:
    room.go_to("settings/")
    with room.qtbot.waitSignal(room.page.looked):
        click(room.page.cards[2].back_button)
    assert [one.pledge.text for one in room.evening.made()] == ["I will listen."]
    assert room.titles() == ["Breakfast", "Grace Okafor"]
    ((words, change),) = room.told
    assert words == "Back again: I will listen."
    with room.qtbot.waitSignal(room.page.looked):
        room.evening.store.undo(change)
    assert "I will listen." in room.titles()


def test_with_keys_alone_one_comes_back_after_the_other(room: Room) -> None:
    room.go_to("settings/")
    room.qtbot.waitUntil(lambda: room.page.cards[0].isVisible())
    for _ in range(3):  # the kind, then the history of the first
        press(QApplication.focusWidget() or room.page, Qt.Key.Key_Tab)
    assert room.page.cards[0].back_button.hasFocus()
    for left in (["Grace Okafor", "I will listen."], ["I will listen."]):
        with room.qtbot.waitSignal(room.page.looked):
            press(room.page.cards[0].back_button, Qt.Key.Key_Return)
        assert room.titles() == left
        assert room.page.cards[0].back_button.hasFocus()
    with room.qtbot.waitSignal(room.page.looked):
        press(room.page.cards[0].back_button, Qt.Key.Key_Return)
    assert room.page.search.edit.hasFocus()
    assert room.page.empty.title.text() == "Nothing was deleted"


def test_what_has_no_place_any_more_is_refused_with_a_sentence(room: Room) -> None:
    delete(room.evening, room.evening.session)
    room.go_to("settings/")
    card = room.page.cards[room.titles().index("I will listen.")]
    click(card.back_button)
    assert "“Good conversations” was deleted too" in card.wrong.accessibleName()
    assert not card.wrong.isHidden()
    assert room.told == []
    assert card.wrong.button is not None
    with room.qtbot.waitSignal(room.page.looked):
        click(card.wrong.button)
    assert room.titles() == ["Breakfast", "Grace Okafor"]
    assert [one.pledge.text for one in room.evening.made()] == ["I will listen."]


def test_what_was_in_the_way_is_not_said_any_more_once_something_changed(room: Room) -> None:
    delete(room.evening, room.evening.session)
    room.go_to("settings/")
    click(room.page.cards[room.titles().index("I will listen.")].back_button)
    with room.qtbot.waitSignal(room.page.looked):
        click(room.page.cards[room.titles().index("Good conversations")].back_button)
    assert room.page.cards[room.titles().index("I will listen.")].wrong.isHidden()


def test_its_history_opens_and_going_back_there_brings_it_back(room: Room) -> None:
    room.go_to("settings/")
    click(room.page.cards[2].past_button)
    (dialog,) = room.page.findChildren(HistoryDialog)
    assert dialog.windowTitle() == "History: I will listen."
    dialog.reject()


def test_more_is_shown_when_it_is_asked_for(qtbot: QtBot, evening: Evening) -> None:
    delete(evening, *[evening.pledge(f"pledge {number}") for number in range(AT_ONCE + 1)])
    room = Room(qtbot, evening)
    room.go_to("settings/")
    assert len(room.titles()) == AT_ONCE
    with qtbot.waitSignal(room.page.looked):
        click(room.page.older)
    assert len(room.titles()) == AT_ONCE + 1
    assert not room.page.older.isVisible()


def test_where_nothing_was_deleted_it_says_so(qtbot: QtBot, evening: Evening) -> None:
    room = Room(qtbot, evening)
    for argument, search, title in (
        ("settings/", "", "Nothing was deleted"),
        (f"session/{evening.session.id}", "", "Nothing was deleted from it"),
        ("settings/", "word", "Nothing like that was deleted"),
    ):
        room.go_to(argument)
        room.page.search.edit.setText(search)
        qtbot.waitUntil(lambda title=title: room.page.empty.title.text() == title)  # type: ignore[misc]
        assert room.page.empty.isVisible()


def test_it_leads_back_to_where_somebody_came_from(room: Room) -> None:
    session = room.evening.session
    for argument, words, back in (
        ("settings/", "Settings", ("settings", "")),
        (f"settings/{room.evening.programme.id}", "Settings", ("settings", "")),
        ("sessions/", "All sessions", ("sessions", "")),
        (f"tree/{room.evening.programme.id}", "Tree", ("tree", "")),
        (f"session/{session.id}", "Back to the session", ("session", session.id)),
    ):
        room.go_to(argument)
        assert room.page.back.words() == words
        click(room.page.back)
        assert room.wanted[-1] == back
    delete(room.evening, session)
    click(room.page.back)
    assert room.wanted[-1] == ("sessions", "")


def test_it_says_that_it_is_still_looking_but_only_while_it_is(qtbot: QtBot, room: Room) -> None:
    room.page.go_to("settings/")
    room.page._say_busy()
    assert not room.page.busy.isHidden()
    with qtbot.waitSignal(room.page.looked):
        pass
    room.page._say_busy()
    assert room.page.busy.isHidden()


def test_the_list_stays_where_it_was_when_one_of_many_comes_back(
    qtbot: QtBot, evening: Evening
) -> None:
    delete(evening, *[evening.pledge(f"pledge {number}") for number in range(20)])
    room = Room(qtbot, evening)
    room.go_to("settings/")
    (scroll,) = room.page.findChildren(Scroll)
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 800)
    bar.setValue(700)
    with qtbot.waitSignal(room.page.looked):
        click(room.page.cards[9].back_button)
    qtbot.waitUntil(lambda: len(room.titles()) == 19 and room.page.cards[9].isVisible())
    QApplication.processEvents()
    assert bar.value() == 700
    assert room.page.cards[9].back_button.hasFocus()


def test_why_it_does_not_come_back_is_scrolled_into_view(qtbot: QtBot, evening: Evening) -> None:
    delete(evening, *[evening.pledge(f"pledge {number}") for number in range(9)])
    delete(evening, evening.session)
    room = Room(qtbot, evening)
    room.page.resize(800, 320)
    room.go_to("settings/")
    (scroll,) = room.page.findChildren(Scroll)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 500)
    card = room.page.cards[1]
    scroll.ensureWidgetVisible(card.back_button)
    click(card.back_button)

    def seen() -> bool:
        foot = card.wrong.mapTo(scroll.viewport(), card.wrong.rect().bottomLeft())
        return 0 < foot.y() <= scroll.viewport().height()

    qtbot.waitUntil(seen)
