from dataclasses import replace
from datetime import date

import pytest

from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome, Pledge, Show, Source
from desktop.pledges.page.words import doubt, is_too_long, leaf_of, outcome_words, show_words

LISTEN = Pledge(text="Listen to Margaret", show=Show.FIRST_NAME, made=date(2026, 10, 8))
LONG = replace(LISTEN, text="again and again. " * 200)
EIRLYS = Person(given="Eirlys", surname="Vaughan")


def test_every_choice_has_words() -> None:
    assert [show_words(show) for show in Show] == [
        "With first name",
        "Without a name",
        "Not on the tree",
    ]
    assert len({outcome_words(outcome) for outcome in Outcome}) == 4


@pytest.mark.parametrize(
    ("pledge", "words"),
    [
        (LISTEN, "Names a person?"),
        (replace(LISTEN, checked=True), ""),
        (replace(LISTEN, show=Show.NOT_ON_TREE), ""),
        (LONG, "Too long for a card"),
        (replace(LONG, review=True), "Changed on two laptops"),
    ],
)
def test_what_is_to_be_checked(pledge: Pledge, words: str) -> None:
    assert doubt(Made(pledge), ()) == words


def test_someone_of_the_register_in_the_words_is_to_be_checked() -> None:
    begins = replace(LISTEN, text="Eirlys needs time.")
    assert doubt(Made(begins), {"eirlys"}) == "Names a person?"


def test_large_print_needs_its_own_fit() -> None:
    text = next(t for n in range(1, 400) if is_too_long(large(t := "again and again. " * n)))
    assert not is_too_long(Made(replace(LISTEN, text=text)))


def large(text: str) -> Made:
    return Made(replace(LISTEN, text=text), replace(EIRLYS, large_print=True))


def test_a_private_pledge_keeps_its_words_and_its_maker_to_itself() -> None:
    private = replace(LISTEN, show=Show.NOT_ON_TREE, language="pl")
    leaf = leaf_of(Made(private, EIRLYS, Outcome.KEPT), "")
    assert leaf.text == "Private pledge. It counts, and it is not shown to the room."
    assert (leaf.maker, leaf.aside, leaf.on_tree, leaf.kept) == (
        "Not on the tree",
        "",
        False,
        False,
    )


def test_a_leaf_tells_its_maker_language_and_that_it_was_kept() -> None:
    leaf = leaf_of(Made(replace(LISTEN, language="cy"), EIRLYS), "")
    assert (leaf.maker, leaf.aside, leaf.icon) == ("Eirlys", "Cymraeg", "eye")
    assert leaf_of(Made(LISTEN, EIRLYS, Outcome.KEPT), "").maker == "Eirlys, kept"
    plain = leaf_of(Made(replace(LISTEN, show=Show.NO_NAME, language="en"), EIRLYS), "")
    assert (plain.maker, plain.aside, plain.icon) == ("Without name", "", "user-x")
    assert leaf_of(Made(LISTEN), "").icon == "user-x"


def test_a_doubt_has_its_own_sign() -> None:
    assert leaf_of(Made(LONG), "Too long for a card").warning_icon == "scissors"
    assert leaf_of(Made(LISTEN), "Names a person?").warning_icon == "triangle-alert"


def test_what_a_facilitator_has_not_read_waits_for_the_tree() -> None:
    kiosk = replace(LISTEN, text="I will listen", source=Source.KIOSK)
    assert doubt(Made(kiosk), ()) == "Waits for the tree"
    assert doubt(Made(replace(kiosk, checked=True)), ()) == ""
    assert doubt(Made(replace(kiosk, refused=True)), ()) == ""


def test_a_pledge_kept_off_the_tree_says_so_and_keeps_its_words() -> None:
    leaf = leaf_of(Made(replace(LISTEN, refused=True), EIRLYS, Outcome.KEPT), "")
    assert (leaf.text, leaf.maker, leaf.on_tree, leaf.kept) == (
        "Listen to Margaret",
        "Kept off the tree",
        False,
        False,
    )
    private = replace(LISTEN, refused=True, show=Show.NOT_ON_TREE)
    assert leaf_of(Made(private), "").text.startswith("Private pledge.")
