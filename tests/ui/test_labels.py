from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.labels import Elided, IconText, KeyHint, Text


def test_words_from_people_are_never_markup(qtbot: QtBot) -> None:
    text = Text("<b>Ann</b>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert isinstance(text, QLabel)


def test_words_that_do_not_fit_are_whole_in_the_tip(qtbot: QtBot) -> None:
    line = Elided("A very long place name <hall>, with its room")
    qtbot.addWidget(line)
    line.resize(80, 24)
    line.show()
    assert "&lt;hall&gt;" in line.toolTip()
    line.resize(900, 24)
    QApplication.processEvents()
    assert line.toolTip() == ""


def test_an_icon_never_speaks_for_its_words(qtbot: QtBot) -> None:
    place = IconText("map-pin", "Aberwen Community Hall")
    key = KeyHint("Enter")
    qtbot.addWidget(place)
    qtbot.addWidget(key)
    assert place.accessibleName() == "Aberwen Community Hall"
    place.show_words("map-pin", "Penlan Library", "warnink")
    assert place.text() == "Penlan Library"
    assert key.accessibleName() == "Enter"


def test_words_that_must_stay_whole_keep_their_room(qtbot: QtBot) -> None:
    saved = Elided("Saved 14:02, everything is safe")
    qtbot.addWidget(saved)
    assert saved.minimumSizeHint().width() < saved.sizeHint().width()
    saved.keep_whole(True)
    assert saved.minimumSizeHint().width() == saved.sizeHint().width()
