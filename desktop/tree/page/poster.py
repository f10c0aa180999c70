"""The poster on paper: its size, how it lies, on what sheets it is printed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import count, tr
from desktop.tree.facts import Facts
from desktop.tree.model import Form, Tree
from desktop.tree.page.counted import CountedRadios
from desktop.tree.page.reading import Reading
from desktop.tree.ready import SHEETS_TO_TAPE
from desktop.tree.sheets import SHEETS
from desktop.ui.cards import Line
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel
from desktop.ui.segments import Segments

_AT_A_SHOP = ("A2", "A1", "A0")


class PosterChoices(QWidget):
    """The choices of the paper, and whether people can read it.

    `wished` tells fields of the tree, by name; `on` the paper of the sheets to tape, empty for
    one sheet. `sheets` returns how many sheets of a paper each tree takes; `leaf` is the smallest
    leaf at its real size, for where it has no room beside the poster.
    """

    wished = Signal(object)
    on = Signal(str)

    def __init__(self, sheets: Callable[[Tree, str], int], leaf: QWidget) -> None:
        super().__init__()
        self._sheets = sheets
        self.paper = Segments(tr("Poster size"), [(name, name) for name in SHEETS], small=True)
        self.form = Segments(
            tr("How it lies"),
            [(Form.PORTRAIT, tr("Portrait")), (Form.LANDSCAPE, tr("Landscape"))],
            small=True,
        )
        self.as_it_hangs = Text("", "body", wrap=True)
        self.sheets = CountedRadios(tr("Print on"))
        self.reading = Reading()
        self._size = panel(column(self.paper, self.form, gap=8))
        self.about_new = Text(
            tr("New leaves come as large as those that hang, to cut out and stick on."),
            "body",
            wrap=True,
        )
        label = Text(tr("Print on"), "label")
        self._whole = panel(column(label, self.sheets, Line(), self.reading, gap=8))
        heading = Text(tr("Poster size"), "section")
        parts = (heading, self._size, self.as_it_hangs, self.about_new, self._whole, leaf, None)
        self.setLayout(column(*parts, gap=8))
        self._listen()

    def _listen(self) -> None:
        self.paper.chosen.connect(lambda paper: self.wished.emit({"paper": paper}))
        self.form.chosen.connect(lambda form: self.wished.emit({"form": Form(form)}))
        self.sheets.chosen.connect(self.on)
        self.reading.shared.connect(lambda crowns: self.wished.emit({"crowns": crowns}))

    def show_facts(self, facts: Facts) -> None:
        """Show what is chosen."""
        tree, hangs = facts.wish.tree, facts.wish.hangs
        silent = [(part, part.blockSignals(True)) for part in (self.paper, self.form)]
        self.paper.choose(tree.paper)
        self.form.choose(tree.form)
        for part, before in silent:
            part.blockSignals(before)
        self._size.setVisible(not hangs)
        self.as_it_hangs.setVisible(hangs)
        self.as_it_hangs.setText(hanging_words(tree))
        self.sheets.show_options(self._options(tree), facts.wish.taped)
        self._whole.setVisible(not facts.wish.only_new)
        self.about_new.setVisible(facts.wish.only_new)

    def _options(self, tree: Tree) -> list[tuple[str, str, str]]:
        shop = tree.paper in _AT_A_SHOP
        whole = tr("One {paper} sheet").format(paper=tree.paper)
        if tree.crowns > 1:
            whole = tr("{paper} sheets").format(paper=tree.paper)
        about = tr("print shop") if shop else f"{tree.crowns:,}"
        papers = [name for name in SHEETS_TO_TAPE if smaller(name, tree.paper)]
        maps = count("map", "maps", tree.crowns)
        taped = [
            (
                name,
                tr("{paper} sheets, to tape").format(paper=name),
                tr("{n} + {maps}").format(
                    n=f"{self._sheets(tree, name) * tree.crowns:,}", maps=maps
                ),
            )
            for name in papers
        ]
        return [*taped, ("", whole, about)]


def smaller(paper: str, than: str) -> bool:
    """Return whether a paper is smaller than another."""
    names = list(SHEETS)
    return names.index(paper) < names.index(than)


def hanging_words(tree: Tree) -> str:
    """Return the size and shape of a tree that hangs already."""
    lies = tr("portrait") if tree.form is Form.PORTRAIT else tr("landscape")
    words = tr("{paper}, {lies}, as it hangs").format(paper=tree.paper, lies=lies)
    if tree.crowns > 1:
        trees = count("{n} tree", "{n} trees", tree.crowns)
        words = tr("{words}: {trees}").format(words=words, trees=trees)
    return f"{words}."
