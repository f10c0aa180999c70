from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.pledges.actions import refuse
from desktop.pledges.model import Show, Source
from desktop.printing.direction import LRM
from desktop.sessions.actions import save_session
from desktop.tree.facts import Facts
from desktop.tree.model import Season
from desktop.tree.page.choosing import NO_PLEDGE, OWN, YEAR, Choosing, april, hidden_words
from tests.pledges.evening import DAY, Evening
from tests.tree.page.hands import facts_of, wish_of
from tests.ui.hands import click


def chooser(qtbot: QtBot, facts: Facts) -> tuple[Choosing, list[dict[str, object]]]:
    choosing = Choosing(lambda: DAY)
    qtbot.addWidget(choosing)
    wished: list[dict[str, object]] = []
    choosing.wished.connect(wished.append)
    choosing.show_facts(facts)
    choosing.show()
    return choosing, wished


def themed(evening: Evening) -> Facts:
    evening.pledge("Listen more", themes=("Listening",))
    evening.pledge("Leave on time", themes=("Time",))
    evening.pledge("Ring home")
    return facts_of(evening, wish_of(evening))


def test_themes_are_all_ticked_until_one_is_taken_away(evening: Evening, qtbot: QtBot) -> None:
    choosing, wished = chooser(qtbot, themed(evening))
    assert [tick.tick.accessibleName() for tick in choosing.themes.values()] == [
        "Listening, 1",
        "Time, 1",
        "No theme, 1",
    ]
    click(choosing.themes["Time"].tick)
    assert wished[-1] == {"themes": ("Listening", "")}
    click(choosing.themes["Time"].tick)
    assert wished[-1] == {"themes": ()}


def test_without_any_theme_no_pledge_is_chosen(evening: Evening, qtbot: QtBot) -> None:
    choosing, wished = chooser(qtbot, themed(evening))
    for tick in choosing.themes.values():
        click(tick.tick)
    assert wished[-1] == {"themes": (NO_PLEDGE,)}
    facts = facts_of(evening, wish_of(evening, themes=(NO_PLEDGE,)))
    assert facts.shown == ()
    choosing.show_facts(facts)
    assert not any(tick.is_on() for tick in choosing.themes.values())


def test_a_place_is_offered_where_there_is_more_than_one(evening: Evening, qtbot: QtBot) -> None:
    with evening.store.change("Edit session") as change:
        first = save_session(change, replace(evening.session, place="Town Hall"))
        change.save(replace(first, id="other", rev=None, place="Chapel"))
    evening.pledge("Listen more")
    choosing, wished = chooser(qtbot, facts_of(evening, wish_of(evening)))
    assert not choosing.place_field.isVisible()
    evening.pledge("Sing")
    with evening.store.change("Move") as change:
        pledge = evening.made()[0].pledge
        change.save(replace(pledge, session="other"))
    choosing.show_facts(facts_of(evening, wish_of(evening)))
    assert [choosing.place.itemText(n) for n in range(3)] == [
        "All 2 places",
        "Chapel (1)",
        "Town Hall (1)",
    ]
    choosing.place.chosen.emit("Chapel")
    assert wished == [{"place": "Chapel"}]


def test_the_number_of_pledges_follows_a_place_in_hebrew(evening: Evening, qtbot: QtBot) -> None:
    with evening.store.change("Edit session") as change:
        first = save_session(change, replace(evening.session, place="אולם 12"))
        change.save(replace(first, id="other", rev=None, place="Chapel"))
    evening.pledge("Listen")
    pledge = evening.pledge("Ask")
    with evening.store.change("Edit pledge") as change:
        change.save(replace(pledge, session="other"))
    choosing, _ = chooser(qtbot, facts_of(evening, wish_of(evening)))
    assert f"{LRM}אולם 12{LRM} (1)" in [choosing.place.itemText(n) for n in range(3)]


def test_dates_begin_in_april_or_wherever_one_likes(evening: Evening, qtbot: QtBot) -> None:
    choosing, wished = chooser(qtbot, facts_of(evening, wish_of(evening)))
    assert not choosing.first.isVisible()
    choosing.dates.set_value(YEAR)
    choosing.dates.chosen.emit(YEAR)
    assert wished[-1] == {"first": date(2026, 4, 1), "last": None}
    choosing.dates.set_value(OWN)
    choosing.dates.chosen.emit(OWN)
    assert choosing.first.isVisible()
    choosing.first.edit.setText("1/9/2026")
    choosing.first.check()
    assert wished[-1] == {"first": date(2026, 9, 1), "last": None}
    choosing.last.edit.setText("1/8/2026")
    choosing.last.check()
    assert choosing.last.error() == "This is before the first day. Change one of them."
    assert len(wished) == 2


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2026, 10, 8), date(2026, 4, 1)), (date(2026, 3, 31), date(2025, 4, 1))],
)
def test_the_year_begins_in_april(today: date, first: date) -> None:
    assert april(today) == first


def test_it_says_how_many_are_not_shown_and_why(evening: Evening, qtbot: QtBot) -> None:
    assert hidden_words(facts_of(evening, wish_of(evening))) == ""
    evening.pledge("Listen more")
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    rude = evening.pledge("Something rude")
    with evening.store.change("Refuse") as change:
        refuse(change, rude)
    evening.pledge("Ring home", source=Source.KIOSK)
    choosing, _ = chooser(qtbot, facts_of(evening, wish_of(evening)))
    assert choosing.notice.text() == ("Only the 3 of 4 that people agreed to show. You keep 1 off.")
    assert choosing.waiting.words() == "1 waits for you to read it"
    asked: list[bool] = []
    choosing.waiting_asked.connect(lambda: asked.append(True))
    click(choosing.waiting)
    assert asked == [True]


def test_kept_pledges_are_told_as_the_season_shows_them(evening: Evening, qtbot: QtBot) -> None:
    choosing, _ = chooser(qtbot, facts_of(evening, wish_of(evening)))
    for season, words in (
        (Season.SPRING, "Kept pledges blossom"),
        (Season.AUTUMN, "Kept pledges bear apples"),
        (Season.WINTER, "Kept pledges bear berries"),
    ):
        choosing.show_facts(facts_of(evening, wish_of(evening, season=season)))
        assert choosing.blossoms.tick.accessibleName() == f"{words}, 0"
