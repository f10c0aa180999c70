"""The heavier edges of kept leaves, by the PDF: they lie on no word and on no other leaf."""

from dataclasses import replace

import pytest
import shapely

from desktop.tree.paper.palette import palette
from desktop.tree.paper.poster import poster
from desktop.tree.paper.steps import Stroke
from desktop.tree.paper.symbols import KEPT, leaf_name, symbols
from tests.tree.paper.checker import hung
from tests.tree.paper.drawn import pages
from tests.tree.paper.posters import LOOK, poster_of, real
from tests.tree.pledges import FORMS


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_heavier_edges_leave_words_and_other_leaves_free(form: str, plain: bool) -> None:
    colours = palette(LOOK.season, plain=plain)
    edge_of = {one.name: one.steps[-1] for one in symbols(colours)}
    kept, other = edge_of[KEPT], edge_of[leaf_name(0)]
    assert isinstance(kept, Stroke)
    assert isinstance(other, Stroke)
    half, thin = kept.width / 2, other.width / 2
    leaves = [replace(leaf, kept=True) for leaf in real(form, 400)]
    (page,) = pages(poster(poster_of(leaves, "A1", form, replace(LOOK, plain=plain))))
    found = hung(page)
    edges = [leaf.edge.exterior.buffer(half * leaf.length) for leaf in found]
    for leaf, edge in zip(found, edges, strict=True):
        ink = [corner for glyph in leaf.words.glyphs for corner in glyph.corners]
        assert not edge.intersects(shapely.MultiPoint(ink))
    others = shapely.STRtree([leaf.edge.buffer(thin * leaf.length) for leaf in found])
    which, touched = others.query(edges, predicate="intersects")
    assert which.tolist() == touched.tolist()
