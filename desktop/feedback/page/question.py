"""One question of the form that is being typed in: open while the keys are on it, else a line."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.feedback.keying import Keying
from desktop.feedback.model import Ask, Question
from desktop.feedback.page.choices import ChoiceButton
from desktop.feedback.page.writing import BesideEdit, CommentEdit
from desktop.language import tr
from desktop.ui.labels import Text
from desktop.ui.layout import Wrap, column, panel, row
from desktop.ui.painted import box, brush_for, focus_width, width_of, words
from desktop.ui.theme import theme


class QuestionRow(QWidget):
    """A question; `wanted` tells that it is to be worked on, the others what was done by mouse.

    `chosen` carries the choice's key, `written` the words.
    """

    wanted = Signal()
    chosen = Signal(str)
    written = Signal(str)

    def __init__(self, number: int, question: Question) -> None:
        super().__init__()
        self.number, self.question = number, question
        self.choices: list[ChoiceButton] = []
        self.edit: CommentEdit | BesideEdit | None = None
        self._open = False
        self.line = _ClosedLine(number, question)
        self.inside = self._inside()
        self.setLayout(column(self.line, self.inside, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line.setCursor(Qt.CursorShape.PointingHandCursor)
        self.inside.hide()

    def _inside(self) -> QWidget:
        hints = {
            Ask.TICKS: tr("Each number ticks. Then →"),
            Ask.TEXT: tr("Copy their words, leave out names."),
        }
        words = Text(self.question.words, "strong", wrap=True)
        top = row(Text(str(self.number), "caption"), words, gap=8)
        top.setStretch(1, 1)
        top.addWidget(Text(hints.get(self.question.ask, ""), "caption"))
        inside = column(top, gap=3, margins=(14, 8, 14, 11))
        if self.question.choices:
            inside.addSpacing(4)
            inside.addWidget(self._choices())
        self.edit = self._edit()
        if self.edit is not None:
            inside.addSpacing(4)
            inside.addWidget(self.edit)
        return panel(inside)

    def _choices(self) -> QWidget:
        part = QWidget()
        wrap = Wrap(part, 6, 6)
        for choice in self.question.choices:
            button = ChoiceButton(choice, ticks=self.question.ask is Ask.TICKS)
            button.clicked.connect(lambda _=False, key=choice.key: self.chosen.emit(key))
            wrap.addWidget(button)
            self.choices.append(button)
        return part

    def _edit(self) -> CommentEdit | BesideEdit | None:
        if self.question.ask is Ask.TEXT:
            comment = CommentEdit(lines=3, placeholder=tr("Nothing written? Leave it empty."))
            comment.setAccessibleName(self.question.words)
            comment.textChanged.connect(lambda: self.written.emit(comment.text()))
            return comment
        beside = next((choice for choice in self.question.choices if choice.writes), None)
        if beside is None:
            return None
        line = BesideEdit(placeholder=tr("What else did they write?"))
        line.setAccessibleName(beside.words)
        line.textEdited.connect(self.written)
        return line

    def is_open(self) -> bool:
        return self._open

    def show_state(self, keying: Keying, *, opened: bool) -> None:
        """Show what is answered, and whether the keys are on this question."""
        given = keying.given(self.question)
        for button in self.choices:
            button.show_chosen(button.choice.key in given)
        text = keying.words(self.question)
        if isinstance(self.edit, CommentEdit) and self.edit.text().strip() != text:
            self.edit.set_text(text)
        if isinstance(self.edit, BesideEdit) and self.edit.text().strip() != text:
            self.edit.setText(text)
        answer = answer_words(keying, self.question)
        self.line.show_answer(answer)
        self.setAccessibleName(f"{self.number}. {self.question.words}")
        self.setAccessibleDescription(answer or tr("not answered yet"))
        if opened != self._open:
            self._open = opened
            self.line.setVisible(not opened)
            self.inside.setVisible(opened)
            # A field takes the focus itself; else Shift Tab would come back to it for ever.
            writes = opened and self.question.ask is Ask.TEXT
            policies = Qt.FocusPolicy
            self.setFocusPolicy(policies.NoFocus if writes else policies.StrongFocus)
        self.update()

    def take_focus(self) -> None:
        """Put the keys on this question."""
        if self.question.ask is Ask.TEXT and self.edit is not None:
            self.edit.setFocus()
        else:
            self.setFocus()

    def has_focus(self) -> bool:
        """Return whether the keys are here or on a part of it."""
        focused = self.window().focusWidget() if self.isVisible() else None
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wanted.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()
        self.take_focus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        box(painter, rect, 8, look.colour("soft" if self._open else "surface"), look.colour("line"))
        if self._open:
            if self.has_focus():
                box(painter, rect, 8, None, look.colour("focus"), focus_width())
            else:
                box(painter, rect, 8, None, look.colour("edge"))


def answer_words(keying: Keying, question: Question) -> str:
    """Return what was answered in short: `5 very good`, or that it was left blank."""
    given = keying.given(question)
    said = [f"{c.number} {c.words}" for c in question.choices if c.key in given]
    text = " ".join(keying.words(question).split())
    if text:
        said.append(f"“{text}”")
    if said:
        return ", ".join(said)
    return tr("left blank") if keying.is_touched(question) else ""


class _ClosedLine(QWidget):
    """A question in one line with its answer at the right."""

    def __init__(self, number: int, question: Question) -> None:
        super().__init__()
        self._number, self._question, self._answer = str(number), question, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_answer(self, answer: str) -> None:
        if answer != self._answer:
            self._answer = answer
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        high, pad = self.height(), look.px(14)
        small, strong = look.font(10), look.font(11, 600)
        answer = min(width_of(strong, self._answer) + 2, self.width() * 0.5) if self._answer else 0
        left = pad + look.px(18)
        words(painter, QRectF(pad, 0, left, high), self._number, small, look.colour("muted"))
        room = self.width() - left - pad - answer - (look.px(12) if answer else 0)
        asked = QRectF(left, 0, room, high)
        words(painter, asked, self._question.words, look.font(11), look.colour("text"))
        if answer:
            at = QRectF(self.width() - pad - answer, 0, answer, high)
            right = Qt.AlignmentFlag.AlignRight
            words(painter, at, self._answer, strong, look.colour("softink"), right)
