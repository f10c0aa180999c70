from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.pledges.actions import (
    Made,
    cleaned,
    counts_by_session,
    delete_pledge,
    follow_up,
    latest_follow_ups,
    let_through,
    make_pledge,
    move_pledge,
    one_pledge,
    pledges,
    pledges_of_programme,
    refuse,
)
from desktop.pledges.model import FollowUp, Outcome, Pledge, Show
from desktop.store.store import Store
from tests.pledges.evening import DAY, Evening

LATER = DAY + timedelta(days=90)


def a_pledge(**fields: object) -> Pledge:
    return replace(Pledge(text="Listen more", show=Show.NO_NAME, made=DAY), **fields)  # type: ignore[arg-type]


def test_a_pledge_is_kept_as_it_was_said(evening: Evening) -> None:
    kept = evening.pledge("  Listen\r\nmore \x07", person=evening.eirlys.id, maker="typed too")
    assert kept.text == "Listen\nmore"
    made = evening.made()
    assert [(one.pledge, one.person) for one in made] == [(kept, evening.eirlys)]
    assert (made[0].name, made[0].shown_name, kept.maker) == ("Eirlys Vaughan", "Eirlys", "")


@pytest.mark.parametrize("text", ["", "  \n ", "…", "?!", "\x00"])
def test_a_pledge_needs_words(text: str) -> None:
    with pytest.raises(UserError, match="Type the words of the pledge first"):
        cleaned(a_pledge(text=text))


@pytest.mark.parametrize("text", ["🌱", "ٱلصَّبْر", "<img src=x>", "7"])
def test_any_word_will_do(text: str) -> None:
    assert cleaned(a_pledge(text=text)).text == text


def test_a_pledge_of_a_whole_book_is_refused_in_one_sentence(evening: Evening) -> None:
    with pytest.raises(UserError, match="The pledge has 10,001 characters"):
        evening.pledge("x" * 10_001)
    assert evening.made() == []


@pytest.mark.parametrize(
    ("show", "maker", "shown"),
    [
        (Show.FIRST_NAME, "Eirlys Vaughan", "Eirlys"),
        (Show.FIRST_NAME, "Vaughan, Eirlys", "Eirlys"),
        (Show.FIRST_NAME, "", ""),
        (Show.NO_NAME, "Eirlys Vaughan", ""),
        (Show.NOT_ON_TREE, "Eirlys Vaughan", ""),
    ],
)
def test_everyone_sees_the_first_name_only_where_its_maker_wished(
    show: Show, maker: str, shown: str
) -> None:
    assert Made(a_pledge(show=show, maker=maker)).shown_name == shown


def test_a_person_with_one_name_is_shown_with_it() -> None:
    made = Made(a_pledge(show=Show.FIRST_NAME), Person(surname="Björk"))
    assert made.shown_name == "Björk"


def test_the_latest_pledge_comes_first_and_words_find_it(evening: Evening) -> None:
    evening.pledge("Listen to people more")
    evening.pledge("Gofyn i bob claf: tŷ neu gartref?")
    with evening.store.read() as db:
        everything = pledges(db, [evening.session.id])
        found = pledges(db, [evening.session.id], "TY gartref")
    assert [one.pledge.text[:6] for one in everything] == ["Gofyn ", "Listen"]
    assert [one.pledge.text[:6] for one in found] == ["Gofyn "]


def test_a_slip_that_belongs_elsewhere_is_moved(evening: Evening) -> None:
    other = evening.another("Night staff")
    kept = evening.pledge("Listen")
    with evening.store.change("Move pledge") as change:
        move_pledge(change, kept, other)
    with evening.store.read() as db:
        wanted = {evening.session.id: 0, other.id: 1}
        assert counts_by_session(db, list(wanted)) == wanted
        assert len(pledges_of_programme(db, evening.programme.id)) == 1


def test_a_deleted_pledge_comes_back_with_undo(evening: Evening) -> None:
    kept = evening.pledge("Listen")
    with evening.store.change("Delete pledge") as change:
        delete_pledge(change, kept)
    assert evening.made() == []
    with evening.store.read() as db, pytest.raises(UserError, match="Undo brings it back"):
        one_pledge(db, kept.id)
    evening.store.undo()
    assert [one.pledge.text for one in evening.made()] == ["Listen"]


def followed_up(evening: Evening, pledge: Pledge, asked: date, outcome: Outcome) -> FollowUp:
    with evening.store.change("Follow up") as change:
        return follow_up(change, pledge, asked, outcome, " went well ")


def test_the_last_answer_about_a_pledge_counts(evening: Evening) -> None:
    kept = evening.pledge("Listen")
    followed_up(evening, kept, LATER, Outcome.NOT_YET)
    said = followed_up(evening, kept, LATER + timedelta(days=30), Outcome.KEPT)
    assert said.note == "went well"
    made = evening.made()[0]
    assert (made.outcome, made.asked) == (Outcome.KEPT, LATER + timedelta(days=30))


def test_an_answer_is_corrected_on_the_same_day(evening: Evening) -> None:
    kept = evening.pledge("Listen")
    followed_up(evening, kept, LATER, Outcome.KEPT)
    followed_up(evening, kept, LATER, Outcome.PARTLY)
    with evening.store.read() as db:
        assert db.count(FollowUp) == 1
        found = latest_follow_ups(db, [evening.session.id])
    assert found == {kept.id: (LATER, Outcome.PARTLY)}


def test_a_pledge_that_two_laptops_changed_is_settled_by_saving_it(
    evening: Evening, other_laptop: Store
) -> None:
    kept = evening.pledge("Listen")
    other_laptop.merge(evening.store)
    for store, text in ((evening.store, "Listen more"), (other_laptop, "Listen better")):
        with store.change("Edit pledge") as change:
            make_pledge(change, replace(kept, text=text))
    evening.store.merge(other_laptop)
    differing = evening.made()[0].pledge
    assert differing.review
    with evening.store.change("Edit pledge") as change:
        make_pledge(change, replace(differing, text="Listen more and better"))
    settled = evening.made()[0].pledge
    assert (settled.text, settled.review) == ("Listen more and better", False)


def test_a_facilitator_keeps_a_pledge_off_the_tree_and_lets_it_through_after_all(
    evening: Evening,
) -> None:
    pledge = evening.pledge("Listen more")
    with evening.store.change("Keep off the tree") as change:
        refused = refuse(change, pledge)
    assert (refused.checked, refused.refused) == (False, True)
    with evening.store.change("Let through") as change:
        shown = let_through(change, refused)
    assert (shown.checked, shown.refused) == (True, False)
    assert [one.pledge for one in evening.made()] == [shown]
