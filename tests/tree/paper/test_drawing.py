from dataclasses import replace

from desktop.tree.paper.drawing import BLEED, draw
from desktop.tree.paper.steps import Symbol, Use, Words
from tests.tree.paper.posters import poster_of, real


def test_symbols_come_before_they_are_used() -> None:
    known = set()
    for step in draw(poster_of(real("portrait", 120)[:60]), 0).steps:
        if isinstance(step, Symbol):
            known.add(step.name)
        if isinstance(step, Use):
            assert step.name in known


def test_only_the_youngest_trees_have_seed_leaves() -> None:
    for count, seeds in ((1, 2), (3, 2), (4, 0)):
        steps = draw(poster_of(real("portrait", 120)[:count]), 0).steps
        assert sum(isinstance(step, Use) and step.name == "seed" for step in steps) == seeds


def test_a_bleed_goes_beyond_the_sheet() -> None:
    made = poster_of(real("portrait", 120)[:2])
    assert draw(made, 0, bleed=True).bleed == BLEED
    assert draw(made, 0).bleed == 0


def test_a_tree_without_leaves_invites_the_first() -> None:
    *_, words = draw(poster_of([]), 0).steps
    assert isinstance(words, Words)
    assert words.lines[0].text.startswith("No leaves yet.")


def test_a_bare_tree_beside_others_in_leaf_does_not_say_that_there_are_none() -> None:
    full, bare = poster_of(real("portrait", 2)), poster_of([])
    grove = replace(full, trees=(*full.trees, ()), standings=(*full.standings, *bare.standings))
    words = [step for step in draw(grove, 1).steps if isinstance(step, Words)]
    assert not any("No leaves yet" in line.text for step in words for line in step.lines)


def test_each_tree_of_a_grove_says_which_it_is() -> None:
    one = poster_of(real("portrait", 2))
    grove = replace(one, trees=one.trees * 2, standings=one.standings * 2)
    for made, number, said in ((grove, 1, "Tree 2 of 2 · "), (one, 0, "")):
        words = [step for step in draw(made, number).steps if isinstance(step, Words)]
        lines = [line.text for step in words for line in step.lines]
        assert f"{said}8 October 2026" in lines
