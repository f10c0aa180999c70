"""The card of the pledge that is being typed: drawn by the paper's own fit."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.pledges.paper import card_fit
from desktop.printing.fit import Fit
from desktop.ui.cards import Bar
from desktop.ui.labels import IconText, Text
from desktop.ui.layout import column, row
from desktop.ui.painted import brush_for, leaf_path, words
from desktop.ui.theme import theme

WIDTH, HEIGHT = 172, 110
_LEAF = 136.5, 93.0  # mm: the leaf on a card of A6
_LEAF_LARGE = 196.0, 134.5  # mm: on the large print card
_SIDE, _ABOVE, _FOOT = 11.0, 10.0, 9.5  # mm
_POINT = 25.4 / 72  # mm
_BASELINE = 0.275  # of the size, from the middle of a line down to where its letters stand
_FINER = 4  # type is set this much larger and drawn smaller, so that lines end as on paper


class CardPreview(QWidget):
    """A small picture of the card, its lines broken and sized as on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._fit: Fit | None = None
        self._large = self._private = False
        self._foot, self._tint = "", 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The card"))

    def show_card(self, fit: Fit | None, foot: str, *, tint: int, large: bool) -> None:
        """Show a pledge's fit, and its maker and day at the foot."""
        self._fit, self._foot, self._tint, self._large = fit, foot, tint, large
        self.setAccessibleDescription(" ".join(fit.lines) if fit else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        wide, high = _LEAF_LARGE if self._large else _LEAF
        scale = min((self.width() - 2) / wide, (self.height() - 2) / high)
        card = QRectF(1, 1, wide * scale, high * scale)
        path = leaf_path(card, look.px(22), 3)
        painter.fillPath(path, look.colour(f"leaf{self._tint}"))
        painter.strokePath(path, look.colour("edge" if look.high_contrast else "line"))
        side, above = _SIDE * scale, _ABOVE * scale
        foot = QRectF(side, card.bottom() - (_FOOT + 5) * scale, card.width() - 2 * side, 6 * scale)
        small = QFont(look.font(11))
        small.setPixelSize(max(7, round((18 if self._large else 12) * _POINT * scale)))
        words(painter, foot, self._foot, small, look.colour("text"))
        if self._fit is not None:
            self._paint_lines(painter, self._fit, scale, QPointF(1 + side, 1 + above))

    def _paint_lines(self, painter: QPainter, fit: Fit, scale: float, start: QPointF) -> None:
        size = fit.size * _POINT * scale
        font = QFont(theme().font(11, 500))
        font.setPixelSize(max(1, round(size * _FINER)))
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        painter.scale(1 / _FINER, 1 / _FINER)
        for number, line in enumerate(fit.lines):
            base = start.y() + ((number + 0.5) * fit.leading + _BASELINE) * size
            painter.drawText(QPointF(_FINER * start.x(), _FINER * base), line)


class OnTheCard(QWidget):
    """The card with what there is to say about it: its type, its lines, whether all fits."""

    def __init__(self) -> None:
        super().__init__()
        self.card = CardPreview()
        self._title = Text(tr("On the card"), "label")
        self.verdict = IconText("circle-check", "", weight=600, tone="softink")
        self._bar = Bar(0.0, tr("Lines used"), height=7)
        self.note = Text("", "caption", wrap=True)
        said = column(self._title, self.verdict, self._bar, self.note, None, gap=5)
        across = row(self.card, gap=14)
        across.addLayout(said, 1)
        self.setLayout(across)

    def show_text(self, text: str, foot: str, *, tint: int, large: bool) -> None:
        """Show how a pledge will stand on its card."""
        empty = not text.strip()
        fit = None if empty else card_fit(text, large=large)
        self.card.show_card(fit, foot, tint=tint, large=large)
        self._title.setText(tr("On the large print card") if large else tr("On the card"))
        self._bar.setVisible(not empty)
        self.verdict.setVisible(not empty)
        # The verdict says it too; without this line the note has the room it needs.
        self._title.setVisible(empty or large)
        if fit is None:
            self.note.setText(tr("Type the pledge to see how it fits."))
            return
        self._bar.set_share(min(1.0, len(fit.lines) / max(1, fit.room)))
        if fit.fits:
            size = f"{fit.size:g}"
            self.verdict.show_words("circle-check", tr("Fits at {n} pt").format(n=size), "softink")
        else:
            self.verdict.show_words("scissors", tr("Too long for a card"), "warnink")
        self.note.setText(_note(text, fit, large))


def _note(text: str, fit: Fit, large: bool) -> str:
    if not fit.fits:
        return tr("The card ends with “…”. Shorten the words, or leave them as they are.")
    used = tr("{used} of {room} lines used.").format(used=len(fit.lines), room=fit.room)
    if large:
        return used
    too = card_fit(text, large=True).fits
    more = tr("The large print card fits too.") if too else tr("Too long for a large print card.")
    return f"{used} {more}"
