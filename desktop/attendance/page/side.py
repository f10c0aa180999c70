"""The side of the register: the marked person, and figures of those here."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import Counts, Line
from desktop.attendance.model import Presence
from desktop.attendance.page.rows import work_of
from desktop.language import count, tr
from desktop.people.languages import language_name
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.labels import Elided, Text
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.menus import MenuButton
from desktop.ui.notices import Notice
from desktop.ui.rows import FactRow

AWAY, COMING, EDIT, HISTORY, OFF = "away", "coming", "edit", "history", "off"


class Side(QWidget):
    """Shows one line and the counters.

    `wished` tells AWAY, COMING, EDIT, HISTORY or OFF for that line.
    """

    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line: Line | None = None
        self.name = Elided("", 16, 700)
        self.work = Text("", "muted", wrap=True)
        self._build_person()
        self._build_figures()
        cards = column(self._person, self._figures, None, gap=12)
        self.toast_place = column(gap=0)
        whole = column(Scroll(panel(cards)), gap=12)
        whole.setStretch(0, 1)
        whole.addLayout(self.toast_place)
        self.setLayout(whole)

    def _build_person(self) -> None:
        self._print = FactRow(tr("Card print"), "")
        self._language = FactRow(tr("Language"), "")
        self._before = FactRow(tr("Been before"), "")
        self.change_button = Button(tr("Not coming"), self._change)
        self.edit_button = Button(tr("Edit"), partial(self.wished.emit, EDIT), icon="pencil")
        self.more = MenuButton(tr("More"), size="small")
        self.more.set_kind("quiet")
        self.more.setAccessibleName(tr("More about the marked person"))
        self.more.add(tr("History"), partial(self.wished.emit, HISTORY), icon="history")
        self.more.add_line()
        self.more.add(
            tr("Take off the register"), partial(self.wished.emit, OFF), icon="user-x", danger=True
        )
        buttons = row(self.change_button, self.edit_button, gap=8)
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        top = row(Text(tr("Marked in the list"), "caption"), None, self.more)
        words = tr("Changed on two laptops")
        self.review = Notice("warn", words, button=tr("See both"), pressed=self._see_both)
        facts = column(self._print, self._language, self._before, gap=0)
        self._person = Card(
            "", top, self.name, self.work, 4, self.review, 4, facts, 6, buttons, gap=4
        )
        self._person.setAccessibleName(tr("The marked person"))

    def _build_figures(self) -> None:
        self._walk_ins = FactRow(tr("Walk-ins"), "", line=False)
        self._large = FactRow(tr("Large print cards"), "", line=False)
        self._away = FactRow(tr("Not coming or absent"), "", line=False)
        self._figures = Card("", self._walk_ins, self._large, self._away, gap=0)
        self._figures.body.setContentsMargins(18, 12, 18, 12)

    def show_line(self, line: Line | None, times_before: int) -> None:
        """Show a line, or nobody."""
        self._line = line
        self._person.setVisible(line is not None)
        if line is None:
            return
        person = line.person
        self.name.set_text(person.name)
        self.work.setText(work_of(person))
        self.work.setVisible(bool(self.work.text()))
        self.review.setVisible(line.attendance.review or person.review)
        self._print.show_value(tr("Large print") if person.large_print else tr("Standard"))
        self._language.show_value(language_name(person.language) or tr("Not known"))
        yes = count("Yes, {n} session", "Yes, {n} sessions", times_before)
        self._before.show_value(yes if times_before else tr("No, first time"))
        away = line.attendance.presence is Presence.APOLOGIES
        self.change_button.set_text(tr("Coming after all") if away else tr("Not coming"))

    def show_counts(self, counts: Counts) -> None:
        """Show how many of those here walked in, and how many need large print."""
        self._walk_ins.show_value(_of_here(counts.walk_ins, counts.here))
        self._large.show_value(
            tr("{here} of {all} here").format(here=counts.large_print_here, all=counts.large_print)
        )
        away = counts.not_coming + counts.absent
        self._away.show_value(f"{away:,}")
        self._large.setVisible(counts.large_print > 0)
        self._away.setVisible(away > 0)
        self._figures.setVisible(counts.on_register > 0)

    def _see_both(self) -> None:
        of_line = self._line is not None and self._line.attendance.review
        self.wished.emit(HISTORY if of_line else EDIT)

    def _change(self) -> None:
        away = self._line is not None and self._line.attendance.presence is Presence.APOLOGIES
        self.wished.emit(COMING if away else AWAY)


def _of_here(walk_ins: int, here: int) -> str:
    if not walk_ins:
        return tr("None")
    return tr("{walk_ins} of the {here} here").format(walk_ins=f"{walk_ins:,}", here=f"{here:,}")
