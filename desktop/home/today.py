"""The big card of Home: the session to open now."""

import re
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.home.figures import Listed, Overview
from desktop.home.picture import TreePicture
from desktop.home.words import countdown, when
from desktop.language import count, tr
from desktop.sessions.model import Counting
from desktop.sessions.status import status
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.chips import Chip
from desktop.ui.labels import IconText, Text
from desktop.ui.layout import Wrap, column, panel, row
from desktop.ui.theme import theme

PICTURE_FROM, LOW = 680, 560
"""Where the card is narrower, in design px, there is no tree; in a lower window all is small."""
_INKS = {"ok": "softink", "warn": "warnink", "info": "infoink", "neutral": "muted"}


_LONG_WORD = re.compile(r"(\S{20})(?=\S)")


class TodayCard(Card):
    """Says which session is next and opens it; `opened` and `printed` tell its id."""

    opened = Signal(str)
    printed = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0)
        self._listed: Listed | None = None
        self.when = Text("", "section", tone="softink")
        self.countdown = Chip("", "ok", "clock")
        self.title = Text("", "today", wrap=True)
        self.place = IconText("map-pin", "", size=18, points=11.5)
        self.people = IconText("users", "", size=18, points=11.5)
        self.stands = IconText("circle-check", "", size=20, points=11.5, weight=500)
        self.large_print = IconText("eye", "", size=20, points=11.5, weight=500, tone="infoink")
        self.open_button = Button(
            tr("Open session"), self._open, kind="primary", key=tr("Enter"), size="large"
        )
        self.print_button = Button(
            tr("Print the register"), self._print, icon="printer", size="large"
        )
        self.number = Text("", "number")
        self.number_words = Text("", "caption")
        self.tree = TreePicture()
        self.tree.counted.connect(self._show_count)
        self._lay_out()

    def _lay_out(self) -> None:
        facts, states, buttons = QWidget(), QWidget(), QWidget()
        for line, parts in (
            (facts, (self.place, self.people)),
            (states, (self.stands, self.large_print)),
            (buttons, (self.open_button, self.print_button)),
        ):
            wrap = Wrap(line, 12 if line is buttons else 22, 6)
            for part in parts:
                wrap.addWidget(part)
        words = column(
            row(self.when, self.countdown, None, gap=12),
            self.title,
            facts,
            states,
            6,
            buttons,
            None,
            gap=7,
        )
        right = Qt.AlignmentFlag.AlignRight
        self.number.setAlignment(right)
        self.number_words.setAlignment(right)
        counter = column(None, self.number, self.number_words, 14, gap=2)
        self._picture = panel(row(panel(counter), self.tree, gap=14))
        self._picture.setMinimumWidth(1)  # the card may get so narrow that it is left out
        self._across = row(gap=12, margins=(28, 18, 24, 2))
        self._across.addLayout(words, 1)
        self._across.addWidget(self._picture)
        words.setContentsMargins(0, 0, 0, 6)
        self.body.addLayout(self._across)

    def show_overview(self, found: Overview, now: datetime) -> None:
        """Show another session; the card is hidden where there is none."""
        self._listed = found.next
        self.setVisible(found.next is not None)
        if found.next is None:
            return
        session, turnout = found.next.session, found.next.turnout
        self.title.setText(_breakable(session.title))
        self.title.setAccessibleName(session.title)
        self.place.show_words("map-pin", session.place)
        self.place.setVisible(bool(session.place))
        by_name = session.counting is Counting.BY_NAME
        words = count("{n} on the register", "{n} on the register", turnout.on_register)
        self.people.show_words("users", words)
        self.people.setVisible(by_name and bool(turnout.on_register))
        stands = status(session, turnout, now.date())
        icon = "circle-check" if stands.icon == "check" else stands.icon
        words = tr("Register ready") if stands.icon == "check" else stands.words
        self.stands.show_words(icon, words, _INKS[stands.kind])
        large = count(
            "{n} person needs large print", "{n} people need large print", found.large_print
        )
        self.large_print.show_words("eye", large, "infoink")
        self.large_print.setVisible(bool(found.large_print))
        self.print_button.setVisible(by_name)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Show how long it still is."""
        if self._listed is None:
            return
        session = self._listed.session
        self.when.setText(when(session, now.date()))
        words, kind = countdown(session, now)
        self.countdown.show_status(words, kind, "clock" if kind != "warn" else "")

    def _show_count(self, number: int | None) -> None:
        """Show how many leaves there are, nothing while that is not known."""
        self.number.setText("" if number is None else f"{number:,}")
        words = count("leaf on the\nprogramme tree", "leaves on the\nprogramme tree", number or 0)
        self.number_words.setText("" if number is None else words)

    def _open(self) -> None:
        if self._listed:
            self.opened.emit(self._listed.session.id)

    def _print(self) -> None:
        if self._listed:
            self.printed.emit(self._listed.session.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture.setVisible(self.width() >= theme().px(PICTURE_FROM))
        narrow = self.width() < theme().px(900)
        self.tree.setFixedWidth(round(self.width() * (0.22 if narrow else 0.28)))
        low = self.window().height() < theme().px(LOW)
        role = "title" if low else "today"
        if self.title.property("role") != role:
            self.title.setProperty("role", role)
            self.title.style().unpolish(self.title)
            self.title.style().polish(self.title)
            self._across.setContentsMargins(20 if low else 28, 12 if low else 18, 24, 2)
            for button in (self.open_button, self.print_button):
                button.size_name = "main" if low else "large"
                button.updateGeometry()


def _breakable(text: str) -> str:
    """Return text whose very long words may be broken, with an invisible space."""
    return _LONG_WORD.sub("\\1\u200b", text)
