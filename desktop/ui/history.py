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
SETTLE = tr("Make it right and save, or choose one of the two. Both stay in its history.")
CHOOSE = tr("Choose the one that holds. The others stay here.")


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

    @property
    def review(self) -> bool:
        """Whether it is one of several of which a person has to choose one."""
        ...

    @property
    def apart(self) -> Sequence[Change]:
        """What it says, as `after`, in the fields in which those to choose from differ."""
        ...


Say = Callable[[str, Any], str]
"""Returns the words for a field's value."""
Draw = Callable[[str, Any], QWidget | None]
"""Returns what shows a field's value better than words, None where words do."""


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

    `labels` has the words of the fields to show; others stay unseen. What `draw` returns stands
    below the words. `told(text, change id)` is called when somebody went back. Where two laptops
    changed the record, their versions stand first and one of them can be kept. `see_deleted` is
    called, once it has closed, when somebody asks for what was deleted from the record.
    """

    def __init__(
        self,
        parent: QWidget | None,
        history: History,
        labels: Mapping[str, str],
        told: Callable[[str, str], object],
        say: Say = plain_words,
        title: str = "",
        draw: Draw = lambda _field, _value: None,
        see_deleted: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent, title or tr("History"), width=640)
        self._history, self._labels, self._told, self._say = history, labels, told, say
        self._draw = draw
        self._rest = list(history.steps())
        if not self._rest:
            self.add(Text(tr("Nothing was changed yet."), "muted"))
        self.wrong = Notice("danger", "")
        self.wrong.hide()
        if any(step.review for step in self._rest):
            # However old, they are not left for somebody to ask for.
            self._rest.sort(key=lambda step: not step.review)
            self.add(Notice("warn", tr("Two laptops changed this."), CHOOSE))
        self.older = Button(tr("Show older versions"), self._show_some, kind="quiet")
        self.close_button = self.add_button(Button(tr("Close"), self.reject))
        if see_deleted is not None:
            self._offer_deleted(see_deleted)
        self.add(self.wrong, self.older)
        self._show_some()

    def _offer_deleted(self, see_deleted: Callable[[], object]) -> None:
        def see() -> None:
            self.reject()
            see_deleted()

        words = tr("What was deleted from it")
        self.buttons.insertWidget(0, Button(words, see, icon="archive-restore"))

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
        if words := _offer(step):
            again = Button(words, partial(self._on_chosen, step), size="small")
            spoken = tr("Keep that of {when}") if step.review else tr("Go back to {when}")
            again.setAccessibleName(spoken.format(when=when))
            top.addWidget(again)
        what = tr("{label}, {who}").format(label=step.label, who=step.author)
        about = Text(what if step.author else step.label, "muted", wrap=True)
        lines = [Text(words, wrap=True) for words in self._lines(step)]
        drawn = (self._draw(one.field, one.after) for one in step.apart or step.differences)
        return Card("", top, about, *lines, *filter(None, drawn), gap=4)

    def _lines(self, step: Step) -> list[str]:
        if step.deleted:
            return [tr("Deleted")]
        if apart := [one for one in step.apart if one.field in self._labels]:
            return [self._said(one) for one in apart]
        lines = [self._line(one) for one in step.differences if one.field in self._labels]
        return [line for line in lines if line]

    def _line(self, change: Change) -> str:
        name = self._labels[change.field]
        before, after = (self._say(change.field, value) for value in (change.before, change.after))
        if before and after and before != after:
            return tr("{name}: {before} → {after}").format(name=name, before=before, after=after)
        if after:
            return tr("{name}: {after}").format(name=name, after=after)
        return (
            tr("{name}: {before} was taken out").format(name=name, before=before) if before else ""
        )

    def _said(self, change: Change) -> str:
        said = self._say(change.field, change.after) or tr("nothing")
        return tr("{name}: {after}").format(name=self._labels[change.field], after=said)

    def _on_chosen(self, step: Step) -> None:
        try:
            change = self._history.go_back(step.rev)
        except UserError as error:
            self.wrong.tell(str(error))
            self.wrong.show()
            return
        settled = tr("One version was chosen"), tr("Gone back to an earlier version")
        self._told(settled[0] if step.review else settled[1], change)
        self.accept()


def _offer(step: Step) -> str:
    """Return the words of a version's button, empty where there is nothing to choose."""
    if step.review:
        return tr("Leave it deleted") if step.deleted else tr("Keep this one")
    return "" if step.now or step.deleted else tr("Go back to this")


class TwoVersions(Notice):
    """Says that two laptops changed a record; `see` is called to show both."""

    def __init__(self, first: str, see: Callable[[], object], rest: str = "") -> None:
        words = rest or tr("Choose which one holds. Both stay in the history.")
        super().__init__("warn", first, words, button=tr("See both"), pressed=see)
