"""Tests of leaves to cut out for a tree that hangs already."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pypdfium2
import pytest
import shapely

from desktop.errors import UserError
from desktop.printing.sheet import A3, A4, MM
from desktop.progress import Cancelled, Progress
from desktop.tree.growth.standing import Standing
from desktop.tree.paper.cutouts import top_up
from desktop.tree.paper.rows import Leaf, Poster
from tests.printing.reading import page_texts
from tests.tree.paper.checker import MARGIN, hung, same_words
from tests.tree.paper.drawn import pages
from tests.tree.paper.posters import hung as by_hand
from tests.tree.paper.posters import planned, poster_of, real


def with_new(count: int, new: int, paper: str = "A3") -> Poster:
    """Return a poster whose last leaves are new."""
    leaves = real("portrait", count)
    marked = tuple(replace(leaf, new=n >= count - new) for n, leaf in enumerate(leaves))
    return replace(poster_of(leaves, paper), trees=(marked,))


def words(leaves: tuple[Leaf, ...]) -> Counter[str]:
    return Counter(word for leaf in leaves for word in leaf.text.split())


def read(page: str) -> Counter[str]:
    return Counter(page.replace("\ufffe", "-").split())


def test_new_leaves_come_with_their_numbers_and_whole_words() -> None:
    poster = with_new(60, 17)
    texts = page_texts(top_up(poster))
    found = read(" ".join(texts[1:]))
    new = poster.trees[0][-17:]
    assert words(new) - found == Counter()
    assert Counter(str(leaf.number) for leaf in new) - found == Counter()
    assert "Where the new leaves go" in texts[0]
    assert "17 leaves" in texts[0]
    assert words(poster.trees[0][:10]) - read(" ".join(texts)) != Counter()


HARD = (
    "I’ll sit down when I talk to somebody in bed.",
    "سأستمع أكثر إلى زملائي قبل أن أجيب",
    "मैं हर दिन एक नए सहयोगी से बात करूँगी",
    "我会先听别人说完再回答",
    "Byddaf yn gwrando’n ŵyl 👩🏽‍🤝‍👩🏾",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochpwllgwyngyll",
    "a",
    "I will listen to what matters before I say what is the matter with you, every time. " * 2,
)


def test_leaves_are_level_of_the_very_size_whole_and_apart() -> None:
    leaves = tuple(replace(leaf, new=True) for leaf in by_hand("portrait", HARD * 4, ("", "Siân")))
    poster = poster_of(leaves, "A2")
    standing = poster.standings[0]
    sheets = [page for page in pages(top_up(poster)) if hung(page)[:1] and hung(page)[0].written]
    drawn = [leaf for page in sheets for leaf in hung(page)]
    wanted = {leaf.number: leaf for leaf in leaves}
    assert len(drawn) == len(wanted)
    for page in sheets:
        edges = [leaf.edge for leaf in hung(page)]
        left, low, right, top = page.boxes["MediaBox"]
        room = shapely.box(left, low, right, top).buffer(-8 * MM + 0.1)
        assert all(room.contains(edge) for edge in edges)
        assert all(not one.intersects(two) for one, two in combinations(edges, 2))
    for leaf in drawn:
        assert leaf.used.matrix[1] == leaf.used.matrix[2] == 0
        said = [
            one.number
            for one in wanted.values()
            if same_words(leaf.words.lines, f"{one.text} {one.name}")
            and abs(one.place.length * standing.em - leaf.length) < 0.05
        ]
        assert said, "the words of no pledge, or not of its size"
        del wanted[said[0]]
        inside = leaf.edge.buffer(-MARGIN * standing.em)
        for glyph in leaf.words.glyphs:
            assert all(inside.contains(shapely.Point(corner)) for corner in glyph.corners)
    assert not wanted


def test_the_map_says_on_which_sheet_each_leaf_goes() -> None:
    first = page_texts(top_up(with_new(60, 5), on=A4))[0]
    assert {"sheet 1", "sheet 2", "sheet 3", "sheet 4"} <= {
        " ".join(pair) for pair in pairwise(first.split())
    }
    assert "Sheet" in first
    assert "Sheet" not in page_texts(top_up(with_new(60, 5)))[0]


def test_every_leaf_of_a_planned_tree_can_be_hung_by_hand() -> None:
    poster = planned(real("landscape", 40), 120)
    texts = page_texts(top_up(poster, every=True))
    assert words(poster.trees[0]) - read(" ".join(texts)) == Counter()


def test_a_map_too_small_to_read_comes_in_parts() -> None:
    texts = page_texts(top_up(replace(with_new(400, 300, "A4")), every=True))
    parts = [page for page in texts if page.startswith("Part ")]
    assert len(parts) >= 4
    numbers = read(" ".join(parts))
    assert all(numbers[str(leaf.number)] for leaf in with_new(400, 300).trees[0])


def test_a_grove_has_a_map_for_each_tree_that_has_new_leaves() -> None:
    one = with_new(30, 4)
    old = tuple(replace(leaf, new=False) for leaf in one.trees[0])
    grove = replace(one, trees=(one.trees[0], old), standings=one.standings * 2)
    texts = page_texts(top_up(grove))
    assert "Tree 1 of 2" in texts[0]
    assert not any("Tree 2 of 2" in page for page in texts)


def sheets(poster: Poster) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(top_up(poster, every=True))
    sizes = [page.get_size() for page in document]
    document.close()
    return [(round(wide / MM), round(high / MM)) for wide, high in sizes]


def enlarged(em: float) -> Poster:
    poster = with_new(3, 3)
    return replace(poster, standings=(Standing(em, (400, 500), 60),))


def test_a_large_leaf_turns_the_sheet_and_then_takes_a3() -> None:
    assert (297, 210) in sheets(enlarged(60))
    assert (A3.height_mm, A3.width_mm) in sheets(enlarged(90))


def test_a_leaf_too_large_for_a3_is_refused_in_one_sentence() -> None:
    with pytest.raises(UserError, match=r"A new leaf is \d+ cm long on this tree"):
        top_up(enlarged(150), every=True)


def test_where_all_leaves_hang_there_is_nothing_to_print() -> None:
    with pytest.raises(UserError, match="Every leaf is on the wall already"):
        top_up(with_new(5, 0))


def test_one_colour_leaves_are_printed_without_colours() -> None:
    poster = with_new(30, 6)
    pdf = top_up(replace(poster, look=replace(poster.look, plain=True)))
    document = pypdfium2.PdfDocument(pdf)
    picture = document[len(document) - 1].render(scale=1).to_numpy().astype(int)
    document.close()
    assert np.ptp(picture, axis=2).max() < 40  # the app's own grey for numbers is a little blue


def test_the_same_leaves_give_the_same_bytes() -> None:
    assert top_up(with_new(30, 6)) == top_up(with_new(30, 6))


def test_it_can_be_stopped() -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        top_up(with_new(30, 6), progress=progress)
