"""How the poster looks: its title, the season, the logo, and whether it is planned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.language import count, tr
from desktop.printing.direction import joined
from desktop.tree.actions import LONGEST_TITLE, MOST_PLANNED
from desktop.tree.facts import Facts
from desktop.tree.model import Season
from desktop.tree.page.logos import logo_picture
from desktop.ui.buttons import Button
from desktop.ui.choices import Tick
from desktop.ui.controls import Combo, LineEdit
from desktop.ui.fields import Field
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel, row
from desktop.ui.segments import Segments
from desktop.ui.stepper import Stepper

GROWING, PLANNED = "growing", "planned"
USUAL_PLAN = 120


def season_words(season: Season) -> str:
    """Return what a season is called on screen."""
    return {
        Season.SPRING: tr("Spring"),
        Season.SUMMER: tr("Summer"),
        Season.AUTUMN: tr("Autumn"),
        Season.WINTER: tr("Winter"),
    }[season]


def planned_words(planned: int, shown: int) -> str:
    """Return what a tree is that is planned for so many leaves, of which some are there already."""
    if not shown:
        return tr("Bare boughs for so many leaves, to print first and fill by hand.")
    there = count("{n} leaf is there already.", "{n} leaves are there already.", shown)
    if shown < planned:
        room = count("Bare boughs for {n} more.", "Bare boughs for {n} more.", planned - shown)
        return f"{there} {room}"
    way = tr("There is no bare bough left: plan for more people, or choose Growing.")
    return f"{there} {way}"


class LookChoices(QWidget):
    """The choices of the poster's look.

    `wished` tells fields of the tree, by name; `plain` whether it is for one colour;
    `logo_asked` and `logo_removed` ask for another logo or for none, `logo_history_asked` for
    those before.
    """

    wished = Signal(object)
    plain = Signal(bool)
    logo_asked = Signal()
    logo_removed = Signal()
    logo_history_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = LineEdit(placeholder=tr("What matters to us"))
        self.subtitle = LineEdit()
        self.season = Combo([(season, season_words(season)) for season in Season])
        self.one_colour = Tick(tr("For a one-colour printer"))
        self.growth = Segments(
            tr("How the tree begins"),
            [(GROWING, tr("Growing")), (PLANNED, tr("Planned"))],
            small=True,
        )
        self.people = Stepper(tr("About how many people"), USUAL_PLAN, 1, MOST_PLANNED)
        self.about = Text("", "caption", wrap=True)
        self.picture = QLabel()
        self.logo_button = Button(tr("Choose a logo"), self.logo_asked.emit, icon="image")
        self.remove_button = Button(tr("Remove"), self.logo_removed.emit, kind="quiet")
        self.remove_button.setAccessibleName(tr("Remove the logo"))
        self.history_button = Button(
            tr("History"), self.logo_history_asked.emit, kind="quiet", icon="history"
        )
        self.history_button.setAccessibleName(tr("History of the logo"))
        self._build()
        self._listen()

    def _build(self) -> None:
        self.title_field = Field(tr("Title"), self.title)
        self.subtitle_field = Field(tr("Line below the title"), self.subtitle)
        self._planning = panel(
            column(Text(tr("How the tree begins"), "label"), self.growth, self.people, gap=5)
        )
        self.setLayout(
            column(
                self.title_field,
                self.subtitle_field,
                Field(tr("Season"), self.season),
                self.one_colour,
                self._planning,
                self.about,
                Text(tr("Logo"), "label"),
                self.picture,
                panel(row(self.logo_button, self.remove_button, None)),
                panel(row(self.history_button, None)),
                None,
                gap=8,
            )
        )

    def _listen(self) -> None:
        self.title.textEdited.connect(lambda text: self._on_line(self.title_field, "title", text))
        self.subtitle.textEdited.connect(
            lambda text: self._on_line(self.subtitle_field, "subtitle", text)
        )
        self.season.chosen.connect(lambda season: self.wished.emit({"season": season}))
        self.one_colour.toggled.connect(self.plain)
        self.growth.chosen.connect(lambda _: self._on_growth())
        self.people.changed.connect(lambda _: self._on_growth())

    def show_facts(self, facts: Facts) -> None:
        """Show what is chosen; what is being typed stays."""
        tree = facts.wish.tree
        for edit, text in ((self.title, tree.title), (self.subtitle, tree.subtitle)):
            if not edit.hasFocus() and edit.text() != text:
                edit.setText(text)
        programme = facts.gathered.programme
        under = [programme.name, programme.organisation] if programme else []
        usual = joined(*under)
        hint = tr("Empty: {words}").format(words=usual) if usual and not tree.subtitle else ""
        self.subtitle_field.set_hint(hint)
        self.season.set_value(tree.season)
        silent = [(part, part.blockSignals(True)) for part in self._parts()]
        self.one_colour.setChecked(facts.wish.plain)
        self.growth.choose(PLANNED if tree.planned else GROWING)
        if tree.planned:
            self.people.set_value(tree.planned)
        for part, before in silent:
            part.blockSignals(before)
        self._show_planning(facts)
        self._show_logo(facts.logo)
        self.history_button.setVisible(facts.had_logo)

    def show_error(self, sentence: str) -> None:
        """Show what is wrong with the title."""
        self.title_field.set_error(sentence)

    def _parts(self) -> tuple[QWidget, ...]:
        return self.one_colour, self.growth, self.people

    def _show_planning(self, facts: Facts) -> None:
        hangs, planned = facts.wish.hangs, facts.wish.tree.planned
        focus = QApplication.focusWidget()
        if hangs and focus is not None and self._planning.isAncestorOf(focus):
            self.one_colour.setFocus()  # or it would fall on a button, which Enter presses
        self._planning.setVisible(not hangs)
        self.people.setVisible(bool(planned) and not hangs)
        if hangs:
            words = tr("It keeps the size and shape that it hangs in.")
        elif planned:
            words = planned_words(planned, len(facts.shown))
        else:
            words = tr("The whole tree grows with each leaf.")
        self.about.setText(words)

    def _show_logo(self, logo: bytes) -> None:
        picture = logo_picture(logo, self.devicePixelRatioF())
        self.picture.setVisible(not picture.isNull())
        self.remove_button.setVisible(bool(logo))
        self.logo_button.set_text(tr("Choose another") if logo else tr("Choose a logo"))
        self.picture.setPixmap(picture)
        self.picture.setAccessibleName(tr("The logo"))

    def _on_line(self, field: Field, name: str, text: str) -> None:
        if len(text.strip()) > LONGEST_TITLE:
            words = tr("This has {n} characters. Shorten it to {most} or fewer.")
            field.set_error(words.format(n=f"{len(text.strip()):,}", most=LONGEST_TITLE))
            return
        field.set_error("")
        self.wished.emit({name: text})

    def _on_growth(self) -> None:
        planned = self.people.value() if self.growth.value() == PLANNED else 0
        self.people.setVisible(bool(planned))
        self.wished.emit({"planned": planned, "each": 0.0})
