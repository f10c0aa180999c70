"""Home’s small living picture: the tree of the programme, as it stands and as it grows."""

import time
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk import Desk
from desktop.language import count, tr
from desktop.progress import Progress
from desktop.ui import workers
from desktop.ui.painted import brush_for
from desktop.ui.sapling import paint_sapling
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tree.projector.director import Director
    from desktop.tree.projector.saying import Said
    from desktop.tree.projector.stage import Stage

WIDE, HIGH = 330, 236
SOON_MS, COUNTED_MS = 900, 100
"""So long after it is first shown the tree is loaded and its leaves are counted: the start is not
to be slower by it."""


class TreePicture(QWidget):
    """A programme's tree; `counted` tells how many leaves it has, None while that is not known.

    Leaves are counted, and what draws them is loaded, in workers when it was shown for a while;
    until then it is calm.
    """

    counted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._has_leaf = False
        self._told: tuple[int, int] | None = None
        self._desk: Desk | None = None
        self._programme = ""
        self._loads = False
        self.stage: Stage | None = None
        self.director: Director | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.load)
        self._count_soon = QTimer(self, interval=COUNTED_MS, singleShot=True)
        self._count_soon.timeout.connect(self.count)
        self._show_count()

    def show_tree(self, desk: Desk, programme: str, *, has_leaf: bool) -> None:
        """Show the tree of a programme, or what became of it; without a leaf it is a sapling.

        What was counted stays until it is counted anew.
        """
        if programme != self._programme:
            self._told = None
        if not has_leaf and self.director is None:  # which tells of what it draws
            self._told = (0, 0)
        self._desk, self._programme, self._has_leaf = desk, programme, has_leaf
        self._show_count()
        if self.isVisible():
            self._go_on()

    def tell(self, number: int, kept: int) -> None:
        """Tell how many leaves and blossoms there are."""
        self._told = number, kept
        self._show_count()

    def _show_count(self) -> None:
        words = tr("The programme’s tree")
        number, kept = self._told or (None, 0)
        if number is not None:
            words = count("A tree with {n} leaf", "A tree with {n} leaves", number)
        blossom = tr("{words}, {kept} in blossom").format(words=words, kept=f"{kept:,}")
        self.setAccessibleName(blossom if kept else words)
        if self.stage is not None:
            self.stage.setVisible(number != 0)
        self.update()
        self.counted.emit(number)

    def _go_on(self) -> None:
        if self.director is not None:
            self._show()
            return
        self._count_soon.start()
        if not self._loads:
            self._soon.start()

    def count(self) -> None:
        """Count the leaves, which what draws them does too later on."""
        desk, programme = self._desk, self._programme
        if desk is None or not self._has_leaf:
            return

        def work(_progress: Progress) -> tuple[int, int]:
            found = import_module("desktop.home.leaves").leaves(desk.store, programme)
            return found.number, found.kept

        def done(found: tuple[int, int]) -> None:
            if programme == self._programme and self._has_leaf and self.director is None:
                self.tell(*found)

        workers.run(self, work, done)

    def load(self) -> None:
        """Load what draws the tree, if there is one to draw."""
        if self._desk is None or not self._has_leaf or self._loads:
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
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        self._soon.stop()
        self._count_soon.stop()
        if self.director is not None:
            self.director.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.stage is not None:
            self.stage.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._told is None or self._told[0]:
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

    def prepares(self) -> "Callable[[Said], object]":
        """A number is said as quickly as prepared."""
        return lambda _said: None

    def take(self, prepared: object) -> None:
        """Nothing was prepared."""

    def say(self, said: "Said", *, still: bool = False) -> None:
        self.said = said
        self._picture.tell(said.number, said.kept)

    def tick(self) -> None:
        """Nothing here moves."""
