"""Settings: who works here, how it looks, the programmes, and where backups go."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.feedback.page.editor import edit_form
from desktop.language import tr
from desktop.programmes.actions import programmes
from desktop.programmes.model import Programme
from desktop.programmes.page import edit_programme
from desktop.settings.safety import SafetyCard
from desktop.text import one_line
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.choices import LongTick, Radios
from desktop.ui.controls import LineEdit
from desktop.ui.fields import Field
from desktop.ui.header import PageHeader
from desktop.ui.keys import on_key
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.page import Page
from desktop.ui.rows import RowButton
from desktop.ui.theme import apply_theme

THEMES = (
    ("system", tr("As the computer has it")),
    ("light", tr("Light")),
    ("dark", tr("Dark")),
    ("hc", tr("High contrast")),
)
PROJECTOR = (
    ("window", tr("As this window has it")),
    ("light", tr("Light")),
    ("dark", tr("Dark")),
)
TEXT_SIZES = (("100", tr("Usual")), ("115", tr("Larger")), ("130", tr("Largest")))


class SettingsPage(Page):
    """This laptop's choices and the programmes; each is kept as soon as it is made."""

    SHOWS = frozenset({"programme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.safety = SafetyCard(desk)
        self.safety.wanted.connect(self.wanted)
        self.safety.told.connect(lambda words: self.told.emit(words, ""))
        self.programmes = column(gap=0)
        self._buttons: list[QWidget] = []
        left = column(self._you(), self._look(), None, gap=16)
        right = column(self._programmes(), self.safety, self._projector(), None, gap=16)
        across = row(left, right, gap=16, margins=(24, 16, 24, 16))
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self._scroll = Scroll(panel(across))
        self.setLayout(column(PageHeader(tr("Settings")), self._scroll, gap=0))
        self.refresh()

    def go_to(self, argument: str) -> None:
        """Show the card on backups."""
        if argument == "backup":
            self._scroll.ensureWidgetVisible(self.safety)
            self.safety.choose_button.setFocus()

    def arrive(self) -> None:
        if not self.safety.choose_button.hasFocus():
            self.name.setFocus()

    def refresh(self) -> None:
        focused = self.window().focusWidget()
        at = self._buttons.index(focused) if focused in self._buttons else -1
        self._buttons = []
        while (item := self.programmes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        with self.desk.store.read() as db:
            found = programmes(db)
        for programme in found:
            self.programmes.addWidget(self._row_of(programme))
        if not found:
            words = tr("No programme yet. The first one is made when you plan a session.")
            self.programmes.addWidget(Text(words, "muted", wrap=True))
        if 0 <= at < len(self._buttons):
            self._buttons[at].setFocus()

    def _row_of(self, programme: Programme) -> QWidget:
        line = programme.organisation or tr("No organisation yet")
        edit = RowButton(programme.name, line, self._editing(programme))
        form = Button(
            tr("Feedback form"),
            lambda: edit_form(self, self.desk, programme.id),
            kind="quiet",
            size="small",
        )
        form.setAccessibleName(tr("Feedback form of {name}").format(name=programme.name))
        self._buttons += [edit, form]
        return panel(row(edit, form, gap=4))

    def _you(self) -> Card:
        chosen = self.desk.preferences
        self.name = LineEdit(chosen.author)
        self.laptop = LineEdit(chosen.laptop)
        hint = tr("It stands in the history of changes.")
        self.names = {
            "author": Field(tr("Your name"), self.name, hint=hint),
            "laptop": Field(tr("This laptop is called"), self.laptop, optional=True),
        }
        for choice, edit in (("author", self.name), ("laptop", self.laptop)):
            edit.left.connect(partial(self._keep_name, choice, edit))
        return Card(tr("You and this laptop"), *self.names.values())

    def _keep_name(self, choice: str, edit: LineEdit) -> None:
        """Keep a name, or say beneath its field what is wrong with it."""
        try:
            name = one_line(edit.text(), tr("The name"), 100)
        except UserError as error:
            self.names[choice].set_error(str(error))
            return
        self.names[choice].set_error("")
        self._keep(**{choice: name})

    def _look(self) -> Card:
        self.theme = Radios(tr("Colours"), THEMES)
        self.theme.choose(self.desk.preferences.theme)
        self.theme.chosen.connect(lambda value: self._restyle(theme=value))
        self.text_size = Radios(tr("Text size"), TEXT_SIZES)
        self.text_size.choose(str(self.desk.preferences.text_percent))
        self.text_size.chosen.connect(lambda value: self._restyle(text_percent=int(value)))
        return Card(
            tr("How it looks"),
            Text(tr("Colours"), "label"),
            self.theme,
            Text(tr("Text size"), "label"),
            self.text_size,
        )

    def _projector(self) -> Card:
        chosen = self.desk.preferences
        self.projector = Radios(tr("Colours of the projector"), PROJECTOR)
        self.projector.choose(chosen.projector)
        self.projector.chosen.connect(lambda value: self._keep(projector=value))
        words = tr("Nothing moves: new leaves simply appear")
        self.still = LongTick(words, checked=chosen.still)
        self.still.toggled.connect(lambda on: self._keep(still=on))
        return Card(tr("The projector"), Text(tr("Colours"), "label"), self.projector, self.still)

    def _programmes(self) -> Card:
        add = Button(tr("New programme"), self._editing(None), icon="plus", size="small")
        on_key(self, "Ctrl+N", self._editing(None))
        card = Card(tr("Programmes"), aside=add)
        card.body.addLayout(self.programmes)
        return card

    def _editing(self, programme: Programme | None) -> Callable[[], None]:
        return lambda: edit_programme(self, self.desk, programme)

    def _keep(self, **choices: Any) -> None:
        chosen = replace(self.desk.preferences, **choices)
        if chosen != self.desk.preferences:
            self.desk.prefer(chosen)

    def _restyle(self, **choices: Any) -> None:
        self._keep(**choices)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            chosen = self.desk.preferences
            apply_theme(application, chosen.theme, chosen.text_percent)
