from dataclasses import replace

import pytest

from desktop.programmes.actions import default_programme
from desktop.sessions.model import Session
from desktop.tree.model import Tree
from desktop.tree.page.memory import LAST, Memory
from desktop.tree.page.output import note_print
from desktop.tree.wishes import Wish
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import ready_of, wish_of


def test_at_first_it_is_a_new_tree_of_the_latest_programme(evening: Evening) -> None:
    with evening.store.change("Plan session") as change:
        older = change.save(default_programme("Another"))
        change.save(Session(programme=older.id, title="Before", date=DAY.replace(year=2025)))
    wish = Memory(evening.store).last()
    assert wish.tree.programme == evening.programme.id
    assert wish.fresh
    assert not wish.hangs


def test_each_programme_and_tree_has_its_own_wish(evening: Evening) -> None:
    evening.pledge("Listen more")
    memory = Memory(evening.store)
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    new = memory.wish(evening.programme.id)
    memory.keep(replace(new, tree=replace(new.tree, paper="A0"), fresh=False))
    hung = memory.wish(evening.programme.id, tree)
    memory.keep(replace(hung, plain=True))
    assert memory.last().tree.id == tree
    assert memory.last().plain
    assert memory.last().tree.paper == "A3"
    again = memory.wish(evening.programme.id)
    assert (again.tree.paper, again.plain, again.fresh) == ("A0", False, False)


def test_what_nobody_chose_is_not_remembered_as_chosen(evening: Evening) -> None:
    memory = Memory(evening.store)
    memory.keep(memory.last())
    assert memory.last().fresh


def test_a_tree_that_is_gone_is_a_new_one(evening: Evening) -> None:
    assert not Memory(evening.store).wish(evening.programme.id, "gone").hangs


def test_without_a_programme_nothing_is_remembered(evening: Evening) -> None:
    Memory(evening.store).keep(Wish(Tree()))
    assert evening.store.draft("tree") == ""


def test_what_was_remembered_wrongly_is_forgotten(evening: Evening) -> None:
    evening.store.keep_draft("tree", "not json")
    assert Memory(evening.store).last().tree.programme == evening.programme.id


@pytest.mark.parametrize("draft", ["null", "7", "[]", "{", '["one", "two", "three"]'])
def test_what_cannot_be_read_is_not_remembered(evening: Evening, draft: str) -> None:
    evening.store.keep_draft(LAST, draft)
    assert Memory(evening.store).last().tree.programme == evening.programme.id
