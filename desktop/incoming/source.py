"""Which file, what it is, and for which session."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.incoming.importers import KEYS
from desktop.language import tr
from desktop.printing.direction import joined
from desktop.sessions.actions import sessions
from desktop.sessions.model import Session
from desktop.sessions.words import lead
from desktop.ui.buttons import Button
from desktop.ui.controls import Combo
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Elided
from desktop.ui.layout import column, fold, row
from desktop.ui.notices import Notice
from desktop.ui.segments import Segments
from desktop.ui.theme import theme

_MOST = 300
_LETTERS = 40
"""A session with its day, title and place is about so long."""


class Source(QWidget):
    """The file with what it is for.

    `file_wanted` asks for another file, `changed` tells that it is for something else,
    `sheet_chosen(number)` that another sheet of it is wanted.
    """

    file_wanted = Signal()
    changed = Signal()
    sheet_chosen = Signal(int)

    def __init__(self, desk: Desk, key: str, session: str) -> None:
        super().__init__()
        with desk.store.read() as db:
            found = sessions(db)
        self._sessions = {one.id: one for one in _nearest(found, desk, session)[:_MOST]}
        self.name = Elided(tr("No file chosen yet"), 12, 600)
        self.file_button = Button(tr("Choose a file"), self.file_wanted.emit, icon="folder-open")
        self.kinds = Segments(
            tr("What is in it"), list(kind_words().items()), chosen=key, small=True
        )
        self.session_combo = Combo(
            [(one.id, _words(one, desk)) for one in self._sessions.values()],
            placeholder=tr("Which session?"),
        )
        self.session_combo.setAccessibleName(tr("Session"))
        self.session_combo.setMinimumContentsLength(_LETTERS)
        self.session_combo.set_value(session)
        self.sheet_combo = Combo()
        self.sheet_combo.setAccessibleName(tr("Sheet of the file"))
        self.other = Notice("info", "", button=" ", pressed=lambda: self.kinds.choose(self._other))
        assert self.other.button is not None
        self.other_button, self._other = self.other.button, ""
        self._lay_out()
        self.kinds.chosen.connect(lambda _: self._on_changed())
        self.session_combo.chosen.connect(lambda _: self.changed.emit())
        self.sheet_combo.chosen.connect(lambda at: self.sheet_chosen.emit(int(at)))
        self._show_session()

    def _lay_out(self) -> None:
        self.sheet_combo.hide()
        self.other.hide()
        for combo in (self.session_combo, self.sheet_combo):
            combo.setMinimumWidth(theme().px(150))
        file = row(IconLabel("file-spreadsheet", "muted", 20), self.name, self.file_button, gap=10)
        file.setStretch(1, 1)
        which = row(self.session_combo, self.sheet_combo, None, gap=10)
        which.setStretch(0, 1_000)  # as wide as its words, then the room is shared out
        self._what = row(self.kinds, gap=10)
        self._what.addLayout(which, 1)
        self.setLayout(column(file, self._what, self.other, gap=10))

    def show_file(self, path: Path) -> None:
        """Show which file it is."""
        self.name.set_text(path.name)
        self.file_button.set_text(tr("Another file"))
        self.suggest("")

    def show_sheets(self, names: Sequence[str], at: int) -> None:
        """Offer the sheets of a file that has several."""
        self.sheet_combo.set_options(list(enumerate(names)))
        self.sheet_combo.set_value(at)
        self.sheet_combo.setVisible(len(names) > 1)

    def suggest(self, key: str) -> None:
        """Say what the list looks like, with a way to go on as that; nothing where empty."""
        self._other = key
        self.other.setVisible(bool(key))
        if key:
            looks, go_on = _looks()[key]
            self.other.tell(looks)
            self.other_button.set_text(go_on)

    def key(self) -> str:
        """Return what kind of list it is."""
        return self.kinds.value()

    def choose_key(self, key: str) -> None:
        """Say what kind of list it is, without telling."""
        silent = self.kinds.blockSignals(True)
        self.kinds.choose(key)
        self.kinds.blockSignals(silent)
        self._show_session()

    def session(self) -> Session | None:
        """Return the session chosen, None while there is none."""
        return self._sessions.get(str(self.session_combo.value()))

    def _on_changed(self) -> None:
        self._show_session()
        self.changed.emit()

    def _show_session(self) -> None:
        self.session_combo.setVisible(self.key() != KEYS[0])
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Put the session beneath the kinds where its words would be cut beside them."""
        beside = [self.kinds, self.session_combo, self.sheet_combo]
        wide = sum(part.sizeHint().width() + 10 for part in beside if not part.isHidden())
        self._what.setDirection(fold(wide > self.width()))


def kind_words() -> dict[str, str]:
    """Return the kinds of lists in words."""
    words = (tr("People"), tr("A register"), tr("Pledges"), tr("Feedback"))
    return dict(zip(KEYS, words, strict=True))


def _looks() -> dict[str, tuple[str, str]]:
    """Return what is said of each kind of list, and of going on as that."""
    return {
        "people": (tr("This looks like a list of people."), tr("Go on as people")),
        "register": (tr("This looks like a register."), tr("Go on as a register")),
        "pledges": (tr("This looks like a list of pledges."), tr("Go on as pledges")),
        "feedback": (tr("This looks like answers to a feedback form."), tr("Go on as feedback")),
    }


def _nearest(found: Sequence[Session], desk: Desk, wanted: str) -> list[Session]:
    """Return sessions, those first that are nearest to today; the wanted one is among them."""
    today = desk.today()
    return sorted(found, key=lambda one: (one.id != wanted, abs((one.date - today).days)))


def _words(session: Session, desk: Desk) -> str:
    small, day = lead(session.date, desk.today())
    if session.date.year != desk.today().year:
        day = f"{day} {session.date.year}"
    return joined(f"{small} {day}", session.title, session.place)
