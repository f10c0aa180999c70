from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.feedback.page.asked import AskedCard
from desktop.feedback.wording import Draft, Kind
from tests.ui.hands import click, press, show

CHOICES = Draft("Which helped?", Kind.TICKS, "tea\ncake")


def card_of(qtbot: QtBot, draft: Draft, heard: list[str]) -> AskedCard:
    card = AskedCard(
        draft,
        lambda _, by: heard.append(f"move {by}"),
        lambda _: heard.append("out"),
        lambda: heard.append("resized"),
    )
    qtbot.addWidget(card)
    show(card)
    return card


def test_each_button_says_which_question_it_is_for(qtbot: QtBot) -> None:
    heard: list[str] = []
    card = card_of(qtbot, CHOICES, heard)
    card.show_place(2, 3)
    buttons = (card.up, card.down, card.remove)
    names = [button.accessibleName() for button in buttons]
    assert names == ["Move question 2 up", "Move question 2 down", "Take out question 2"]
    assert card.choices.accessibleName() == "Choices of question 2"
    for button in buttons:
        click(button)
    assert heard == ["move -1", "move 1", "out"]


def test_choices_are_shown_for_ticks_only(qtbot: QtBot) -> None:
    heard: list[str] = []
    card = card_of(qtbot, CHOICES, heard)
    assert card.choices_field.isVisible()
    press(card.kind, Qt.Key.Key_Down)
    assert card.kind.value() is Kind.TEXT
    assert not card.choices_field.isVisible()
    assert heard == ["resized"]
