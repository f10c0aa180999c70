"""Bad pledges on the tree, and a disk that is full: a poster or one sentence, and nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.pledges.model import Show
from desktop.programmes.actions import save_programme
from desktop.store.store import Store
from desktop.tree.logo import keep_logo
from desktop.tree.model import Logo, logo_id
from tests.journeys.disks import can_mount, fill_up, small_disk
from tests.naughty import NAUGHTY
from tests.pledges.evening import Evening
from tests.printing.reading import whole_text
from tests.tree.paper.test_poster import logo

own_disk = pytest.mark.skipif(not can_mount(), reason="may not mount a disk")
FAMILY = "👩‍👩‍👧‍👦 " * 6


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    store = open_store(tmp_path / "hall.db", "Siân")
    yield Evening(store)
    store.close()


def printed(store: Store, out: Path, *how: str) -> int:
    name = ("--programme", "Leading with care", "--out", str(out))
    return main(["--data", str(store.path), "print", "tree", *name, *how])


def say_all(evening: Evening) -> int:
    """Make a pledge of every bad text that may be one; returns how many there are."""
    made = 0
    for text in NAUGHTY.values():
        try:
            evening.pledge(text[:10_000], Show.NO_NAME, checked=True)
        except UserError:  # without words
            continue
        made += 1
    return made


def test_every_bad_text_is_on_the_poster(evening: Evening, tmp_path: Path) -> None:
    assert say_all(evening) > 5
    evening.pledge(FAMILY, Show.NO_NAME, checked=True)
    out = tmp_path / "tree.pdf"
    assert printed(evening.store, out, "--paper", "A0") == 0
    assert "<img src=" in whole_text(out.read_bytes())


def test_one_pledge_of_ten_thousand_characters_is_all_there(
    evening: Evening, tmp_path: Path
) -> None:
    evening.pledge("listen " * 1_428, Show.NO_NAME, checked=True)
    out = tmp_path / "tree.pdf"
    assert printed(evening.store, out, "--paper", "A2") == 0
    assert whole_text(out.read_bytes()).count("listen") == 1_428


def test_pledges_that_are_all_the_same_hang_one_by_one(evening: Evening, tmp_path: Path) -> None:
    for _ in range(25):
        evening.pledge("Listen more", Show.NO_NAME)
    out = tmp_path / "tree.pdf"
    assert printed(evening.store, out) == 0
    assert whole_text(out.read_bytes()).count("Listen more") == 25


def test_a_programme_with_a_very_long_name_has_its_poster(evening: Evening, tmp_path: Path) -> None:
    with evening.store.change("Change programme") as change:
        save_programme(change, replace(evening.programme, organisation="Gofal Gwent " * 16))
    evening.pledge("Listen more")
    out = tmp_path / "tree.pdf"
    assert printed(evening.store, out, "--paper", "A4") == 0
    assert "Listen more" in whole_text(out.read_bytes())


def test_the_logo_is_printed_and_one_that_is_spoilt_is_said(
    evening: Evening, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.pledge("Listen more")
    out = tmp_path / "tree.pdf"
    assert printed(evening.store, out) == 0
    bare = out.read_bytes()
    with evening.store.change("Choose a logo") as change:
        kept = keep_logo(change, evening.programme.id, logo())
    assert printed(evening.store, out) == 0
    assert b"/Subtype /Image" in out.read_bytes()
    assert b"/Subtype /Image" not in bare
    with evening.store.change("Spoil it") as change:
        change.save(Logo(id=logo_id(kept.programme), rev=kept.rev, picture="aGVsbG8="))
    capsys.readouterr()
    assert printed(evening.store, out) == 1
    assert capsys.readouterr().err.startswith("The logo")


@own_disk
def test_on_a_full_disk_it_says_so_and_leaves_no_half_poster(
    evening: Evening, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.pledge("Listen more")
    with small_disk(tmp_path / "stick", "1m"):
        free_again = fill_up(tmp_path / "stick")
        assert printed(evening.store, tmp_path / "stick" / "tree.pdf") == 1
        assert "There is no room left in" in capsys.readouterr().err
        assert [path.name for path in (tmp_path / "stick").iterdir()] == ["ballast"]
        free_again()
        assert printed(evening.store, tmp_path / "stick" / "tree.pdf") == 0
