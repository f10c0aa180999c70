from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import UserError
from desktop.feedback.form import default_form, reworded
from desktop.feedback.model import Answers
from desktop.pledges.actions import follow_up
from desktop.pledges.model import Outcome, Show
from desktop.reports.figures import figures_of_programme, figures_of_session
from desktop.reports.rows import CommentFigures, QuestionFigures, ShownPledge, SummaryFigures
from desktop.sessions.model import Session
from tests.reports.hall import DAY, NOON, Hall, days_later, rated


def of_session(hall: Hall, session: Session) -> SummaryFigures:
    with hall.store.read() as db:
        return figures_of_session(db, session.id)


def of_month(hall: Hall, first: date = DAY, days: int = 30) -> SummaryFigures:
    with hall.store.read() as db:
        return figures_of_programme(db, hall.programme.id, first, days_later(days))


def question(figures: SummaryFigures, key: str) -> QuestionFigures:
    return next(question for question in figures.questions if question.key == key)


def glasgow(hall: Hall) -> None:
    """The first month: 412 came, 271 answered."""
    sessions = [hall.head_count(103, days_later(7 * week)) for week in range(4)]
    forms = [
        Answers(
            given={
                "rating": ("very_good" if n < 247 else "good",),
                "impact": ("strongly_agree" if n < 228 else "agree",),
                "recommend": ("yes" if n < 230 else "not_sure",),
                "was": ("informative", "helpful") if n % 2 else ("informative",),
            }
        )
        for n in range(271)
    ]
    for number, session in enumerate(sessions):
        hall.closed(session, *forms[number::4])


def test_the_first_month_in_glasgow_says_what_was_published(hall: Hall) -> None:
    glasgow(hall)
    found = of_month(hall)
    assert (found.sessions, found.came, found.forms, found.response_rate) == (4, 412, 271, 66)
    base = "Of 271 who answered (of 412 who came), "
    assert question(found, "rating").sentence == base + "247 (91%) said very good."
    assert question(found, "impact").sentence == (
        base + "228 (84%) strongly agree that it will have a positive impact on their work."
    )
    assert question(found, "recommend").sentence == (
        base + "230 (85%) would recommend it to a colleague."
    )
    assert question(found, "was").sentence == base + "271 (100%) ticked “informative”."


def test_each_choice_has_its_number_and_share_in_the_forms_order(hall: Hall) -> None:
    session = hall.head_count(10)
    hall.closed(session, *rated("good", 5), *rated("very_good", 2), Answers({"rating": ()}))
    rating = question(of_session(hall, session), "rating")
    assert [(c.choice.key, c.number, c.percent) for c in rating.choices] == [
        ("very_good", 2, 29),
        ("good", 5, 71),
        ("fair", 0, 0),
        ("poor", 0, 0),
        ("very_poor", 0, 0),
    ]
    assert (rating.base, rating.blank) == (7, 1)
    assert rating.sentence == "Of 7 who answered (of 10 who came), 2 (29%) said very good."


def test_under_five_answers_a_session_shows_the_reason_in_place_of_figures(hall: Hall) -> None:
    session = hall.head_count(10)
    hall.closed(session, *rated("good", 4), *[Answers({"rating": ()})] * 3)
    found = of_session(hall, session)
    rating = question(found, "rating")
    assert not rating.shown
    assert (rating.base, rating.blank, rating.sentence) == (0, 0, "fewer than 5 answers")
    assert (found.forms, found.response_rate) == (7, 70)


def test_a_programme_shows_no_figure_under_eleven_answers(hall: Hall) -> None:
    session = hall.head_count(20)
    hall.closed(session, *rated("good", 10))
    assert question(of_session(hall, session), "rating").shown
    assert question(of_month(hall), "rating").sentence == "fewer than 11 answers"
    hall.closed(session, *rated("good"))
    assert question(of_month(hall), "rating").shown


def test_feedback_that_is_still_collected_counts_for_its_session(hall: Hall) -> None:
    session = hall.head_count(20)
    hall.closed(session, *rated("good", 3))
    box = hall.collected(session, *rated("very_good", 3), Answers(words={"else": "Thank you"}))
    with hall.store.read() as db:
        found = figures_of_session(db, session.id, box)
    assert (found.forms, question(found, "rating").base) == (7, 6)
    assert found.comments == (
        CommentFigures("Anything else you would like to tell us?", "Thank you"),
    )


