import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.text import (
    begins_words,
    is_plain,
    joined_key,
    one_line,
    one_of,
    paragraphs,
    search_key,
    storable,
)


def test_a_line_loses_controls_and_double_spaces() -> None:
    assert one_line("  Siân\t\x07 \u202eProsser\n", "The name") == "Siân Prosser"


def test_a_name_that_nobody_can_see_is_no_name() -> None:
    assert one_line("\u200b\u2060\ufeff", "The name") == ""


def test_a_large_field_keeps_its_line_breaks() -> None:
    assert paragraphs("One\r\n\x00two\x1b \r\rthree  ", "The notes") == "One\ntwo\n\nthree"


def test_too_long_a_text_says_how_long_it_may_be() -> None:
    with pytest.raises(UserError, match=r"The title has 201 characters\. Shorten it to 200"):
        one_line("x" * 201, "The title")


@pytest.mark.parametrize(
    ("typed", "found_by"),
    [
        ("Ó Súilleabháin", "o suilleabhain"),
        ("O’Neil", "oneil"),
        ("O'Neil", "oneil"),
        ("Wiśniewski", "wisniewski"),
        ("Łukasz", "lukasz"),
        ("Ann-Marie", "ann marie"),
        ("Tŷ Gwyn", "ty gwyn"),
        ("STRASSE Straße", "strasse strasse"),
    ],
)
def test_names_are_found_without_case_accents_and_marks(typed: str, found_by: str) -> None:
    assert search_key(typed) == found_by


@given(st.text())
def test_what_is_kept_can_be_stored_and_is_composed(text: str) -> None:
    kept = paragraphs(text, "The pledge")
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert unicodedata.is_normalized("NFC", kept)
    assert paragraphs(kept, "The pledge") == kept


@given(st.text(), st.text())
def test_the_key_of_two_names_is_put_together_from_their_own(one: str, other: str) -> None:
    assert joined_key(one, other) == search_key(f"{one} {other}")


PARTS = st.sampled_from([" ", "  ", "|", "a", "é", "\x00", "\t", "\u200b", "b" * 70])


@given(st.lists(st.lists(PARTS).map("".join)))
def test_what_is_plain_at_a_glance_stays_as_it_is(texts: list[str]) -> None:
    assert not is_plain(texts) or all(one_line(text, "The name") == text for text in texts)


def test_a_usual_line_is_plain_at_a_glance() -> None:
    assert is_plain(["Hanna", "Kowalczyk", "", "Team 4 (north)", "hanna@example.org"])


def test_a_word_is_begun_and_not_only_held() -> None:
    assert begins_words("anna kowalczyk", ["kow", "an"])
    assert not begins_words("hanna kowalczyk", ["kow", "an"])


def test_what_there_is_to_choose_from_is_said_in_a_sentence() -> None:
    assert one_of(["yes"]) == "yes"
    assert one_of(["yes", "no", "not sure"]) == "yes, no or not sure"
    assert one_of(list("abcdefghij")) == "a, b, c, d, e, f, g, h …"


@given(st.text())
@example("🄐")
@example("Teams™ №4 ϓ")
def test_a_search_key_is_its_own_key(text: str) -> None:
    key = search_key(storable(text))
    assert search_key(key) == key


@given(st.text(st.characters(max_codepoint=127), max_size=100))
def test_plain_letters_are_cleaned_and_keyed_like_any_others(text: str) -> None:
    assert search_key(text + "e") == search_key(text + "é")
    assert one_line(text + "e", "The name")[:-1] == one_line(text + "é", "The name")[:-1]
