"""The parts of the tree room as one: what each shows of the facts and of the poster."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.language import tr
from desktop.tree.facts import Facts
from desktop.tree.page.acting import PDF, Acting
from desktop.tree.page.choosing import Choosing
from desktop.tree.page.look import LookChoices
from desktop.tree.page.poster import PosterChoices
from desktop.tree.page.preview import PosterPreview
from desktop.tree.page.room import TreeRoom
from desktop.tree.page.situation import no_new_words, situation_of
from desktop.tree.press import Press
from desktop.tree.ready import Ready, sheets_printed, sheets_to_tape
from desktop.ui.buttons import Button
from desktop.ui.fields import Today
from desktop.ui.header import PageHeader
from desktop.ui.keys import on_key
from desktop.ui.layout import column
from desktop.ui.notices import EmptyState, Waiting
from desktop.ui.tabbing import tab_as_laid_out


class Parts(QWidget):
    """The head of the page and the room, or how to begin where there is no programme.

    `planned` asks to plan a session.
    """

    planned = Signal()

    def __init__(self, today: Today, press: Press) -> None:
        super().__init__()
        self._press = press
        self._arriving = self._making = False
        self.header = PageHeader(tr("Tree room"))
        self.choosing = Choosing(today)
        self.look = LookChoices()
        self.preview = PosterPreview()
        self.poster = PosterChoices(partial(sheets_to_tape, press), self.preview.aside)
        self.acting = Acting()
        self.room = TreeRoom(self.choosing, self.look, self.preview, self.poster, self.acting)
        self.plan_button = Button(tr("Plan a session"), self.planned.emit)
        self.empty = EmptyState(
            tr("No programme yet"),
            tr("Plan a session first. The pledges that people make there hang here as leaves."),
            self.plan_button,
        )
        self.header.put_beside(self.choosing.programme, self.choosing.tree)
        for choice in (self.choosing.programme, self.choosing.tree):
            choice.hide()  # until it is known what there is
        self._stack = QStackedWidget()
        for part in (Waiting(tr("One moment")), self.room, self.empty):
            self._stack.addWidget(part)
        self.preview.slow.connect(self._on_slow)
        whole = column(self.header, gap=0)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)

    def arrive(self) -> None:
        """Take the focus to the choices, or to how to begin; now or as soon as they stand."""
        if self._stack.currentWidget() is self.room:
            self.room.parts.focus_chosen()
        elif self._stack.currentWidget() is self.empty:
            self.plan_button.setFocus()
        else:
            self._arriving = True

    def give_keys(self, print_: Callable[[], object], save: Callable[[str], object]) -> None:
        """Let keys print, save, find and zoom wherever the focus is."""
        view = self.preview.view
        for keys, act in (
            ("Ctrl+P", print_),
            ("Ctrl+S", partial(save, PDF)),
            ("Ctrl+F", self.preview.search.setFocus),
            ("Ctrl++", partial(view.step_zoom, 1)),
            ("Ctrl+=", partial(view.step_zoom, 1)),
            ("Ctrl+-", partial(view.step_zoom, -1)),
            ("Ctrl+0", view.fit),
        ):
            on_key(self, keys, act, whole_window=True)

    def show_facts(self, facts: Facts, *, settled: bool = True) -> None:
        """Show what is on file and what is chosen; `settled` is whether a size was found for it."""
        self._stack.setCurrentWidget(self.room if facts.programmes else self.empty)
        self.choosing.show_facts(facts)
        self.look.show_facts(facts)
        self.poster.show_facts(facts)
        wish = facts.wish
        sheets = sheets_printed(self._press, wish) if settled else 0
        self.acting.show_what(sheets, facts.new, hangs=wish.hangs, only_new=wish.only_new)
        tab_as_laid_out(self)
        if self._arriving:
            self._arriving = False
            self.arrive()

    def leave_tree(self) -> None:
        """Take away what was said of a tree, and the button that is for it alone."""
        self.room.show_trouble("")
        self.room.show_situation(None)

    def start_making(self) -> None:
        """Say, after half a second, that the poster is being made."""
        self._making = True
        self.preview.start_work(tr("Making the poster"))

    def _on_slow(self) -> None:
        """Take away what was true of the poster before; while one is saved it stays."""
        if self._making:
            self.poster.reading.wait()
            self.room.show_situation(None)
            self.preview.hide_real()

    def stop_making(self) -> None:
        """Offer to make the poster after all."""
        self._making = False
        self.preview.stop_work()
        self.poster.reading.forget()
        self.room.show_situation(None)

    def show_ready(self, ready: Ready) -> None:
        """Show the poster, or the new leaves, as they came out."""
        self._making = False
        self.poster.reading.show_ready(ready)
        self.room.show_situation(situation_of(ready))
        if ready.shown:
            self.preview.show_ready(ready)
        else:
            self.preview.say(tr("No new leaves"), no_new_words(ready))
        self.acting.allow(paper=is_worth_paper(ready))

    def show_failure(self, sentence: str) -> None:
        """Show why there is no poster."""
        self._making = False
        self.poster.reading.forget()
        self.room.show_situation(None)
        self.preview.say(tr("The poster could not be made"), sentence)
        self.acting.allow(paper=False)


def is_worth_paper(ready: Ready) -> bool:
    """Return whether there is anything to print: leaves, or boughs that wait for them."""
    if ready.facts.wish.only_new:
        return bool(ready.shown)
    return ready.leaves > 0 or ready.facts.wish.tree.planned > 0
