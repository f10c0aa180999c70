"""Which column of a list holds what, to look at and to correct."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.incoming.reading import Reading, Slot, short
from desktop.language import tr
from desktop.ui.buttons import Button, ToggleButton
from desktop.ui.controls import Combo
from desktop.ui.fields import Field
from desktop.ui.labels import Text, plain_tip
from desktop.ui.layout import column, panel, row
from desktop.ui.theme import theme

_ACROSS = 4
_LEAST = 190  # design px of one field


class ColumnsBox(QWidget):
    """Says in a line what was recognised; a button opens the choices, a doubt opens them by itself.

    `corrected(key, column)` tells that a person chose another column, None for none; `headed` that
    the first row has the headings; `resized` that it needs another height.
    """

    corrected = Signal(str, object)
    headed = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = Text("", "muted", wrap=True)
        self.toggle = ToggleButton(tr("Columns"))
        self.toggle.toggled.connect(self._show_choices)
        self.fields: dict[str, Field] = {}
        self.combos: dict[str, Combo] = {}
        self._doubt: Combo | None = None
        self.head_button = Button(tr("The first row has headings"), self.headed.emit, size="small")
        self.head_button.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(14, 12, 14, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._choices = panel(self._grid, "sunken")
        self._choices.hide()
        self._across = 0
        top = row(self._said, self.head_button, self.toggle, gap=12)
        top.setStretch(0, 1)
        self.setLayout(column(top, self._choices, gap=8))

    def show_reading(self, reading: Reading, *, afresh: bool) -> None:
        """Show what each column holds; `afresh` where it is another list or kind of list."""
        slots = reading.slots()
        if afresh:
            self._build(slots)
        for slot in slots:
            combo = self.combos[slot.key]
            combo.set_options([(None, tr("not in the list")), *reading.headings()])
            combo.set_value(slot.place)
            field = self.fields[slot.key]
            field.set_error(tr("Choose its column.") if slot.needed else "")
            field.set_hint(tr("Is this right?") if slot.unsure else "")
        self._said.setText(_summary(reading))
        self.head_button.setVisible(reading.may_be_headed)
        if afresh:
            doubts = [slot for slot in slots if slot.needed or slot.unsure]
            doubts.sort(key=lambda slot: not slot.needed)
            self._doubt = self.combos[doubts[0].key] if doubts else None
            self.toggle.setChecked(bool(doubts))
            self._show_choices(bool(doubts))

    def first_doubt(self) -> Combo | None:
        """Return the choice that a person looks at first, None where all is clear."""
        return self._doubt

    def said(self) -> str:
        """Return what is said of the columns in a line."""
        return self._said.text()

    def _build(self, slots: tuple[Slot, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.fields, self.combos = {}, {}
        self._across = 0
        for slot in slots:
            combo = Combo()
            combo.chosen.connect(partial(self.corrected.emit, slot.key))
            self.combos[slot.key] = combo
            self.fields[slot.key] = field = Field(short(slot.label), combo)
            combo.setAccessibleName(slot.label)
            field.setToolTip(plain_tip(slot.label))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Put as many fields beside each other as have room for their labels."""
        widest = max((field.label.sizeHint().width() for field in self.fields.values()), default=0)
        each = max(theme().px(_LEAST), widest) + self._grid.horizontalSpacing()
        across = max(1, min(_ACROSS, (self.width() - theme().px(28)) // each))
        if across == self._across:
            return
        self._across = across
        for number, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, number // across, number % across)
        for at in range(_ACROSS):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def _show_choices(self, on: bool) -> None:
        self._choices.setVisible(on)
        self.resized.emit()


def _summary(reading: Reading) -> str:
    """Return what is read of a list and what is not, in a sentence each."""
    names = dict(enumerate(reading.columns.headings))
    known = [short(slot.label) for slot in reading.slots() if slot.place is not None]
    if not reading.columns.has_header:
        said = tr("No headings were recognised.")
        return f"{said} {tr('Read: {names}.').format(names=', '.join(known))}" if known else said
    parts = [tr("Read: {names}.").format(names=", ".join(known))] if known else []
    unused = [" ".join(names[at].split()) for at in reading.columns.unused() if names[at].strip()]
    if unused:
        shown = ", ".join(map(short, unused[:6])) + (" …" if len(unused) > 6 else "")
        parts.append(tr("Left out: {names}.").format(names=shown))
    return " ".join(parts).replace("….", "…")
