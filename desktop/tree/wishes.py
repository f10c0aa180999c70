"""What somebody wants of a tree's paper; half chosen, it is remembered as a draft."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from desktop.tree.model import Form, Season, Tree
from desktop.tree.sheets import SHEETS

MOST_CROWNS = 3
_OF_A_TREE = ("title", "subtitle", "place", "first", "last", "themes", "season", "blossoms")
_OF_A_NEW_TREE = ("paper", "form", "planned", "crowns")


@dataclass(frozen=True)
class Wish:
    """A tree as it shall be, and how it comes on paper.

    `on` is the paper of the sheets it is put together from, empty for one sheet. `plain` is for
    one colour. `only_new` wants only the leaves that are not on the wall yet. `fresh` says that
    nobody chose anything yet.
    """

    tree: Tree
    on: str = ""
    plain: bool = False
    only_new: bool = False
    fresh: bool = False

    @property
    def taped(self) -> str:
        """Return the paper of the sheets to tape, empty where the poster is on one sheet."""
        papers = list(SHEETS)
        smaller = self.on and papers.index(self.on) < papers.index(self.tree.paper)
        return self.on if smaller else ""

    @property
    def hangs(self) -> bool:
        """Return whether the tree was printed before, so that its size and shape are settled."""
        return self.tree.printed is not None


def with_choices(kept: Tree, tree: Tree, before: Tree) -> Tree:
    """Return a tree as it is kept, with what was chosen for the next print.

    Chosen is what differs from `before`, as the tree was kept when somebody looked: whatever is
    as it was then follows what an undo or another laptop made of it since.
    """
    choices = {name: getattr(tree, name) for name in _OF_A_TREE}
    return replace(
        kept, **{name: one for name, one in choices.items() if one != getattr(before, name)}
    )


def as_draft(wish: Wish) -> str:
    """Return a wish as it is remembered."""
    names = _OF_A_TREE if wish.hangs else (*_OF_A_TREE, *_OF_A_NEW_TREE)
    body: dict[str, Any] = {name: getattr(wish.tree, name) for name in names}
    body |= {"on": wish.on, "plain": wish.plain, "only_new": wish.only_new}
    return json.dumps(body, default=str, ensure_ascii=False)


def with_draft(wish: Wish, draft: str) -> Wish:
    """Return a wish with what was remembered of it; what can't be read is left out."""
    try:
        body = json.loads(draft or "{}")
    except ValueError:
        return wish
    if not isinstance(body, dict):
        return wish
    names = _OF_A_TREE if wish.hangs else (*_OF_A_TREE, *_OF_A_NEW_TREE)
    found = {name: _read(name, body[name], wish.tree) for name in names if name in body}
    tree = replace(wish.tree, **{name: one for name, one in found.items() if one is not _WRONG})
    return replace(wish, tree=tree, **_others(body))


_WRONG = object()


def _read(name: str, value: Any, tree: Tree) -> Any:
    """Return the value of a field as it was remembered, or _WRONG."""
    try:
        match name:
            case "first" | "last":
                return date.fromisoformat(value) if value not in (None, "None") else None
            case "themes":
                return tuple(str(one) for one in value)
            case "form":
                return Form(value)
            case "season":
                return Season(value)
            case "paper":
                return value if value in SHEETS else _WRONG
            case "crowns":
                return value if value in range(1, MOST_CROWNS + 1) else _WRONG
    except (TypeError, ValueError):
        return _WRONG
    return value if type(value) is type(getattr(tree, name)) else _WRONG


def _others(body: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for field in fields(Wish):
        value = body.get(field.name)
        if field.name in ("plain", "only_new") and isinstance(value, bool):
            found[field.name] = value
        if field.name == "on" and value in ("", "A4", "A3"):
            found["on"] = value
    return found
