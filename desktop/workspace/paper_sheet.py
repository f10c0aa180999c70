"""The paper that is shown: its very PDF, what will not come out well, print and save."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.language import tr
from desktop.ui.buttons import Button, LinkButton
from desktop.ui.cards import Card
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Elided, Text
from desktop.ui.layout import column, fold, panel, row
from desktop.ui.notices import Busy, EmptyState, Notice
from desktop.ui.preview import Preview
from desktop.ui.theme import theme
from desktop.workspace.facts import Ready, Worry

MOST_WORRIES = 3


class PaperSheet(Card):
    """Shows one paper; `printed` and `saved` tell that it is wanted so.

    `worried` tells the section where something can be changed, `again` that it is to be made after
    all.
    """

    printed = Signal()
    saved = Signal()
    worried = Signal(str)
    again = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__("", padding=14, gap=8)
        self.title = Elided("", 13, 600)
        self.line = Elided("", 10, 400, "muted")
        self.print_button = Button(tr("Print"), self.printed.emit, icon="printer")
        self.save_button = Button(tr("Save PDF"), self.saved.emit, icon="file-down")
        self.trouble = Notice(
            "warn", "", icon="printer", button=tr("Save PDF"), pressed=self.saved.emit
        )
        self.preview = Preview()
        self.nothing = EmptyState("", "")
        self.again_button = Button(tr("Make it"), self.again.emit)
        self.busy = Busy()
        self._head = row(self.save_button, self.print_button)
        self._worries = column(gap=4)
        self._stack = QStackedLayout()
        self._showing: tuple[str, Ready] = ("", Ready())
        self._lay_out()

    def _lay_out(self) -> None:
        names = column(self.title, self.line, gap=0)
        self._across = row(names, self._head, gap=12)
        self._across.setStretch(0, 1)
        self.add(self._across, self.trouble, self._worries)
        self.body.addLayout(self._stack, 1)
        stopped = column(None, row(None, self.again_button, None), None)
        for part in (self.preview, self.nothing, panel(column(None, self.busy, None))):
            self._stack.addWidget(part)
        self._stack.addWidget(panel(stopped))
        self.trouble.hide()
        self.preview.paper.fit("width")
        self.preview.setMinimumHeight(theme().px(190))
        self.busy.stopped.connect(self.stopped)
        self.busy.timer.timeout.connect(partial(self._stack.setCurrentIndex, 2))

    def be_narrow(self, narrow: bool) -> None:
        """Have the buttons below the title where there is no room beside it."""
        self._across.setDirection(fold(narrow))

    def add_button(self, button: Button) -> None:
        """Put a button of the page before the others."""
        self._head.insertWidget(0, button)

    def show_head(self, title: str, line: str, *, main: bool) -> None:
        """Show what it is; `main` makes its print button the filled one."""
        self.title.set_text(title)
        self.line.set_text(line)
        self.print_button.set_kind("primary" if main else "secondary")

    def show_ready(self, key: str, title: str, ready: Ready) -> None:
        """Show a paper that was made; the same one once more stays where it was scrolled to."""
        before, page = self._showing, self.preview.paper.page()
        self._showing = (key, ready)
        self.finish_work()
        if ready.pdf and (before[0] != key or before[1].pdf != ready.pdf):
            self.preview.show_pdf(ready.pdf, title)
            if before[0] == key:
                self.preview.paper.go_to(page)
        self._show_worries(ready.worries)
        if not ready.pdf:
            self.say(tr("Nothing to print yet"), ready.nothing)

    def say(self, title: str, sentence: str) -> None:
        """Say in the place of the paper why there is none."""
        self.nothing.title.setText(title)
        self.nothing.sentence.setText(sentence)
        self.nothing.setAccessibleName(f"{title}. {sentence}")
        self._stack.setCurrentWidget(self.nothing)
        self._allow(False)

    def start_work(self, words: str) -> None:
        """Say, after half a second, that the paper is being made."""
        self.busy.start(words)

    def finish_work(self) -> None:
        """Show the paper again."""
        self.busy.finish()
        self._stack.setCurrentIndex(0)
        self._allow(True)

    def stop_work(self) -> None:
        """Offer to make the paper after all."""
        self.busy.finish()
        self._showing = ("", Ready())
        self._stack.setCurrentIndex(3)
        self._allow(False)

    def ready(self) -> Ready:
        """Return the paper that is shown."""
        return self._showing[1]

    def show_trouble(self, sentence: str) -> None:
        """Show what hinders printing, and offer to save a PDF; empty words take that away."""
        self.trouble.setVisible(bool(sentence))
        if sentence:
            first, _, rest = sentence.partition(". ")
            self.trouble.tell(f"{first}." if rest else first, rest)

    def _allow(self, allowed: bool) -> None:
        for button in (self.print_button, self.save_button):
            if button.isEnabled() != allowed:
                button.setEnabled(allowed)

    def _show_worries(self, worries: Sequence[Worry]) -> None:
        while (item := self._worries.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for worry in worries[:MOST_WORRIES]:
            self._worries.addWidget(self._worry(worry))

    def _worry(self, worry: Worry) -> QWidget:
        sign = IconLabel("triangle-alert", "warn", 17)
        words = Text(worry.words, "strong", wrap=True, tone="warnink")
        line = row(sign, words, gap=8)
        line.setStretch(1, 1)
        if worry.section:
            line.addWidget(LinkButton(worry.link, partial(self.worried.emit, worry.section)))
        return panel(line)
