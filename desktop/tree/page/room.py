"""How the parts of the tree room stand together, in a large window and in a small one."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from desktop.language import tr
from desktop.tree.page.acting import Acting
from desktop.tree.page.situation import Situation
from desktop.ui.cards import Card
from desktop.ui.layout import Body, Scroll, Tall, column, panel, row
from desktop.ui.notices import Notice
from desktop.ui.painted import box, brush_for
from desktop.ui.segments import Segments
from desktop.ui.tabbing import tab_as_laid_out
from desktop.ui.theme import theme

WIDE = 1180
LEFT, RIGHT, LEAST = 284, 296, 780
PLEDGES, LOOK, PAPER = "pledges", "look", "paper"


class TreeRoom(QWidget):
    """Choices at the left, the poster in the middle, its paper and the buttons at the right.

    In a narrow window the paper is a third part of the choices. `adopted` asks to go
    on here with a tree of another laptop.
    """

    adopted = Signal()

    def __init__(
        self, pledges: QWidget, look: QWidget, preview: QWidget, paper: QWidget, acting: Acting
    ) -> None:
        super().__init__()
        self._acting = acting
        words = [(PLEDGES, tr("Pledges")), (LOOK, tr("Look")), (PAPER, tr("Paper"))]
        self.parts = Segments(tr("What to choose"), words, small=True)
        self._choices = QStackedWidget()
        scrolls = {PLEDGES: _scroll(pledges), LOOK: _scroll(look), PAPER: _scroll(paper)}
        self._scrolls = scrolls
        for scroll in scrolls.values():
            self._choices.addWidget(scroll)
        self.left = Card("", self.parts, padding=12, gap=8)
        self.left.body.addWidget(self._choices, 1)
        self.right = Card("", padding=12, gap=8)
        self.trouble = Notice("warn", "", icon="triangle-alert")
        self.about = Notice("info", "")
        here = tr("Go on with it here")
        self.elsewhere = Notice("info", "", button=here, pressed=self.adopted.emit, icon="sprout")
        middle = column(gap=10)
        for notice in (self.trouble, self.about, self.elsewhere):
            notice.hide()
            middle.addWidget(notice)
        middle.addWidget(preview, 1)
        across = row(self.left, gap=14)
        across.addWidget(_Sunken(middle), 1)
        across.addWidget(self.right)
        self.setLayout(column(Body(panel(across)), gap=0))
        self.parts.chosen.connect(self._turn)
        theme().changed.connect(self._arrange)
        self._wide: bool | None = None
        self._arrange()

    def show_part(self, key: str) -> None:
        """Bring a part of the choices to the front; where it is wide the paper is in sight."""
        if key != PAPER or not self._wide:
            self.parts.choose(key)

    def show_trouble(self, sentence: str) -> None:
        """Show what hinders printing or saving; empty words take that away."""
        self.trouble.setVisible(bool(sentence))
        if sentence:
            first, _, rest = sentence.partition(". ")
            self.trouble.tell(f"{first}." if rest else first, rest)

    def show_situation(self, situation: Situation | None) -> None:
        """Show what is to be known of the tree, or nothing."""
        elsewhere = situation is not None and situation.elsewhere
        self.about.setVisible(situation is not None and not elsewhere)
        self.elsewhere.setVisible(elsewhere)
        if situation is not None:
            notice = self.elsewhere if elsewhere else self.about
            if notice.text() != f"{situation.first} {situation.rest}":
                notice.tell(situation.first, situation.rest)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(LEAST), theme().px(280))  # of the small one: it may fold at once

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _turn(self, key: str) -> None:
        self._choices.setCurrentWidget(self._scrolls[key])

    def _arrange(self) -> None:
        look = theme()
        self.left.setFixedWidth(look.px(LEFT))
        self.right.setFixedWidth(look.px(RIGHT))
        wide = self.width() >= look.px(WIDE)
        if wide == self._wide:
            return
        self._wide = wide
        paper = self._scrolls[PAPER]
        if wide and self.parts.value() == PAPER:
            self.parts.choose(PLEDGES)
        self.parts.show_option(PAPER, not wide)
        self._acting.be_compact(not wide)
        if wide:
            self._choices.removeWidget(paper)
            self.right.body.addWidget(paper, 1)
            self.right.body.addWidget(self._acting)
        else:
            self._choices.addWidget(paper)
            self.left.body.addWidget(self._acting)
            self._turn(self.parts.value())
        paper.setVisible(wide or self.parts.value() == PAPER)
        self.right.setVisible(wide)
        tab_as_laid_out(self)


def _scroll(inside: QWidget) -> Scroll:
    return Scroll(Tall(column(inside, margins=(0, 0, 6, 0))))


class _Sunken(QWidget):
    """The darker ground on which the poster lies."""

    def __init__(self, inside: QLayout) -> None:
        super().__init__()
        inside.setContentsMargins(12, 10, 12, 12)
        self.setLayout(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        box(brush_for(self), QRectF(self.rect()), 12, look.colour("sunken"), look.colour("line"))
