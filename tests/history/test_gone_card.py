from datetime import timedelta

from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.history.gone_card import GoneCard, went
from desktop.history.looking import Gone, Wanted, look
from desktop.history.returning import NeedsMoreError
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, panel
from tests.history.losing import delete
from tests.pledges.evening import DAY, Evening
from tests.ui.hands import click


def gone(evening: Evening) -> Gone:
    with evening.store.read() as db:
        return look(db, Wanted(), 1)[0][0]


def test_it_says_what_it_was_and_how_when_and_by_whom_it_went(
    qtbot: QtBot, evening: Evening
) -> None:
    delete(evening, evening.pledge("I will listen.", maker="علي"), label="Delete pledge")
    pressed: list[str] = []
    one = gone(evening)
    card = GoneCard(
        one,
        one.deleted.clock.date(),
        lambda: pressed.append("history"),
        lambda _with_others: pressed.append("back"),
    )
    qtbot.addWidget(card)
    card.show()
    said = [text.text() for text in card.findChildren(Text) if text.text()]
    assert said[0] == "I will listen."
    assert "\u200eعلي\u200e · Good conversations" in said[1]
    assert said[2] == f"Delete pledge · Today, {one.deleted.clock:%H:%M} · Siân"
    click(card.past_button)
    click(card.back_button)
    assert pressed == ["history", "back"]
    assert card.back_button.accessibleName() == "Bring back I will listen."
    assert card.past_button.accessibleName() == "History of I will listen."


def test_an_earlier_day_is_named_and_undo_is_told_from_deleting(evening: Evening) -> None:
    evening.pledge("I will listen.")
    evening.store.undo()
    one = gone(evening)
    later = one.deleted.clock.date() + timedelta(days=1)
    words = went(one, later)
    assert words.startswith("Undone: Make pledge · ")
    assert f"{one.deleted.clock.year}, {one.deleted.clock:%H:%M} · Siân" in words


def test_long_words_have_the_lines_that_they_need(qtbot: QtBot, evening: Evening) -> None:
    delete(evening, evening.pledge("I will listen before I speak. " * 10))
    card = GoneCard(gone(evening), DAY, lambda: None, lambda _with_others: None)
    page = Scroll(panel(column(card, None)))
    qtbot.addWidget(page)
    page.resize(500, 300)
    page.show()
    (title,) = [text for text in card.findChildren(Text) if text.text().startswith("I will")]
    qtbot.waitUntil(lambda: title.height() >= title.heightForWidth(title.width()) > 30)


def test_what_it_needs_can_come_back_too_but_not_past_what_has_its_place(
    qtbot: QtBot, evening: Evening
) -> None:
    delete(evening, evening.pledge("I will listen."))
    errors: list[UserError] = [NeedsMoreError("The session was deleted too."), UserError("No.")]
    pressed: list[bool] = []

    def back(with_others: bool) -> None:
        pressed.append(with_others)
        raise errors.pop(0)

    card = GoneCard(gone(evening), DAY, lambda: None, back)
    qtbot.addWidget(card)
    card.show()
    click(card.back_button)
    too = card.wrong.button
    assert too is not None
    assert (card.wrong.text(), too.isVisible()) == ("The session was deleted too.", True)
    click(too)
    assert (card.wrong.text(), too.isVisible()) == ("No.", False)
    assert pressed == [False, True]
