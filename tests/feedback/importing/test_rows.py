"""What one row says, however it is written."""

import re

import pytest

from desktop.errors import UserError
from desktop.feedback.form import default_form, numbered
from desktop.feedback.importing.rows import RowReader
from desktop.feedback.model import Answers, Ask, Form, Question
from tests.naughty import NAUGHTY

FORM = default_form()
ODD = Form(
    name="Odd",
    questions=(
        Question(
            "drink",
            "What did you drink?",
            Ask.TICKS,
            numbered(("tea", "tea"), ("milk", "tea, with milk; hot"), ("none", "none"), ("n", "2")),
        ),
        Question("mood", "Mood?", Ask.CHOICE, numbered(("up", "👍"), ("down", "👎"), ("c", "C++"))),
        Question("mark", "Mark?", Ask.CHOICE, numbered(("a", "A"), ("b", "A+"), writes="b")),
    ),
)


def read(form: Form = FORM, /, **values: str) -> Answers:
    return RowReader(form).answers({key.replace("__", "/"): text for key, text in values.items()})


def refused(form: Form = FORM, /, **values: str) -> str:
    with pytest.raises(UserError) as found:
        read(form, **values)
    return str(found.value)


@pytest.mark.parametrize(
    "text",
    [
        "very good",
        "VERY  GOOD ",
        "5",
        "5 - very good",
        "5: Very good",
        "Very good (5)",
        "very_good",
    ],
)
def test_a_choice_is_known_by_its_words_its_key_and_its_number(text: str) -> None:
    assert read(rating=text).given == {"rating": ("very_good",)}


@pytest.mark.parametrize("text", ["splendid", "6", "very", "good; fair", "good, thanks", "👍"])
def test_an_answer_that_is_none_is_refused_by_its_question_and_words(text: str) -> None:
    assert refused(rating=text) == (
        f"“{text}” is none of the answers to “How would you rate this session?”. "
        "Write very good, good, fair, poor or very poor."
    )


@pytest.mark.parametrize("text", ["", "-", "n/a", "Prefer not to say", "SKIP", "skipped"])
def test_a_question_left_blank_is_kept_apart_from_one_not_asked(text: str) -> None:
    found = read(rating=text, recommend="Yes", **{"else": text})
    assert found == Answers({"rating": (), "recommend": ("yes",)}, {})


@pytest.mark.parametrize(
    "text",
    [
        "informative;relevant to my work;",
        "informative, relevant to my work",
        "relevant to my work|informative|",
        "Informative\r\nRelevant to my work\n",
        "1;4",
        "relevant to my work; ;informative;informative",
    ],
)
def test_ticks_may_be_divided_by_several_marks(text: str) -> None:
    assert read(was=text).given == {"was": ("informative", "relevant")}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("tea", ("tea",)),
        ("tea, with milk; hot", ("milk",)),
        ("tea;tea, with milk; hot;", ("milk", "tea")),
        ("Tea, With milk; hot, none", ("milk", "none")),
        ("none", ("none",)),
        ("2", ("n",)),
        ("1;3", ("none", "tea")),
    ],
)
def test_a_choice_may_have_marks_or_numbers_in_its_own_words(
    text: str, keys: tuple[str, ...]
) -> None:
    assert read(ODD, drink=text).given == {"drink": keys}


def test_choices_may_differ_in_their_marks_alone() -> None:
    assert read(ODD, mood="👎").given == {"mood": ("down",)}
    assert read(ODD, mood="c++").given == {"mood": ("c",)}
    assert [read(ODD, mark=text).given["mark"] for text in ("a", "A+")] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("text", "keys", "words"),
    [
        ("training;A quieter room;", ("something_else", "training"), "A quieter room"),
        ("more time, Other: a room, quiet", ("more_time", "something_else"), "a room, quiet"),
        ("Something else – cake", ("something_else",), "cake"),
        ("Self-care: yoga", ("something_else",), "Self-care: yoga"),
        ("Other", ("something_else",), ""),
        ("something else;", ("something_else",), ""),
        ("quiet;training;cake", ("something_else", "training"), "quiet;cake"),
    ],
)
def test_other_words_go_to_the_choice_beside_which_people_write(
    text: str, keys: tuple[str, ...], words: str
) -> None:
    found = read(help=text)
    assert found == Answers({"help": keys}, {"help": words} if words else {})


def test_other_words_have_no_place_where_nobody_writes() -> None:
    assert refused(was="helpful;long") == (
        "“long” is none of the answers to “The session was …”. "
        "Write informative, helpful, well presented, relevant to my work or enjoyable."
    )


def test_choices_may_have_columns_of_their_own() -> None:
    found = read(
        was__informative="1",
        was__helpful="",
        was__well_presented="No",
        was__relevant="relevant to my work",
        was__enjoyable="✓",
        help__training="",
        help__something_else="Other: cake",
    )
    assert found.given == {
        "was": ("enjoyable", "informative", "relevant"),
        "help": ("something_else",),
    }
    assert found.words == {"help": "cake"}
    said = refused(was__helpful="rather")
    assert said == "“rather” is none of the answers to “The session was …”. Write yes or no."


def test_a_row_without_an_answer_says_so() -> None:
    for values in ({"rating": "", "else": " "}, {}, {"else": NAUGHTY["spaces"]}):
        assert refused(**values) == "There is no answer in this row."


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
def test_naughty_texts_are_comments_like_any_other(text: str) -> None:
    found = read(rating="good", **{"else": text})
    assert found.given == {"rating": ("good",)}
    assert set(found.words) <= {"else"}


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
@pytest.mark.parametrize("key", ["rating", "was", "was/helpful"])
def test_naughty_texts_are_no_answers(text: str, key: str) -> None:
    values = {"recommend": "yes", key.replace("/", "__"): text}
    if text.strip():
        reason = refused(**values)
        assert len(reason) < 200
        assert not re.search("[\x00-\x1f\x7f\u202e]", reason)
    else:
        assert read(**values).given == {"recommend": ("yes",), key.partition("/")[0]: ()}


def test_a_comment_may_have_10_000_characters() -> None:
    assert refused(**{"else": "a" * 10_001}).startswith("The comment has 10,001 characters.")
    assert refused(help="a" * 10_001).startswith("The comment has 10,001 characters.")


def test_a_cell_of_nothing_but_marks_takes_no_time() -> None:
    assert read(ODD, drink="tea" + ",;" * 16_000).given == {"drink": ("tea",)}
    assert read(help="a," * 4_000).given == {"help": ("something_else",)}
