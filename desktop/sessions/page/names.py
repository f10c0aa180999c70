"""A line for several names: earlier ones are offered for the name being typed."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter

from desktop.ui.controls import LineEdit


class NamesLine(LineEdit):
    """Names with commas between them."""

    def suggest(self, words: Iterable[str]) -> None:
        completer = _LastName(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)


class _LastName(QCompleter):
    """Completes what stands after the last comma."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        name = str(index.data())
        line = self.widget()
        before, comma, _ = line.text().rpartition(",") if isinstance(line, LineEdit) else ("",) * 3
        return f"{before}{comma} {name}" if comma else name
