from dataclasses import replace
from datetime import datetime

from desktop.tree.model import Form, Tree
from desktop.tree.page.named import hung_words
from tests.pledges.evening import DAY

OURS = Tree(programme="one", paper="A1", printed=DAY)
DAY_WORDS = "A1, printed 8 October 2026"


def at(hour: int, minute: int) -> str:
    """Return the identifier of what was begun at this time of the day, on the laptop's clock."""
    ms = int(datetime(2026, 10, 8, hour, minute).timestamp() * 1000)
    return f"{ms >> 16:08x}-{ms & 0xFFFF:04x}-7000-8000-000000000000"


def names(*trees: Tree) -> list[str]:
    return list(hung_words(trees).values())


def test_a_tree_is_called_by_its_paper_its_day_and_its_title() -> None:
    assert names(OURS) == [DAY_WORDS]
    assert names(replace(OURS, title="Spring")) == [f"{DAY_WORDS}: Spring"]
    (long,) = names(replace(OURS, title="What matters to us " * 15))
    assert long == f"{DAY_WORDS}: What matters to us What matters to us Wh…"


def test_trees_that_look_alike_tell_what_differs() -> None:
    grove = replace(OURS, id=at(9, 5), crowns=2)
    assert names(OURS, grove) == [f"{DAY_WORDS}, 1 tree", f"{DAY_WORDS}, 2 trees"]
    other = replace(OURS, id=at(9, 5), form=Form.PORTRAIT)
    assert names(OURS, other) == [f"{DAY_WORDS}, landscape", f"{DAY_WORDS}, portrait"]
    hall = replace(OURS, id=at(9, 5), place="Town Hall")
    assert names(OURS, hall) == [f"{DAY_WORDS}, all places", f"{DAY_WORDS}, Town Hall"]


def test_trees_alike_in_everything_tell_when_they_were_begun() -> None:
    first, second = replace(OURS, id=at(9, 5)), replace(OURS, id=at(14, 30))
    far = replace(OURS, id=at(10, 0), paper="A3")
    assert names(first, second, far) == [
        f"{DAY_WORDS}, begun 09:05",
        f"{DAY_WORDS}, begun 14:30",
        "A3, printed 8 October 2026",
    ]
