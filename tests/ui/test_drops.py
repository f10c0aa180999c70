from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desktop.ui.drops import dropped_file


def test_the_first_file_of_a_drop_is_taken_and_words_are_none() -> None:
    data = QMimeData()
    data.setText("just words")
    assert dropped_file(data) is None
    data.setUrls([QUrl("https://example.org/a.csv"), QUrl.fromLocalFile("/lists/a.csv")])
    assert dropped_file(data) == Path("/lists/a.csv")
