from pytestqt.qtbot import QtBot

from desktop.pledges.page.preview import OnTheCard
from desktop.pledges.paper import card_fit


def said(card: OnTheCard) -> str:
    return f"{card.verdict.text()}. {card.note.text()}"


def test_it_says_what_the_paper_will_do(qtbot: QtBot) -> None:
    card = OnTheCard()
    qtbot.addWidget(card)
    text = "I will bring the photo album on every visit, and ask who is in the pictures."
    card.show_text(text, "Eirlys, 8 October 2026", tint=1, large=False)
    fit = card_fit(text)
    assert said(card) == (
        f"Fits at {fit.size:g} pt. {len(fit.lines)} of {fit.room} lines used. "
        "The large print card fits too."
    )
    assert card.card.accessibleDescription() == text


def test_a_text_too_long_for_its_card_is_told(qtbot: QtBot) -> None:
    card = OnTheCard()
    qtbot.addWidget(card)
    card.show_text("Again and again. " * 200, "", tint=2, large=False)
    assert said(card).startswith("Too long for a card. The card ends with “…”.")


def test_large_print_has_its_own_card(qtbot: QtBot) -> None:
    card = OnTheCard()
    qtbot.addWidget(card)
    text = "Listen"
    card.show_text(text, "", tint=3, large=True)
    assert said(card).startswith(f"Fits at {card_fit(text, large=True).size:g} pt.")
    assert "large print card" not in card.note.text()


def test_an_empty_slip_has_an_empty_card(qtbot: QtBot) -> None:
    card = OnTheCard()
    qtbot.addWidget(card)
    card.show_text(" \n", "", tint=1, large=False)
    assert card.note.text() == "Type the pledge to see how it fits."
    assert card.verdict.isHidden()


def test_any_words_can_be_painted(qtbot: QtBot) -> None:
    card = OnTheCard()
    qtbot.addWidget(card)
    for text in ("<img src=x> 🙂", "ٱلصَّبْر", "x" * 10_000, "a\u0301" * 50):
        card.show_text(text, "<b>", tint=5, large=False)
        assert not card.grab().isNull()
