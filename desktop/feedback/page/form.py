"""The card where paper forms are typed in, one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.feedback.keying import Keying
from desktop.feedback.page.sheet import Sheet
from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.chips import Chip
from desktop.ui.labels import KeyHint, Text
from desktop.ui.layout import Wrap, column, panel, row
from desktop.ui.notices import Notice
from desktop.ui.theme import theme

_TALL = 380


class FormCard(Card):
    """A form while it is typed in, and the way back to the last ones.

    `older` and `newer` ask for the form before and after, `remove` for this one to be taken out.
    """

    older = Signal()
    newer = Signal()
    remove = Signal()

    def __init__(self) -> None:
        self.number = Chip("", icon="file-text")
        super().__init__(padding=16, gap=9)
        self.top = panel(row(Text(tr("Type in paper forms"), "section"), None, self.number))
        self.sheet = Sheet()
        self.notices = column(gap=8)
        self.shown: tuple[Notice, ...] = ()
        self.wrong = Notice("warn", "", icon="circle-alert")
        self.wrong.hide()
        self.save_button = Button(
            "", self.sheet.saved.emit, kind="primary", key=tr("Enter"), size="main"
        )
        self.older_button = Button("", self.older.emit, icon="arrow-left", size="main")
        self.newer_button = Button("", self.newer.emit, icon="arrow-right", size="main")
        self.remove_button = Button(
            tr("Take out"), self.remove.emit, kind="danger", icon="trash-2", size="main"
        )
        self._build()

    def _build(self) -> None:
        self.hints = QWidget()
        line = Wrap(self.hints, 14, 3)
        for keys, words in (
            ((tr("1"), tr("5")), tr("answers and moves on")),
            ((tr("0"),), tr("left blank")),
            ((tr("Backspace"),), tr("goes back one")),
        ):
            line.addWidget(_key_hint(keys, words))
        buttons = row(self.save_button, self.older_button, self.newer_button, gap=10)
        buttons.addWidget(self.remove_button)
        buttons.setStretch(0, 1)
        self.add(self.top, self.hints)
        self.body.addLayout(self.notices)
        self.body.addWidget(self.sheet.scrolling(), 1)
        self.add(self.wrong, buttons)

    def show_form(self, keying: Keying, number: int, correcting: int, last: int) -> None:
        """Show a form; `number` is its own, `correcting` how many back it is, 0 for a new one.

        `last` is how many of the last forms can be corrected.
        """
        self.sheet.show_form(keying)
        status = tr("Form {n}, to correct") if correcting else tr("Form {n}")
        self.number.show_status(
            status.format(n=f"{number:,}"),
            "info" if correcting else "neutral",
            "pencil" if correcting else "file-text",
        )
        words = tr("Save the change") if correcting else tr("Save form {n}, next one")
        self.save_button.set_text(words.format(n=f"{number:,}"))
        self.older_button.setVisible(correcting < last)
        self.older_button.set_text(tr("Form {n}").format(n=f"{number - 1:,}"))
        self.older_button.setAccessibleName(tr("Correct form {n}").format(n=f"{number - 1:,}"))
        self.newer_button.setVisible(correcting > 0)
        self.newer_button.set_text(tr("Form {n}").format(n=f"{number + 1:,}"))
        self.newer_button.setAccessibleName(tr("On to form {n}").format(n=f"{number + 1:,}"))
        self.remove_button.setVisible(correcting > 0)
        self.tell("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Where it is low the questions need the room; which form it is stands on the button too.
        tall = self.height() >= theme().px(_TALL)
        self.top.setVisible(tall)
        self.hints.setVisible(tall)

    def tell(self, sentence: str) -> None:
        """Say above the buttons what is wrong, or nothing with ""."""
        self.wrong.setVisible(bool(sentence))
        if sentence:
            self.wrong.tell(sentence)

    def show_notices(self, *notices: Notice) -> None:
        """Show these notices above the questions."""
        for old in self.shown:
            self.notices.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.shown = notices
        for notice in notices:
            self.notices.addWidget(notice)


def _key_hint(keys: tuple[str, ...], words: str) -> QWidget:
    part = QWidget()
    line = row(KeyHint(keys[0]), gap=6)
    for key in keys[1:]:
        line.addWidget(Text(tr("to"), "caption"))
        line.addWidget(KeyHint(key))
    line.addWidget(Text(words, "caption"))
    line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    part.setLayout(line)
    return part
