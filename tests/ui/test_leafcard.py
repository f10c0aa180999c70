import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.leafcard import Leaf, LeafCard
from desktop.ui.theme import apply_theme, theme
from tests.ui.hands import click, focus, press

PLEDGE = Leaf("p1", "I will ask first.", "Adaeze")


def test_a_leaf_is_pressed_by_key_and_mouse(qtbot: QtBot) -> None:
    card = LeafCard(PLEDGE)
    qtbot.addWidget(card)
    pressed: list[int] = []
    card.pressed.connect(lambda: pressed.append(1))
    focus(card)
    press(card, Qt.Key.Key_Return)
    press(card, Qt.Key.Key_Space)
    click(card)
    assert pressed == [1, 1, 1]
    assert card.accessibleName() == "I will ask first., Adaeze"


def test_a_still_leaf_takes_no_keys(qtbot: QtBot) -> None:
    card = LeafCard(PLEDGE, still=True)
    qtbot.addWidget(card)
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
@pytest.mark.parametrize(
    "text", ["", "x" * 5000, "<b>bold</b>\nnew line", "سأسأل أولاً", "e\u0301" * 100, "🌳 🌸"]
)
def test_any_words_can_be_drawn(qtbot: QtBot, qapp: QApplication, name: str, text: str) -> None:
    apply_theme(qapp, name)
    card = LeafCard(Leaf("p", text, "Ŵyn", on_tree=False, aside="Cymraeg"))
    qtbot.addWidget(card)
    card.resize(232, 134)
    assert not card.grab().isNull()


def test_the_tint_is_the_tokens(qtbot: QtBot) -> None:
    card = LeafCard(Leaf("p", "", "", tint=3))
    qtbot.addWidget(card)
    card.resize(232, 134)
    assert card.grab().toImage().pixelColor(116, 60) == theme().colour("leaf3")
