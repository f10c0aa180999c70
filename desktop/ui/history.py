"""The history of one record: who changed what and when, and going back to a version."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.dates import long_date, short_date
from desktop.ui.dialogs import Dialog
from desktop.ui.labels import Text
from desktop.ui.layout import row
from desktop.ui.notices import Notice

AT_ONCE = 30
"""So many versions are shown before somebody asks for older ones."""


class Change(Protocol):
    """One field that a version changed."""

    @property
    def field(self) -> str:
        """The record's name of the field."""
        ...

    @property
    def before(self) -> Any:
        """What it was, None where the record is new."""
        ...

    @property
    def after(self) -> Any:
        """What it became."""
        ...


class Step(Protocol):
    """One version of a record, as `store.history` has it."""

    @property
    def rev(self) -> str:
        """Its revision."""
        ...

    @property
    def clock(self) -> datetime:
        """When it was made."""
        ...

    @property
    def author(self) -> str:
        """Who made it."""
        ...

    @property
    def label(self) -> str:
        """In which change."""
        ...

    @property
    def differences(self) -> Sequence[Change]:
        """What it changed."""
        ...

    @property
    def deleted(self) -> bool:
        """Whether the record was deleted by it."""
        ...

    @property
    def now(self) -> bool:
        """Whether it is the one that is shown now."""
        ...


Say = Callable[[str, Any], str]
"""Returns the words for a field's value."""


def plain_words(_field: str, value: Any) -> str:
    """Return the words for a value of a plain kind, empty where there is none."""
    match value:
        case None | "" | ():
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case datetime():
            return f"{short_date(value.date())} {value:%H:%M}"
        case date():
            return long_date(value, year=True)
        case time():
            return f"{value:%H:%M}"
        case Enum():
            return str(value.value)
        case tuple():
            return ", ".join(str(one) for one in value)
        case _:
            return str(value)


class History(Protocol):
    """The history of a record, as `store.history.History` is one."""

    def steps(self) -> Sequence[Step]:
        """Return the versions, the latest first."""
        ...

    def go_back(self, rev: str) -> str:
        """Make the record what it was in a version; returns the id of that change."""
        ...


class HistoryDialog(Dialog):
    """Shows the versions of a record, the latest first; one can be gone back to.

    `labels` has the words of the fields to show; others stay unseen. `told(text, change id)` is
    called when somebody went back.
    """

    def __init__(
        self,
        parent: QWidget | None,
        history: History,
        labels: Mapping[str, str],
        told: Callable[[str, str], object],
        say: Say = plain_words,
    ) -> None:
        super().__init__(parent, tr("History"), width=640)
        self._history, self._labels, self._told, self._say = history, labels, told, say
        self._rest = list(history.steps())
        self.wrong = Notice("danger", "")
        self.wrong.hide()
        self.older = Button(tr("Show older versions"), self._show_some, kind="quiet")
        self.close_button = self.add_button(Button(tr("Close"), self.reject))
        self.add(self.wrong, self.older)
        self._show_some()

    def _show_some(self) -> None:
        some, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        for step in some:
            self.body.insertWidget(self.body.indexOf(self.older), self._card(step))
        self.older.setVisible(bool(self._rest))
        self.fit()

    def _card(self, step: Step) -> Card:
        when = f"{long_date(step.clock.date(), year=True)}, {step.clock:%H:%M}"
        top = row(Text(when), None, gap=10)
        if step.now:
            top.addWidget(Text(tr("Now"), "strong"))
        elif not step.deleted:
            again = Button(tr("Go back to this"), partial(self._on_chosen, step.rev), size="small")
            again.setAccessibleName(tr("Go back to {when}").format(when=when))
            top.addWidget(again)
        what = tr("{label}, {who}").format(label=step.label, who=step.author)
        about = Text(what if step.author else step.label, "muted", wrap=True)
        lines = [Text(words, wrap=True) for words in self._lines(step)]
        return Card("", top, about, *lines, gap=4)

    def _lines(self, step: Step) -> list[str]:
        if step.deleted:
            return [tr("Deleted")]
        lines = [self._line(one) for one in step.differences if one.field in self._labels]
        return [line for line in lines if line]

    def _line(self, change: Change) -> str:
        name = self._labels[change.field]
        before, after = (self._say(change.field, value) for value in (change.before, change.after))
        if before and after:
            return tr("{name}: {before} → {after}").format(name=name, before=before, after=after)
        if after:
            return tr("{name}: {after}").format(name=name, after=after)
        return (
            tr("{name}: {before} was taken out").format(name=name, before=before) if before else ""
        )

    def _on_chosen(self, rev: str) -> None:
        try:
            change = self._history.go_back(rev)
        except UserError as error:
            self.wrong.tell(str(error))
            self.wrong.show()
            return
        self._told(tr("Gone back to an earlier version"), change)
        self.accept()
