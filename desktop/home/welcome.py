"""The first start: who works here, and three ways to begin."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from desktop.desk import Desk
from desktop.errors import FieldError
from desktop.language import tr
from desktop.sessions.author import AuthorField
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.icons import paint_icon
from desktop.ui.labels import IconText, Text
from desktop.ui.layout import column, panel, row
from desktop.ui.painted import box, brush_for
from desktop.ui.sapling import Sapling
from desktop.ui.theme import theme

WIDE, LOW = 1080, 560
"""How wide it grows, and in which lower windows, in design px, it does without pictures."""


class Welcome(QWidget):
    """Asks for a name and offers to plan, to look around or to bring data across.

    `planned`, `sample_wanted` and `restored(path)` tell which was chosen.
    """

    planned = Signal()
    sample_wanted = Signal()
    restored = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.author = AuthorField(desk)
        self.plan_button = Button(
            tr("Plan a session"), self._plan, kind="primary", icon="plus", size="main"
        )
        self.sample_button = Button(tr("Open the sample"), self.sample_wanted.emit, size="main")
        self.restore_button = Button(
            tr("Choose a file"), self._restore, icon="folder-open", size="main"
        )
        self._pictures: list[QWidget] = []
        self._column = column(self._greeting(), self._name(), self._ways(), self._foot(), gap=22)
        inside = panel(self._column)
        inside.setMaximumWidth(theme().px(WIDE))
        across = row(gap=0)
        across.addStretch(1)
        across.addWidget(inside, 20)
        across.addStretch(1)
        self.setLayout(column(None, across, None, None, gap=0))

    def begin(self) -> None:
        """Take the focus to the name, or to the first way when it is known."""
        known = bool(self._desk.preferences.author)
        (self.plan_button if known else self.author.edit).setFocus()

    def _greeting(self) -> QWidget:
        words = Text(
            tr(
                "Plan your sessions, take the register, and collect the pledges people make. "
                "Everything stays on this laptop."
            ),
            "muted",
            wrap=True,
        )
        text = column(None, Text(tr("Welcome to Pledge Tree"), "today", wrap=True), words, None)
        sapling = Sapling(112)
        self._pictures.append(sapling)
        line = row(sapling, gap=28)
        line.addLayout(text, 1)
        return panel(line)

    def _name(self) -> QWidget:
        self.author.setMaximumWidth(theme().px(460))
        return panel(row(self.author, None))

    def _ways(self) -> QWidget:
        ways = (
            (
                "calendar-days",
                tr("Plan a session"),
                tr("Choose a date and a place, then add the people you expect. It takes a minute."),
                self.plan_button,
            ),
            (
                "trees",
                tr("Look around first"),
                tr("Try everything with a made-up programme of 40 sessions. Your own stays apart."),
                self.sample_button,
            ),
            (
                "laptop-minimal",
                tr("Bring data across"),
                tr("Moving from another laptop? Open its backup."),
                self.restore_button,
            ),
        )
        line = row(gap=20)
        for icon, title, words, button in ways:
            badge = _Badge(icon)
            self._pictures.append(badge)
            line.addWidget(_way(badge, title, words, button), 1)
        return panel(line)

    def _foot(self) -> QWidget:
        words = tr("Works without the internet. Nothing leaves this laptop.")
        return panel(row(IconText("wifi-off", words, size=18), None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        low = self.window().height() < theme().px(LOW)
        for picture in self._pictures:
            picture.setVisible(not low)
        self._column.setSpacing(12 if low else 22)

    def _plan(self) -> None:
        try:
            self.author.sign()
        except FieldError as error:
            self.author.set_error(str(error))
            self.author.edit.setFocus()
            return
        self.planned.emit()

    def _restore(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a backup"), str(Path.home()), tr("Pledge Tree backups (*.db)")
        )
        if chosen:
            self.restored.emit(chosen)


def _way(badge: QWidget, title: str, words: str, button: Button) -> Card:
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    heading = Text(title, "title", wrap=True)
    card = Card("", row(badge, None), heading, Text(words, "muted", wrap=True), padding=20, gap=8)
    card.add(None, 6, button)
    return card


class _Badge(QWidget):
    """An icon on a soft square."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(48), theme().px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        line = look.colour("softink") if look.high_contrast else None
        box(painter, rect, 8, look.colour("soft"), line)
        side = look.px(24)
        middle = rect.center()
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(painter, place, self._icon, "softink")
