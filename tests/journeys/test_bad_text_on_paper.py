"""Bad names, titles, pledges and comments on every paper: it is made, and without empty boxes."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from desktop.attendance.actions import check_in_all, expect
from desktop.errors import UserError
from desktop.feedback.box import close_box, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
from desktop.kinds import open_store
from desktop.people.actions import save_person
from desktop.people.model import Person
from desktop.pledges.actions import make_pledge
from desktop.pledges.model import Pledge, Show
from desktop.programmes.actions import default_programme, save_programme
from desktop.sessions.actions import finish, save_session
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.text import one_line
from desktop.workspace.papers import PAPERS, OfProgramme, OfSession, Options, make_paper
from tests.facilitator import NOW
from tests.naughty import NAUGHTY
from tests.printing.inside import shown
from tests.printing.reading import whole_text

DAY = date(2026, 10, 8)
WORDS = {name: text for name, text in NAUGHTY.items() if name not in ("nothing", "spaces")}


def short(text: str) -> str:
    """Return as much of a text as one line takes."""
    return one_line(one_line(text, "", 20_000)[:200], "")


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A data file with a finished session for each bad text, in which it stands everywhere."""
    store = open_store(tmp_path_factory.mktemp("spoilt") / "data.db", "Siân")
    for text in WORDS.values():
        _session_with(store, text)
    yield store
    store.close()


def _session_with(store: Store, text: str) -> None:
    line = short(text)
    with store.change("Plan") as change:
        programme = save_programme(change, default_programme(line, line))
        planned = Session(
            programme=programme.id,
            title=line,
            date=DAY,
            start=time(10),
            end=time(12),
            place=line,
            team=line,
            facilitators=(line[:100],),
        )
        session = save_session(change, planned)
        people = [
            save_person(change, Person(given=line, surname=line, job_role=line, team=line))
            for _ in range(12)
        ]
        check_in_all(change, expect(change, session.id, people), NOW)
        for show, large in ((Show.FIRST_NAME, False), (Show.NO_NAME, True)):
            someone = save_person(change, Person(given=line, large_print=large))
            pledge = Pledge(session=session.id, text=text, show=show, person=someone.id, made=DAY)
            make_pledge(change, pledge)
        finish(change, session, NOW)
    box = open_box(store.path, session.id, default_form())
    words = {question.key: text for question in default_form().questions}
    for _ in range(12):
        box.add(Answers(given={"rating": ("good",)}, words=words))
    close_box(store, box)


def session_called(store: Store, title: str) -> Session:
    with store.read() as db:
        return next(session for session in db.find(Session) if session.title == title)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", WORDS)
def test_a_paper_of_bad_words_is_made_without_empty_boxes(
    spoilt: Store, name: str, paper: str
) -> None:
    session = session_called(spoilt, short(WORDS[name]))
    with spoilt.read() as db:
        pdf = make_paper(db, None, paper, OfSession(session.id), Options(author=short(WORDS[name])))
    assert [run.texts for run in shown(pdf) if 0 in run.glyphs] == []
    assert whole_text(pdf)


def test_a_summary_of_the_programme_is_made_of_bad_words(spoilt: Store) -> None:
    for text in WORDS.values():
        session = session_called(spoilt, short(text))
        with spoilt.read() as db:
            pdf = make_paper(db, None, "summary", OfProgramme(session.programme))
        assert all(0 not in run.glyphs for run in shown(pdf))


def test_a_title_that_is_too_long_is_named(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data.db")
    with pytest.raises(UserError, match="10,000 characters"), store.change("Plan") as change:
        save_session(change, Session(title="a" * 10_000, date=DAY))
    store.close()
