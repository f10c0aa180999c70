"""Calm dialogs: a question with its answers as buttons, a message, a form."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desktop.errors import UserError
from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.cards import Line
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, follow_focus, panel, row
from desktop.ui.notices import Notice
from desktop.ui.theme import theme

LOW = 520
"""With less room, in design px, a dialog with much in it has its heading in the frame only."""


class Dialog(QDialog):
    """A dialog with a heading, a body that scrolls where the screen is low, and buttons below.

    Esc closes it without doing anything. `width` is in design px.
    """

    def __init__(self, parent: QWidget | None, title: str, width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self._width = width
        self.body = column(gap=14, margins=(24, 20, 24, 20))
        self._heading = Text(title, "title", wrap=True)
        self.body.addWidget(self._heading)
        self._inside = panel(self.body)
        self.buttons = row(None, gap=10, margins=(24, 12, 24, 14))
        whole = column(gap=0)
        whole.addWidget(Scroll(self._inside), 1)
        whole.addWidget(Line())
        whole.addWidget(panel(self.buttons, "surface"))
        self.setLayout(whole)

    def add(self, *parts: QWidget) -> None:
        """Add parts to the body."""
        for part in parts:
            self.body.addWidget(part)

    def add_button(self, button: Button) -> Button:
        """Add a button at the right end."""
        self.buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        follow_focus(self)
        return moved

    def fit(self) -> None:
        """Take the height that the parts need now, as far as the screen has it."""
        room = self.room()
        wide = min(theme().px(self._width), room.width())
        self.resize(wide, self.height())  # what folds where it is narrow does so first
        self._heading.show()
        if self.needs(wide) > room.height() and room.height() < theme().px(LOW):
            self._heading.hide()
        self.resize(wide, min(self.needs(wide), room.height()))

    def room(self) -> QSize:
        """Return how large it may become on its screen."""
        return self.screen().availableGeometry().size() - QSize(40, 40)

    def needs(self, wide: int) -> int:
        """Return the height that all the parts have room in."""
        inner = self._inside.layout()
        high = inner.heightForWidth(wide) if inner and inner.hasHeightForWidth() else 0
        return max(high, self._inside.sizeHint().height()) + theme().px(66)


class Form(Dialog):
    """A form: `save` is called on Enter or its button, and the form closes when it went well.

    `save` raises UserError to keep the form open with that sentence above the buttons. The first
    field gets the focus. In a field of several lines Enter makes a line, Ctrl Enter saves.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        save: Callable[[], object],
        *,
        save_words: str = "",
        width: int = 520,
    ) -> None:
        super().__init__(parent, title, width)
        self._save = save
        self.wrong = Notice("danger", "")
        self.wrong.hide()
        self.cancel_button = self.add_button(Button(tr("Cancel"), self.reject))
        words = save_words or tr("Save")
        self.save_button = self.add_button(Button(words, self.save, kind="primary"))

    def save(self) -> None:
        """Save, and close if it went well."""
        try:
            self._save()
        except UserError as error:
            self.show_error(str(error))
            return
        self.accept()

    def show_error(self, sentence: str) -> None:
        """Show what is wrong above the buttons."""
        self.body.addWidget(self.wrong)
        self.wrong.show()
        self.wrong.tell(sentence)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control or not isinstance(self.focusWidget(), QPlainTextEdit):
                self.save()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for part in self._inside.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(self):
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.save_button.setFocus()


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[tuple[str, str] | tuple[str, str, str]],
) -> str:
    """Ask, and return the key of the answer; empty when it was left with Esc.

    `choices` are (key, words) or (key, words, kind of button), the safest first; the last one is
    the filled one unless a kind is given, and has the focus.
    """
    dialog = question(parent, title, text, choices)
    dialog.exec()
    answer = str(dialog.property("answer") or "")
    dialog.deleteLater()
    return answer


def question(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[tuple[str, str] | tuple[str, str, str]],
) -> Dialog:
    """Return the dialog of `ask`, not yet shown; its property `answer` tells the key chosen."""
    dialog = Dialog(parent, title, 480)
    dialog.add(Text(text, "body", wrap=True))
    for number, (key, words, *kind) in enumerate(choices):
        last = number == len(choices) - 1
        standard = "primary" if last else "secondary"

        def answer(key: str = key) -> None:
            dialog.setProperty("answer", key)
            dialog.accept()

        button = Button(words, answer, kind=kind[0] if kind else standard)
        dialog.add_button(button)
        if last:
            button.setFocus()
    return dialog


def tell_error(parent: QWidget | None, error: UserError | str, title: str = "") -> None:
    """Show what happened, what is safe and what to do, until it is closed."""
    ask(parent, title or tr("That did not work"), str(error), [("ok", tr("OK"))])
