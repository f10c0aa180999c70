import pytest

from desktop.attendance.model import Presence
from desktop.feedback.box import OpenBox
from desktop.feedback.model import Answers, Comment
from desktop.pledges.model import Show
from desktop.sessions.actions import finish
from desktop.sessions.model import Counting, Session
from desktop.workspace.facts import Facts, Ready, lines, make_ready, read_facts
from desktop.workspace.scope import Options
from tests.printing.reading import whole_text
from tests.reports.hall import NOON, Hall, rated

CUNEIFORM = "𒀀"


def facts(hall: Hall, session: Session, box: OpenBox | None = None) -> Facts:
    with hall.store.read() as db:
        return read_facts(db, box, session.id)


def line(hall: Hall, session: Session, key: str, options: Options | None = None) -> str:
    return lines(facts(hall, session), lambda _: options or Options())[key]


def ready(
    hall: Hall,
    session: Session,
    key: str,
    options: Options | None = None,
    box: OpenBox | None = None,
) -> Ready:
    with hall.store.read() as db:
        return make_ready(db, box, key, session.id, options or Options())


def worried(hall: Hall, session: Session, key: str, options: Options | None = None) -> list[str]:
    return [worry.words for worry in ready(hall, session, key, options).worries]


def test_cards_are_counted_with_their_sheets(hall: Hall) -> None:
    session = hall.session()
    assert line(hall, session, "cards") == "No pledges yet"
    hall.pledge(session, "I will tell nobody.", Show.NOT_ON_TREE)
    assert line(hall, session, "cards", Options(private=False)) == "All pledges are private"
    assert line(hall, session, "leaves") == "None for the tree"
    for number in range(4):
        hall.pledge(session, f"I will rest {number} hours.", Show.NO_NAME)
    assert line(hall, session, "cards") == "5 on 2 sheets"
    assert line(hall, session, "cards", Options(private=False, start=2)) == "4 on 2 sheets"
    assert line(hall, session, "leaves") == "4 on 1 sheet"
    assert line(hall, session, "leaves", Options(start=2)) == "4 on 2 sheets"


def test_the_register_says_who_is_on_it(hall: Hall) -> None:
    session = hall.session()
    assert line(hall, session, "register") == "Lines to sign on"
    hall.expected(session, *[Presence.EXPECTED] * 3)
    assert line(hall, session, "register") == "3 on the list"
    hall.came(session, "Nurse")
    assert line(hall, session, "register") == "1 of 4 here"
    assert line(hall, hall.head_count(7), "register") == "Counted without names"
    planned = hall.session()
    with hall.store.change("Finish session") as change:
        empty = finish(change, planned, NOON)
    assert line(hall, empty, "register") == "Nobody on the list"


def test_feedback_counts_open_and_closed_forms(hall: Hall) -> None:
    session = hall.session()
    assert line(hall, session, "summary") == "No feedback yet"
    hall.closed(session, *rated("good", 3))
    assert line(hall, session, "summary") == "3 forms"
    box = hall.collected(session, *rated("good", 2))
    found = facts(hall, session, box)
    assert (found.forms, found.in_box, found.unfinished) == (5, 2, False)
    assert lines(found, lambda _: Options())["summary"] == "5 forms so far"
    box.keep_draft(Answers(given={"rating": ("good",)}))
    assert facts(hall, session, box).unfinished


def test_heads_that_were_counted_are_not_waited_for(hall: Hall) -> None:
    session = hall.session(counting=Counting.HEAD_COUNT)
    hall.expected(session, Presence.EXPECTED)
    assert facts(hall, session).waiting == 0
    assert facts(hall, session).has_register


@pytest.mark.parametrize(("key", "words"), [("cards", "a card"), ("leaves", "its leaf")])
def test_what_is_too_long_is_named(hall: Hall, key: str, words: str) -> None:
    session = hall.session()
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    hall.pledge(session, "I will listen once more. " * 90, Show.NO_NAME)
    assert worried(hall, session, key) == [
        f"“I will listen once more. I will…” is too long for {words} and is shortened."
    ]
    hall.pledge(session, "And I will ask again. " * 90, Show.NO_NAME)
    assert worried(hall, session, key)[0].startswith(f"2 pledges are too long for {words}")


def test_a_private_pledge_worries_only_the_cards_it_is_on(hall: Hall) -> None:
    session = hall.session()
    hall.pledge(session, f"I will write {CUNEIFORM}", Show.NOT_ON_TREE)
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    assert len(worried(hall, session, "cards")) == 1
    assert worried(hall, session, "cards", Options(private=False)) == []
    assert worried(hall, session, "leaves") == []
    assert worried(hall, session, "summary") == []


def test_characters_that_no_face_draws_are_named_wherever_they_stand(hall: Hall) -> None:
    session = hall.session(title=f"Talk {CUNEIFORM}")
    hall.came(session, f"Nurse {CUNEIFORM}")
    hall.closed(session, Answers(given={"rating": ("good",)}, words={"else": CUNEIFORM}))
    cannot = f"These characters can’t be printed: {CUNEIFORM}."
    assert worried(hall, session, "slips") == [cannot]
    assert worried(hall, session, "forms") == [cannot]
    assert worried(hall, session, "summary") == [cannot]
    assert worried(hall, session, "register") == [cannot, cannot]
    sections = [worry.section for worry in ready(hall, session, "register").worries]
    assert sections == ["register", ""]


def test_welsh_polish_arabic_and_emoji_worry_nobody(hall: Hall) -> None:
    session = hall.session(title="Sgwrs dda ŵŷ")
    hall.pledge(session, "Będę słuchać. سأستمع 🙂", Show.FIRST_NAME, "Łucja")
    for key in ("cards", "leaves", "summary", "slips", "forms"):
        assert worried(hall, session, key) == []


def test_a_summary_waits_for_the_open_box(hall: Hall) -> None:
    session = hall.session()
    said = Answers(given={"rating": ("good",)}, words={"else": "Loud"})
    box = hall.collected(session, *[said] * 6)
    assert box.comments()[0] == Comment("else", "Loud")
    found = ready(hall, session, "summary", box=box)
    assert "Loud" not in whole_text(found.pdf)
    assert found.worries[0].section == "feedback"
    assert found.worries[0].words.startswith("6 forms are still in the open box.")


def test_a_paper_with_nothing_on_it_says_why(hall: Hall) -> None:
    assert ready(hall, hall.session(), "leaves") == Ready(
        nothing="There are no pledges to print yet."
    )
