"""Which pledges hang on the tree: programme, place, dates, themes, and why some are not shown."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import count, tr
from desktop.printing.dates import day_words, short_day_words
from desktop.printing.direction import inside
from desktop.tree.actions import NO_THEME
from desktop.tree.facts import Facts
from desktop.tree.model import Season, Tree
from desktop.tree.page.counted import CountedTick
from desktop.tree.page.named import hung_words
from desktop.tree.paper.palette import Sign, palette
from desktop.ui.buttons import LinkButton
from desktop.ui.cards import Line
from desktop.ui.controls import Combo
from desktop.ui.fields import DateField, Field, Today
from desktop.ui.layout import column, panel, row
from desktop.ui.notices import Notice

NO_PLEDGE = "–"
"""A theme that no pledge has, for a tree on which no theme is ticked."""
NEW = ""
ALL, YEAR, OWN = "all", "year", "own"
APRIL = 4


class Choosing(QWidget):
    """The choices of pledges; those of a programme and a tree stand in the head of the page.

    `wished` tells fields of the tree, by name; `programme_chosen` and `tree_chosen` an id, empty
    for a new tree; `only_new` whether just the new leaves are wanted; `waiting_asked` asks to
    look at those that wait to be read.
    """

    wished = Signal(object)
    programme_chosen = Signal(str)
    tree_chosen = Signal(str)
    only_new = Signal(bool)
    waiting_asked = Signal()

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._today = today
        self._facts: Facts | None = None
        self.programme, self.tree, self.place, self.dates = Combo(), Combo(), Combo(), Combo()
        self.first = DateField(tr("From"), optional=True, today=today)
        self.last = DateField(tr("To"), optional=True, today=today)
        self.themes: dict[str, CountedTick] = {}
        self.new = CountedTick(tr("New leaves only"))
        self.blossoms = CountedTick(kept_words(Season.SUMMER))
        self.notice = Notice("info", "", icon="lock")
        self.waiting = LinkButton("", self.waiting_asked.emit, points=11)
        self._build()
        self._listen()

    def _build(self) -> None:
        for combo, name in ((self.programme, tr("Programme")), (self.tree, tr("Tree"))):
            combo.setAccessibleName(name)
            combo.setMinimumContentsLength(18)
        self.tree.setMinimumContentsLength(26)  # so that it tells on which paper and which day
        self.place_field = Field(tr("Place"), self.place)
        self._days = panel(column(self.first, self.last, gap=6))
        self._theme_rows = column(gap=0)
        self.theme_field = Field(tr("Themes"), panel(self._theme_rows))
        self.setLayout(
            column(
                self.place_field,
                Field(tr("Dates"), self.dates),
                self._days,
                self.theme_field,
                Line(),
                panel(column(self.new, self.blossoms, gap=0)),
                self.notice,
                panel(row(self.waiting, None)),
                None,
                gap=4,
            )
        )

    def _listen(self) -> None:
        self.programme.chosen.connect(lambda key: self.programme_chosen.emit(str(key)))
        self.tree.chosen.connect(lambda key: self.tree_chosen.emit(str(key or "")))
        self.place.chosen.connect(lambda place: self.wished.emit({"place": str(place)}))
        self.dates.chosen.connect(self._on_dates)
        for field in (self.first, self.last):
            field.changed.connect(self._on_days)
        self.new.toggled.connect(self.only_new)
        self.blossoms.toggled.connect(lambda on: self.wished.emit({"blossoms": on}))

    def show_facts(self, facts: Facts) -> None:
        """Show what is on file and what of it is chosen."""
        self._facts = facts
        tree = facts.wish.tree
        self.programme.set_options([(one.id, one.name) for one in facts.programmes])
        self.programme.set_value(tree.programme)
        self.programme.setVisible(len(facts.programmes) > 1)
        self._show_trees(facts)
        self._show_places(facts)
        self._show_dates(tree)
        self._show_themes(facts)
        self._show_ticks(facts)
        self._show_hidden(facts)

    def _show_trees(self, facts: Facts) -> None:
        hung: list[tuple[object, str]] = list(hung_words(facts.hung).items())
        self.tree.set_options([*hung, (NEW, tr("A new tree"))])
        self.tree.set_value(facts.wish.tree.id if facts.wish.hangs else NEW)
        self.tree.setVisible(bool(hung))

    def _show_places(self, facts: Facts) -> None:
        places = facts.options.places
        words = count("{n} place", "All {n} places", len(places))
        options = [(place, _counted(place, number)) for place, number in places.items()]
        if facts.wish.tree.place and facts.wish.tree.place not in places:
            options.append((facts.wish.tree.place, facts.wish.tree.place))
        self.place.set_options([("", words), *options])
        self.place.set_value(facts.wish.tree.place)
        self.place_field.setVisible(len(options) > 1 or bool(facts.wish.tree.place))

    def _show_dates(self, tree: Tree) -> None:
        since = tr("Since {day}").format(day=day_words(april(self._today())))
        options = [(ALL, tr("All dates")), (YEAR, since), (OWN, tr("From one day to another"))]
        self.dates.set_options(options)
        chosen = self._period(tree)
        if not (chosen == ALL and self.dates.value() == OWN):
            self.dates.set_value(chosen)
        for field, day in ((self.first, tree.first), (self.last, tree.last)):
            if not field.error() and field.value() != day:
                field.set_value(day)
        self._days.setVisible(self.dates.value() == OWN)

    def _period(self, tree: Tree) -> str:
        if tree.first is None and tree.last is None:
            return ALL
        year = tree.first == april(self._today()) and tree.last is None
        return YEAR if year and self.dates.value() != OWN else OWN

    def _show_themes(self, facts: Facts) -> None:
        counts = facts.options.themes
        if list(self.themes) != list(counts):
            self._build_themes(list(counts))
        chosen = facts.wish.tree.themes
        for theme, tick in self.themes.items():
            tick.show_words(theme or tr("No theme"), f"{counts[theme]:,}")
            tick.put(not chosen or theme in chosen)
        self.theme_field.setVisible(len(counts) > 1)

    def _build_themes(self, themes: Sequence[str]) -> None:
        while (item := self._theme_rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.themes = {theme: CountedTick(theme or NO_THEME) for theme in themes}
        for tick in self.themes.values():
            self._theme_rows.addWidget(tick)
            tick.toggled.connect(self._on_theme)

    def _show_ticks(self, facts: Facts) -> None:
        since = facts.since
        self.new.setVisible(since is not None)
        if since is not None:
            words = tr("New since {day}").format(day=short_day_words(since))
            self.new.show_words(words, f"{facts.new:,}")
        self.new.put(facts.wish.only_new)
        self.blossoms.show_words(kept_words(facts.wish.tree.season), f"{facts.kept:,}")
        self.blossoms.put(facts.wish.tree.blossoms)

    def _show_hidden(self, facts: Facts) -> None:
        words = hidden_words(facts)
        if words and words != self.notice.text():
            self.notice.tell(words)
        self.notice.setVisible(bool(words))
        link = link_words(facts)
        if link != self.waiting.words():
            self.waiting.set_text(link)
        self.waiting.setVisible(bool(link))

    def _on_dates(self, period: object) -> None:
        self._days.setVisible(period == OWN)
        if period != OWN:
            first = april(self._today()) if period == YEAR else None
            self.wished.emit({"first": first, "last": None})
        else:
            self.first.edit.setFocus()

    def _on_days(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first and last and first > last:
            self.last.set_error(tr("This is before the first day. Change one of them."))
            return
        self.last.set_error("")
        self.wished.emit({"first": first, "last": last})

    def _on_theme(self) -> None:
        ticked = tuple(theme for theme, tick in self.themes.items() if tick.is_on())
        everything = len(ticked) == len(self.themes)
        changes: dict[str, Any] = {"themes": () if everything else ticked or (NO_PLEDGE,)}
        self.wished.emit(changes)


def april(today: date) -> date:
    """Return the first of the last April: the year of health services begins there."""
    return date(today.year if today.month >= APRIL else today.year - 1, APRIL, 1)


def kept_words(season: Season) -> str:
    """Return what kept pledges do on a tree in a season."""
    return {
        Sign.BLOSSOM: tr("Kept pledges blossom"),
        Sign.FRUIT: tr("Kept pledges bear apples"),
        Sign.BERRIES: tr("Kept pledges bear berries"),
    }[palette(season).sign]


def hidden_words(facts: Facts) -> str:
    """Return how many pledges are not on the tree and why, empty where all are."""
    chosen = facts.gathered.chosen
    shown, total = len(chosen.shown), chosen.count
    if shown == total:
        return ""
    found = []
    if chosen.private:
        agreed = total - chosen.private
        words = tr("Only the {agreed} of {total} that people agreed to show.")
        found.append(words.format(agreed=f"{agreed:,}", total=f"{total:,}"))
    if chosen.refused:
        found.append(tr("You keep {n} off.").format(n=f"{chosen.refused:,}"))
    return " ".join(found)


def link_words(facts: Facts) -> str:
    """Return what can be looked at of the pledges that are not shown, empty if nothing."""
    chosen = facts.gathered.chosen
    if chosen.waiting:
        number = len(chosen.waiting)
        return count("{n} waits for you to read it", "{n} wait for you to read them", number)
    return tr("See what you keep off") if chosen.kept_off else ""


def _counted(place: str, number: int) -> str:
    return tr("{place} ({n})").format(place=inside(place), n=f"{number:,}")
