"""A field: its label above, the control, and beneath it a hint or what is wrong."""

from datetime import date, time, timedelta
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.errors import UserError
from desktop.language import tr
from desktop.ui.controls import LineEdit, TextEdit
from desktop.ui.dates import long_date, read_date, read_time, short_date
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel, row


class Field(QWidget):
    """A labelled control.

    `optional` says so beside the label; `hint` is shown beneath until there is an error. The
    control gets its accessible name from the label and its description from hint or error.
    """

    def __init__(
        self, label: str, control: QWidget, *, optional: bool = False, hint: str = ""
    ) -> None:
        super().__init__()
        self.control, self._hint, self._error = control, hint, ""
        self.label = Text(label, "label")
        self.label.setBuddy(control)
        control.setAccessibleName(label)
        self._extra = Text(tr("optional"), "caption")
        if not optional:  # to show what has no parent yet would make it a window
            self._extra.hide()
        self._beneath = Text(hint, "caption", wrap=True)
        if not hint:
            self._beneath.hide()
        self._wrong = Text("", "error", wrap=True)
        icon = IconLabel("circle-alert", "danger", 16)
        line = row(icon, self._wrong, gap=6)
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self._wrong_line = panel(line)
        self._wrong_line.hide()
        top = row(self.label, self._extra, None)
        lines = column(top, control, self._beneath, self._wrong_line, gap=5)
        if not control.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            lines.addStretch(1)
        self.setLayout(lines)
        self.setFocusProxy(control)
        _describe(control, hint)
        for name in ("textEdited", "textChanged" if isinstance(control, TextEdit) else "chosen"):
            edited = getattr(control, name, None)
            if edited is not None:
                edited.connect(self._edited)

    def error(self) -> str:
        """Return the sentence shown in red, empty when all is well."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Show what is wrong beneath the control and draw it red, or take that away with ""."""
        self._error = sentence
        self._wrong.setText(sentence)
        self._wrong_line.setVisible(bool(sentence))
        self._beneath.setVisible(bool(self._hint) and not sentence)
        _describe(self.control, sentence or self._hint)
        marks = getattr(self.control, "mark_wrong", None)
        if marks is not None:
            marks(bool(sentence))

    def _edited(self) -> None:
        if self._error:
            self.set_error("")

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint = hint
        self._beneath.setText(hint)
        self._beneath.setVisible(bool(hint) and not self._error)
        _describe(self.control, self._error or hint)

    def set_label(self, label: str) -> None:
        """Change the words above the control."""
        self.label.setText(label)
        self.control.setAccessibleName(label)


class Today(Protocol):
    """Returns today's date; handed in, so that a test can choose the day."""

    def __call__(self) -> date: ...


class DateField(Field):
    """A date to type, such as 8/10/2026, 8 Oct or tomorrow; `changed` tells a good new one.

    Arrow up and down go a day on or back. Beneath it stands the weekday, or what is wrong.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        value: date | None = None,
        *,
        optional: bool = False,
        today: Today = date.today,
    ) -> None:
        self.edit = _SteppingLine(self._step)
        super().__init__(label, self.edit, optional=optional)
        self._today, self._optional, self._value = today, optional, value
        self.edit.left.connect(self.check)
        self.set_value(value)

    def value(self) -> date | None:
        """Return the last good date, None where the field is empty."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show a date without telling."""
        self._value = value
        self.edit.setText(short_date(value) if value else "")
        self.set_error("")
        self.set_hint(long_date(value, year=True) if value else "")

    def check(self) -> bool:
        """Read what was typed, show what is wrong with it; return whether it is good."""
        before = self._value
        text = self.edit.text().strip()
        if not text and self._optional:
            self.set_value(None)
        else:
            try:
                self.set_value(read_date(text, self._today()))
            except UserError as wrong:
                self.set_error(str(wrong))
                return False
        if self._value != before:
            self.changed.emit()
        return True

    def _step(self, days: int) -> None:
        if self.check():
            self.edit.setText(short_date((self._value or self._today()) + timedelta(days=days)))
            self.check()


class TimeField(Field):
    """A time to type, such as 14:30, 1430 or 2pm; `changed` tells a good new one.

    Arrow up and down go a quarter of an hour on or back.
    """

    changed = Signal()

    def __init__(self, label: str, value: time | None = None, *, optional: bool = False) -> None:
        self.edit = _SteppingLine(self._step)
        super().__init__(label, self.edit, optional=optional)
        self._optional, self._value = optional, value
        self.edit.left.connect(self.check)
        self.set_value(value)

    def value(self) -> time | None:
        """Return the last good time, None where the field is empty."""
        return self._value

    def set_value(self, value: time | None) -> None:
        """Show a time without telling."""
        self._value = value
        self.edit.setText(f"{value:%H:%M}" if value else "")
        self.set_error("")

    def check(self) -> bool:
        """Read what was typed, show what is wrong with it; return whether it is good."""
        before = self._value
        text = self.edit.text().strip()
        if not text and self._optional:
            self.set_value(None)
        else:
            try:
                self.set_value(read_time(text))
            except UserError as wrong:
                self.set_error(str(wrong))
                return False
        if self._value != before:
            self.changed.emit()
        return True

    def _step(self, quarters: int) -> None:
        if self.check():
            start = self._value or time(9)
            minutes = (start.hour * 60 + start.minute + 15 * quarters) % (24 * 60)
            self.edit.setText(f"{minutes // 60:02}:{minutes % 60:02}")
            self.check()


class _Steps(Protocol):
    def __call__(self, by: int, /) -> None: ...


class _SteppingLine(LineEdit):
    def __init__(self, step: _Steps) -> None:
        super().__init__(limit=40)
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


def _describe(control: QWidget, sentence: str) -> None:
    if not isinstance(control, QLabel):
        control.setAccessibleDescription(sentence)
