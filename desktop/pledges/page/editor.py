"""Changing one pledge: its words, its maker, how it is shown, where it belongs, how it went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import Line
from desktop.language import tr
from desktop.people.languages import languages
from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.pledges.page.asking import NameQuestion
from desktop.pledges.page.entry import SHOW_KEYS
from desktop.pledges.page.maker import MakerField
from desktop.pledges.page.slip import SlipText
from desktop.pledges.page.words import outcome_words, show_words
from desktop.pledges.paper import card_fit
from desktop.pledges.wording import name_words, named
from desktop.printing.dates import day_words
from desktop.sessions.model import Session
from desktop.ui.buttons import Button
from desktop.ui.choices import LongTick, Radios, Ticks
from desktop.ui.controls import Combo
from desktop.ui.dialogs import Form
from desktop.ui.fields import Field
from desktop.ui.history import SETTLE, TwoVersions
from desktop.ui.keys import on_key
from desktop.ui.layout import panel, row


@dataclass(frozen=True)
class Choices:
    """What can be chosen for a pledge: people of the register, themes, sessions to move it to."""

    people: Sequence[Line]
    themes: Sequence[str]
    sessions: Sequence[Session]


class PledgeEditor(Form):
    """The form of one pledge.

    `save` is called with the pledge and how it went (None where nothing new was said), `delete`
    with the pledge, `history` when its history is wanted.
    """

    def __init__(
        self,
        parent: QWidget,
        made: Made,
        choices: Choices,
        save: Callable[[Pledge, Outcome | None], object],
        delete: Callable[[Pledge], object],
        history: Callable[[], object],
    ) -> None:
        super().__init__(parent, tr("Edit pledge"), self._save_pledge, width=620)
        self._made, self._choices = made, choices
        self._keep, self._delete, self._history = save, delete, history
        self._names = name_words(line.person for line in choices.people)
        self._build(made, choices)
        self.text.edit.textChanged.connect(self._check)
        self.show_as.chosen.connect(self._check)
        self.keep_off.toggled.connect(self._check)
        for number, show in enumerate(Show, 1):
            on_key(self, f"Alt+{number}", partial(self.show_as.choose, show))
        self._check()

    def _build(self, made: Made, choices: Choices) -> None:
        pledge = made.pledge
        self.text = SlipText(lines=4)
        self.text.edit.set_text(pledge.text)
        self.text.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.question = NameQuestion()
        word = named(pledge.text, self._names)
        self.question.reset(fine=word if pledge.checked else "")
        self.maker = MakerField(tr("Leave empty if the slip has no name."))
        self.maker.set_people(choices.people)
        if made.person:
            self.maker.add_person(made.person)
        self.maker.set_maker(made.person, pledge.maker)
        options = [(show, show_words(show), key) for show, key in SHOW_KEYS]
        self.show_as = Radios(tr("Show on the tree"), options)
        self.show_as.choose(pledge.show)
        self.keep_off = LongTick(
            tr("Keep it off the tree. It still counts, and nobody reads it there."),
            checked=pledge.refused,
        )
        sides = row(self.maker, Field(tr("Show on the tree"), self.show_as), gap=24)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        if pledge.review:
            self.add(TwoVersions(tr("Two laptops changed this pledge."), self._history, SETTLE))
        self.add(self.text, self.question, panel(sides), self.keep_off)
        self._add_themes(pledge, choices)
        self._add_lists(made, choices)
        self._add_buttons()

    def _add_buttons(self) -> None:
        remove = Button(tr("Delete pledge"), self._remove, kind="danger", icon="trash-2")
        self.delete_button = remove
        self.buttons.insertWidget(0, remove)
        self.buttons.insertWidget(1, Button(tr("History"), self._history, icon="history"))

    def _add_themes(self, pledge: Pledge, choices: Choices) -> None:
        # A theme that the programme no longer offers stays with the pledge.
        known = dict.fromkeys([*choices.themes, *pledge.themes])
        self.themes = Ticks(tr("Themes"), [(theme, theme) for theme in known], across=True)
        self.themes.set_values(pledge.themes)
        if known:
            self.add(Field(tr("Themes"), self.themes, optional=True))

    def _add_lists(self, made: Made, choices: Choices) -> None:
        self.language = Combo([("", tr("Not said")), *languages()])
        self.language.set_value(made.pledge.language)
        outcomes = [(outcome, outcome_words(outcome)) for outcome in Outcome]
        self.outcome = Combo([(None, tr("Not asked yet")), *outcomes])
        self.outcome.set_value(made.outcome)
        asked = tr("Asked on {day}.").format(day=day_words(made.asked)) if made.asked else ""
        went = Field(tr("How it went"), self.outcome, optional=True, hint=asked)
        lists = row(Field(tr("Language"), self.language, optional=True), went, gap=24)
        lists.setStretch(0, 1)
        lists.setStretch(1, 1)
        self.session = Combo([(s.id, _session_words(s)) for s in choices.sessions])
        self.session.set_value(made.pledge.session)
        self.add(panel(lists), Field(tr("Session"), self.session))

    def pledge(self) -> Pledge:
        """Return the pledge as the form has it now."""
        person, show = self.maker.person(), self.show_as.value()
        code = str(self.language.value() or "")
        before = self._made.pledge
        refused = self.keep_off.isChecked()
        named_ = named(self.text.text(), self._names)
        read = self.question.is_fine() or (before.checked and not named_)
        return replace(
            before,
            session=str(self.session.value() or self._made.pledge.session),
            text=self.text.text(),
            show=show if isinstance(show, Show) else self._made.pledge.show,
            person=person.id if person else "",
            maker="" if person else self.maker.name(),
            themes=tuple(str(theme) for theme in self.themes.values()),
            language=code,
            checked=read and not refused,
            refused=refused,
        )

    def _check(self) -> None:
        pledge = self.pledge()
        private = pledge.show is Show.NOT_ON_TREE
        self.keep_off.setVisible(not private)
        hidden = private or pledge.refused
        self.question.ask("" if hidden else named(pledge.text, self._names))
        person = self.maker.person()
        fit = card_fit(pledge.text, large=bool(person and person.large_print))
        if fit.fits:
            self.text.set_hint(tr("Fits its card at {n} pt.").format(n=f"{fit.size:g}"))
        else:
            self.text.set_hint(tr("Too long for a card. It ends with “…” there."))

    def _save_pledge(self) -> None:
        outcome = self.outcome.value()
        new = isinstance(outcome, Outcome) and outcome is not self._made.outcome
        self._keep(self.pledge(), outcome if new and isinstance(outcome, Outcome) else None)

    def _remove(self) -> None:
        self._delete(self._made.pledge)
        self.reject()


def _session_words(session: Session) -> str:
    return f"{session.title}, {day_words(session.date)}"
