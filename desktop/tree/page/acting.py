"""What is done with the poster: print it, print new leaves, save it, start anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import count, tr
from desktop.ui.buttons import Button
from desktop.ui.layout import column, row
from desktop.ui.menus import MenuButton

PDF, SHOP, PNG, SVG = "pdf", "shop", "png", "svg"


class Acting(QWidget):
    """The buttons of the room.

    `printed` asks to print what is shown, `other_printed` what is not: the new leaves or the
    whole poster. `saved` asks for a file of a kind, `deleted` to take the tree away, `begun` for
    a new tree, `history_asked` for who changed this one, `gone_asked` for what was deleted.
    """

    printed = Signal()
    other_printed = Signal()
    saved = Signal(str)
    deleted = Signal()
    begun = Signal()
    history_asked = Signal()
    gone_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._compact, self._other, self._hangs, self._only_new = False, "", False, False
        self.print_button = Button(
            tr("Print"), self.printed.emit, kind="primary", icon="printer", size="main"
        )
        self.other_button = Button("", self.other_printed.emit, icon="leaf")
        self.save_button = Button(tr("Save PDF"), lambda: self.saved.emit(PDF), icon="file-down")
        self.more = MenuButton()
        below = row(self.save_button, self.more)
        below.setStretch(0, 1)
        self._line = row(self.print_button)
        self._line.setStretch(0, 1)
        self._below = below
        self.setLayout(column(self._line, self.other_button, below, gap=8))
        self._show()

    def be_compact(self, compact: bool) -> None:
        """Be one line; what has no room is in the menu."""
        if compact == self._compact:
            return
        self._compact = compact
        for line in (self._line, self._below):
            line.removeWidget(self.more)
        (self._line if compact else self._below).addWidget(self.more)
        self._show()

    def show_what(self, sheets: int, new: int, *, hangs: bool, only_new: bool) -> None:
        """Say what is printed: so many sheets, or new leaves; and what could be instead.

        It is 0 sheets while nobody knows how many, as before a size was found for the poster.
        """
        self._hangs, self._only_new = hangs, only_new
        if only_new:
            words = count("Print {n} new leaf", "Print {n} new leaves", new)
            words = words if new else tr("No new leaves")
        else:
            words = count("Print {n} sheet", "Print {n} sheets", sheets) if sheets else tr("Print")
        self.print_button.set_text(words)
        self._other = ""
        if only_new:
            self._other = tr("Print the whole poster again")
        elif hangs and new:
            self._other = count("Print only {n} new leaf", "Print only {n} new leaves", new)
        self._show()

    def allow(self, *, paper: bool) -> None:
        """Let what is shown be printed and saved, or not yet."""
        for button in (self.print_button, self.save_button):
            if button.isEnabled() != paper:
                button.setEnabled(paper)

    def _show(self) -> None:
        self.other_button.set_text(self._other)
        self.other_button.setVisible(bool(self._other) and not self._compact)
        self.save_button.setVisible(not self._compact)
        menu = self.more
        menu.clear()
        if self._compact:
            if self._other:
                menu.add(self._other, self.other_printed.emit, icon="leaf")
            menu.add(tr("Save PDF"), lambda: self.saved.emit(PDF), icon="file-down")
        if not self._only_new:
            shop = tr("Save for a print shop, 3 mm larger all round")
            menu.add(shop, lambda: self.saved.emit(SHOP), icon="file-down")
            menu.add(tr("Save as a picture (PNG)"), lambda: self.saved.emit(PNG), icon="image")
            menu.add(tr("Save as a drawing (SVG)"), lambda: self.saved.emit(SVG), icon="pencil")
        if self._hangs:
            menu.add(tr("Start a new tree"), self.begun.emit, icon="sprout")
            menu.add(tr("History"), self.history_asked.emit, icon="history")
        menu.add(tr("What was deleted"), self.gone_asked.emit, icon="archive-restore")
        if self._hangs:
            menu.add_line()
            menu.add(tr("Delete this tree"), self.deleted.emit, icon="trash-2", danger=True)
