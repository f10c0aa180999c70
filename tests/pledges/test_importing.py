"""Pledges from a list."""

from pathlib import Path

import pytest

from desktop.attendance.actions import expect
from desktop.people.actions import save_person
from desktop.people.model import Person
from desktop.pledges.actions import delete_pledge, make_pledge, pledges
from desktop.pledges.importing import Found, keep, look_up, pledges_kind, show_of
from desktop.pledges.model import Pledge, Show, Source
from desktop.pledges.wording import waits
from desktop.progress import Cancelled, Progress
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tables.dates import Order
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from desktop.tables.writing import Table, write_csv
from tests.brought_in import rows_of
from tests.naughty import NAUGHTY

LIST = """Name,My pledge,Show on the tree?,Theme,Date
Hanna Kowalczyk,Ask every day what matters,With first name,Listening; Time,06/07/2026
,Smile more,anonymous,,
,Smile more,,,
Owen,"Be kind
to myself",perhaps,,2026-07-07
,  ,yes,,
"""


def look(store: Store, session: Session, folder: Path, text: str = LIST) -> Found:
    with store.read() as db:
        return look_up(db, session, rows_of(folder, text, pledges_kind()))


def bring_in(store: Store, session: Session, folder: Path, text: str = LIST) -> Found:
    found = look(store, session, folder, text)
    with store.change("Import pledges") as change:
        keep(change, found)
    return found


def there(store: Store, session: Session) -> list[Pledge]:
    with store.read() as db:
        return [made.pledge for made in pledges(db, [session.id])]


def test_pledges_come_in_as_their_makers_wished(
    store: Store, session: Session, tmp_path: Path
) -> None:
    found = bring_in(store, session, tmp_path)
    kept = sorted(there(store, session), key=lambda pledge: (pledge.text, pledge.show))
    assert [(pledge.text, pledge.show, pledge.maker, pledge.made.day) for pledge in kept] == [
        ("Ask every day what matters", Show.FIRST_NAME, "Hanna Kowalczyk", 6),
        ("Be kind\nto myself", Show.NOT_ON_TREE, "Owen", 7),
        ("Smile more", Show.NOT_ON_TREE, "", 5),
        ("Smile more", Show.NO_NAME, "", 5),
    ]
    assert kept[0].themes == ("Listening", "Time")
    assert [(one.line, one.reason) for one in found.refused] == [
        (6, "There is no pledge in this row.")
    ]
    assert (found.order, found.on_tree, found.unclear) == (Order.DAY_FIRST, 2, "perhaps")


def test_what_nobody_has_read_yet_waits(store: Store, session: Session, tmp_path: Path) -> None:
    bring_in(store, session, tmp_path)
    shown = [p for p in there(store, session) if p.show is not Show.NOT_ON_TREE]
    assert all(p.source is Source.IMPORT and waits(p, ()) for p in shown)


def test_the_same_list_again_changes_nothing(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path)
    again = bring_in(store, session, tmp_path)
    assert (len(again.new), again.known, len(there(store, session))) == (0, 4, 4)
    with store.change("Add") as change:  # also when the maker came on the register meanwhile
        expect(change, session.id, [save_person(change, Person(given="Owen"))])
    assert bring_in(store, session, tmp_path).known == 4


def test_one_undo_takes_a_list_back_and_it_may_come_again(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path)
    store.undo()
    assert there(store, session) == []
    bring_in(store, session, tmp_path)
    assert len(there(store, session)) == 4


def test_two_laptops_that_bring_in_one_list_make_the_same_pledges(
    store: Store, session: Session, tmp_path: Path
) -> None:
    first = look(store, session, tmp_path)
    second = look(store, session, tmp_path, LIST.replace("With first name", "Anonymous"))
    assert [p.id for p in first.new.values()] == [p.id for p in second.new.values()]


def test_a_slip_that_was_typed_in_is_not_brought_in_again(
    store: Store, session: Session, tmp_path: Path
) -> None:
    typed = Pledge(
        session=session.id,
        text="Ask every day what matters.",
        maker="hanna kowalczyk",
        show=Show.NO_NAME,
        made=session.date,
    )
    with store.change("Type") as change:
        kept = make_pledge(change, typed)
    assert look(store, session, tmp_path).known == 1
    with store.change("Delete") as change:
        delete_pledge(change, kept)
    assert look(store, session, tmp_path).known == 0


def test_as_many_as_are_here_already_are_not_brought_in_again(
    store: Store, session: Session, tmp_path: Path
) -> None:
    with store.change("Type") as change:
        make_pledge(
            change,
            Pledge(session=session.id, text="Smile more", show=Show.NO_NAME, made=session.date),
        )
    found = look(store, session, tmp_path)
    assert (found.known, [p.text for p in found.new.values()].count("Smile more")) == (1, 1)


def test_the_only_one_of_that_name_on_the_register_made_it(
    store: Store, session: Session, tmp_path: Path
) -> None:
    with store.change("Add") as change:
        hanna = save_person(change, Person(given="Hanna", surname="Kowalczyk", staff_number="7"))
        owens = [save_person(change, Person(given="Owen", team=team)) for team in "AB"]
        expect(change, session.id, [hanna, *owens])
    bring_in(store, session, tmp_path)
    makers = {p.text[:3]: (p.person, p.maker) for p in there(store, session)}
    assert makers["Ask"] == (hanna.id, "")
    assert makers["Be "] == ("", "Owen")


@pytest.mark.parametrize(
    ("said", "show"),
    [
        ("", Show.NOT_ON_TREE),
        ("No", Show.NOT_ON_TREE),
        ("not on the tree", Show.NOT_ON_TREE),
        ("=cmd()", None),
        ("Yes", Show.NO_NAME),
        ("Yes, with my first name", Show.FIRST_NAME),
        ("Yes, but not my name", None),
        ("yes, without my name", Show.NO_NAME),
        ("Without name", Show.NO_NAME),
        ("With my first name", Show.FIRST_NAME),
    ],
)
def test_only_a_clear_word_puts_a_pledge_on_the_tree(said: str, show: Show | None) -> None:
    assert show_of(said) is show


def test_naughty_words_come_in_or_say_why(store: Store, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "naughty.csv"
    texts = [f"{name}: {text}" for name, text in NAUGHTY.items()]
    write_csv(path, Table("Pledges", ["Pledge", "Name"], [[text, text] for text in texts]))
    (sheet,) = read_sheets(path)
    with store.read() as db:
        found = look_up(db, session, recognise(sheet.top, pledges_kind()).records(sheet.rows()))
    assert len(found.new) + len(found.refused) == len(texts)
    assert all("characters. Shorten it to" in one.reason for one in found.refused)


def test_it_says_how_far_it_is_and_can_be_stopped(
    store: Store, session: Session, tmp_path: Path
) -> None:
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    text, kind = "Pledge\nSmile\nListen more\n", pledges_kind()
    with store.read() as db:
        found = look_up(db, session, rows_of(tmp_path, text, kind), progress)
        assert said == [(0, 2), (1, 2)]
        stopping = Progress(lambda *_: stopping.stop())
        with pytest.raises(Cancelled):
            look_up(db, session, rows_of(tmp_path, text, kind), stopping)
    progress.stop()
    with pytest.raises(Cancelled), store.change("Import pledges") as change:
        keep(change, found, progress)
    with store.read() as db:
        assert pledges(db, [session.id]) == []
