"""Something that was deleted, as a card: what it was, when it went, and bringing it back."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer

from desktop.errors import UserError
from desktop.history.looking import Gone
from desktop.history.returning import NeedsMoreError
from desktop.language import tr
from desktop.printing.direction import inside, joined
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.dates import long_date
from desktop.ui.labels import Text
from desktop.ui.layout import Tall, bring_into_view, column, row
from desktop.ui.notices import Notice


class GoneCard(Card):
    """Shows something that was deleted; its buttons call `past` and `back`.

    When `back` raises UserError, its sentence stands in the card. Where that says that another
    record is needed, that can come back too: then `back` is called with True.
    """

    def __init__(
        self, gone: Gone, today: date, past: Callable[[], object], back: Callable[[bool], object]
    ) -> None:
        super().__init__(gap=4, padding=14)
        self.gone, self._back = gone, back
        both = partial(self._bring_back, with_others=True)
        self.wrong = Notice("warn", "", button=tr("Bring that back too"), pressed=both)
        self.wrong.hide()
        title = inside(gone.title) or gone.about[0]
        self.past_button = Button(tr("History"), past, icon="history")
        self.past_button.setAccessibleName(tr("History of {title}").format(title=title))
        self.back_button = Button(tr("Bring it back"), self._bring_back)
        self.back_button.setAccessibleName(tr("Bring back {title}").format(title=title))
        lines = column(
            Text(title, "strong", wrap=True),
            Text(joined(*gone.about), wrap=True),
            Text(went(gone, today), "muted", wrap=True),
            gap=3,
        )
        line = row(gap=10)
        line.addLayout(lines, 1)
        line.addWidget(self.past_button)
        line.addWidget(self.back_button)
        self.add(Tall(column(line, self.wrong, gap=10)))

    def _bring_back(self, *, with_others: bool = False) -> None:
        try:
            self._back(with_others)
        except UserError as error:
            if self.wrong.button is not None:
                self.wrong.button.setVisible(isinstance(error, NeedsMoreError))
            self.wrong.show()
            self.wrong.tell(str(error))
            QTimer.singleShot(0, self.wrong, partial(bring_into_view, self.wrong))


def went(gone: Gone, today: date) -> str:
    """Return how, when and by whom something was deleted: “Delete pledge · Today, 14:03 · Siân”."""
    how = gone.deleted
    label = tr("Undone: {label}").format(label=how.label) if how.undone else how.label
    day = how.clock.date()
    when = tr("Today") if day == today else long_date(day, year=True)
    return joined(label, f"{when}, {how.clock:%H:%M}", how.author)
