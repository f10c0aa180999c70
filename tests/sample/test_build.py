import hashlib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Outcome, Pledge
from desktop.reports.figures import figures_of_programme
from desktop.reports.rows import SummaryFigures
from desktop.sample.build import build, build_file
from desktop.sample.calendar import FIRST_MONTH
from desktop.sample.programme import PROGRAMME
from desktop.sessions.model import Session
from desktop.store.codec import body_of, canonical
from desktop.store.store import Store


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build_file(path)
    return open_store(path)


def chosen(figures: SummaryFigures, question: str, choice: str) -> tuple[int, int, int]:
    found = next(q for q in figures.questions if q.key == question)
    number = next(c for c in found.choices if c.choice.key == choice)
    return number.number, number.percent, found.base


def test_glasgows_first_month_is_exact(sample: Store) -> None:
    with sample.read() as db:
        month = figures_of_programme(db, PROGRAMME, *FIRST_MONTH)
    assert (month.turnout.came, month.forms) == (412, 271)
    assert chosen(month, "rating", "very_good") == (247, 91, 271)
    assert chosen(month, "impact", "strongly_agree") == (228, 84, 271)
    assert chosen(month, "recommend", "yes") == (230, 85, 271)


def test_the_whole_programme_says_the_same_of_its_feedback(sample: Store) -> None:
    with sample.read() as db:
        whole = figures_of_programme(db, PROGRAMME, date(2019, 1, 1), date(2020, 12, 31))
    assert (whole.sessions, whole.turnout.came, whole.forms) == (40, 1_000, 271)
    assert chosen(whole, "rating", "very_good") == (247, 91, 271)


def test_a_majority_said_informative_helpful_and_well_presented(sample: Store) -> None:
    with sample.read() as db:
        month = figures_of_programme(db, PROGRAMME, *FIRST_MONTH)
    ticked = {c.choice.key: c.percent for q in month.questions for c in q.choices if q.key == "was"}
    assert min(ticked["informative"], ticked["helpful"], ticked["well_presented"]) > 50


def test_a_thousand_staff_have_seven_roles_and_their_own_names(sample: Store) -> None:
    with sample.read() as db:
        people = db.find(Person)
    assert len(people) == 1_000
    assert len({person.name.casefold() for person in people}) == 1_000
    assert len({person.job_role for person in people}) == 7


def test_pledges_are_many_and_some_were_kept(sample: Store) -> None:
    with sample.read() as db:
        pledges, asked = db.find(Pledge), db.find(FollowUp)
    assert len(pledges) >= 1_000
    assert len({pledge.text.casefold() for pledge in pledges}) == len(pledges)
    assert {"cy", "pl", "gd"} <= {pledge.language for pledge in pledges}
    assert Counter(one.outcome for one in asked)[Outcome.KEPT] > 50


def test_the_sample_is_whole_and_undo_passes_it_by(sample: Store) -> None:
    assert sample.check() == []
    assert sample.undo() is None


def test_one_seed_gives_one_sample(tmp_path: Path) -> None:
    prints = []
    for name in ("one.db", "two.db"):
        store = open_store(tmp_path / name)
        build(store)
        with store.read() as db:
            records = [*db.find(Session), *db.find(Person), *db.find(Pledge), *db.find(FollowUp)]
            boxes = sorted(db.documents("box"))
        store.close()
        found = sorted(record.id + canonical(body_of(record)) for record in records)
        prints.append(hashlib.sha256("".join(found + boxes).encode()).hexdigest())
    assert prints[0] == prints[1]
