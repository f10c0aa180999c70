"""Five hundred bad texts in every field that is kept and on every paper."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from desktop.attendance.actions import check_in_all, expect
from desktop.cli import main
from desktop.errors import UserError
from desktop.feedback.actions import save_form
from desktop.feedback.box import close_box, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers, Ask, Choice, Form, Question
from desktop.kinds import open_store
from desktop.people.actions import save_person
from desktop.people.model import Person
from desktop.pledges.actions import follow_up, make_pledge
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.programmes.actions import default_programme, save_programme
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from desktop.store.change import Change
from desktop.store.record import Record
from desktop.store.store import Store
from desktop.text import one_line
from desktop.workspace.papers import PAPERS, OfSession, Options, make_paper
from tests.facilitator import NOW
from tests.naughty import FIVE_HUNDRED
from tests.printing.inside import shown
from tests.printing.reading import whole_text

DAY = date(2026, 10, 8)
TIMES = {"date": DAY, "start": time(10), "end": time(12)}


def test_there_are_five_hundred() -> None:
    assert len(set(FIVE_HUNDRED)) >= 500


def a_person(change: Change, text: str) -> Record:
    return save_person(
        change,
        Person(given=text, surname=text, job_role=text, team=text, organisation=text),
    )


def a_staff_number(change: Change, text: str) -> Record:
    return save_person(change, Person(given="Siân", staff_number=text, language=text))


def an_address(change: Change, text: str) -> Record:
    return save_person(change, Person(given="Siân", email=text))


def a_session(change: Change, text: str) -> Record:
    session = Session(title=text, place=text, team=text, notes=text, **TIMES)  # type: ignore[arg-type]
    return save_session(change, session)


def a_leader(change: Change, text: str) -> Record:
    session = Session(title="Talk", facilitators=(text, text), **TIMES)  # type: ignore[arg-type]
    return save_session(change, session)


def a_programme(change: Change, text: str) -> Record:
    named = replace(default_programme(text), organisation=text, purpose=text)
    return save_programme(change, named)


def a_list_of_a_programme(change: Change, text: str) -> Record:
    listed = replace(default_programme("Kindness"), own_outcomes=(text,), themes=(text, "Time"))
    return save_programme(change, replace(listed, prompts=(text,)))


def a_pledge(change: Change, text: str) -> Record:
    pledge = Pledge(
        text=text, maker=text, themes=(text,), language="en", show=Show.NO_NAME, made=DAY
    )
    return make_pledge(change, pledge)


def a_note(change: Change, text: str) -> Record:
    pledge = change.save(Pledge(text="Listen", show=Show.NO_NAME, made=DAY))
    return follow_up(change, pledge, DAY, Outcome.KEPT, text)


def a_question(change: Change, text: str) -> Record:
    choices = (Choice("a", text, 1), Choice("b", text, 2))
    questions = (Question("q", text, Ask.TICKS, choices), Question("t", text, Ask.TEXT))
    return save_form(change, Form(name=text, questions=questions))


FIELDS = (
    a_person,
    a_staff_number,
    an_address,
    a_session,
    a_leader,
    a_programme,
    a_list_of_a_programme,
    a_pledge,
    a_note,
    a_question,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "hall.db", "Siân", lambda: NOW)) as store:
        yield store


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.__name__)
def test_a_text_in_a_field_is_kept_and_read_back_or_refused_in_a_sentence(
    store: Store, field: Callable[[Change, str], Record]
) -> None:
    kept: dict[str, Record] = {}
    refused: list[str] = []
    with store.change("Keep") as change:
        for text in FIVE_HUNDRED:
            try:
                record = field(change, text)
            except UserError as error:
                refused.append(str(error))
            else:
                kept[record.id] = record
    with store.read() as db:
        for key, record in kept.items():
            assert db.get(type(record), key) == record
    assert kept
    assert all(sentence.endswith(".") for sentence in refused)
    assert store.check() == []
    store.rebuild()
    with store.read() as db:
        for key, record in kept.items():
            assert db.get(type(record), key) == record


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A data file with one session, in which each text is a person, a pledge and an answer."""
    path = tmp_path_factory.mktemp("spoilt") / "data.db"
    with closing(open_store(path, "Siân", lambda: NOW)) as store:
        with store.change("Plan") as change:
            programme = save_programme(change, default_programme("Kindness"))
            session = Session(programme=programme.id, title="Talk", **TIMES)  # type: ignore[arg-type]
            session = save_session(change, session)
            people = [person for text in FIVE_HUNDRED for person in _people(change, text)]
            check_in_all(change, expect(change, session.id, people), NOW)
            for number, text in enumerate(FIVE_HUNDRED):
                _make_pledge(change, session, people[number % len(people)], text)
        box = open_box(store.path, session.id, default_form())
        keys = [question.key for question in default_form().questions]
        for start in range(0, len(FIVE_HUNDRED), len(keys)):
            answered = dict(zip(keys, FIVE_HUNDRED[start:], strict=False))
            box.add(Answers(given={"rating": ("good",)}, words=answered))
        close_box(store, box)
        yield store


def _people(change: Change, text: str) -> list[Person]:
    try:
        return [save_person(change, Person(given=text, surname=text, job_role=text, team=text))]
    except UserError:
        return []


def _make_pledge(change: Change, session: Session, person: Person, text: str) -> None:
    pledge = Pledge(
        session=session.id,
        text=text,
        show=Show.FIRST_NAME,
        person=person.id,
        checked=True,
        made=DAY,
    )
    with suppress(UserError):
        make_pledge(change, pledge)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_holds_all_of_them_without_an_empty_box(spoilt: Store, paper: str) -> None:
    with spoilt.read() as db:
        session = db.find(Session)[0]
        pdf = make_paper(db, None, paper, OfSession(session.id), Options(author="Siân"))
    assert [run.texts for run in shown(pdf) if 0 in run.glyphs] == []
    assert whole_text(pdf)


@pytest.mark.parametrize(
    "how", [("--paper", "A0"), ("--paper", "A1", "--tiles", "A4"), ("--paper", "A2", "--landscape")]
)
def test_a_tree_holds_all_of_them_without_an_empty_box(
    spoilt: Store, tmp_path: Path, how: tuple[str, ...]
) -> None:
    out = tmp_path / "tree.pdf"
    name = ("--programme", "Kindness", "--grove", "--out", str(out))
    assert main(["--data", str(spoilt.path), "print", "tree", *name, *how]) == 0
    pdf = out.read_bytes()
    assert [run.texts for run in shown(pdf) if 0 in run.glyphs] == []
    assert "DROP TABLE" in whole_text(pdf)


@pytest.mark.long
@pytest.mark.parametrize("paper", PAPERS)
def test_each_text_as_title_place_and_name_of_a_paper(store: Store, paper: str) -> None:
    for text in FIVE_HUNDRED:
        line = one_line(one_line(text, "", 20_000)[:200], "") or "Talk"
        with store.change("Plan") as change:
            programme = save_programme(change, default_programme(line, line))
            session = Session(
                programme=programme.id,
                title=line,
                place=line,
                team=line,
                facilitators=(line[:100],),
                **TIMES,  # type: ignore[arg-type]
            )
            session = save_session(change, session)
            people = _people(change, line) or [save_person(change, Person(given="Siân"))]
            check_in_all(change, expect(change, session.id, people), NOW)
            _make_pledge(change, session, people[0], f"Listen. {line}")
        with store.read() as db:
            pdf = make_paper(db, None, paper, OfSession(session.id), Options(author=line))
        assert [run.texts for run in shown(pdf) if 0 in run.glyphs] == []
