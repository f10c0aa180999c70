"""What is coming up, and what happened since last time: the two small cards of Home."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.home.figures import SHOWN, Listed, Since
from desktop.home.words import day_only
from desktop.language import tr
from desktop.pledges.actions import Made
from desktop.sessions.status import status
from desktop.sessions.words import lead, line
from desktop.ui.buttons import LinkButton
from desktop.ui.cards import Card, Counter, Line
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel, row
from desktop.ui.leafcard import Leaf, LeafCard
from desktop.ui.rows import RowButton


class ComingCard(Card):
    """The next sessions; `opened` tells the id of the one pressed, `all_wanted` the link."""

    opened = Signal(str)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self.setAccessibleName(tr("Coming up"))
        self.link = LinkButton(tr("All sessions"), self.all_wanted.emit, points=11)
        top = row(Text(tr("Coming up"), "section"), None, self.link, margins=(20, 8, 20, 8))
        self.add(top, Line())
        self._rows: QVBoxLayout = column(gap=0)
        self.body.addLayout(self._rows, 1)
        self.shown: list[RowButton] = []
        self._as_shown: tuple[tuple[Listed, ...], date] | None = None

    def show_sessions(self, coming: tuple[Listed, ...], today: date) -> None:
        """Show these sessions; the focus stays on the row it is on."""
        if (coming, today) == self._as_shown:
            return
        self._as_shown = (coming, today)
        focused = next((at for at, one in enumerate(self.shown) if one.hasFocus()), -1)
        _empty(self._rows)
        self.shown = [self._row(one, today) for one in coming]
        for at, one in enumerate(self.shown):
            if at:
                self._rows.addWidget(Line())
            self._rows.addWidget(one, 1)
            one.show()  # what is not visible yet can't take the focus
        if not coming:
            words = Text(tr("Nothing else is planned yet."), "muted", wrap=True)
            self._rows.addLayout(column(words, None, margins=(20, 18, 20, 18)))
        if len(coming) < SHOWN:
            self._rows.addStretch(SHOWN - len(coming))
        if 0 <= focused < len(self.shown):
            self.shown[focused].setFocus()

    def _row(self, one: Listed, today: date) -> RowButton:
        stands = status(one.session, one.turnout, today)
        return RowButton(
            one.session.title,
            line(one.session),
            lambda: self.opened.emit(one.session.id),
            lead=lead(one.session.date, today),
            chip=(stands.words, stands.kind, stands.icon),
        )


class SinceCard(Card):
    """How many pledges were made and kept since the last session, and one of them as a leaf."""

    def __init__(self) -> None:
        super().__init__(gap=10, padding=18)
        self.setAccessibleName(tr("Since last time"))
        self.since = Text("", "caption")
        self.made = Counter("", "")
        self.kept = Counter("", "")
        self._kept_part = panel(
            row(Line(upright=True), 8, IconLabel("flower-2", "kept", 28), self.kept, gap=12)
        )
        counters = row(IconLabel("leaf", "t1", 28), self.made, 12, self._kept_part, None, gap=12)
        self.leaf = LeafCard(Leaf("", "", ""), still=True, height=88)
        self.leaf.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.nothing = Text(
            tr("No pledge that may be shown has been made since then."), "muted", wrap=True
        )
        self.add(row(Text(tr("Since last time"), "section"), None, self.since), counters, self.leaf)
        self.add(self.nothing)
        self.body.setStretch(2, 1)
        self.body.addStretch(0)  # takes the room where no leaf does

    def show_since(self, since: Since | None, today: date) -> None:
        """Show what happened; the card is hidden before the first session has been."""
        self.setVisible(since is not None)
        if since is None:
            return
        self.since.setText(tr("from {day}").format(day=day_only(since.day, today)))
        made = tr("pledge made") if since.made == 1 else tr("pledges made")
        self.made.show_count(f"{since.made:,}", made)
        kept = tr("pledge kept") if since.kept == 1 else tr("pledges kept")
        self.kept.show_count(f"{since.kept:,}", kept)
        self._kept_part.setVisible(bool(since.kept))
        self.leaf.setVisible(since.told is not None)
        self.nothing.setVisible(since.told is None)
        if since.told is not None:
            self.leaf.show_leaf(_leaf(since.told, since.told_on or since.day, today))


def _leaf(told: Made, on: date, today: date) -> Leaf:
    kept = told.outcome is not None
    day = day_only(on, today)
    name = told.shown_name
    if kept:
        words = tr("Kept by {name}, {day}") if name else tr("Kept, {day}")
    else:
        words = tr("{name}, {day}") if name else tr("Without name, {day}")
    return Leaf(
        key=told.pledge.id,
        text=told.pledge.text,
        maker=words.format(name=name, day=day),
        icon="eye" if name else "user-x",
        tint=5 if kept else 1,
        kept=kept,
    )


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if isinstance(inner, QVBoxLayout):
            _empty(inner)
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
