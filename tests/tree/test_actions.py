"""Tests of what can be done with trees."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.errors import FieldError, UserError
from desktop.pledges.actions import delete_pledge, let_through, move_pledge, refuse
from desktop.pledges.model import Show, Source
from desktop.sessions.actions import save_session
from desktop.tree.actions import (
    NO_THEME,
    Chosen,
    adopt,
    chosen,
    delete_tree,
    hang,
    hangings,
    is_new,
    may_grow,
    note_leaves,
    note_poster,
    options,
    save_tree,
    screen_tree,
    trees,
)
from desktop.tree.growth.shape import Need
from desktop.tree.growth.standing import Standing
from desktop.tree.hanging import Arrangement
from desktop.tree.model import Form, Tree, Where
from tests.pledges.evening import DAY, Evening


def tree_of(evening: Evening, **fields: object) -> Tree:
    return replace(Tree(programme=evening.programme.id), **fields)  # type: ignore[arg-type]


def choose(evening: Evening, **fields: object) -> Chosen:
    with evening.store.read() as db:
        return chosen(db, tree_of(evening, **fields))


def words(found: Chosen) -> list[str]:
    return [made.pledge.text for made in found.shown]


def test_private_and_refused_pledges_count_but_are_not_shown(evening: Evening) -> None:
    evening.pledge("Listen more")
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    rude = evening.pledge("Rude words")
    with evening.store.change("Keep off the tree") as change:
        refuse(change, rude)
    found = choose(evening)
    assert (words(found), found.private, found.refused) == (["Listen more"], 1, 1)
    assert found.count == 3


def test_what_nobody_has_read_waits_until_it_is_let_through(evening: Evening) -> None:
    typed = evening.pledge("Sit down when I talk")
    kiosk = evening.pledge("Ring my mother", source=Source.KIOSK)
    names = evening.pledge("I will help Okafor with the rota")
    found = choose(evening)
    assert words(found) == [typed.text]
    assert [made.pledge for made in found.waiting] == [kiosk, names]
    with evening.store.change("Let through") as change:
        let_through(change, names)
    assert words(choose(evening)) == [typed.text, names.text]


def test_a_refused_pledge_may_be_let_through_after_all(evening: Evening) -> None:
    pledge = evening.pledge("Listen more")
    with evening.store.change("Keep off the tree") as change:
        refused = refuse(change, pledge)
    with evening.store.change("Let through") as change:
        let_through(change, refused)
    assert words(choose(evening)) == ["Listen more"]


def test_the_oldest_pledge_hangs_first(evening: Evening) -> None:
    evening.pledge("second")
    evening.pledge("third")
    slip = evening.pledge("first")
    with evening.store.change("Edit pledge") as change:
        change.save(replace(slip, made=DAY - timedelta(days=30)))
    assert words(choose(evening)) == ["first", "second", "third"]


def test_a_tree_is_narrowed_by_place_period_and_theme(evening: Evening) -> None:
    with evening.store.change("Edit session") as change:
        save_session(change, replace(evening.session, place="Town Hall "))
    evening.pledge("here", themes=("Listening",))
    other = evening.another("Later")
    there = evening.pledge("there")
    with evening.store.change("Move pledge") as change:
        move_pledge(change, there, other)
    assert words(choose(evening, place="town hall")) == ["here"]
    assert words(choose(evening, themes=("Listening", "Time"))) == ["here"]
    assert words(choose(evening, last=DAY - timedelta(days=1))) == []
    with evening.store.read() as db:
        found = options(db, evening.programme.id)
    assert (dict(found.places), dict(found.themes)) == (
        {"Town Hall": 1},
        {"Listening": 1, NO_THEME: 1},
    )
    assert words(choose(evening, themes=(NO_THEME,))) == ["there"]


def test_a_place_spelled_in_two_ways_is_one(evening: Evening) -> None:
    evening.pledge("first")
    second, other = evening.pledge("second"), evening.another("Later")
    with evening.store.change("Move") as change:
        move_pledge(change, second, other)
        save_session(change, replace(evening.session, place="Town Hall"))
        save_session(change, replace(other, place="Town hall"))
    with evening.store.read() as db:
        assert dict(options(db, evening.programme.id).places) == {"Town hall": 2}


def hung(evening: Evening, *texts: str) -> tuple[Tree, Arrangement]:
    made = [evening.pledge(text) for text in texts]
    with evening.store.change("Hang leaves") as change:
        tree = save_tree(change, tree_of(evening, home=evening.store.device))
        arrangement = Arrangement(tree)
        changes = arrangement.bring_up({pledge.id: Need(12) for pledge in made})
        arrangement.note(hang(change, tree, changes.kept))
    return tree, arrangement


def test_leaves_are_kept_with_the_tree_and_come_back_as_they_hung(evening: Evening) -> None:
    tree, arrangement = hung(evening, "one", "two")
    with evening.store.read() as db:
        assert trees(db, evening.programme.id) == [tree]
        assert hangings(db, tree.id) == list(arrangement.leaves.values())
        assert trees(db, evening.programme.id, Where.SCREEN) == []


def test_a_leaf_taken_off_may_hang_again(evening: Evening) -> None:
    tree, arrangement = hung(evening, "one")
    (leaf,) = arrangement.leaves.values()
    with evening.store.change("Take off") as change:
        delete_pledge(change, evening.made()[0].pledge)
        hang(change, tree, [], [leaf])
    with evening.store.change("Hang again") as change:
        hang(change, tree, [replace(leaf, rev=None)])
    with evening.store.read() as db:
        assert [one.id for one in hangings(db, tree.id)] == [leaf.id]


def test_a_wall_tree_grows_only_where_it_was_made(evening: Evening) -> None:
    tree = tree_of(evening, home="another laptop")
    assert not may_grow(tree, evening.store.device)
    with (
        pytest.raises(UserError, match="grows on the laptop that made it"),
        evening.store.change("Hang leaves") as change,
    ):
        hang(change, tree, [])


def test_a_tree_may_be_gone_on_with_on_another_replica(evening: Evening) -> None:
    with evening.store.change("Make tree") as change:
        tree = save_tree(change, tree_of(evening, home="another laptop"))
    with evening.store.change("Go on here") as change:
        adopted = adopt(change, tree)
    assert may_grow(adopted, evening.store.device)


def test_what_was_printed_is_no_longer_new_until_its_words_change(evening: Evening) -> None:
    tree, arrangement = hung(evening, "one", "two")
    first, second = arrangement.leaves.values()
    with evening.store.change("Print the tree") as change:
        standing = Standing(10.0, (300.0, 200.0), 40.0)
        printed = note_poster(change, tree, [standing], DAY)
        (noted,) = note_leaves(change, printed, [first], {first.pledge: "abc"}, DAY)
    assert printed.standings == ((10.0, 300.0, 200.0, 40.0),)
    assert printed.printed == noted.printed == DAY
    assert not is_new(noted, "abc")
    assert is_new(noted, "changed")
    assert is_new(second, "")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": "x" * 301}, "title"),
        ({"subtitle": "x" * 301}, "subtitle"),
        ({"planned": 5_001}, "planned"),
        ({"planned": -1}, "planned"),
    ],
)
def test_a_tree_that_can_not_be_is_refused(
    evening: Evening, fields: dict[str, object], field: str
) -> None:
    with evening.store.change("Make tree") as change, pytest.raises(FieldError) as refused:
        save_tree(change, tree_of(evening, **fields))
    assert refused.value.field == field


def test_each_replica_shows_a_tree_of_its_own(evening: Evening) -> None:
    with evening.store.read() as db:
        mine = screen_tree(db, evening.programme.id, Form.LANDSCAPE, "mine")
    assert (mine.rev, mine.where, mine.home) == (None, Where.SCREEN, "mine")
    with evening.store.change("Show the tree") as change:
        kept = save_tree(change, mine)
    with evening.store.read() as db:
        assert screen_tree(db, evening.programme.id, Form.LANDSCAPE, "mine") == kept
        assert screen_tree(db, evening.programme.id, Form.PORTRAIT, "mine").rev is None
        assert screen_tree(db, evening.programme.id, Form.LANDSCAPE, "theirs").rev is None


def test_a_deleted_tree_comes_back_with_its_leaves(evening: Evening) -> None:
    tree, _ = hung(evening, "one")
    with evening.store.change("Delete tree") as change:
        delete_tree(change, tree)
    with evening.store.read() as db:
        assert trees(db, evening.programme.id) == []
    evening.store.undo()
    with evening.store.read() as db:
        assert len(trees(db, evening.programme.id)) == 1
        assert len(hangings(db, tree.id)) == 1


def test_days_stand_as_days(evening: Evening) -> None:
    kept = tree_of(evening, first=date(2026, 10, 1), themes=("Time",))
    with evening.store.change("Make tree") as change:
        assert save_tree(change, kept).first == date(2026, 10, 1)
