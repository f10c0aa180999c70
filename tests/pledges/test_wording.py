from dataclasses import replace
from datetime import date

import pytest

from desktop.people.model import Person
from desktop.pledges.model import Pledge, Show, Source
from desktop.pledges.wording import likely_language, name_words, named, waits
from desktop.sample.texts import pledge_texts

REGISTER = name_words(
    [Person(given="Grace", surname="Ó Súilleabháin"), Person(given="Jo", surname="Will")]
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I will say sorry to Margaret.", "Margaret"),
        ("I’ll ask Mrs Vaughan how she slept.", "Vaughan"),
        ("I will help Suilleabhain with the rota.", "Suilleabhain"),
        ("I will ring grandad and Tom’s mum.", "Tom’s"),
        ("Listen to Grace.", "Grace"),
    ],
)
def test_a_person_in_the_words_is_noticed(text: str, word: str) -> None:
    assert named(text, REGISTER) == word


@pytest.mark.parametrize(
    "text",
    [
        "I will ring Dad on Sundays, and listen instead of fixing.",
        "I will learn to say good morning in Welsh.",
        "Grace under pressure.",
        "Will do better. “What matters to you?”",
        "I WILL LISTEN MORE THAN I TALK",
        "Start at the NHS day in Glasgow: smile.",
        "I will go with grace.",
        "",
    ],
)
def test_days_languages_and_beginnings_of_sentences_are_not_names(text: str) -> None:
    assert named(text, REGISTER) == ""


def test_of_the_samples_pledges_few_are_asked_about_in_vain() -> None:
    texts = pledge_texts()
    asked = [text.words for text in texts if named(text.words)]
    assert len(asked) < len(texts) / 100


def test_a_text_without_end_is_read_only_so_far() -> None:
    assert named("a " * 1_000_000 + "for Margaret") == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Byddaf yn gofyn i bob claf beth sy’n bwysig iddyn nhw.", "cy"),
        ("Zapytam każdego, czego naprawdę potrzebuje.", "pl"),
        ("Èistidh mi ris na daoine agus cha bhris mi a-steach.", "gd"),
        ("I will listen to people more.", ""),
        ("Open up a bit", ""),
        ("", ""),
    ],
)
def test_the_language_is_proposed_from_the_words(text: str, code: str) -> None:
    assert likely_language(text) == code


def test_no_english_pledge_of_the_sample_is_taken_for_another_language() -> None:
    english = [text.words for text in pledge_texts() if text.language == "en"]
    assert [words for words in english if likely_language(words)] == []


TYPED = Pledge(text="Listen more", show=Show.NO_NAME, made=date(2026, 10, 8))


@pytest.mark.parametrize(
    ("pledge", "waiting"),
    [
        (TYPED, False),
        (replace(TYPED, source=Source.KIOSK), True),
        (replace(TYPED, source=Source.IMPORT), True),
        (replace(TYPED, text="Listen to Grace."), True),
        (replace(TYPED, text="Listen to Grace.", checked=True), False),
        (replace(TYPED, source=Source.KIOSK, checked=True), False),
        (replace(TYPED, source=Source.KIOSK, refused=True), False),
        (replace(TYPED, source=Source.KIOSK, show=Show.NOT_ON_TREE), False),
    ],
)
def test_what_nobody_has_read_waits_before_everyone_reads_it(pledge: Pledge, waiting: bool) -> None:
    assert waits(pledge, REGISTER) is waiting
