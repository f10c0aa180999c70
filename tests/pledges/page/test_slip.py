from pytestqt.qtbot import QtBot

from desktop.pledges.page.slip import LanguageButton, SlipText
from tests.ui.hands import focus, type_text


def test_an_empty_slip_offers_one_prompt_after_the_other(qtbot: QtBot) -> None:
    slip = SlipText()
    qtbot.addWidget(slip)
    slip.set_prompts(["What matters?", "What tomorrow?"])
    assert slip.edit.placeholderText() == "What matters?"
    slip.prompt_button.click()
    assert slip.edit.placeholderText() == "What tomorrow?"
    slip.prompt_button.click()
    assert slip.edit.placeholderText() == "What matters?"


def test_prompts_step_aside_for_the_words(qtbot: QtBot) -> None:
    slip = SlipText()
    qtbot.addWidget(slip)
    slip.set_prompts(["One?", "Two?"])
    focus(slip.edit)
    type_text(slip.edit, "I")
    assert slip.prompt_button.isHidden()


def test_a_programme_without_prompts_has_none(qtbot: QtBot) -> None:
    slip = SlipText()
    qtbot.addWidget(slip)
    slip.set_prompts([])
    assert (slip.edit.placeholderText(), slip.prompt_button.isHidden()) == ("", True)


def test_the_language_follows_the_words_until_one_is_chosen(qtbot: QtBot) -> None:
    language = LanguageButton()
    qtbot.addWidget(language)
    language.read("Zapytam każdego, czego naprawdę potrzebuje, i nie będę się spieszyć.")
    assert (language.value(), language.words()) == ("pl", "Polski")
    assert language.chosen_value() is None
    menu = language.menu_for()
    with qtbot.waitSignal(language.chosen):
        next(action for action in menu.actions() if action.text() == "Cymraeg").trigger()
    language.read("I will listen.")
    assert (language.value(), language.words()) == ("cy", "Cymraeg")
    language.choose("")
    assert (language.value(), language.accessibleName()) == ("", "Language: not said")
