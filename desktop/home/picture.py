"""Home’s small living picture: the tree of the programme, as it stands and as it grows."""

import time
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk import Desk
from desktop.language import count, tr
from desktop.ui import workers
from desktop.ui.painted import brush_for
from desktop.ui.sapling import paint_sapling
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.tree.projector.director import Director
    from desktop.tree.projector.saying import Said
    from desktop.tree.projector.stage import Stage

WIDE, HIGH = 330, 236
SOON_MS = 900
"""So long after it is first shown the tree is loaded: the start is not to be slower by it."""


class TreePicture(QWidget):
    """A programme's tree; `counted` tells its leaves and blossoms once it is drawn.

    What draws it is loaded in a worker when it was shown for a while; until then it is calm.
    """

    counted = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._told: tuple[int, int] | None = None
        self._desk: Desk | None = None
        self._programme = ""
        self._loads = False
        self.stage: Stage | None = None
        self.director: Director | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.load)
        self.show_leaves(0, 0)

    def show_leaves(self, number: int, kept: int) -> None:
        """Say how many leaves and blossoms there are; without leaves there is a sapling."""
        self._number = number
        words = count("A tree with {n} leaf", "A tree with {n} leaves", number)
        blossom = tr("{words}, {kept} in blossom").format(words=words, kept=f"{kept:,}")
        self.setAccessibleName(blossom if kept else words)
        if self.stage is not None:
            self.stage.setVisible(bool(number))
        self.update()

    def show_tree(self, desk: Desk, programme: str) -> None:
        """Show the tree of a programme, or what became of it."""
        known, self._desk, self._programme = self._programme == programme, desk, programme
        if known and self._told is not None:  # what is drawn counts, until it is drawn anew
            self.tell(*self._told)
        if self.director is not None and self.isVisible():
            self._show()
        elif self.isVisible() and not self._loads:
            self._soon.start()

    def tell(self, number: int, kept: int) -> None:
        """Tell how many leaves and blossoms are drawn."""
        self._told = number, kept
        self.show_leaves(number, kept)
        self.counted.emit(number, kept)

    def load(self) -> None:
        """Load what draws the tree, if there is one to draw."""
        if self._desk is None or not self._number or self._loads:
            return
        self._loads = True
        name = "desktop.tree.projector.director"
        workers.run(self, lambda _progress: import_module(name), lambda _: self._build())

    def _build(self) -> None:
        from desktop.tree.projector.colours import colours
        from desktop.tree.projector.director import Director
        from desktop.tree.projector.stage import Stage

        assert self._desk is not None, "nothing is loaded before there is something to show"
        look = theme()
        self.stage = Stage(time.monotonic, colours(look.name, "surface"), small=True)
        self.stage.setParent(self)
        self.stage.setGeometry(self.rect())
        self.director = Director(self._desk.store, self.stage, _Counter(self), keeps=False)
        look.changed.connect(self._restyle)
        if self.isVisible():
            self.stage.show()
            self._show()

    def _show(self) -> None:
        from desktop.tree.projector.motion import is_still

        assert self._desk is not None
        if self.stage is not None and self.director is not None:
            self.stage.still = is_still(self._desk.preferences)
            self.director.show_programme(self._programme)

    def _restyle(self) -> None:
        from desktop.tree.projector.colours import colours

        if self.stage is not None and self.director is not None:
            self.stage.set_colours(colours(theme().name, "surface"))
            self.director.go_on()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)

    def showEvent(self, event: QShowEvent) -> None:
        if self.director is not None:
            self._show()
        elif not self._loads:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._soon.stop()
        if self.director is not None:
            self.director.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.stage is not None:
            self.stage.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._number:
            return
        rect = QRectF(self.rect())
        side = min(rect.width(), rect.height(), 96)
        left = rect.center().x() - side / 2
        place = QRectF(left, rect.bottom() - side * 0.92, side, side * 0.92)
        paint_sapling(brush_for(self), place)


class _Counter:
    """Tells the picture what the director says of its tree."""

    moves = False

    def __init__(self, picture: TreePicture) -> None:
        from desktop.tree.projector.saying import Said

        self._picture = picture
        self.said: Said = Said()

    def prepare(self, said: "Said") -> None:
        """A number is said as quickly as prepared."""

    def say(self, said: "Said", *, still: bool = False) -> None:
        self.said = said
        self._picture.tell(said.number, said.kept)

    def tick(self) -> None:
        """Nothing here moves."""
