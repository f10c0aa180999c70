import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from desktop.ui.fitting import height_of, paint_lines
from desktop.ui.theme import theme


def painted(text: str) -> tuple[bool, QImage]:
    picture = QImage(220, 160, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    room = QRectF(10, 10, 200, 70)
    fitted = paint_lines(painter, room, text, theme().font(12), QColor("black"))
    painter.end()
    return fitted, picture


def test_short_words_fit() -> None:
    assert painted("I will ask first.")[0]
    assert painted("")[0]
    assert painted("One\nTwo\nThree")[0]


def test_long_words_are_cut_and_stay_inside() -> None:
    for text in ("I will ask. " * 50, "x" * 10_000, "a\n" * 40):
        fitted, picture = painted(text)
        assert not fitted
        below = [picture.pixelColor(x, y).lightness() for x in range(220) for y in range(84, 160)]
        assert min(below) > 200


def test_no_word_is_cut_in_two_where_it_may_be_left_out() -> None:
    font = theme().font(12)
    width = QFontMetricsF(font).horizontalAdvance("I will abcdef…")
    cut, whole = (in_one_line(text, width) for text in ("I will abcdefghijklm", "I will…"))
    assert cut == whole
    assert in_one_line("abcdefghijklmnopqrstuvwxyz", width) != whole


def in_one_line(text: str, width: float) -> QImage:
    picture = QImage(220, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_lines(painter, QRectF(10, 10, width, 20), text, theme().font(12), QColor("black"))
    painter.end()
    return picture


def test_words_after_an_emoji_are_broken_between_words() -> None:
    words = "🌳🌳🌳🌳 everybody everything"
    lines = ["🌳🌳🌳🌳", "everybody", "everything"]
    font = theme().font(12)
    width = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines) + 6
    assert height_of(words, font, width) == height_of("\n".join(lines), font, width)
    assert in_room(words, width) == in_room("\n".join(lines), width)


def in_room(
    text: str, width: float, way: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> QImage:
    picture = QImage(220, 160, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setLayoutDirection(way)
    room = QRectF(10, 10, width, 140)
    assert paint_lines(painter, room, text, theme().font(12), QColor("black"))
    painter.end()
    return picture


def inked(picture: QImage) -> list[int]:
    """Return the columns in which something is written."""
    rows, across = range(picture.height()), range(picture.width())
    return [x for x in across if any(picture.pixelColor(x, y).value() < 128 for y in rows)]


def test_words_that_run_to_the_left_begin_at_the_right() -> None:
    arabic, english = inked(in_room("😀 سأصغي", 200)), inked(in_room("I listen", 200))
    assert min(english) < 20
    assert max(english) < 100
    assert max(arabic) > 200
    assert min(arabic) > 110


@pytest.mark.parametrize("way", list(Qt.LayoutDirection))
def test_a_sign_after_arabic_words_stands_at_their_left(way: Qt.LayoutDirection) -> None:
    words, signed = (in_room(text, 200, way) for text in ("سأصغي", "سأصغي !!!"))
    assert min(inked(signed)) < min(inked(words)) - 5
    end = max(inked(words)) - 12
    assert inked(signed.copy(end, 0, 20, 60)) == inked(words.copy(end, 0, 20, 60))


def test_the_height_of_words_is_that_of_their_lines() -> None:
    font = theme().font(12)
    one, two = height_of("One", font, 200), height_of("One\nTwo", font, 200)
    assert height_of("word " * 40, font, 200) > two > one
    fits = QRectF(10, 10, 200, two)
    picture = QImage(220, 160, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    assert paint_lines(painter, fits, "One\nTwo", font, QColor("black"))
    painter.end()
