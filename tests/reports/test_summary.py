from dataclasses import replace

import pytest

from desktop.feedback.form import default_form
from desktop.feedback.model import Ask
from desktop.programmes.model import Programme
from desktop.reports.rows import (
    CommentFigures,
    GroupFigures,
    PledgeFigures,
    ShownPledge,
    SummaryFigures,
)
from desktop.reports.summary import _pledge_line, summary
from desktop.sessions.model import Session
from tests.naughty import NAUGHTY
from tests.printing.reading import page_texts, whole_text
from tests.reports.figured import (
    PLEDGES,
    TURNOUT,
    of_programme,
    of_session,
    question,
    too_few,
)


def test_the_first_month_in_glasgow_stands_on_paper_as_published() -> None:
    text = whole_text(summary(of_programme()))
    base = "Of 271 who answered (of 412 who came), "
    for words in (
        "Intelligent kindness Summary · 1 to 30 September 2026 · Glasgow HSCP",
        "17 sessions 412 people came 271 gave feedback 66% response rate 3 pledges",
        base + "247 (91%) said very good.",
        base + "228 (84%) strongly agree that it will have a positive impact on their work.",
        base + "230 (85%) would recommend it to a colleague.",
        "very good 247 (91%)",
        "poor 0 (0%)",
        "very poor 1 (under 1%)",
        "3 left it blank.",
        "431 were expected. 412 people came. 14 walked in. 9 could not come.",
        "398 different people",
        "Home carer 300 (73%)",
        "Social worker 112 (27%)",
    ):
        assert words in text


def test_the_sentence_to_quote_comes_first() -> None:
    text = whole_text(summary(of_session()))
    quote = "247 (91%) said very good."
    assert text.count(quote) == 2
    assert text.index(quote) < text.index("Who came")


def test_a_session_says_where_and_when_it_was() -> None:
    text = whole_text(summary(of_session()))
    assert text.startswith(
        "Good conversations at home Session summary · Thursday 8 October 2026 · 14:30 to 16:30"
        " · Aberwen Community Hall · led by Siân Prosser"
    )
    assert "Intelligent kindness · 8 October 2026" in text
    assert "different people" not in text


def test_an_everyday_summary_is_two_pages() -> None:
    assert len(page_texts(summary(of_session()))) == 2
    assert len(page_texts(summary(of_programme()))) == 2


def test_each_count_of_a_scale_stands_in_its_bar_worst_first() -> None:
    rating = question(default_form().questions[0], 100, 80, 60, 40, 20)
    text = whole_text(summary(replace(of_session(), questions=(rating,))))
    assert "20 40 60 80 100" in text
    assert "very poor 20 (7%) poor 40 (13%) fair 60 (20%) good 80 (27%) very good 100" in text


def test_under_five_answers_a_reason_stands_in_place_of_the_figures() -> None:
    text = whole_text(summary(too_few(of_session())))
    assert "fewer than 5 answers" in text
    for words in ("%) said", "gave feedback", "response rate", "very good", "hall was cold"):
        assert words not in text


def test_one_question_with_too_few_answers_says_so() -> None:
    rating, *others = of_programme().questions
    hidden = replace(rating, choices=(), base=0, sentence="fewer than 11 answers")
    text = whole_text(summary(replace(of_programme(), questions=(hidden, *others))))
    assert "How would you rate this session? fewer than 11 answers" in text
    assert "very good" not in text
    assert "would recommend it" in text


def test_pledges_stand_with_the_names_their_makers_chose() -> None:
    text = whole_text(summary(of_session()))
    assert "3 pledges were made. 1 of them is private and is not shown here." in text
    assert "I will bring the photo album. – Eirlys" in text
    assert "I will sing." in text


@pytest.mark.parametrize(
    ("said", "name", "line"),
    [
        ("سأقول bore da!", "Aisha", "سأقول bore da!\u200f  – Aisha"),
        ("I will say مرحبا", "محمد", "I will say مرحبا\u200e  – محمد"),
        ("I will sing.", "Eirlys", "I will sing.  – Eirlys"),
    ],
)
def test_a_name_stands_behind_the_whole_pledge_in_whatever_letters(
    said: str, name: str, line: str
) -> None:
    assert _pledge_line(ShownPledge(said, name, False)) == line


@pytest.mark.parametrize(("figures", "shown"), [(of_session(), 40), (of_programme(), 12)])
def test_many_pledges_are_counted(figures: SummaryFigures, shown: int) -> None:
    many = replace(PLEDGES, shown=tuple(ShownPledge(f"Sing {n:03}.", "", False) for n in range(60)))
    text = whole_text(summary(replace(figures, pledges=many)))
    assert text.count("Sing ") == shown
    assert f"And {60 - shown} more." in text
    assert "And 57 more." in whole_text(summary(replace(figures, pledges=many), most_pledges=3))


def test_comments_stand_under_their_questions_in_a_session_only() -> None:
    text = whole_text(summary(of_session()))
    assert "Anything else you would like to tell us? “The hall was cold.”" in text
    assert "What would help? “Protected time”" in text
    period = replace(of_session(), session=None)
    assert "hall was cold" not in whole_text(summary(period))


def test_an_empty_session_has_a_summary_too() -> None:
    nobody = replace(
        TURNOUT, by_name=0, people=0, on_register=0, walk_ins=0, not_coming=0, by_role=()
    )
    empty = replace(
        too_few(of_session()),
        turnout=nobody,
        forms=0,
        comments=(),
        pledges=PledgeFigures(0, {}, 0, {}, ()),
    )
    text = whole_text(summary(empty))
    for words in ("Nobody has been counted yet.", "No feedback has come in.", "No pledges"):
        assert words in text


def test_many_roles_are_added_up() -> None:
    roles = tuple(GroupFigures(f"Role {n:02}", 1) for n in range(20))
    turnout = replace(TURNOUT, by_name=20, by_role=roles)
    text = whole_text(summary(replace(of_session(), turnout=turnout)))
    assert "Role 11" in text
    assert "Role 12" not in text
    assert "Other roles 8 (40%)" in text


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_prints_without_a_box(text: str) -> None:
    session = Session(title=text, date=of_session().first, place=text, facilitators=(text,))
    asked = replace(default_form().questions[1], words=text[:300], ask=Ask.TICKS)
    figures = replace(
        of_session(),
        session=session,
        programme=Programme(name=text, organisation=text),
        turnout=replace(TURNOUT, by_role=(GroupFigures(text[:200], 412),)),
        questions=(question(asked, 271, 180, 77, 240, 0),),
        pledges=replace(PLEDGES, shown=(ShownPledge(text, text, False),)),
        comments=(CommentFigures(text, text),),
    )
    pdf = summary(figures)
    assert not set(whole_text(pdf)) & set("\ufffd\ufffe\x00")
    assert pdf == summary(figures)
