from pytestqt.qtbot import QtBot

from desktop.help.topics import TopicButton


def test_a_topic_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    short, long_ = TopicButton("Keys"), TopicButton("Is my work safe & sound?")
    for button in (short, long_):
        qtbot.addWidget(button)
    assert short.sizeHint().width() < long_.sizeHint().width()
    assert long_.accessibleName() == "Is my work safe & sound?"
