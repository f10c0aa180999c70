"""Typing in a paper slip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import Line as RegisterLine
from desktop.language import tr
from desktop.pledges.actions import Made
from desktop.pledges.model import Pledge, Show
from desktop.pledges.page.asking import NameQuestion
from desktop.pledges.page.maker import MakerField
from desktop.pledges.page.preview import OnTheCard
from desktop.pledges.page.slip import LanguageButton, SlipText
from desktop.pledges.page.themes import ThemesButton
from desktop.pledges.page.words import show_words
from desktop.pledges.paper import tint_of
from desktop.pledges.wording import name_words, named
from desktop.printing.dates import day_words
from desktop.printing.direction import inside
from desktop.store.record import new_id
from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Line
from desktop.ui.choices import Radio, Radios
from desktop.ui.fields import Field
from desktop.ui.keys import on_key
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.theme import theme

LOW = 520
"""How high a window is low, in design px."""

SHOW_KEYS = tuple(zip(Show, ("Alt 1", "Alt 2", "Alt 3"), strict=True))


@dataclass(frozen=True)
class Offer:
    """What a session offers while a slip is typed in."""

    session: str
    day: date
    prompts: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


class Entry(Card):
    """A slip while it is typed in.

    `submitted` asks for it to be kept, `changed` tells after each stroke.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self) -> None:
        self.counter = Text("", "caption")
        super().__init__(tr("Type in a paper slip"), aside=self.counter, padding=16, gap=8)
        self._offer = Offer("", date.min)
        self._id = new_id()
        self._names: frozenset[str] = frozenset()
        self.text = SlipText()
        self.question = NameQuestion()
        self.maker = MakerField(tr("Leave empty if the slip has no name."))
        self.themes = ThemesButton()
        self.language = LanguageButton()
        options = [(show, show_words(show), key) for show, key in SHOW_KEYS]
        self.show_as = Radios(tr("Show on the tree"), options)
        self.show_field = Field(tr("Show on the tree"), self.show_as)
        self.preview = OnTheCard()
        self.add_button = Button(
            tr("Add pledge"), self.submitted.emit, kind="primary", key=tr("Ctrl Enter"), size="main"
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.text.add_aside(self.language)
        self.text.add_aside(self.themes)
        left = column(self.maker, None, gap=0)
        right = column(self.show_field, None, gap=0)
        sides = row(gap=16)
        sides.addLayout(left, 5)
        sides.addLayout(right, 6)
        inside = column(self.text, self.question, sides, Line(), self.preview, None, gap=9)
        inside.setContentsMargins(2, 2, 2, 2)
        self.body.addWidget(Scroll(panel(inside)), 1)
        self.body.addWidget(self.add_button)
        self._order()

    def _order(self) -> None:
        """Have Tab go the way a slip is read; what is seldom needed comes last."""
        order: list[QWidget] = [self.text.edit, self.question.fine_button, self.maker]
        order += self.show_as.findChildren(Radio)
        order += [self.themes, self.language, self.text.prompt_button, self.add_button]
        # A field with a proxy goes as a whole: Tab would turn round at one that follows its own.
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.text.edit.textChanged.connect(self._on_words)
        self.maker.edit.textChanged.connect(self._on_changed)
        for choice in (self.themes.changed, self.language.chosen, self.question.answered):
            choice.connect(self._on_changed)
        self.show_as.chosen.connect(self._on_show)
        for number, show in enumerate(Show, 1):
            on_key(self, f"Alt+{number}", partial(self._add_as, show), whole_window=True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_key(self, keys, self.submitted.emit, whole_window=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """In a low window leave out what is not needed, so that all choices are in view."""
        low = self.window().height() < theme().px(LOW)
        for part in (self.heading, self.counter):
            part.setVisible(not low)
        self.text.edit.set_lines(2 if low else 3)
        self.add_button.size_name = "normal" if low else "main"
        self.add_button.updateGeometry()

    def set_offer(self, offer: Offer, people: Sequence[RegisterLine], number: int) -> None:
        """Show what a session offers; `number` is that of this slip. What is typed stays."""
        self._offer = offer
        self._names = name_words(line.person for line in people)
        self.counter.setText(tr("Slip {n}").format(n=f"{number:,}"))
        self.text.set_prompts(offer.prompts)
        self.themes.set_themes(offer.themes)
        self.maker.set_people(people)
        self._show()

    def shown_as(self) -> Show | None:
        """Return how the pledge may be shown, None while nothing was chosen."""
        value = self.show_as.value()
        return value if isinstance(value, Show) else None

    def pledge(self) -> Pledge:
        """Return the pledge as it was typed; one that nobody chose for is not on the tree."""
        person = self.maker.person()
        return Pledge(
            id=self._id,
            session=self._offer.session,
            text=self.text.text(),
            show=self.shown_as() or Show.NOT_ON_TREE,
            person=person.id if person else "",
            maker="" if person else self.maker.name(),
            themes=self.themes.values(),
            language=self.language.value(),
            checked=self.question.is_fine(),
            made=self._offer.day,
        )

    def clear(self) -> None:
        """Begin the next slip."""
        self.restore({})

    def state(self) -> dict[str, Any]:
        """Return what was typed so far, empty where that is nothing."""
        person, show = self.maker.person(), self.shown_as()
        found = {
            "text": self.text.text(),
            "name": self.maker.name(),
            "person": person.id if person else "",
            "themes": list(self.themes.values()),
            "language": self.language.chosen_value(),
            "show": show.value if show else "",
        }
        return {key: value for key, value in found.items() if value}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what was typed before."""
        self._id = new_id()
        self.question.reset()
        self.text.edit.set_text(str(state.get("text", "")))
        self.maker.set_typed(str(state.get("name", "")), str(state.get("person", "")))
        self.themes.set_values(state.get("themes", ()))
        self.language.choose(state.get("language"))
        known = {show.value: show for show in Show}
        self.show_as.choose(known.get(str(state.get("show", ""))))
        self.text.set_error("")
        self.show_field.set_error("")
        self._show()

    def ask_for_choice(self) -> None:
        """Say beneath the choices that one of them is needed."""
        self.show_field.set_error(tr("Choose one, or press Alt 1, 2 or 3."))
        self.show_as.setFocus()

    def _add_as(self, show: Show) -> None:
        self.show_as.choose(show)
        self.submitted.emit()

    def _on_words(self) -> None:
        self.text.set_error("")
        self._on_changed()

    def _on_show(self) -> None:
        self.show_field.set_error("")
        self._on_changed()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.language.read(self.text.text())
        # Nobody asks for the language of no words: the two share one place.
        self.language.setVisible(not self.text.asks() or self.language.chosen_value() is not None)
        self.text.prompt_button.setVisible(self.language.isHidden())
        pledge = self.pledge()
        private = self.shown_as() is Show.NOT_ON_TREE
        self.question.ask("" if private else named(pledge.text, self._names))
        person = self.maker.person()
        made = Made(pledge, person)
        day = day_words(pledge.made)
        foot = f"{inside(made.shown_name)}, {day}" if made.shown_name else day
        large = bool(person and person.large_print)
        self.preview.show_text(pledge.text, foot, tint=tint_of(pledge) + 1, large=large)
