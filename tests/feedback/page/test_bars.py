from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.feedback.page.bars import AnswerBar, AnswerKey
from desktop.printing.charts import Answer
from desktop.ui.labels import Text
from desktop.ui.tokens import ANSWER_BARS

ANSWERS = [
    Answer("1 very poor", 1, 1, "1%"),
    Answer("2 poor", 0, 2, "0%"),
    Answer("5 very good", 99, 5, "99%"),
]


def colours(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    middle = picture.height() // 2
    return {QColor(picture.pixel(x, middle)).name().upper() for x in range(picture.width())}


def test_parts_have_the_colours_of_paper(qtbot: QtBot) -> None:
    bar = AnswerBar(ANSWERS)
    qtbot.addWidget(bar)
    bar.resize(400, 32)
    found = colours(bar)
    assert {ANSWER_BARS[0][0], ANSWER_BARS[4][0]} <= found
    assert ANSWER_BARS[1][0] not in found
    assert bar.accessibleName() == "1 very poor 1, 2 poor 0, 5 very good 99"


def test_a_bar_without_answers_is_an_empty_frame(qtbot: QtBot) -> None:
    bar = AnswerBar([Answer("yes", 0, 5)])
    qtbot.addWidget(bar)
    bar.resize(400, 32)
    assert ANSWER_BARS[4][0] not in colours(bar)


def test_the_key_repeats_every_count_in_words(qtbot: QtBot) -> None:
    key = AnswerKey(ANSWERS)
    qtbot.addWidget(key)
    assert [text.text() for text in key.findChildren(Text)] == [
        "1 very poor: 1 (1%)",
        "2 poor: 0 (0%)",
        "5 very good: 99 (99%)",
    ]
