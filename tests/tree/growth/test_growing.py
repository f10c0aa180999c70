"""The tree keeps its promises: nothing touches, nothing leaves the sheet, nothing moves."""

import hashlib
import math
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from desktop.tree.growth.choice import Choice
from desktop.tree.growth.crown import crown
from desktop.tree.growth.growing import ELSEWHERE, Growth, _looked_around
from desktop.tree.growth.sapling import FIRST
from desktop.tree.growth.shape import GAP, Place
from desktop.tree.growth.standing import extent, stand
from desktop.tree.growth.vacancies import Point
from desktop.tree.wood.plan import Seen, plan
from desktop.tree.wood.strokes import wood
from tests.tree.checker import density, off_page, overlaps, rings
from tests.tree.pledges import A0, A1, A2, A3, A4, FORMS, grown, places, rung, rungs, sheet

SEVERAL = [1, 2, 3, 5, 8, 13, 21, 34, 60, 120, 300]
EVERY = [*range(1, 61), 80, 120, 200, 400, 1000, 2000]
HINDI = "मैं हर सुबह दरवाज़े पर रुककर पूछूँगी कि आज आपके लिए क्या मायने रखता है, और सुनूँगी।"
STRESS = {
    "140 characters": ("I will ask what matters to you before I ask what is the matter. " * 3)[
        :140
    ],
    "one word of 80 characters": "W" * 80,
    "Arabic": "أتعهد بأن أستمع أكثر وألا أقاطع زملائي بسرعة",
    "Hindi": HINDI,
    "Chinese": "我会先问对您来说什么最重要，然后再问您哪里不舒服。",
    "joined emoji": "👩🏽‍⚕️👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 6,
    "nothing": "",
}

form = pytest.mark.parametrize("form", FORMS)


def faults(form: str, hung: tuple[Place, ...], paper: tuple[float, float]) -> list[object]:
    """Return what is wrong with a tree on a sheet."""
    width, height = sheet(paper, form)
    leaves, standing = rings(hung), stand(width, height, hung)
    return [*overlaps(leaves, GAP * 0.99), *off_page(leaves, standing, width, height, 8)]


@form
@pytest.mark.parametrize("count", SEVERAL)
def test_no_leaf_touches_another_or_leaves_the_sheet(form: str, count: int) -> None:
    assert faults(form, places(form, 300)[:count], A4) == []


@pytest.mark.long
@form
@pytest.mark.parametrize("count", EVERY)
def test_no_leaf_touches_another_on_any_paper(form: str, count: int) -> None:
    for paper in (A4, A3, A2, A1, A0):
        assert faults(form, places(form, 2000)[:count], paper) == []


@form
@pytest.mark.parametrize("text", STRESS.values(), ids=STRESS)
def test_hard_texts_lie_as_well(form: str, text: str) -> None:
    assert faults(form, tuple(grown(form, (rung(text),) * 40).places), A2) == []


@pytest.mark.long
@form
@pytest.mark.parametrize("text", STRESS.values(), ids=STRESS)
def test_500_hard_texts_lie_as_well(form: str, text: str) -> None:
    assert faults(form, tuple(grown(form, (rung(text),) * 500).places), A0) == []


@form
@pytest.mark.parametrize("when", [0, 3, 50])
def test_a_pledge_of_10_000_characters_finds_room(form: str, when: int) -> None:
    long = rung("listening well " * 666)
    sizes = rungs(80)
    tree = grown(form, (*sizes[:when], long, *sizes[when:]))
    assert tree.places[when].rung == long
    assert faults(form, tuple(tree.places), A0) == []


@form
def test_the_wood_to_a_pledge_of_10_000_characters_stays_on_the_sheet(form: str) -> None:
    hung = grown(form, (rung("listening well " * 666),)).places
    width, height = sheet(A2, form)
    standing = stand(width, height, hung)
    for stroke in wood(plan(form), hung, standing.below):
        points = stroke.outline() * standing.em + standing.fork
        assert (points > 0).all()
        assert (points < [width, height]).all()


def test_the_checker_sees_a_leaf_that_was_moved() -> None:
    hung = list(places("portrait", 300))
    middle = min(range(300), key=lambda n: hung[n].x ** 2 + (hung[n].y - 60) ** 2)
    still = hung[middle]
    for cells in (2, -2):  # 1 em up or down, where leaves lie close
        hung[middle] = still._replace(y=still.y + cells)
        assert overlaps(rings(hung), GAP * 0.99)


def test_the_checker_sees_a_leaf_that_is_too_large() -> None:
    hung = list(places("portrait", 300))
    hung[100] = hung[100]._replace(rung=hung[100].rung + 3)
    assert overlaps(rings(hung), GAP * 0.99)


def test_the_checker_sees_a_tree_that_is_too_large_for_its_sheet() -> None:
    hung = places("portrait", 60)
    standing = stand(*A3, hung)
    assert off_page(rings(hung), replace(standing, em=standing.em * 1.05), *A3, 8)


@form
def test_no_tip_points_into_the_crown(form: str) -> None:
    for place in places(form, 300)[len(FIRST) :]:
        (along, up), high = place.axis, place.y / crown(form).up ** 2
        assert along * place.x + up * high > -0.2 * math.hypot(place.x, high) - 1


@form
def test_leaves_stay_where_they_are_as_more_come(form: str) -> None:
    assert places(form, 120) == places(form, 300)[:120]


