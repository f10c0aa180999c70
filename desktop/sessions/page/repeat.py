"""Planning several sessions at once: the days that come out are shown before they are kept."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal

from desktop.errors import FieldError, UserError
from desktop.language import count, tr
from desktop.sessions.actions import LONGEST_SERIES, weekly
from desktop.sessions.page.typed import day_words, read_days
from desktop.ui.cards import Card
from desktop.ui.controls import Combo, TextEdit
from desktop.ui.fields import DateField, Field
from desktop.ui.labels import Text
from desktop.ui.layout import column
from desktop.ui.stepper import Stepper

ONCE, WEEKS, DATES = "once", "weeks", "dates"


class Repeat(Card):
    """How often a session takes place; `changed` tells that other days come out.

    `taken(days)` returns which of the days have a session already.
    """

    changed = Signal()

    def __init__(
        self, today: Callable[[], date], taken: Callable[[Sequence[date]], Sequence[date]]
    ) -> None:
        super().__init__(tr("A series"), gap=14)
        self._today, self._taken = today, taken
        self._first: date | None = None
        self.how = Combo(
            [
                (ONCE, tr("Just this once")),
                (WEEKS, tr("Every week, or every few weeks")),
                (DATES, tr("On other dates too")),
            ]
        )
        self.weeks = Stepper(tr("Weeks from one to the next"), 1, 1, 52)
        self.until = DateField(tr("Last date"), today=today)
        self.dates = TextEdit(lines=4)
        self._weeks_field = Field(tr("Weeks from one to the next"), self.weeks)
        self.other_dates = Field(
            tr("The other dates"), self.dates, hint=tr("One a line, such as 22/10/2026 or 5 Nov.")
        )
        self.heading = Text("", "strong", wrap=True)
        self.days_text = Text("", "body", wrap=True)
        self.add(Field(tr("Takes place"), self.how), self._weeks_field, self.until)
        self.add(self.other_dates, column(self.heading, self.days_text, gap=4), None)
        self.how.chosen.connect(lambda _: self._refold())
        self.weeks.changed.connect(lambda _: self._show_days())
        self.until.changed.connect(self._show_days)
        self.dates.textChanged.connect(self._show_days)
        self.dates.left.connect(self._show_days)
        self._refold()

    def start_again(self) -> None:
        """Go back to one session only."""
        self.how.set_value(ONCE)
        self.dates.set_text("")
        self.until.set_value(None)
        self._refold()

    def set_first(self, first: date | None) -> None:
        """Say when the first session is."""
        if first != self._first:
            self._first = first
            self._show_days()

    def further(self, first: date) -> list[date]:
        """Return the days after the first, in order.

        Raises FieldError when they can't be read, or when there are none or too many.
        """
        self._first = first
        days = self._days()
        if self.how.value() != ONCE and not days:
            raise FieldError("series", self._nothing())
        return days

    def set_error(self, sentence: str) -> None:
        """Show what is wrong beneath the field it comes from."""
        weekly_ = self.how.value() == WEEKS
        self.until.set_error(sentence if weekly_ else "")
        self.other_dates.set_error("" if weekly_ else sentence)

    def set_focus(self) -> None:
        """Take the focus to where the days are typed."""
        (self.until if self.how.value() == WEEKS else self.dates).setFocus()

    def _days(self) -> list[date]:
        first, how = self._first, self.how.value()
        if first is None or how == ONCE:
            return []
        if how == WEEKS:
            until = self.until.value()
            return [] if until is None else self._within(weekly(first, until, self.weeks.value()))
        try:
            days = read_days(self.dates.text(), self._today())
        except UserError as error:
            raise FieldError("series", str(error)) from error
        return self._within([day for day in days if day != first])

    def _within(self, days: list[date]) -> list[date]:
        if len(days) >= LONGEST_SERIES:
            words = tr("A series can have 100 sessions. Choose an earlier last date.")
            raise FieldError("series", words)
        return days

    def _nothing(self) -> str:
        if self.how.value() == DATES:
            return tr("Type the other dates, one a line.")
        return tr("Choose a last date that is later than the first session.")

    def _refold(self) -> None:
        how = self.how.value()
        self._weeks_field.setVisible(how == WEEKS)
        self.until.setVisible(how == WEEKS)
        self.other_dates.setVisible(how == DATES)
        self._show_days()

    def _show_days(self) -> None:
        self.set_error("")
        try:
            days = self._days()
        except FieldError as error:
            if self.dates.hasFocus():
                return  # a date that is being typed is not wrong yet
            self.set_error(str(error))
            days = []
        first = [self._first] if self._first else []
        shown = sorted([*first, *days]) if days else []
        self.heading.setText(
            count("{n} session comes out", "{n} sessions come out", len(shown)) if shown else ""
        )
        self.days_text.setText(day_words(shown, self._taken(shown)) if shown else "")
        for part in (self.heading, self.days_text):
            part.setVisible(bool(shown))
        self.changed.emit()
