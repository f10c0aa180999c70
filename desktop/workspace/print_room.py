"""How the parts of the print page stand together, in a large window and in a small one."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.layout import Body, Tall, column, row
from desktop.ui.theme import theme
from desktop.workspace.finish_bar import FinishBar
from desktop.workspace.paper_list import PaperList
from desktop.workspace.paper_options import PaperOptions
from desktop.workspace.paper_sheet import PaperSheet

WIDE, SMALL, NARROW = 1180, 940, 760


class PrintRoom(QWidget):
    """The bar above; below the papers, the one shown, and its options.

    Where all three have no room beside each other, the options take the place of the papers while
    `fold` is pressed.
    """

    def __init__(
        self, bar: FinishBar, papers: PaperList, sheet: PaperSheet, options: PaperOptions
    ) -> None:
        super().__init__()
        self._bar, self._list, self._sheet, self._options = bar, papers, sheet, options
        self._unfolded = False
        self.fold = Button("", self._turn, icon="panel-right")
        sheet.add_button(self.fold)
        options.setFixedWidth(theme().px(264))
        parts = row(papers, sheet, options, gap=16)
        parts.setStretch(1, 1)
        whole = column(bar, gap=14)
        whole.addLayout(parts, 1)
        self.setLayout(column(Body(Tall(whole), scrolls=True)))
        theme().changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._arrange()

    def _arrange(self) -> None:
        look = theme()
        wide = self.width() >= look.px(WIDE)
        narrow = self.width() < look.px(NARROW)
        self._bar.be_narrow(narrow)
        self._sheet.be_narrow(narrow)
        self._list.be_small(self.width() < look.px(SMALL), narrow)
        self._options.setFixedWidth(look.px(264))
        self._options.setVisible(wide or self._unfolded)
        self._list.setVisible(wide or not self._unfolded)
        self.fold.set_text(tr("All papers") if self._unfolded else tr("Options"))
        self.fold.setVisible(not wide)
