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
