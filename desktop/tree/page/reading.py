"""Can people read it? The smallest words, from how far, and whether a grove would read better."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import count, tr
from desktop.tree.model import Tree
from desktop.tree.ready import Legible, Ready
from desktop.tree.sheets import FLOOR_PT, SHEETS
from desktop.tree.wishes import MOST_CROWNS
from desktop.ui.labels import IconText, Text
from desktop.ui.layout import column, panel
from desktop.ui.segments import Segments

_SIGNS = {
    "ok": ("circle-check", "softink"),
    "small": ("triangle-alert", "warnink"),
    "tiny": ("circle-alert", "dangerink"),
}
_LARGEST = list(SHEETS)[-1]
_ARM_CM, _STEP_CM = (45, 80), 150
_MORE_ROOM = 1.1  # words of shared leaves become larger by so much more than their room at most


class Reading(QWidget):
    """Says how well the words can be read; `shared` tells among how many trees they shall be."""

    shared = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._points = 0.0
        self.heading = Text(tr("Can people read it?"), "section")
        self.sign = IconText("circle-check", "", weight=600, tone="softink")
        self.sign.hide()  # until a poster came out, or it would look as if all were well
        self.words = Text("", "caption", wrap=True)
        options = [(str(n), count("{n} tree", "{n} trees", n)) for n in range(1, MOST_CROWNS + 1)]
        self.grove = Segments(tr("Split into a grove"), options, small=True)
        self.other = Text("", "caption", wrap=True)
        self._grove_part = panel(
            column(Text(tr("Split into a grove"), "label"), self.grove, self.other, gap=5)
        )
        self.setLayout(column(self.heading, self.sign, self.words, self._grove_part, gap=6))
        self.grove.chosen.connect(lambda key: self.shared.emit(int(key)))

    def wait(self) -> None:
        """Say that it is being found out; what was true of the poster before goes."""
        self.sign.show_words("clock", tr("Working it out"), "muted", "muted")
        self.sign.show()
        self.words.setMinimumHeight(self.words.height())  # so that what is below stays in place
        self.words.setText("")
        self.other.setText("")

    def forget(self) -> None:
        """Say that there is no poster of which anything would be known."""
        self.sign.hide()
        self.words.setMinimumHeight(0)
        self.words.setText(tr("It is known once the poster is made."))
        self.other.setText("")

    def show_ready(self, ready: Ready) -> None:
        """Show how a poster came out; of bare boughs, how the words to come will be."""
        wish, tree = ready.facts.wish, ready.arranged.tree
        some = ready.leaves > 0 or tree.planned > 0
        self.words.setMinimumHeight(0)
        self._points = ready.legible.points
        self.sign.setVisible(some)
        if not some:
            self.words.setText(tr("There are no words on it yet."))
        else:
            icon, tone = _SIGNS[ready.legible.verdict]
            words = (
                tr("Smallest text {points} pt") if ready.leaves else tr("Text will be {points} pt")
            )
            self.sign.show_words(icon, words.format(points=_down(ready.legible.points)), tone, tone)
            self.words.setText(reading_words(ready.legible, tree, hangs=wish.hangs))
        alone = not some and tree.crowns == 1
        self.show_crowns(tree.crowns, hangs=wish.hangs or alone)

    def show_crowns(self, crowns: int, *, hangs: bool) -> None:
        """Show how many trees share the leaves; a tree that hangs can't be shared out."""
        silent = self.grove.blockSignals(True)
        self.grove.choose(str(min(crowns, MOST_CROWNS)))
        self.grove.blockSignals(silent)
        self._grove_part.setVisible(not hangs)
        self.other.setText("")

    def show_other(self, crowns: int, points: float) -> None:
        """Say what another number of trees would give, once that is known and if it is a gain."""
        if crowns > int(self.grove.value()) and _down(points) == _down(self._points):
            return
        words = count("{n} tree would give", "{n} trees would give", crowns)
        self.other.setText(
            tr("{trees} {points} pt text.").format(trees=words, points=_down(points))
        )


def reading_words(legible: Legible, tree: Tree, *, hangs: bool = False) -> str:
    """Return from how far the words can be read, or what to do about words too small."""
    far = distance_words(legible.cm)
    if legible.verdict == "ok" or (legible.verdict == "small" and hangs):
        return far
    if legible.verdict == "small":
        return f"{far} {_easier_words(tree)}".strip()
    if hangs:
        largest = tree.paper == _LARGEST
        way = (
            tr("Start a new tree for fewer people.")
            if largest
            else tr("Start a new tree on larger paper.")
        )
        return f"{tr('Too small for most people.')} {way}"
    more = _more_trees(tree) if _would_do(legible, tree) else ""
    if legible.larger and more:
        words = tr("Too small for most people. {paper} would do, or {trees}.")
        return words.format(paper=legible.larger, trees=more)
    if legible.larger:
        return tr("Too small for most people. {paper} would do.").format(paper=legible.larger)
    if more:
        words = tr("Too small for most people, on any paper. Split it into {trees}.")
        return words.format(trees=more)
    words = tr("Too small for most people, on any paper.")
    fewer = tr("Plan fewer leaves.") if tree.planned else tr("Choose fewer pledges.")
    return f"{words} {fewer}"


def _would_do(legible: Legible, tree: Tree) -> bool:
    """Return whether the most trees, on the largest paper where none is enough, may do."""
    gain = _MORE_ROOM * math.sqrt(MOST_CROWNS / tree.crowns)
    if not legible.larger:
        gain *= SHEETS[_LARGEST].width / SHEETS[tree.paper].width
    return legible.points * gain >= FLOOR_PT


def _easier_words(tree: Tree) -> str:
    """Return what would be easier to read, of all that there is to choose; empty if nothing."""
    more, larger = _more_trees(tree), tree.paper != _LARGEST
    if more and larger:
        words = tr("Easier to read: {trees} or a larger paper.")
    elif more:
        words = tr("Easier to read: {trees}.")
    else:
        words = tr("Easier to read: a larger paper.") if larger else ""
    return words.format(trees=more)


def _more_trees(tree: Tree) -> str:
    """Return among how many more trees the leaves could be shared, empty where there are most."""
    if tree.crowns >= MOST_CROWNS:
        return ""
    more = tree.crowns + 1
    return tr("a grove") if tree.crowns == 1 else count("{n} tree", "{n} trees", more)


def distance_words(cm: int) -> str:
    """Return from how far words can be read."""
    near = max(5, 5 * round(cm / 5))
    if cm < _ARM_CM[0]:
        return tr("Readable at {cm} cm, close up.").format(cm=near)
    if cm < _ARM_CM[1]:
        return tr("Readable at {cm} cm, about arm’s length.").format(cm=near)
    if cm < _STEP_CM:
        return tr("Readable at {cm} cm, a step away.").format(cm=near)
    return tr("Readable from {metres} m away.").format(metres=f"{int(cm / 10) / 10:g}")


def _down(points: float) -> str:
    return f"{int(points * 10 + 1e-6) / 10:g}"
