"""What is half chosen, remembered on this laptop for each programme and tree."""

import json
from dataclasses import replace

from desktop.sessions.actions import sessions
from desktop.store import drafts
from desktop.store.reader import Db
from desktop.store.store import Store
from desktop.tree.actions import trees
from desktop.tree.model import Tree
from desktop.tree.wishes import Wish, as_draft, with_draft

LAST = "tree"
"""The draft that says which programme and tree were looked at last."""


class Memory:
    """Keeps wishes as drafts and finds them again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def last(self) -> Wish:
        """Return the wish that was looked at last; at first one for the latest programme."""
        with self._store.read() as db:
            programme, tree = _read(drafts.read(db.connection, LAST))
            if not programme:
                programme = _latest_programme(db)
            return _wish(db, programme, tree)

    def wish(self, programme: str, tree: str = "") -> Wish:
        """Return the wish for a tree that hangs, or for a new one of a programme."""
        with self._store.read() as db:
            return _wish(db, programme, tree)

    def tree(self, tree: str) -> Tree | None:
        """Return a tree as it was kept, without what was half chosen since; None if it is gone."""
        with self._store.read() as db:
            return db.get(Tree, tree)

    def keep(self, wish: Wish) -> None:
        """Remember a wish, and that it was looked at last."""
        if not wish.tree.programme:
            return
        if wish.fresh:
            self._store.keep_draft(LAST, _pair(wish))
            return
        for key, text in ((_key(wish), as_draft(wish)), (LAST, _pair(wish))):
            if self._store.draft(key) != text:
                self._store.keep_draft(key, text)


def _wish(db: Db, programme: str, tree_id: str) -> Wish:
    hung = {tree.id: tree for tree in trees(db, programme) if tree.printed}
    wish = Wish(hung.get(tree_id) or Tree(programme=programme))
    draft = drafts.read(db.connection, _key(wish))
    return with_draft(replace(wish, fresh=not draft and not wish.hangs), draft)


def _key(wish: Wish) -> str:
    return f"{LAST}/{wish.tree.programme}/{wish.tree.id if wish.hangs else 'new'}"


def _pair(wish: Wish) -> str:
    return json.dumps([wish.tree.programme, wish.tree.id if wish.hangs else ""])


def _read(draft: str) -> tuple[str, str]:
    try:
        programme, tree = json.loads(draft or "[]")
    except (ValueError, TypeError):
        return "", ""
    return str(programme), str(tree)


def _latest_programme(db: Db) -> str:
    held = [session for session in sessions(db) if session.programme]
    return max(held, key=lambda session: session.date).programme if held else ""
