"""One thing that the strip at the foot of the window says."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.buttons import LinkButton
from desktop.ui.labels import IconText
from desktop.ui.layout import row


class StripEntry(QWidget):
    """An icon with words and perhaps a link behind them."""

    def __init__(self, icon: str, weight: int = 400, *, whole: bool = False) -> None:
        super().__init__()
        self.words = IconText(icon, "", points=10, weight=weight, size=17)
        self.words.keep_whole(whole)
        self.link = LinkButton("")
        self.link.hide()
        self._callback: Callable[[], object] | None = None
        self._look, self._text, self._brief, self._is_brief = (icon, "muted", ""), "", "", False
        self.link.clicked.connect(self._press)
        self.setLayout(row(self.words, self.link, gap=14))
        self.hide()

    def tell(
        self,
        look: tuple[str, str, str],
        text: str,
        brief: str = "",
        link: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        self._look, self._text, self._brief = look, text, brief or text
        self._callback = pressed
        self._show()
        self.link.set_text(link)
        self.link.setVisible(bool(link))
        self.setVisible(bool(text))

    def be_brief(self, brief: bool) -> None:
        if brief != self._is_brief:
            self._is_brief = brief
            self._show()

    def _show(self) -> None:
        icon, tone, icon_tone = self._look
        self.words.show_words(icon, self._brief if self._is_brief else self._text, tone, icon_tone)

    def _press(self) -> None:
        if self._callback is not None:
            self._callback()
