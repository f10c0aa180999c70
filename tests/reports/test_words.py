from dataclasses import replace

from desktop.pledges.model import Outcome, Show
from desktop.reports.words import pledge_words, turnout_words
from tests.reports.figured import PLEDGES, TURNOUT, of_programme, of_session


def test_one_person_is_not_people() -> None:
    one = replace(TURNOUT, by_name=1, people=1, on_register=1, walk_ins=1, not_coming=0)
    words = turnout_words(replace(of_session(), turnout=one))
    assert words == "1 was expected. 1 person came. 1 walked in."


def test_head_counts_are_named() -> None:
    heads = replace(
        TURNOUT, by_name=0, people=0, head_count=40, on_register=0, walk_ins=0, not_coming=0
    )
    words = turnout_words(replace(of_programme(), turnout=heads))
    assert words == "40 people came. 40 were counted without names."


def test_who_came_twice_is_one_person_of_a_period() -> None:
    assert "On the registers are 398 different people." in turnout_words(of_programme())
    assert "different" not in turnout_words(of_session())


def test_it_says_how_pledges_went() -> None:
    went = {Outcome.KEPT: 24, Outcome.PARTLY: 9, Outcome.NOT_YET: 0, Outcome.LET_GO: 1}
    figures = replace(PLEDGES, number=1_301, by_show={}, followed_up=34, by_outcome=went)
    assert pledge_words(figures) == (
        "1,301 pledges were made. 34 were asked about later: 24 kept, 9 partly kept, 1 let go."
    )


def test_private_pledges_are_counted_only() -> None:
    figures = replace(PLEDGES, by_show={Show.NOT_ON_TREE: 2})
    assert "2 of them are private and are not shown here." in pledge_words(figures)
