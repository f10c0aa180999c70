from pytestqt.qtbot import QtBot

from desktop.pledges.page.asking import NameQuestion


def test_it_asks_about_a_word_until_somebody_says_it_is_fine(qtbot: QtBot) -> None:
    question = NameQuestion()
    qtbot.addWidget(question)
    question.ask("Margaret")
    assert not question.isHidden()
    assert question.words.text() == "Does this name a person? Everyone will read it."
    with qtbot.waitSignal(question.answered):
        question.fine_button.click()
    assert question.isHidden()
    assert question.is_fine()


def test_another_word_is_asked_about_again(qtbot: QtBot) -> None:
    question = NameQuestion()
    qtbot.addWidget(question)
    question.reset(fine="Margaret")
    question.ask("Margaret")
    assert question.isHidden()
    question.ask("Tom")
    assert not question.isHidden()
    assert not question.is_fine()


def test_no_word_no_question(qtbot: QtBot) -> None:
    question = NameQuestion()
    qtbot.addWidget(question)
    question.ask("Margaret")
    question.ask("")
    assert question.isHidden()
    assert not question.is_fine()
