from dataclasses import replace
from datetime import date

import pytest

from desktop.attendance.model import Presence
from desktop.errors import UserError
from desktop.feedback.form import default_form, reworded
from desktop.pledges.model import Show
from desktop.programmes.model import Programme
from desktop.sessions.actions import finish
from desktop.sessions.model import Session
from desktop.workspace.papers import (
    NothingToPrintError,
    OfProgramme,
    OfSession,
    Options,
    Scope,
    make_paper,
)
from tests.printing.reading import page_texts, whole_text
from tests.reports.hall import DAY, NOON, Hall, days_later, rated


def text_of(hall: Hall, key: str, scope: Scope, options: Options | None = None) -> str:
    with hall.store.read() as db:
        return whole_text(make_paper(db, None, key, scope, options))


def test_cards_come_in_the_order_of_the_slips_with_the_session_at_their_foot(hall: Hall) -> None:
    session = hall.session(title="Kind words")
    for text in ("I will sing.", "I will dance.", "I will rest."):
        hall.pledge(session, text, Show.FIRST_NAME, "Eirlys Vaughan")
    text = text_of(hall, "cards", OfSession(session.id))
    assert [text.index(word) for word in ("sing", "dance", "rest")] == sorted(
        text.index(word) for word in ("sing", "dance", "rest")
    )
    assert text.count("Eirlys, 4 March 2024 Kind words") == 3


def test_cards_of_a_programme_are_those_of_its_period(hall: Hall) -> None:
    hall.pledge(hall.session(title="First"), "I will sing.", Show.NO_NAME)
    hall.pledge(hall.session(days_later(40), title="Second"), "I will rest.", Show.NO_NAME)
    both = text_of(hall, "cards", OfProgramme(hall.programme.id))
    assert ("sing" in both, "rest" in both) == (True, True)
    early = text_of(hall, "cards", OfProgramme(hall.programme.id, None, days_later(39)))
    assert ("sing" in early, "rest" in early) == (True, False)


def test_the_private_pledge_is_on_no_leaf_and_no_summary(hall: Hall) -> None:
    session = hall.session()
    hall.pledge(session, "I will tell nobody.", Show.NOT_ON_TREE)
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    for key in ("leaves", "summary"):
        assert "nobody" not in text_of(hall, key, OfSession(session.id))
    assert "nobody" in text_of(hall, "cards", OfSession(session.id))
    assert "nobody" not in text_of(hall, "cards", OfSession(session.id), Options(private=False))


def test_what_has_nothing_to_show_says_so(hall: Hall) -> None:
    session = hall.session()
    scope = OfSession(session.id)
    for key in ("cards", "leaves"):
        with pytest.raises(NothingToPrintError, match="no pledges"):
            text_of(hall, key, scope)
    hall.pledge(session, "I will tell nobody.", Show.NOT_ON_TREE)
    with pytest.raises(NothingToPrintError, match="no leaves"):
        text_of(hall, "leaves", scope)
    with pytest.raises(NothingToPrintError, match="no cards"):
        text_of(hall, "cards", scope, Options(private=False))
    with pytest.raises(NothingToPrintError, match="without names"):
        text_of(hall, "register", OfSession(hall.head_count(12).id))


def test_the_register_is_blank_before_and_filled_after(hall: Hall) -> None:
    session = hall.session()
    assert "Please sign in." in text_of(hall, "register", OfSession(session.id))
    hall.expected(session, Presence.EXPECTED, Presence.APOLOGIES)
    before = text_of(hall, "register", OfSession(session.id))
    assert "not coming" not in before
    assert "add yourself" in before
    hall.came(session, "Nurse")
    during = text_of(hall, "register", OfSession(session.id))
    assert "1 here, 3 people on the list" in during
    assert "here 12:00" in during
    with hall.store.change("Finish session") as change:
        finish(change, session, NOON)
    assert "add yourself" not in text_of(hall, "register", OfSession(session.id))
    asked = Options(filled=False, blanks=3, by_given=True)
    assert "Mairi Ó Neill" in text_of(hall, "register", OfSession(session.id), asked)


def test_a_finished_session_without_names_has_no_register(hall: Hall) -> None:
    session = hall.session(finished=NOON)
    with pytest.raises(NothingToPrintError, match="Nobody"):
        text_of(hall, "register", OfSession(session.id))


