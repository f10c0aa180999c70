"""What the trees that hang are called in a list, so that no two look alike."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from desktop.language import count, tr
from desktop.printing.dates import day_words
from desktop.tree.model import Form, Tree

_LONGEST = 40  # characters of a title, so that the list is no wider than the window
_BY_TIME = 7  # the version of identifiers that tell when they were made


def hung_words(trees: Sequence[Tree]) -> Mapping[str, str]:
    """Return by id what trees are called; of those that look alike also what differs."""
    found = {tree.id: _usual(tree) for tree in trees}
    for detail in (_lies, _crowns, _place, _begun):
        found = _told_apart(trees, found, detail)
    return found


def _told_apart(
    trees: Sequence[Tree], names: Mapping[str, str], detail: Callable[[Tree], str]
) -> dict[str, str]:
    """Return the names with a detail added where that tells trees of one name apart."""
    often = Counter(names.values())
    details = {name: {detail(one) for one in trees if names[one.id] == name} for name in often}
    apart = {name for name in often if often[name] > 1 and len(details[name]) > 1}
    words = tr("{words}, {more}")
    return {
        tree.id: words.format(words=names[tree.id], more=detail(tree))
        if names[tree.id] in apart
        else names[tree.id]
        for tree in trees
    }


def _usual(tree: Tree) -> str:
    day = day_words(tree.printed) if tree.printed else ""
    words = tr("{paper}, printed {day}").format(paper=tree.paper, day=day)
    title = tree.title if len(tree.title) <= _LONGEST else f"{tree.title[:_LONGEST].rstrip()}…"
    return tr("{words}: {title}").format(title=title, words=words) if title else words


def _lies(tree: Tree) -> str:
    return tr("portrait") if tree.form is Form.PORTRAIT else tr("landscape")


def _crowns(tree: Tree) -> str:
    return count("{n} tree", "{n} trees", tree.crowns)


def _place(tree: Tree) -> str:
    return tree.place or tr("all places")


def _begun(tree: Tree) -> str:
    """Return when a tree was begun, which its identifier tells."""
    made = UUID(tree.id)
    if made.version != _BY_TIME:
        return ""
    at = datetime.fromtimestamp((made.int >> 80) / 1000)
    return tr("begun {time:%H:%M}").format(time=at)
