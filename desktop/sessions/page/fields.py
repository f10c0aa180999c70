"""The fields of the plan form: the few that matter, and the rest folded under “More”."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.programmes.outcomes import OUTCOME_WORDS
from desktop.sessions.model import Counting
from desktop.sessions.page.names import NamesLine
from desktop.sessions.page.programme import ProgrammeChoice
from desktop.sessions.page.typed import NEW, Typed
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.choices import Radios, Ticks
from desktop.ui.controls import LineEdit, TextEdit
from desktop.ui.fields import DateField, Field, TimeField
from desktop.ui.layout import column, panel, row


class SessionFields(QWidget):
    """All fields of a session; `changed` tells each change a person makes."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._programmes: dict[str, Programme] = {}
        self._shown_for = ""
        self.title = LineEdit()
        self.date = DateField(tr("Date"), today=today)
        self.date.edit.setPlaceholderText(tr("Such as 8 Oct, or tomorrow"))
        self.start, self.end = TimeField(tr("Start")), TimeField(tr("End"))
        self.place = LineEdit()
        self.programme = ProgrammeChoice()
        self._make_more()
        self.fields = self._make_fields()
        self.more_button = Button(tr("More"), self.toggle_more, kind="quiet", icon="chevron-down")
        self.more = panel(self._more_column())
        self.more.hide()
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        times = row(self.date, self.start, self.end, gap=12)
        for at, share in enumerate((2, 1, 1)):
            times.setStretch(at, share)
        self.setLayout(
            column(
                Card(
                    "",
                    self.fields["title"],
                    times,
                    self.fields["place"],
                    self.programme,
                    row(self.more_button, None),
                    self.more,
                    gap=14,
                ),
                None,
            )
        )

    def _make_more(self) -> None:
        self.team = LineEdit()
        self.facilitators = NamesLine()
        self.capacity = LineEdit(limit=9)
        self.notes = TextEdit(lines=3)
        self.outcomes = Ticks(tr("Outcomes this session serves"), long=True)
        self.counting = Radios(
            tr("How people are counted"),
            [
                (Counting.BY_NAME.value, tr("By name, on a register")),
                (Counting.HEAD_COUNT.value, tr("As a head count only, without names")),
            ],
        )

    def _make_fields(self) -> dict[str, Field]:
        return {
            "title": Field(tr("Title"), self.title),
            "date": self.date,
            "start": self.start,
            "end": self.end,
            "place": Field(tr("Place"), self.place, optional=True),
            "programme": self.programme.new_field,
            "team": Field(tr("Team or locality"), self.team, optional=True),
            "facilitators": Field(
                tr("Who leads it"),
                self.facilitators,
                optional=True,
                hint=tr("Put a comma between names."),
            ),
            "capacity": Field(tr("Room for so many people"), self.capacity, optional=True),
            "counting": Field(tr("How people are counted"), self.counting),
            "outcomes": Field(tr("Outcomes this session serves"), self.outcomes, optional=True),
            "notes": Field(tr("Notes for you and your team"), self.notes, optional=True),
        }

    def _more_column(self) -> QVBoxLayout:
        names = ("team", "facilitators", "capacity", "counting", "outcomes", "notes")
        return column(*(self.fields[name] for name in names), gap=14)

    def _listen(self) -> None:
        for edit in (self.title, self.place, self.team, self.facilitators, self.capacity):
            edit.textChanged.connect(self.changed)
        for field in (self.date, self.start, self.end):
            field.edit.textChanged.connect(self.changed)
        self.notes.textChanged.connect(self.changed)
        self.outcomes.changed.connect(self.changed)
        self.counting.chosen.connect(self.changed)
        self.programme.changed.connect(self._on_programme)
        self.start.edit.left.connect(self._move_end)
        self._length = timedelta(hours=2)
        self.end.changed.connect(self._measure)

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        return Typed(
            title=self.title.text(),
            date=self.date.edit.text(),
            start=self.start.edit.text(),
            end=self.end.edit.text(),
            place=self.place.text(),
            programme=self.programme.value(),
            new_programme=self.programme.name.text() if self.programme.value() == NEW else "",
            team=self.team.text(),
            facilitators=self.facilitators.text(),
            capacity=self.capacity.text(),
            notes=self.notes.text(),
            outcomes=tuple(str(value) for value in self.outcomes.values()),
            counting=str(self.counting.value()),
        )

    def show_typed(self, typed: Typed) -> None:
        """Put words into the fields."""
        self.clear_errors()
        self.title.setText(typed.title)
        for field, text in ((self.start, typed.start), (self.end, typed.end)):
            field.edit.setText(text)
            field.check()
        self._measure()
        self.date.set_value(None)
        self.date.edit.setText(typed.date)
        if typed.date:
            self.date.check()
        self.place.setText(typed.place)
        self.programme.choose(typed.programme, typed.new_programme)
        self.team.setText(typed.team)
        self.facilitators.setText(typed.facilitators)
        self.capacity.setText(typed.capacity)
        self.notes.set_text(typed.notes)
        self.counting.choose(typed.counting)
        self._offer_outcomes(typed.outcomes)
        self.outcomes.set_values(typed.outcomes)

    def offer(self, programmes: Sequence[Programme], known: dict[str, list[str]]) -> None:
        """Offer programmes and what was typed before, by the name of the field."""
        self._programmes = {programme.id: programme for programme in programmes}
        self.programme.offer(programmes)
        for name in ("title", "place", "team", "facilitators"):
            getattr(self, name).suggest(known[name])

    def toggle_more(self) -> None:
        """Show the rest of the fields, or fold them away again."""
        self.show_more(self.more.isHidden())

    def show_more(self, shown: bool) -> None:
        """Show the rest of the fields or not."""
        self.more.setVisible(shown)
        self.more_button.set_icon("chevron-up" if shown else "chevron-down")
        self.more_button.set_text(tr("Less") if shown else tr("More"))

    def set_error(self, name: str, sentence: str) -> bool:
        """Show what is wrong beneath its field and go there; return whether it has a field."""
        name = "programme" if name == "name" else name
        field = self.fields.get(name)
        if field is None:
            return False
        if self.more.isAncestorOf(field):
            self.show_more(True)
        field.set_error(sentence)
        field.setFocus()
        return True

    def clear_errors(self) -> None:
        """Take away what was said to be wrong."""
        for field in self.fields.values():
            field.set_error("")

    def _on_programme(self) -> None:
        if self.programme.value() != self._shown_for:
            self._offer_outcomes(())
            self.outcomes.set_values(self._served())
        self.changed.emit()

    def _served(self) -> tuple[str, ...]:
        programme = self._programmes.get(self.programme.value())
        return (*programme.outcomes, *programme.own_outcomes) if programme else ()

    def _offer_outcomes(self, also: tuple[str, ...]) -> None:
        """Offer the outcomes of the programme, and others that the session has already."""
        self._shown_for = self.programme.value()
        keys = dict.fromkeys((*self._served(), *also))
        self.outcomes.set_options([(key, OUTCOME_WORDS.get(key, key)) for key in keys])
        self.fields["outcomes"].setVisible(bool(keys))

    def _measure(self) -> None:
        start, end = self.start.value(), self.end.value()
        if start and end and end > start:
            self._length = _moment(end) - _moment(start)

    def _move_end(self) -> None:
        """Keep the session as long as it was when it starts at another time."""
        start, end = self.start.value(), self.end.value()
        if start and end and _moment(end) - _moment(start) != self._length:
            moved = _moment(start) + self._length
            same_day = moved.date() == _moment(start).date()
            self.end.set_value(moved.time() if same_day else time(23, 59))


def _moment(clock: time) -> datetime:
    return datetime.combine(date(2000, 1, 1), clock)
