"""Pledges as a list, and back again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.attendance.actions import expect
from desktop.people.languages import language_code, languages
from desktop.pledges.actions import Made, follow_up, make_pledge
from desktop.pledges.exporting import pledges_table
from desktop.pledges.importing import keep, look_up, pledges_kind, show_of
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.sessions.actions import EARLIEST
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from desktop.tables.values import text_of
from desktop.tables.writing import Table, write_csv, write_xlsx
from desktop.text import paragraphs
from tests.naughty import NAUGHTY
from tests.people.anyone import lines, people
from tests.pledges.evening import DAY, PEOPLE, Evening
from tests.tables.returning import FEWER, understood

SESSION = Session(title="Good conversations", date=DAY, place="=Hall")


def kept(text: str) -> str:
    return paragraphs(text, "The pledge", 20_000)


def words() -> list[str]:
    return [*map(kept, NAUGHTY.values()), "=cmd()\n-1\n\n  and more", "’s avonds", 'a;b\t"c"']


def typed(evening: Evening) -> None:
    eirlys, tomasz, _ = evening.people

    def slip(text: str, show: Show = Show.NO_NAME, **fields: Any) -> Pledge:
        return Pledge(session=evening.session.id, text=text, show=show, made=DAY, **fields)

    pledges = (
        slip("=1+1\nI will listen.", Show.FIRST_NAME, person=eirlys.id),
        slip("Zapytam każdego.", person=tomasz.id, language="pl"),
        slip("I will rest.", Show.NOT_ON_TREE, themes=("Time", "Rest")),
        slip("I will ask.", maker="Seán Ó Súilleabháin"),
    )
    with evening.store.change("Make pledges") as change:
        made = [make_pledge(change, one) for one in pledges]
        follow_up(change, made[0], date(2027, 1, 8), Outcome.NOT_YET, "")


def table_of(evening: Evening) -> Table:
    return pledges_table(evening.made()[::-1], {evening.session.id: evening.session}, "Pledges")


def said(made: list[Made]) -> set[tuple[object, ...]]:
    return {
        (one.pledge.text, one.pledge.show, one.pledge.themes, one.name, one.pledge.made)
        for one in made
    }


def test_each_pledge_has_its_maker_and_its_session(evening: Evening) -> None:
    typed(evening)
    table = table_of(evening)
    assert table.headings[:4] == ("Pledge", "Show", "Theme", "Given name")
    assert table.headings[10:] == ("Date", "Session", "Place", "Language", "How it went")
    rows = {row[0]: list(row[1:]) for row in table.rows}
    assert rows["=1+1\nI will listen."] == [
        "with first name", "", "Eirlys", "Vaughan", "Home carer",
        "", "", "", "", DAY, "Good conversations", "", "", "not yet",
    ]  # fmt: skip
    assert rows["Zapytam każdego."][0] == "without name"
    assert rows["I will rest."][:2] == ["not on the tree", "Time; Rest"]
    assert rows["I will ask."][2:4] == ["Seán", "Ó Súilleabháin"]


def test_a_name_on_a_slip_that_splitting_would_change_stays_whole(evening: Evening) -> None:
    made = Made(Pledge(text="I will ask.", show=Show.NO_NAME, made=DAY, maker="Mrs Puw (nights)"))
    (row,) = pledges_table([made], {}, "Pledges").rows
    assert row[3:5] == ["Mrs Puw (nights)", ""]


@pytest.mark.parametrize("name", ["pledges.csv", "pledges.xlsx"])
def test_pledges_come_back_whole_on_another_laptop(
    evening: Evening, other_laptop: Store, tmp_path: Path, name: str
) -> None:
    typed(evening)
    elsewhere = Evening.__new__(Evening)
    elsewhere.store = other_laptop
    with other_laptop.change("Plan") as change:
        elsewhere.session = change.save(SESSION)
        expect(change, elsewhere.session.id, change.save_all(PEOPLE))
    if name.endswith(".csv"):
        write_csv(tmp_path / name, table_of(evening))
    else:
        write_xlsx(tmp_path / name, [table_of(evening)])
    (sheet,) = read_sheets(tmp_path / name)
    columns = recognise(sheet.top, pledges_kind())
    with other_laptop.read() as db:
        found = look_up(db, elsewhere.session, columns.records(sheet.rows()))
    with other_laptop.change("Import pledges") as change:
        keep(change, found)
    assert (len(found.new), found.refused) == (4, ())
    assert said(elsewhere.made()) == said(evening.made())


PLEDGES = st.builds(
    Pledge,
    text=(st.sampled_from(words()) | st.text(max_size=40).map(kept)).filter(bool),
    show=st.sampled_from(Show),
    themes=st.lists(lines().filter(lambda theme: ";" not in theme), max_size=2).map(tuple),
    language=st.sampled_from([code for code, _ in languages()]),
    made=st.dates(EARLIEST, date(2099, 1, 1)),
)


@FEWER
@given(st.lists(st.builds(Made, PLEDGES, people()), min_size=1, max_size=6))
def test_any_pledges_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, made: list[Made]
) -> None:
    table = pledges_table(made, {"": SESSION}, "Pledges")
    found = understood(tmp_path_factory.mktemp("pledges"), table, pledges_kind())
    for row, one in zip(found, made, strict=True):
        pledge, person = one.pledge, one.person
        assert person is not None
        assert row["pledge"] == text_of(pledge.text).strip()
        assert row["given"] == text_of(person.given).strip()
        assert row["surname"] == text_of(person.surname).strip()
        assert row["staff_number"] == text_of(person.staff_number).strip()
        assert row["theme"] == text_of("; ".join(pledge.themes)).strip()
        assert (row["date"], show_of(row["show"])) == (pledge.made.isoformat(), pledge.show)
        assert language_code(row["language"]) == pledge.language
