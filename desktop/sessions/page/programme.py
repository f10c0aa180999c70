"""Choosing the programme of a session, or naming a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.sessions.page.typed import NEW
from desktop.ui.controls import Combo, LineEdit
from desktop.ui.fields import Field
from desktop.ui.layout import column


class ProgrammeChoice(QWidget):
    """A list of the programmes that ends with “New programme…”; `changed` tells each change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.combo = Combo()
        self.name = LineEdit()
        self.field = Field(tr("Programme"), self.combo)
        self.new_field = Field(
            tr("Name of the new programme"),
            self.name,
            hint=tr("A series of sessions with one purpose. You can change it later in Settings."),
        )
        self.setLayout(column(self.field, self.new_field, gap=14))
        self.combo.chosen.connect(self._on_chosen)
        self.name.textEdited.connect(self.changed)
        self.offer([])

    def offer(self, programmes: Sequence[Programme]) -> None:
        """Offer these programmes; the one chosen stays if it is still there."""
        before = self.combo.value()
        options = [(programme.id, programme.name) for programme in programmes]
        self.combo.set_options([*options, (NEW, tr("New programme…"))])
        self.combo.set_value(before if before in [NEW, *dict(options)] else NEW)
        if not programmes and not self.name.text():
            self.name.setText(tr("Our sessions"))
        self._fold()

    def value(self) -> str:
        """Return the id of the programme chosen, NEW, or nothing."""
        return str(self.combo.value() or "")

    def choose(self, programme: str, new_name: str) -> None:
        """Show a programme and a name for a new one; the first one where that is gone."""
        self.combo.set_value(programme)
        if self.combo.value() is None:
            self.combo.setCurrentIndex(0)
        if new_name:
            self.name.setText(new_name)
        self._fold()

    def _on_chosen(self, value: object) -> None:
        self._fold()
        if value == NEW:
            self.name.setFocus()
            self.name.selectAll()
        self.changed.emit()

    def _fold(self) -> None:
        self.new_field.setVisible(self.value() == NEW)
        self.field.setVisible(self.combo.count() > 1)
