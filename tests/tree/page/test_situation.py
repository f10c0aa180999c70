from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop.kinds import open_store
from desktop.pledges.actions import refuse
from desktop.pledges.model import Show, Source
from desktop.progress import Progress
from desktop.store.history import History
from desktop.tree.actions import save_tree
from desktop.tree.facts import read_facts
from desktop.tree.layouts import Layouts
from desktop.tree.model import Tree
from desktop.tree.page.output import note_print
from desktop.tree.page.situation import no_new_words, situation_of
from desktop.tree.press import press
from desktop.tree.ready import make_ready
from desktop.tree.wishes import Wish
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import ready_of, wish_of


def said(evening: Evening, **fields: object) -> str:
    found = situation_of(ready_of(evening, wish_of(evening, **fields)))
    return f"{found.first} {found.rest}" if found else ""


def test_a_bare_tree_says_why_it_is_bare(evening: Evening) -> None:
    bare = "A bare winter tree. "
    assert said(evening) == f"{bare}It comes into leaf as soon as the first pledge is typed in."
    assert said(evening, place="Nowhere").endswith("Change the place, dates or themes.")
    rude = evening.pledge("Something rude")
    with evening.store.change("Refuse") as change:
        refuse(change, rude)
    assert said(evening) == f"{bare}None of the pledges is to be shown."
    evening.pledge("Ring home", source=Source.KIOSK)
    assert said(evening) == f"{bare}Its pledges wait for you to read them."


def test_where_all_is_private_it_says_so(evening: Evening) -> None:
    evening.pledge("Mine", Show.NOT_ON_TREE)
    assert "The one pledge is private" in said(evening)
    evening.pledge("Mine too", Show.NOT_ON_TREE)
    assert "All 2 pledges are private" in said(evening)


def test_a_planned_tree_is_meant_to_be_bare(evening: Evening) -> None:
    assert said(evening, planned=120).startswith("Bare boughs, ready for their leaves.")


def test_of_a_planned_tree_it_says_how_many_leaves_are_on_it_already(evening: Evening) -> None:
    for text in ("Listen more", "Ring home"):
        evening.pledge(text)
    assert said(evening, planned=3).startswith("2 pledges are on it already, with room for 1 more.")
    full = "2 pledges are on it already, and no bough is bare. Under Look, plan for more people"
    assert said(evening, planned=2).startswith(full)


def test_of_a_tree_in_leaf_there_is_nothing_to_say(evening: Evening) -> None:
    evening.pledge("Listen more")
    assert said(evening) == ""


def test_what_no_face_draws_is_named_before_it_is_printed(evening: Evening) -> None:
    evening.pledge("ᏣᎳᎩ")
    assert said(evening).startswith(
        "These characters can’t be printed: Ꮳ Ꮃ Ꭹ (Cherokee). 1 leaf stays empty"
    )


def test_leaves_to_take_off_the_wall_are_named(evening: Evening) -> None:
    evening.pledge("Listen more", themes=("Listening",))
    evening.pledge("Leave on time", themes=("Time",))
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    with evening.store.read() as db:
        kept = db.need(Tree, tree)
    found = situation_of(ready_of(evening, Wish(replace(kept, themes=("Time",)))))
    assert found is not None
    assert found.first == "1 leaf that hangs is not shown any more: “Listen more”."
    assert situation_of(ready_of(evening, Wish(kept))) is None


def test_leaves_of_deleted_pledges_are_named_too_the_first_three(evening: Evening) -> None:
    long = ("Ask before I help, and listen to the answer", "我会每周和我的团队坐下来听他们说话" * 3)
    made = [evening.pledge(text) for text in (*long, "Ring home", "Sit down")]
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    with evening.store.change("Delete pledges") as change:
        change.delete(*made)
    with evening.store.read() as db:
        found = situation_of(ready_of(evening, Wish(db.need(Tree, tree))))
    assert found is not None
    assert found.first == (
        "4 leaves that hang are not shown any more: “Ask before I help, and listen …”, "
        f"“{long[1][:31]}…”, “Ring home”, and 1 more."
    )


def test_what_two_laptops_made_of_a_tree_is_told_until_one_is_chosen(
    evening: Evening, tmp_path: Path
) -> None:
    evening.pledge("Listen more")
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    with closing(open_store(tmp_path / "other.db", "Ewan")) as other:
        other.merge(evening.store)
        for store, title in ((evening.store, "Ours"), (other, "Theirs")):
            with store.change("Print the tree") as change:
                save_tree(change, replace(change.need(Tree, tree), title=title))
        evening.store.merge(other)
    with evening.store.read() as db:
        kept = db.need(Tree, tree)
    found = situation_of(ready_of(evening, Wish(kept)))
    assert found is not None
    assert found.first == "Two laptops changed this tree."
    history = History(evening.store, Tree, tree)
    history.go_back(next(one.rev for one in history.steps() if one.review))
    assert situation_of(ready_of(evening, Wish(kept))) is None


def test_on_another_laptop_it_says_what_is_missing(evening: Evening) -> None:
    evening.pledge("Listen more")
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    evening.pledge("Ring home")
    with evening.store.read() as db:
        facts = read_facts(db, Wish(db.need(Tree, tree)), "another laptop")
    found = situation_of(make_ready(facts, Layouts(), press(), DAY, Progress()))
    assert found is not None
    assert found.elsewhere
    assert found.rest == (
        "1 pledge is not on it yet. Go on with it here only if nobody does so there."
    )
    assert replace(found, rest="") != found


def test_a_tree_that_has_outgrown_its_poster_says_so_with_its_new_leaves(evening: Evening) -> None:
    evening.pledge("Listen more")
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    for number in range(9):
        evening.pledge(f"Ring home on each of {number} days")
    with evening.store.read() as db:
        kept = db.need(Tree, tree)
    found = situation_of(ready_of(evening, Wish(kept, only_new=True)))
    assert found is not None
    assert found.first == "The tree has outgrown its poster."
    whole = situation_of(ready_of(evening, Wish(kept)))
    assert whole is not None
    assert whole.first == "The tree has outgrown its poster, so this one is drawn smaller."


def test_without_new_leaves_it_says_how_many_pledges_wait(evening: Evening) -> None:
    evening.pledge("Listen more")
    _, tree = note_print(evening.store, ready_of(evening, wish_of(evening)), DAY)
    with evening.store.read() as db:
        wish = Wish(db.need(Tree, tree), only_new=True)
    assert no_new_words(ready_of(evening, wish)) == "Every leaf hangs on the wall already."
    evening.pledge("Ring home", source=Source.KIOSK)
    words = no_new_words(ready_of(evening, wish))
    assert words.endswith("1 pledge still waits for you to read it.")