def test_comments_are_off_above_one_session(hall: Hall) -> None:
    session = hall.head_count(20)
    hall.closed(session, *rated("good", 12), Answers(words={"else": "Thank you"}))
    assert len(of_session(hall, session).comments) == 1
    assert of_month(hall).comments == ()


def test_only_sessions_that_took_place_in_the_period_count(hall: Hall) -> None:
    hall.head_count(10, days_later(-1))
    hall.head_count(10, days_later(31))
    hall.session(days_later(3))
    hall.session(days_later(4), head_count=10, cancelled=True)
    hall.session(days_later(5), finished=NOON)
    hall.closed(hall.session(days_later(6)), *rated("good"))
    hall.came(hall.session(days_later(7)), "Nurse")
    hall.session(days_later(8), programme="another", finished=NOON)
    found = of_month(hall)
    assert (found.sessions, found.came, found.forms) == (3, 1, 1)
    assert (found.first, found.last, found.session) == (DAY, days_later(30), None)


def test_a_deleted_session_is_gone_from_the_figures_and_undo_brings_it_back(hall: Hall) -> None:
    glasgow(hall)
    extra = hall.head_count(50, days_later(2))
    with hall.store.change("Delete session") as change:
        change.delete(extra)
    assert of_month(hall).came == 412
    with hall.store.read() as db, pytest.raises(UserError):
        figures_of_session(db, extra.id)
    hall.store.undo()
    assert of_month(hall).came == 462


def test_with_more_forms_than_people_there_is_no_response_rate(hall: Hall) -> None:
    session = hall.head_count(3)
    hall.closed(session, *rated("very_good", 6))
    found = of_session(hall, session)
    assert found.response_rate is None
    assert question(found, "rating").sentence == "Of 6 who answered, 6 (100%) said very good."
    assert of_session(hall, hall.session()).response_rate is None


def test_a_reworded_question_stands_apart(hall: Hall) -> None:
    first, second = hall.head_count(20), hall.head_count(20, days_later(7))
    old = default_form()
    words = replace(old.questions[0], words="How was it?")
    new = reworded(old, [words, *old.questions[1:]])
    with hall.store.change("Save form") as change:
        change.save(new)
    both = {"impact": ("agree",)}
    hall.closed(first, *[Answers({"rating": ("good",), **both})] * 12)
    hall.closed(second, *[Answers({new.questions[0].key: ("good",), **both})] * 12, form=new)
    found = of_month(hall)
    assert [q.words for q in found.questions if q.shown] == [
        "How was it?",
        "This session will have a positive impact on my work.",
        "How would you rate this session?",
    ]
    assert [q.base for q in found.questions if q.shown] == [12, 24, 12]


def test_pledges_are_counted_as_their_makers_chose(hall: Hall) -> None:
    session = hall.session(finished=NOON)
    hall.pledge(session, "Listen first", Show.FIRST_NAME, "Mairi Ó Neill")
    kept = hall.pledge(session, "Take my breaks", Show.NO_NAME, "Owen Price")
    secret = hall.pledge(session, "Ask for help", Show.NOT_ON_TREE)
    with hall.store.change("Follow up") as change:
        follow_up(change, kept, days_later(60), Outcome.NOT_YET, "")
        follow_up(change, kept, days_later(90), Outcome.KEPT, "")
        follow_up(change, secret, days_later(90), Outcome.LET_GO, "")
    for found in (of_session(hall, session).pledges, of_month(hall).pledges):
        assert found.number == 3
        assert set(found.by_show.values()) == {1}
        assert found.followed_up == 2
        assert found.by_outcome[Outcome.KEPT] == 1
        assert found.by_outcome[Outcome.NOT_YET] == 0
        assert found.shown == (
            ShownPledge("Take my breaks", "", kept=True),
            ShownPledge("Listen first", "Mairi", kept=False),
        )


def test_a_session_without_feedback_shows_the_questions_of_its_form(hall: Hall) -> None:
    found = of_session(hall, hall.session())
    assert [q.key for q in found.questions] == ["rating", "was", "impact", "recommend", "help"]
    assert not any(q.shown for q in found.questions)
    assert found.programme == hall.programme
