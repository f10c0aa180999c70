"""What can be chosen for the paper that is shown."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.printing.sheet import CARDS_A6
from desktop.ui.cards import Card
from desktop.ui.choices import Tick
from desktop.ui.fields import Field
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel
from desktop.ui.segments import Segments
from desktop.ui.stepper import Stepper
from desktop.workspace.facts import Facts, leaf_stock
from desktop.workspace.scope import Options
from desktop.workspace.sheet_picker import SheetPicker

MOST_BLANKS = 60


def about(key: str) -> str:
    """Return what kind of paper it is, in a sentence or two."""
    return {
        "cards": tr("Four on a sheet of A4, large print two, with marks to cut along."),
        "leaves": tr("To cut out and hang on a tree. Private pledges are left out."),
        "summary": tr("One or two pages: who came, what they said, what they pledged."),
        "register": tr("To sign in on, or the record of who came."),
        "slips": tr("To write pledges on by hand. Say how many copies when you print."),
        "forms": tr("To fill in by hand, with the numbers that the keys use. Say how many "
                    "copies when you print."),
    }[key]  # fmt: skip


class PaperOptions(Card):
    """The choices for one paper after the other; `changed` tells that one was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Options"), padding=14, gap=6)
        self._options = Options()
        self._starts: dict[str, int] = {}
        self._key = ""
        self.about = Text("", "caption", wrap=True)
        self.picker = SheetPicker()
        self.leaf_size = Segments(
            tr("Size of the leaves"), [("large", tr("4 a sheet")), ("small", tr("10 a sheet"))],
            small=True,
        )  # fmt: skip
        self.private = Tick(tr("Private pledges too"))
        self.plain = Tick(tr("For a one-colour printer"))
        self.sort = Segments(
            tr("Sort by"), [("surname", tr("Surname")), ("given", tr("Given name"))], small=True
        )
        self.filled = Tick(tr("Show who is here"))
        self.blanks = Stepper(tr("Lines for walk-ins"), 0, 0, MOST_BLANKS)
        self.large_slips = Tick(tr("Large print, two on a sheet"))
        self._parts = self._lay_out()
        self.add(self.about, *self._parts, None)
        self._connect()

    def _lay_out(self) -> dict[QWidget, tuple[str, ...]]:
        sort = panel(column(Text(tr("Sort by"), "label"), self.sort, gap=4))
        size = panel(column(Text(tr("Size of the leaves"), "label"), self.leaf_size, gap=4))
        return {
            size: ("leaves",),
            self.picker: ("cards", "leaves"),
            self.private: ("cards",),
            self.plain: ("cards", "leaves"),
            sort: ("register",),
            self.filled: ("register",),
            Field(tr("Lines for walk-ins"), self.blanks): ("register",),
            self.large_slips: ("slips",),
        }

    def _connect(self) -> None:
        self.picker.changed.connect(self._set_start)
        self.leaf_size.chosen.connect(self._set_leaf_size)
        self.sort.chosen.connect(lambda sort: self._set(by_given=sort == "given"))
        self.private.toggled.connect(lambda on: self._set(private=on))
        self.plain.toggled.connect(lambda on: self._set(plain=on))
        self.filled.toggled.connect(lambda on: self._set(filled=on))
        self.blanks.changed.connect(lambda number: self._set(blanks=number))
        self.large_slips.toggled.connect(lambda on: self._set(large_slips=on))

    def options(self, key: str = "") -> Options:
        """Return what is chosen for a paper; where none is named, sheets are full."""
        return replace(self._options, start=self._starts.get(key, 1))

    def begin(self, author: str) -> None:
        """Start with another session: what belongs to the session is as usual again."""
        self._starts.clear()
        self._options = replace(self._options, filled=None, blanks=None, author=author)

    def show_for(self, key: str, facts: Facts) -> None:
        """Show the choices of one paper, as they are made for these facts."""
        self._key, options = key, self.options(key)
        controls: list[QWidget] = [self.picker, self.leaf_size, self.private, self.plain]
        controls += [self.sort, self.filled, self.blanks, self.large_slips]
        silent = [(part, part.blockSignals(True)) for part in controls]
        self.picker.show_sheet(leaf_stock(options) if key == "leaves" else CARDS_A6, options.start)
        self.leaf_size.choose("large" if options.large else "small")
        self.sort.choose("given" if options.by_given else "surname")
        here = facts.here > 0 or facts.session.finished is not None
        self.filled.setChecked(here if options.filled is None else options.filled)
        self.blanks.set_value(facts.blanks() if options.blanks is None else options.blanks)
        self.private.setChecked(options.private)
        self.plain.setChecked(options.plain)
        self.large_slips.setChecked(options.large_slips)
        for control, before in silent:
            control.blockSignals(before)
        self.about.setText(about(key))
        for part, papers in self._parts.items():
            part.setVisible(key in papers)

    def _set_start(self, start: int) -> None:
        self._starts[self._key] = start
        self.changed.emit()

    def _set_leaf_size(self, size: str) -> None:
        self._starts.pop("leaves", None)
        self._set(large=size == "large")

    def _set(self, **choices: bool | int) -> None:
        self._options = replace(self._options, **choices)  # type: ignore[arg-type]
        self.changed.emit()
