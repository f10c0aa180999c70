import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from desktop.tree.growth.shape import BLOSSOM
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.leaf import LeafFigure, blossom_paths, tint_of
from tests.tree.pledges import places
from tests.tree.projector.leaves import rows

LIGATURES = 0.95  # of the letters are outlines of their own


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("row", rows(30), ids=lambda row: row.pledge)
def test_every_letter_lies_within_the_leaf(row: Leaf) -> None:
    leaf = LeafFigure(row)
    letters = len(f"{row.text}{row.name}".replace(" ", ""))
    assert letters * LIGATURES <= len(leaf.words) <= letters
    assert [letter for letter in leaf.words if not leaf.path.contains(letter)] == []


@pytest.mark.parametrize("text", ["أنا أستمع", "我会倾听", "👩‍🌾 🌳", "x" * 80, "ŵŷ ąż"])
def test_any_script_is_set(qapp: QApplication, text: str) -> None:
    leaf = LeafFigure(Leaf("one", places("landscape", 3)[2], text, "زهرة"))
    assert len(leaf.words) > 4
    assert leaf.path.contains(leaf.words[0].boundingRect().center())


@pytest.mark.usefixtures("qapp")
def test_the_blossom_sits_at_the_stalk_and_is_bold_where_nobody_reads() -> None:
    leaf = LeafFigure(rows(5)[0])
    assert leaf.blossom(worded=True) == leaf.row.place.width * BLOSSOM
    assert leaf.blossom(worded=False) > leaf.blossom(worded=True)
    petals, eye = blossom_paths(leaf.middle, leaf.blossom(worded=True))
    assert petals.boundingRect().contains(eye.boundingRect())
    assert not any(petals.intersects(letter) for letter in leaf.words)


@pytest.mark.usefixtures("qapp")
def test_a_leaf_keeps_its_tint() -> None:
    assert LeafFigure(rows(1)[0]).tint == tint_of("pledge0") == LeafFigure(rows(3)[0]).tint


@pytest.mark.usefixtures("qapp")
def test_both_halves_meet_at_the_vein() -> None:
    for row in rows(8):
        leaf = LeafFigure(row)
        assert leaf.half.boundingRect().height() < leaf.box.height()
        assert leaf.path.contains(leaf.half.boundingRect().center())
        middle = leaf.vein.boundingRect().center()
        assert leaf.path.contains(QPointF(middle))


@pytest.mark.usefixtures("qapp")
def test_from_near_the_edge_of_a_leaf_is_round() -> None:
    leaf = LeafFigure(rows(1)[0])
    edge = [leaf.fine[0].elementAt(n) for n in range(leaf.fine[0].elementCount())]
    ways = [math.atan2(b.y - a.y, b.x - a.x) for a, b in pairwise(edge)]
    turns = sorted(abs(math.remainder(b - a, math.tau)) for a, b in pairwise(ways))
    assert math.degrees(turns[-6]) < 6  # all but at its foot and its tip
    assert leaf.fine[0].boundingRect().contains(leaf.box)
