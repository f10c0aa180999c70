"""A facilitator in a program of their own, who types until it is killed.

`python -m tests.journeys.typist FILE SESSION SECTION` keeps one pledge or one feedback form, says
so, and then types at the next without a pause, saying how many letters there are.
"""

import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.feedback.page.question import QuestionRow
from desktop.ui.theme import apply_theme
from tests.ui.hands import type_text

PLEDGE = "I will ask what matters to you before I ask what is the matter."
WITHOUT_END = "and then I will listen for as long as it takes, "
EVERY_MS = 15


def say(words: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def keep_one(app: App, section: str) -> None:
    """Keep a pledge, or a form with its first question answered; begin the next one."""
    if section == "pledges":
        type_on(PLEDGE)
        QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    else:
        type_on("5")
        QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_Return)
        type_on("4")
        app.window.findChildren(QuestionRow)[-1].setFocus()
    say("kept")


def type_on(text: str) -> None:
    """Type wherever the focus is."""
    for letter in text:
        at = QApplication.focusWidget()
        if at is None:
            sys.exit("nothing has the focus")
        type_text(at, letter)


def type_for_ever(app: App) -> None:
    """Type letter after letter, and say after each ten how many there are."""
    letters = enumerate(cycle(WITHOUT_END), 1)

    def next_letter() -> None:
        number, letter = next(letters)
        type_on(letter)
        if number % 10 == 0:
            say(str(number))

    timer = QTimer(app, interval=EVERY_MS)
    timer.timeout.connect(next_letter)
    timer.start()


def main(data_file: Path, session: str, section: str) -> None:
    """Work in the real window until the end comes."""
    application = QApplication([])
    apply_theme(application, "light")
    app = App(data_file)

    def begin() -> None:
        app.window.activateWindow()
        app.want("session", f"{session}/{section}")
        keep_one(app, section)
        type_for_ever(app)

    app.ready.connect(lambda: QTimer.singleShot(0, begin))
    app.window.show()
    app.open()
    sys.exit(application.exec())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
