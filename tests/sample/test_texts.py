import re
import unicodedata
from collections import Counter
from itertools import pairwise

import pytest

from desktop.paths import resources
from desktop.pledges.model import Outcome
from desktop.sample.staff import ROLES, TEAM_KINDS
from desktop.sample.texts import (
    ANY_ROLE,
    follow_up_texts,
    lines,
    names,
    pledge_texts,
    sections,
)

FILES = (
    "comments.txt",
    "famous.txt",
    "followups.txt",
    "names.txt",
    "places.txt",
    "pledges.txt",
    "sessions.txt",
    "teams.txt",
)
LOCALITIES = {"North East", "North West", "South"}
PUBLISHED = (
    "listening to people more",
    "not interrupting people too quickly",
    "being more attentive and understanding",
    "showing kindness and respect",
)
TITLES = re.compile(r"\b(Mr|Mrs|Miss|Ms|Dr)\b")


def _pledges() -> list[str]:
    return [text.words for text in pledge_texts()]


def _first_three(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w'’-]+", words.casefold())[:3])


def _sayings() -> list[str]:
    comments = [cells[0] for part in sections("comments.txt").values() for cells in part]
    went = [words for several in follow_up_texts().values() for words in several]
    return _pledges() + comments + went


def _repeated(texts: list[str]) -> list[str]:
    return [text for text, number in Counter(map(str.casefold, texts)).items() if number > 1]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_plain_composed_text(name: str) -> None:
    text = resources("samples", name).read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    odd = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn")} - {"\n", "\t"}
    assert not odd
    assert text.endswith("\n")
    assert all(line == line.strip() for line in text.splitlines())


def test_there_is_more_than_one_pledge_for_each_of_a_thousand_staff() -> None:
    assert len(_pledges()) >= 1060


def test_no_two_pledges_are_equal() -> None:
    assert _repeated(_pledges()) == []


def test_at_most_three_in_a_hundred_pledges_begin_like_another() -> None:
    openings = Counter(map(_first_three, _pledges()))
    shared = sum(number for number in openings.values() if number > 1)
    assert shared / len(_pledges()) <= 0.03


def test_pledges_are_short_and_long() -> None:
    lengths = [len(words) for words in _pledges()]
    assert min(lengths) >= 10
    assert max(lengths) <= 140
    spans = ((10, 25), (26, 50), (51, 80), (81, 110), (111, 140))
    for low, high in spans:
        share = sum(low <= length <= high for length in lengths) / len(lengths)
        assert share >= 0.1, f"{low}-{high}: {share:.0%}"


@pytest.mark.parametrize(
    ("language", "least", "letters"),
    [("cy", 25, "âŵŷî"), ("pl", 30, "ąćęłńóśźż"), ("gd", 25, "àèìòù")],
)
def test_pledges_are_made_in_other_languages(language: str, least: int, letters: str) -> None:
    found = [text.words for text in pledge_texts() if text.language == language]
    assert len(found) >= least
    assert any(letter in words for words in found for letter in letters)


def test_every_pledge_says_its_language_and_role() -> None:
    assert {text.language for text in pledge_texts()} == {"en", "cy", "pl", "gd"}
    assert {text.role for text in pledge_texts()} == {*ROLES, ANY_ROLE}


def test_each_role_has_pledges_of_its_own() -> None:
    own = Counter(text.role for text in pledge_texts())
    assert all(own[role] >= 60 for role in ROLES)


def test_the_published_pledges_stand_once_each() -> None:
    words = _pledges()
    assert [words.count(pledge) for pledge in PUBLISHED] == [1, 1, 1, 1]


def test_few_pledges_shout() -> None:
    assert sum("!" in words for words in _pledges()) <= 10


def test_nobody_is_named_in_what_people_say() -> None:
    given = {name.words.casefold() for name in names("given")}
    surnames = {name.words.casefold() for name in names("surnames")}
    famous = {cells[0].casefold() for cells in lines("famous.txt")}
    for said in _sayings():
        assert not TITLES.search(said), said
        assert not any(name in said.casefold() for name in famous), said
        for first, second in pairwise(re.findall(r"[\w'’-]+", said)):
            full = first.istitle() and second.istitle()
            assert not (full and first.casefold() in given and second.casefold() in surnames), said


def test_there_are_names_enough_for_a_thousand_staff() -> None:
    given, surnames = names("given"), names("surnames")
    assert len(given) >= 320
    assert len(surnames) >= 420
    assert _repeated([name.words for name in given]) == []
    assert _repeated([name.words for name in surnames]) == []
    assert {name.home for name in given} == {name.home for name in surnames}


@pytest.mark.parametrize(
    "surname", ["O’Neil", "van der Berg", "Ó Súilleabháin", "MacDonald", "Ni Dhomhnaill"]
)
def test_surnames_are_as_people_write_them(surname: str) -> None:
    assert surname in [name.words for name in names("surnames")]


def test_the_famous_names_to_avoid_are_listed_once() -> None:
    famous = [cells[0] for cells in lines("famous.txt")]
    assert len(famous) >= 150
    assert all(" " in name for name in famous)
    assert _repeated(famous) == []


def test_people_comment_in_many_ways() -> None:
    found = sections("comments.txt")
    comments = [cells[0] for cells in found["comments"]]
    other_needs = [cells[0] for cells in found["else"]]
    assert len(comments) >= 140
    assert len(other_needs) >= 60
    assert _repeated(comments + other_needs) == []
    assert max(map(len, comments + other_needs)) <= 140


def test_people_say_how_their_pledge_went() -> None:
    went = follow_up_texts()
    assert sum(map(len, went.values())) >= 60
    assert all(len(went[outcome]) >= 8 for outcome in Outcome)
    assert _repeated([words for several in went.values() for words in several]) == []


def test_every_locality_has_places() -> None:
    places = list(lines("places.txt"))
    assert len(places) >= 20
    assert len(set(places)) == len(places)
    assert {locality for _, _, locality in places} == LOCALITIES


def test_forty_sessions_have_a_title_and_a_locality() -> None:
    sessions = list(lines("sessions.txt"))
    assert len(sessions) == 40
    assert {locality for _, locality in sessions} == {*LOCALITIES, "City wide"}


def test_every_role_has_a_team() -> None:
    teams = list(lines("teams.txt"))
    assert len({name for name, _, _ in teams}) == len(teams) >= 24
    kinds = {kind for _, _, kind in teams}
    assert all(kinds & set(wanted) for wanted in TEAM_KINDS.values())
