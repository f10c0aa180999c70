"""Ticks and single choices with a number or a few words at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop.ui.choices import Radio, Tick
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.segments import stop_at

Option = tuple[str, str, str]


class CountedTick(QWidget):
    """A tick box with its words, and at the right how many it is about; `toggled` tells."""

    toggled = Signal(bool)

    def __init__(self, text: str, number: str = "") -> None:
        super().__init__()
        self.tick = Tick(text)
        self.aside = Text("", "muted")
        self.setLayout(_line(self.tick, self.aside))
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self.toggled)
        self.show_words(text, number)

    def show_words(self, text: str, number: str) -> None:
        """Show other words and another number."""
        self.tick.set_words(text)
        self.tick.setAccessibleName(f"{text}, {number}" if number else text)
        self.aside.setText(number)

    def is_on(self) -> bool:
        return self.tick.isChecked()

    def put(self, on: bool) -> None:
        """Tick it or not, without telling."""
        silent = self.tick.blockSignals(True)
        self.tick.setChecked(on)
        self.tick.blockSignals(silent)
        self.tick.update()


class CountedRadios(QWidget):
    """A choice of one, each with a few words at the right; `chosen` tells the key.

    Options are (key, words, words at the right).
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._column = column(gap=0)
        self.setLayout(self._column)
        self._options: list[Option] = []
        self._rows: list[tuple[str, Radio, Text]] = []

    def show_options(self, options: Sequence[Option], chosen: str) -> None:
        """Offer these, one of them chosen, without telling."""
        if [option[:2] for option in options] != [option[:2] for option in self._options]:
            self._build(options)
        self._options = list(options)
        for (key, radio, aside), (_, words, about) in zip(self._rows, options, strict=True):
            silent = radio.blockSignals(True)
            radio.setChecked(key == chosen)
            radio.blockSignals(silent)
            stop_at(radio, key == chosen)
            radio.setAccessibleName(f"{words}, {about}" if about else words)
            aside.setText(about)
            radio.update()

    def radios(self) -> dict[str, Radio]:
        """Return the buttons by key."""
        return {key: radio for key, radio, _ in self._rows}

    def _build(self, options: Sequence[Option]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for key, words, about in options:
            radio, aside = Radio(words), Text(about, "muted")
            line = QWidget()
            line.setLayout(_line(radio, aside))
            self._group.addButton(radio)
            self._column.addWidget(line)
            self._rows.append((key, radio, aside))
            radio.toggled.connect(partial(stop_at, radio))
            radio.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)


def _line(button: QAbstractButton, aside: Text) -> QHBoxLayout:
    line = row(button, aside, gap=6)
    line.setStretch(0, 1)
    return line