@form
def test_a_tree_from_its_records_goes_on_as_if_it_had_never_closed(form: str) -> None:
    hung = places(form, 300)
    records = [[int(number) for number in place] for place in hung[:200]]
    tree = Growth(form, (Place(*numbers) for numbers in records))
    assert [tree.add(size) for size in rungs(220)[200:]] == list(hung[200:220])


@form
def test_a_deleted_pledge_leaves_the_others_and_its_place_is_taken_later(form: str) -> None:
    tree = grown(form, rungs(100))
    before = list(tree.places)
    tree.drop(before[40])
    assert tree.places == before[:40] + before[41:]
    later = [tree.add(before[40].rung - 1) for _ in range(6)]
    assert overlaps(rings([before[40], *(place for place in later if place is not None)]))
    assert faults(form, tuple(tree.places), A3) == []


def test_a_tree_with_a_gap_goes_on_the_same_after_it_was_closed() -> None:
    tree = grown("landscape", rungs(90))
    tree.drop(tree.places[30])
    reopened = Growth("landscape", tree.places)
    assert [tree.add(size) for size in rungs(30)] == [reopened.add(size) for size in rungs(30)]


def test_an_edited_pledge_moves_no_other() -> None:
    tree = grown("portrait", rungs(100))
    for number in (0, 20, 99):
        before = list(tree.places)
        changed = tree.change(before[number], before[number].rung + 6)
        assert changed is not None
        assert changed.rung == before[number].rung + 6
        assert set(tree.places) - {changed} == set(before) - {before[number]}
        assert faults("portrait", tuple(tree.places), A3) == []


def test_an_edited_pledge_that_needs_less_room_keeps_its_place() -> None:
    tree = grown("portrait", rungs(30))
    place = tree.places[12]
    assert tree.change(place, 0) == place


@form
def test_leaves_that_must_be_level_are_and_the_others_go_on(form: str) -> None:
    tree = Growth(form)
    for number, size in enumerate(rungs(120)):
        tree.add(size, level=number % 3 == 0)
    assert {place.tilt for place in tree.places[::3]} == {0}
    assert len({place.tilt for place in tree.places}) > 5
    assert faults(form, tuple(tree.places), A3) == []


def test_a_leaf_whose_words_turn_to_the_left_and_grow_hangs_level() -> None:
    tree = grown("portrait", rungs(40))
    tilted = next(place for place in tree.places[10:] if place.tilt)
    assert tree.change(tilted, tilted.rung, level=True) == tilted
    changed = tree.change(tilted, tilted.rung + 1, level=True)
    assert changed is not None
    assert changed.tilt == 0
    assert faults("portrait", tuple(tree.places), A3) == []


def test_a_full_crown_says_so() -> None:
    tree = Growth("landscape")
    large = rung("listening well " * 1500)
    hung = 0
    while tree.add(large) is not None:
        hung += 1
    assert 0 < hung < 20


def test_places_are_the_same_under_any_hash_seed() -> None:
    script = (
        "import hashlib; from tests.tree.pledges import places;"
        "print(hashlib.sha256(repr(places('portrait', 80)).encode()).hexdigest())"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    mine = hashlib.sha256(repr(places("portrait", 300)[:80]).encode()).hexdigest()
    assert found == [mine, mine]


@pytest.mark.parametrize("count", [12, 18, 25, 40])
def test_a_young_tree_is_no_column(count: int) -> None:
    shapes = []
    for start in (0, 100, 200, 300):
        left, down, right, up = extent(grown("portrait", rungs(400)[start : start + count]).places)
        shapes.append((up + down) / (left + right))
    assert sum(shapes) / len(shapes) < 1.15


@form
def test_a_canopy_is_full_of_leaves(form: str) -> None:
    assert density(rings(places(form, 300))) >= 0.73


@pytest.mark.long
@form
@pytest.mark.parametrize("count", [400, 1000, 2000])
def test_a_large_canopy_is_full_of_leaves(form: str, count: int) -> None:
    assert density(rings(places(form, 2000)[:count])) >= 0.73


@pytest.mark.long
@form
def test_so_many_leaves_are_readable_on_each_paper(form: str) -> None:
    for paper, count in ((A3, 90), (A2, 215), (A1, 430), (A0, 900)):
        assert stand(*sheet(paper, form), places(form, 2000)[:count]).em >= 9


def looked_around(*bare: float | None) -> tuple[float | None, list[int]]:
    """Return how bare the wood is of the place that is taken, and how many places each look shuns.

    So bare is what each look finds in turn; -1 for those that look at all wood.
    """
    shunned: list[int] = []
    found = iter(bare)

    def look(near: Seen | None, points: tuple[Point, ...]) -> Choice | None:
        shunned.append(-1 if near is None else len(set(points)))
        one = next(found)
        return None if one is None else Choice(one, 0.0, Place(0, len(shunned), 0, 1, 0, 0))

    choice = _looked_around(look, np.ones(1, np.bool_))
    return choice and choice.bare, shunned


@pytest.mark.parametrize(
    ("found", "taken", "shunned"),
    [
        ((0.0,), 0.0, [0]),
        ((90.0, 40.0, 1.0), 1.0, [0, 1, 2]),
        ((90.0, 40.0, None), 40.0, [0, 1, 2]),
        ((50.0, *(60.0,) * ELSEWHERE), 50.0, list(range(ELSEWHERE + 1))),
        ((None, 70.0), 70.0, [0, -1]),
        ((None, None), None, [0, -1]),
    ],
)
def test_while_all_wood_is_bare_a_place_is_looked_for_elsewhere(
    found: tuple[float | None, ...], taken: float | None, shunned: list[int]
) -> None:
    assert looked_around(*found) == (taken, shunned)
