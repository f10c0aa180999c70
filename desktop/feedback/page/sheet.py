"""The form that is being typed in: its questions, and what each key does."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.feedback.keying import Keying
from desktop.feedback.model import Ask, Form
from desktop.feedback.page.question import QuestionRow, answer_words
from desktop.feedback.page.writing import BesideEdit
from desktop.ui.layout import Scroll
from desktop.ui.notices import announce

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Sheet(QWidget):
    """The questions of one form.

    `saved` tells that Enter was pressed, `finished` that the last question was answered,
    `changed` that something was typed, `refused` a number that the question does not have, or a
    letter where it takes numbers.
    """

    saved = Signal()
    finished = Signal()
    changed = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[QuestionRow] = []
        self.keying = Keying(Form())
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(5)
        self._scroll: Scroll | None = None
        self._is_showing = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def scrolling(self) -> Scroll:
        """Return the sheet in an area that scrolls."""
        self._scroll = Scroll(self)
        return self._scroll

    def show_form(self, keying: Keying) -> None:
        """Show another form, or the same with other answers; the focus stays where it is."""
        if [row.question for row in self.rows] != list(keying.form.questions):
            self._build(keying.form)
        self.keying = keying
        self._show()

    def _build(self, form: Form) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = [QuestionRow(number, q) for number, q in enumerate(form.questions, 1)]
        for at, row in enumerate(self.rows):
            row.wanted.connect(partial(self._go_to, at))
            row.chosen.connect(partial(self._click, at))
            row.written.connect(partial(self._write, at))
            self._box.addWidget(row)
            row.show()  # now, that it can take the focus at once
        self._box.addStretch(1)

    def take_focus(self) -> None:
        """Put the keys on the question in turn."""
        if self.keying.at < len(self.rows):
            row = self.rows[self.keying.at]
            row.take_focus()
            if self._scroll is not None:
                self._box.activate()
                self._scroll.ensureWidgetVisible(row, 0, 12)
        else:
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the form; return whether it means anything."""
        if event.modifiers() & _HELD:
            return False
        key, text = event.key(), event.text()
        if key in ENTER:
            if not event.isAutoRepeat():
                self.saved.emit()
        elif len(text) == 1 and text in "0123456789":
            if not event.isAutoRepeat():
                self._digit(int(text))
        elif key == Qt.Key.Key_Right:
            self._on()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._move(back=True)
        elif key == Qt.Key.Key_Down:
            self._move(back=False)
        elif key == Qt.Key.Key_Escape:
            return self._leave_text()
        else:
            return self._take_letter(text)
        return True

    def _take_letter(self, text: str) -> bool:
        if not (text.strip() and text.isprintable()):
            return False
        self._letter(text)
        return True

    def _letter(self, letter: str) -> None:
        """Begin the words beside “something else”; other questions take numbers only."""
        question = self.keying.question
        if question is None:
            return
        row = self.rows[self.keying.at]
        if not isinstance(row.edit, BesideEdit):
            self.refused.emit()
            return
        beside = next(choice for choice in question.choices if choice.writes)
        if beside.key not in self.keying.given(question):
            self.keying.choose(question, beside)
        row.edit.setFocus()
        row.edit.insert(letter)
        self._write(self.keying.at, row.edit.text())

    def _digit(self, digit: int) -> None:
        question, at = self.keying.question, self.keying.at
        if not self.keying.press(digit):
            if question is not None and question.ask is not Ask.TEXT:
                self.refused.emit()
            return
        self._changed(at)

    def _changed(self, at: int) -> None:
        self._show()
        self.changed.emit()
        announce(self.rows[at], answer_words(self.keying, self.rows[at].question))
        self.take_focus()

    def _on(self) -> None:
        """Go on; from a ticked “something else” first to the words beside it."""
        question = self.keying.question
        row = self.rows[self.keying.at] if question is not None else None
        if question is not None and row is not None and isinstance(row.edit, BesideEdit):
            beside = {choice.key for choice in question.choices if choice.writes}
            if beside & {*self.keying.given(question)} and not row.edit.hasFocus():
                row.edit.setFocus()
                return
        self._move(back=False)

    def _move(self, *, back: bool) -> None:
        before = self.keying.at
        if back and self._is_beside():
            self.rows[before].setFocus()
            return
        if back:
            self.keying.back()
        else:
            self.keying.on()
        self._show()
        if self.keying.at != before or not back:
            self.take_focus()

    def _is_beside(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, BesideEdit) and self.isAncestorOf(focused)

    def _leave_text(self) -> bool:
        if self._is_beside():
            self.rows[self.keying.at].setFocus()
            return True
        question = self.keying.question
        if question is not None and question.ask is Ask.TEXT:
            self.finished.emit()
            return True
        return False

    def _go_to(self, at: int) -> None:
        if self._is_showing:
            return  # a question that closes passes the focus on; nobody went there
        if at != self.keying.at:
            self.keying.go_to(at)
            self._show()
        if self.rows[at].question.ask is Ask.TEXT:
            self.rows[at].take_focus()

    def _click(self, at: int, key: str) -> None:
        question = self.rows[at].question
        choice = question.choice(key)
        if choice is None:
            return
        self.keying.go_to(at)
        self.keying.choose(question, choice)
        if question.ask is not Ask.TICKS:
            self.keying.on()
        self._changed(at)

    def _write(self, at: int, text: str) -> None:
        question = self.rows[at].question
        if self.keying.words(question) != text.strip():
            self.keying.write(question, text)
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self._is_showing = True
        for at, row in enumerate(self.rows):
            row.show_state(self.keying, opened=at == self.keying.at)
        self._is_showing = False

    def _on_focus(self) -> None:
        if self.keying.at < len(self.rows):
            self.rows[self.keying.at].update()