def test_the_summary_counts_feedback_that_is_still_collected(hall: Hall) -> None:
    session = hall.head_count(20)
    box = hall.collected(session, *rated("very_good", 9), *rated("good", 1))
    with hall.store.read() as db:
        text = whole_text(make_paper(db, box, "summary", OfSession(session.id)))
    assert "Of 10 who answered (of 20 who came), 9 (90%) said very good." in text
    assert "No feedback has come in." in text_of(hall, "summary", OfSession(session.id))


def test_the_summary_of_a_programme_reaches_from_its_first_to_its_last_session(hall: Hall) -> None:
    scope = OfProgramme(hall.programme.id)
    with pytest.raises(NothingToPrintError, match="No session"):
        text_of(hall, "summary", scope)
    for day in (0, 30, 60):
        hall.head_count(100, days_later(day))
    hall.session(days_later(90))
    assert "4 March to 3 May 2024" in text_of(hall, "summary", scope)
    part = OfProgramme(hall.programme.id, days_later(1), date(2024, 4, 30))
    assert "5 March to 30 April 2024" in text_of(hall, "summary", part)
    with pytest.raises(UserError, match="ends before"):
        text_of(hall, "summary", OfProgramme(hall.programme.id, days_later(9), DAY))


def test_slips_and_forms_can_be_nobodys_a_programmes_or_a_sessions(hall: Hall) -> None:
    with hall.store.change("Save programme") as change:
        change.save(replace(hall.programme, prompts=("What gives you hope?",)))
    session = hall.session(title="Kind words")
    for scope, words in (
        (None, "What matters to the people you see?"),
        (OfProgramme(hall.programme.id), "Leading with care What gives you hope?"),
        (OfSession(session.id), "Kind words · 4 March 2024 What gives you hope?"),
    ):
        assert words in text_of(hall, "slips", scope)
    for scope, words in (
        (None, "Session feedback No names"),
        (OfProgramme(hall.programme.id), "Leading with care Session feedback No names"),
        (OfSession(session.id), "Kind words Session feedback · Monday 4 March 2024 No names"),
    ):
        assert words in text_of(hall, "forms", scope)


def test_the_form_is_the_one_that_is_being_answered(hall: Hall) -> None:
    session = hall.session()
    box = hall.collected(session, *rated("good"))
    with hall.store.change("Change form") as change:
        newer = change.save(reworded(default_form(), default_form().questions[:1], "New form"))
        change.save(replace(hall.programme, form=newer.id))
    assert "New form" in text_of(hall, "forms", OfSession(session.id))
    with hall.store.read() as db:
        text = whole_text(make_paper(db, box, "forms", OfSession(session.id)))
    assert "Anything else" in text


def test_a_paper_that_needs_a_session_asks_for_one(hall: Hall) -> None:
    with pytest.raises(UserError, match="one session"):
        text_of(hall, "register", OfProgramme(hall.programme.id))
    with pytest.raises(UserError, match="Choose one"):
        text_of(hall, "summary", None)
    with pytest.raises(UserError, match="deleted"):
        text_of(hall, "summary", OfSession("gone"))


def test_a_session_without_its_programme_is_printed_all_the_same(hall: Hall) -> None:
    with hall.store.change("Plan session") as change:
        alone = change.save(Session(programme="not here yet", title="Alone", date=DAY))
        change.save(Programme(name="Another"))
    hall.came(alone, "Nurse")
    for key in ("register", "summary", "slips", "forms"):
        assert "Alone" in text_of(hall, key, OfSession(alone.id))


def test_part_used_sheets_white_paper_and_small_leaves_are_options(hall: Hall) -> None:
    session = hall.session()
    for number in range(4):
        hall.pledge(session, f"I will sing {number}.", Show.NO_NAME)
    options = Options(start=3, plain=True, large=False, large_slips=True)
    with hall.store.read() as db:
        pages = {
            key: page_texts(make_paper(db, None, key, OfSession(session.id), options))
            for key in ("cards", "leaves", "slips")
        }
    assert [page.count("sing") for page in pages["cards"]] == [2, 2]
    assert [page.count("sing") for page in pages["leaves"]] == [4]
    assert pages["slips"][0].count("My pledge") == 2
