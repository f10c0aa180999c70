"""Choosing the organisation's logo, showing it small, and taking it away."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import tr
from desktop.printing.logo import small_logo
from desktop.store.files import plain_file_errors
from desktop.tree.logo import LARGEST, keep_logo, remove_logo
from desktop.ui.theme import theme
from desktop.ui.workers import run

MOST_BYTES = 40_000_000
"""Of a file that is read at all."""
_SMALL = (120, 44)  # design px


class Logos(QObject):
    """Keeps a picture file as a programme's logo.

    `told` carries what was done and the change to undo, `troubled` why a picture can't be used.
    """

    told = Signal(str, str)
    troubled = Signal(str)

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        super().__init__(owner)
        self._owner, self._desk = owner, desk

    def choose(self, programme: str) -> None:
        """Ask for a picture file and keep it."""
        kinds = tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(self._owner, tr("Choose a logo"), "", kinds)
        if chosen:
            self.take(programme, Path(chosen))

    def take(self, programme: str, path: Path) -> None:
        """Keep a picture file as the logo, small."""
        store = self._desk.store

        def work(_: object) -> str:
            with plain_file_errors(path.parent), path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                words = tr("This picture is larger than {n} MB. Choose a smaller one.")
                raise UserError(words.format(n=MOST_BYTES // 1_000_000))
            picture = small_logo(content, LARGEST)
            with store.change(tr("Choose logo")) as change:
                keep_logo(change, programme, picture)
            return change.id

        run(
            self,
            work,
            lambda change: self.told.emit(tr("Logo kept"), change),
            failed=lambda error: self.troubled.emit(str(error)),
        )

    def remove(self, programme: str) -> None:
        """Take the logo away."""
        with self._desk.store.change(tr("Remove logo")) as change:
            remove_logo(change, programme)
        self.told.emit(tr("Logo removed"), change.id)


def logo_picture(logo: bytes, ratio: float) -> QPixmap:
    """Return a logo as a small picture for a screen of that ratio; a null one if it is none."""
    image = QImage.fromData(logo) if logo else QImage()
    if image.isNull():
        return QPixmap()
    wide, high = (round(theme().px(side) * ratio) for side in _SMALL)
    small = image.scaled(
        wide,
        high,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    small.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(small)
