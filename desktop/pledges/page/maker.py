"""The name on a slip: typed freely, or that of somebody on the register."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from desktop.attendance.actions import Line
from desktop.attendance.labels import presence_words
from desktop.attendance.model import Attendance, Presence
from desktop.language import tr
from desktop.people.model import Person
from desktop.printing.direction import joined
from desktop.text import begins_words, search_key
from desktop.ui.controls import LineEdit
from desktop.ui.fields import Field
from desktop.ui.theme import theme

_NAME: Final = int(Qt.ItemDataRole.UserRole)
_KEY: Final = _NAME + 1
_PERSON: Final = _NAME + 2


class MakerField(Field):
    """Who made a pledge; what is typed is linked to the one person of that name, if there is one.

    `changed` tells after each stroke. People of the register are offered while it is typed.
    """

    changed = Signal()

    def __init__(self, hint: str = "") -> None:
        self.edit = LineEdit()
        super().__init__(tr("Name"), self.edit, optional=True, hint=hint)
        self._usual_hint = hint
        self._lines: dict[str, Line] = {}
        self._by_name: dict[str, list[str]] = {}
        self._chosen = ""
        self._offer = QStandardItemModel(self)
        self._completer = _NameCompleter(self._offer, self)
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.edit.setCompleter(self._completer)
        self.edit.textEdited.connect(self._typed)
        self.edit.textChanged.connect(self._show_who)
        self.edit.returnPressed.connect(self._take_only_one)

    def set_people(self, lines: Sequence[Line]) -> None:
        """Offer the people of a register."""
        found = {line.person.id: line for line in lines}
        if found == self._lines:
            return
        self._lines = found
        self._by_name = {}
        for key, line in found.items():
            self._by_name.setdefault(search_key(line.person.name), []).append(key)
        self._put_in_order()
        self._show_who()

    def _put_in_order(self) -> None:
        """Offer people here first, and among them those of whom a name begins as was typed."""
        typed = search_key(self.edit.text()).split()
        self._offer.clear()
        for line in sorted(self._lines.values(), key=lambda line: _rank(line, typed)):
            self._offer.appendRow(_item(line))

    def person(self) -> Person | None:
        """Return who on the register is meant, None where that is nobody or not clear."""
        typed = search_key(self.edit.text())
        chosen = self._lines.get(self._chosen)
        if chosen and search_key(chosen.person.name) == typed:
            return chosen.person
        found = self._by_name.get(typed, [])
        return self._lines[found[0]].person if len(found) == 1 else None

    def name(self) -> str:
        """Return the name as it was typed."""
        return self.edit.text().strip()

    def set_maker(self, person: Person | None, name: str = "") -> None:
        """Show a person or a typed name."""
        self._chosen = person.id if person else ""
        self.edit.setText(person.name if person else name)

    def set_typed(self, name: str, person: str = "") -> None:
        """Show a typed name, linked to the person of that id if they are on the register."""
        self._chosen = person
        self.edit.setText(name)
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def add_person(self, person: Person) -> None:
        """Know a person who is not on this register, such as the maker of an older pledge."""
        if person.id not in self._lines:
            self.set_people([*self._lines.values(), _unlisted(person)])

    def _choose(self, index: QModelIndex) -> None:
        self._chosen = str(index.data(_PERSON))
        self._show_who()
        self.changed.emit()

    def _take_only_one(self) -> None:
        """Let Enter take the one person who is offered, so that a few letters are enough."""
        typed = search_key(self.edit.text())
        found = [line for key, line in self._lines.items() if typed and typed in self._key(key)]
        if self.person() is None and len(found) == 1:
            self.set_typed(found[0].person.name, found[0].person.id)
            self.changed.emit()

    def _key(self, person_id: str) -> str:
        return search_key(self._lines[person_id].person.name)

    def _typed(self) -> None:
        self._chosen = ""
        self._put_in_order()
        self.changed.emit()

    def _show_who(self) -> None:
        person, name = self.person(), self.name()
        if person:
            line = self._lines[person.id]
            who = [person.job_role, _presence_words(line)]
            self.set_hint(", ".join(part for part in who if part))
        elif not name:
            self.set_hint(self._usual_hint)
        elif len(self._by_name.get(search_key(name), [])) > 1:
            self.set_hint(tr("Two people have this name. Choose one in the list."))
        else:
            self.set_hint(tr("Not on the register. Kept as typed."))


class _NameCompleter(QCompleter):
    """Finds names by any part of them, whatever their accents."""

    def __init__(self, model: QStandardItemModel, owner: MakerField) -> None:
        super().__init__(model, owner)
        self.setCompletionRole(_KEY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        popup = self.popup()
        if popup is not None:
            popup.setMinimumWidth(theme().px(340))

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        return [search_key(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        return str(index.data(_NAME))


def _item(line: Line) -> QStandardItem:
    person = line.person
    item = QStandardItem(joined(person.name, person.job_role, _presence_words(line)))
    item.setData(person.name, _NAME)
    item.setData(search_key(person.name), _KEY)
    item.setData(person.id, _PERSON)
    return item


def _rank(line: Line, typed: Sequence[str]) -> tuple[bool, bool, str]:
    here = line.attendance.presence is Presence.PRESENT
    begun = begins_words(search_key(line.person.name), typed)
    return not here, not begun, search_key(line.person.name_by_surname)


def _presence_words(line: Line) -> str:
    if not line.attendance.session:
        return tr("not on this register")
    return presence_words(line.attendance.presence)


def _unlisted(person: Person) -> Line:
    return Line(Attendance(person=person.id), person)
