"""Two planned sessions that join the sample programme when the window opens."""

import random
from datetime import date, datetime, time, timedelta

from desktop.attendance.actions import expect
from desktop.language import tr
from desktop.people.model import Person
from desktop.sample.programme import FACILITATORS, PROGRAMME, lacks_plans
from desktop.sessions.model import Session
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.record import derived_id
from desktop.store.store import Store
from desktop.store.undo import ASIDE

PLANS = (
    (0, "Good conversations at home", "Larkbank Hall, Main Hall", 25),
    (7, "What matters to you? for night staff", "Millburn Steps Centre, Training Room 1", 14),
)
"""Days from today, title, place, people on the register."""
LATEST_START = time(21, 0)


def plan_ahead(store: Store, now: datetime) -> None:
    """Plan a session for today and one for next week, unless they are planned already."""
    with store.glance() as db:
        if not lacks_plans(db, now.date()):
            return
    with store.change(tr("Plan the sample’s next sessions"), undoes=ASIDE) as change:
        for plan in PLANS:
            _plan(change, plan, now.date() + timedelta(days=plan[0]), now)


def _plan(change: Change, plan: tuple[int, str, str, int], day: date, now: datetime) -> None:
    ahead, title, place, size = plan
    start = _soon(now) if not ahead else time(19, 30)
    session = change.save(
        Session(
            id=derived_id("sample", "planned", day.isoformat()),
            programme=PROGRAMME,
            title=tr(title),
            date=day,
            start=start,
            end=time(min(start.hour + 2, 23), 59 if start.hour > 21 else start.minute),
            place=place,
            team="North East",
            facilitators=FACILITATORS[:1],
            capacity=30,
            outcomes=("nhwo-3", "nhwo-8"),
        )
    )
    t = table(Person)
    everybody = change.find(Person, order=(t.c.sort,))
    expect(change, session.id, random.Random(day.toordinal()).sample(everybody, size))


def _soon(now: datetime) -> time:
    """Return the next half hour that is at least ten minutes away, within the day."""
    soon = now + timedelta(minutes=10)
    half = soon.replace(minute=0, second=0, microsecond=0) + timedelta(
        minutes=30 if soon.minute < 30 else 60
    )
    return half.time() if half.date() == now.date() else LATEST_START
