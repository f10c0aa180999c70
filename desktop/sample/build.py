"""Building the sample programme: Glasgow's, the same each time from one seed."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from desktop.attendance.model import Attendance, Presence, attendance_id
from desktop.feedback.box import CLOSED_BOX
from desktop.feedback.form import DEFAULT_FORM, default_form
from desktop.feedback.model import Form
from desktop.language import tr
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Outcome, Pledge, Show
from desktop.programmes.actions import PROMPTS, THEMES
from desktop.programmes.model import Programme
from desktop.sample.answers import answers, comments
from desktop.sample.calendar import Planned, planned
from desktop.sample.programme import FACILITATORS, PROGRAMME
from desktop.sample.staff import ORGANISATION, ROLES, staff
from desktop.sample.texts import ANY_ROLE, PledgeText, follow_up_texts, lines, pledge_texts
from desktop.sessions.model import Session
from desktop.store.clock import local_now
from desktop.store.record import derived_id
from desktop.store.store import Store
from desktop.store.undo import ASIDE

T = TypeVar("T")
SEED = 2019
FORM = DEFAULT_FORM
SHOWN = ((Show.FIRST_NAME, 0.64), (Show.NO_NAME, 0.25), (Show.NOT_ON_TREE, 0.11))
WENT = (
    (Outcome.KEPT, 0.56),
    (Outcome.PARTLY, 0.22),
    (Outcome.NOT_YET, 0.15),
    (Outcome.LET_GO, 0.07),
)
FOLLOWED_UP_SHARE = 0.4
PLEDGES = 1_040
"""Nearly everybody makes one, a few a second one."""
THEME_WORDS = {
    THEMES[0]: ("listen", "hear", "interrupt", "ask "),
    THEMES[1]: ("kind", "respect", "smile", "name", "dignity", "knock"),
    THEMES[2]: ("time", "minute", "rush", "hurry", "slow"),
    THEMES[3]: ("team", "colleague", "office", "rota", "together", "share"),
    THEMES[4]: ("myself", "break", "lunch", "breath", "rest"),
}


@dataclass(frozen=True)
class _Held:
    """One session that took place, with who came."""

    session: Session
    plan: Planned
    people: Sequence[Person]


def build(store: Store) -> None:
    """Write the sample programme into an empty data file; undo does not offer to take it away."""
    rng = random.Random(SEED)
    everybody = staff(rng)
    held = list(_held(rng, everybody))
    form = default_form()
    with store.change(tr("Build the sample programme"), undoes=ASIDE) as change:
        change.save_all([form])
        change.save_all([_programme()])
        change.save_all(everybody)
        change.save_all([item.session for item in held])
        change.save_all(_register(rng, held, everybody))
        made = change.save_all(_pledges(rng, held))
        change.save_all(_follow_ups(rng, made))
    for body in _boxes(rng, held, form):
        store.keep(CLOSED_BOX, body)


def build_file(path: Path, now: Callable[[], datetime] = local_now) -> None:
    """Make a data file with the sample programme.

    Raises UserError when it can't be written.
    """
    from desktop.kinds import open_store

    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    store = open_store(part, now=now)
    build(store)
    store.close()
    part.replace(path)


def _programme() -> Programme:
    return Programme(
        id=PROGRAMME,
        name=tr("Intelligent kindness"),
        organisation=ORGANISATION,
        purpose=tr(
            "Improvement sessions on intelligent kindness for home care staff. "
            "Each person pledges how they will lead change."
        ),
        outcomes=("nhwo-3", "nhwo-8"),
        themes=THEMES,
        prompts=PROMPTS,
        form=FORM,
    )


def _held(rng: random.Random, everybody: Sequence[Person]) -> Iterator[_Held]:
    titles = list(lines("sessions.txt"))
    places = list(lines("places.txt"))
    for number, plan in enumerate(planned(rng)):
        title, locality = titles[number][:2]
        near = [place for place in places if place[2] == locality] or places
        hall, room, _ = rng.choice(near)
        start = rng.choice((time(9, 30), time(10, 0), time(13, 0), time(13, 30)))
        finished = datetime.combine(plan.day, start, UTC)
        session = Session(
            id=derived_id("sample", "session", str(number)),
            programme=PROGRAMME,
            title=title,
            date=plan.day,
            start=start,
            end=time(start.hour + 2, start.minute),
            place=f"{hall}, {room}",
            team=locality,
            facilitators=tuple(rng.sample(FACILITATORS, 2)),
            capacity=48,
            outcomes=("nhwo-3", "nhwo-8"),
            finished=finished + timedelta(hours=2, minutes=20),
        )
        yield _Held(session, plan, [everybody[place] for place in plan.came])


def _register(
    rng: random.Random, held: Sequence[_Held], everybody: Sequence[Person]
) -> Iterator[Attendance]:
    for item in held:
        start = datetime.combine(item.plan.day, item.session.start, UTC)
        for person in item.people:
            arrived = start + timedelta(seconds=rng.randint(-1_500, 420))
            yield _line(item.session, person, Presence.PRESENT, arrived, rng.random() < 0.06)
        # Who could not come is asked again for a later session.
        later = everybody[item.plan.came.stop :]
        for person in rng.sample(later, min(len(later), rng.randint(1, 4))):
            missed = Presence.APOLOGIES if rng.random() < 0.6 else Presence.ABSENT
            yield _line(item.session, person, missed, None, False)


def _line(
    session: Session, person: Person, presence: Presence, arrived: datetime | None, walk_in: bool
) -> Attendance:
    return Attendance(
        id=attendance_id(session.id, person.id),
        session=session.id,
        person=person.id,
        presence=presence,
        walk_in=walk_in,
        arrived=arrived,
    )


def _pledges(rng: random.Random, held: Sequence[_Held]) -> Iterator[Pledge]:
    texts = pledge_texts()
    rng.shuffle(texts)
    texts = texts[:PLEDGES]
    present = [(item.session, person) for item in held for person in item.people]
    rng.shuffle(present)
    for number, text in enumerate(texts):
        place = next((i for i, (_, p) in enumerate(present) if _suits(text, p)), None)
        session, person = present.pop(place) if place is not None else rng.choice(_all(held))
        anonymous = place is None or rng.random() < 0.05
        yield Pledge(
            id=derived_id("sample", "pledge", str(number)),
            session=session.id,
            text=text.words,
            show=_drawn(rng, SHOWN[1:] if anonymous else SHOWN),
            person="" if anonymous else person.id,
            themes=_themes(text.words),
            language=text.language,
            made=session.date,
        )


def _all(held: Sequence[_Held]) -> list[tuple[Session, Person]]:
    return [(item.session, person) for item in held for person in item.people]


def _suits(text: PledgeText, person: Person) -> bool:
    if text.language != "en":
        return person.language == text.language
    return text.role == ANY_ROLE or person.job_role == ROLES[text.role][0]


def _themes(words: str) -> tuple[str, ...]:
    small = words.casefold()
    found = [theme for theme, parts in THEME_WORDS.items() if any(p in small for p in parts)]
    return tuple(found[:2])


def _follow_ups(rng: random.Random, pledges: Sequence[Pledge]) -> Iterator[FollowUp]:
    texts = follow_up_texts()
    last = date(2020, 3, 10)
    for number, pledge in enumerate(pledges):
        asked = pledge.made + timedelta(days=rng.randint(85, 110))
        if not pledge.person or asked > last or rng.random() > FOLLOWED_UP_SHARE:
            continue
        outcome = _drawn(rng, WENT)
        yield FollowUp(
            id=derived_id("sample", "follow-up", str(number)),
            pledge=pledge.id,
            asked=asked,
            outcome=outcome,
            note=rng.choice(texts[outcome]) if rng.random() < 0.5 else "",
        )


def _boxes(rng: random.Random, held: Sequence[_Held], form: Form) -> Iterator[dict[str, object]]:
    given = answers(rng, form)
    written = comments(rng, form, given)
    start = 0
    for item in held:
        end = start + item.plan.answered
        if end == start:
            continue
        scores = [{"id": _random_id(rng), "given": a.given} for a in given[start:end]]
        words = [
            {"id": _random_id(rng), "question": comment.question, "text": comment.text}
            for sheet in written[start:end]
            for comment in sheet
        ]
        yield {
            "session": item.session.id,
            "form": form.id,
            "answers": sorted(scores, key=lambda score: str(score["id"])),
            "comments": sorted(words, key=lambda comment: comment["id"]),
        }
        start = end


def _random_id(rng: random.Random) -> str:
    return f"{rng.getrandbits(128):032x}"


def _drawn(rng: random.Random, shares: Sequence[tuple[T, float]]) -> T:
    return rng.choices([kind for kind, _ in shares], [share for _, share in shares])[0]
