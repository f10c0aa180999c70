"""The lines of a list for Qt, changed by the least that differs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.ui.labels import plain_tip
from desktop.ui.table.lines import Group, Line, Row, line_key, spoken_text, staying

Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """Headings and rows, one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._keys: list[str] = []
        self._places: dict[str, int] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, Row):
                return spoken_text(line)
            return f"{line.title}, {line.note}" if line.note else line.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(line, Row):
            return ", ".join(action.text for action in line.actions)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Row):
            return plain_tip(" · ".join(cell for cell in line.cells if cell))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place(self, key: str) -> int:
        """Return the line at which the row with a key stands, -1 if it is not there."""
        if not self._places:
            self._places = {
                line.key: at for at, line in enumerate(self.lines) if isinstance(line, Row)
            }
        return self._places.get(key, -1)

    def show(self, after: Sequence[Line]) -> None:
        """Show other lines: what stays is left alone, the rest goes, comes or is drawn anew."""
        keys = [line_key(line) for line in after]
        stay = staying(self._keys, keys)
        self._places = {}
        if not stay:
            self.beginResetModel()
            self.lines, self._keys = list(after), keys
            self.endResetModel()
            return
        for first, last in reversed(_runs(self._keys, stay)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.lines[first : last + 1]
            self.endRemoveRows()
        for first, last in _runs(keys, stay):
            self.beginInsertRows(QModelIndex(), first, last)
            self.lines[first:first] = after[first : last + 1]
            self.endInsertRows()
        self._keys = keys
        for at, (old, new) in enumerate(zip(self.lines, after, strict=True)):
            if old is not new and old != new:
                self.lines[at] = new
                index = self.index(at)
                self.dataChanged.emit(index, index)


def _runs(keys: Sequence[str], stay: set[str]) -> list[tuple[int, int]]:
    """Return the first and last places of what does not stay, as runs in order."""
    runs: list[tuple[int, int]] = []
    for at, key in enumerate(keys):
        if key not in stay:
            if runs and runs[-1][1] == at - 1:
                runs[-1] = (runs[-1][0], at)
            else:
                runs.append((at, at))
    return runs
