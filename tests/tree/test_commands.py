"""Tests of the tree without a window."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop.cli import main
from desktop.pledges.model import Show
from desktop.printing.sheet import MM
from desktop.tree.actions import hang, note_leaves, note_poster
from desktop.tree.hanging import said
from desktop.tree.making import arrange, gather
from desktop.tree.model import Form, Tree
from tests.pledges.evening import DAY, Evening
from tests.printing.reading import page_texts, whole_text
from tests.tree.pledges import texts

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(evening: Evening, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Print the tree beside the open data file; returns exit code and both outputs."""

    def command(*arguments: object, out: str = "tree.pdf") -> tuple[int, str, str]:
        of = ("--programme", "LEADING with care", "--out", tmp_path / out)
        words = ("--data", evening.store.path, "print", "tree", *of, *arguments)
        code = main([str(word) for word in words])
        said, err = capsys.readouterr()
        return code, said, err

    return command


def many(evening: Evening, number: int) -> None:
    for text in texts()[:number]:
        evening.pledge(text, Show.NO_NAME, checked=True)


def printed(evening: Evening, **fields: object) -> None:
    """Print the tree of today's pledges and keep it, as its page does."""
    tree = replace(
        Tree(programme=evening.programme.id, form=Form.PORTRAIT, home=evening.store.device),
        **fields,  # type: ignore[arg-type]
    )
    with evening.store.read() as db:
        made = arrange(gather(db, tree, evening.store.device))
    with evening.store.change("Print the tree") as change:
        kept = note_poster(change, made.tree, made.standings, DAY)
        words = {leaf.pledge: said(leaf.text, leaf.name) for one in made.leaves for leaf in one}
        note_leaves(change, kept, hang(change, kept, made.changes.kept), words, DAY)


def size(path: Path) -> tuple[int, int]:
    document = pypdfium2.PdfDocument(path)
    wide, high = document[0].get_size()
    document.close()
    return round(wide / MM), round(high / MM)


def test_the_tree_is_printed_and_nothing_is_kept_of_it(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    evening.pledge("Sit down when I talk", person=evening.eirlys.id)
    assert run() == (0, f"{tmp_path / 'tree.pdf'}\n", "")
    found = whole_text((tmp_path / "tree.pdf").read_bytes())
    assert "Sit down when I talk" in found
    assert "Eirlys" in found
    with evening.store.read() as db:
        assert db.count(Tree) == 0


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ((), (297, 420)),
        (("--paper", "A1", "--landscape"), (841, 594)),
        (("--bleed",), (303, 426)),
        (("--tiles", "A4"), (210, 297)),
    ],
)
def test_the_sheet_is_as_asked_for(
    run: Run, evening: Evening, tmp_path: Path, how: tuple[str, ...], expected: tuple[int, int]
) -> None:
    evening.pledge("Listen more")
    assert run(*how)[0] == 0
    assert size(tmp_path / "tree.pdf") == expected


def test_pictures_go_by_the_name_of_the_file_or_by_what_is_said(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    evening.pledge("Listen more")
    run(out="tree.SVG")
    run(out="tree.png")
    run("--format", "png", out="tree.bin")
    assert (tmp_path / "tree.SVG").read_text("utf-8").startswith(("<?xml", "<svg"))
    assert (tmp_path / "tree.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "tree.bin").read_bytes() == (tmp_path / "tree.png").read_bytes()


def test_without_pledges_the_tree_is_bare_and_a_sentence_says_so(run: Run, tmp_path: Path) -> None:
    code, _, err = run()
    assert (code, err) == (0, "There are no pledges to show yet, so the tree is bare.\n")
    assert (tmp_path / "tree.pdf").stat().st_size > 5_000


def test_words_too_small_name_the_paper_that_would_do(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    many(evening, 60)
    code, out, err = run("--paper", "A4")
    assert (code, out) == (1, "")
    assert "Print on A3, or share the leaves among several trees with --grove." in err
    assert not (tmp_path / "tree.pdf").exists()
    assert run("--paper", "A3")[0] == 0


def test_a_grove_shares_the_leaves_and_says_on_how_many_trees(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    many(evening, 60)
    code, _, err = run("--paper", "A4", "--grove", "--min-pt", 11)
    assert code == 0
    pages = page_texts((tmp_path / "tree.pdf").read_bytes())
    assert err == f"The leaves are on {len(pages)} trees.\n"
    code, _, err = run("--paper", "A4", "--grove", "--min-pt", 11, out="tree.svg")
    assert (code, "A picture shows one tree" in err) == (1, True)


def test_a_tree_that_hangs_is_printed_as_it_hangs(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    first = evening.pledge("Sit down when I talk to somebody in bed")
    evening.pledge("Listen more")
    printed(evening)
    run()
    before = (tmp_path / "tree.pdf").read_bytes()
    with evening.store.change("Edit pledge") as change:
        change.save(replace(first, made=DAY.replace(year=2027)))  # a new tree would begin otherwise
    run()
    assert (tmp_path / "tree.pdf").read_bytes() == before


def test_a_tree_that_hangs_is_found_only_in_its_form_and_whole(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    evening.pledge("Listen more")
    printed(evening, place="Town Hall")
    printed(evening, form=Form.LANDSCAPE)
    code, _, err = run("--top-up")
    assert (code, "No such tree was printed yet" in err) == (1, True)
    assert run("--top-up", "--landscape")[2].startswith("Every leaf is on the wall already")


def test_a_tree_that_hangs_the_other_way_is_mentioned(run: Run, evening: Evening) -> None:
    evening.pledge("Listen more")
    printed(evening, form=Form.LANDSCAPE)
    assert "Add --landscape to print the one that hangs." in run()[2]
    assert run("--landscape")[2] == ""


def test_top_up_prints_what_came_later(run: Run, evening: Evening, tmp_path: Path) -> None:
    evening.pledge("Listen more")
    printed(evening)
    evening.pledge("Sit down when I talk \u10d0")
    code, _, err = run("--top-up", "--tiles", "A4")
    assert (code, "can’t be printed: \u10d0 (Georgian)." in err) == (0, True)
    found = whole_text((tmp_path / "tree.pdf").read_bytes())
    assert "Sit down when I talk" in found
    assert "sheet 4" in found
    assert "Listen more" not in found
    code, _, err = run("--top-up", "--paper", "A1")
    assert (code, err) == (1, "The tree that hangs is on A3. Leave out --paper.\n")
    assert run("--paper", "A1")[0] == 0
    assert size(tmp_path / "tree.pdf") == (594, 841)


def test_leaves_of_a_planned_tree_can_be_hung_by_hand_from_the_first(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    evening.pledge("Listen more")
    assert run("--planned", 120, "--paper", "A2", "--top-up")[0] == 0
    assert "Listen more" in whole_text((tmp_path / "tree.pdf").read_bytes())


def test_what_waits_to_be_read_is_mentioned(run: Run, evening: Evening) -> None:
    evening.pledge("I will help Okafor with the rota")
    assert "1 pledge still waits to be read and is not on the tree." in run()[2]


def test_on_another_laptop_new_leaves_are_missing_and_that_is_said(
    run: Run, evening: Evening
) -> None:
    evening.pledge("Listen more")
    printed(evening)
    with evening.store.read() as db:
        tree = db.find(Tree)[0]
    with evening.store.change("Move") as change:
        change.save(replace(tree, home="another laptop"))
    evening.pledge("Sit down when I talk")
    code, _, err = run()
    assert (code, "1 new pledge is missing" in err) == (0, True)


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (("--min-pt", "0"), "'0' is not a size in points such as 9"),
        (("--min-pt", "nan"), "'nan' is not a size in points"),
        (("--min-pt", "inf"), "'inf' is not a size in points"),
        (("--min-pt", "-3"), "'-3' is not a size in points"),
        (("--min-pt", "8.9"), "'8.9' is below 9 points, the smallest that people read on a wall"),
        (("--min-pt", "small"), "'small' is not a size in points"),
        (("--planned", "-120"), "'-120' is not a number of leaves from 1 to 5,000"),
        (("--planned", "0"), "'0' is not a number of leaves"),
        (("--planned", "9" * 5000), "is not a number of leaves"),
        (("--planned", "١٢"), "is not a number of leaves"),
        (("--paper", "A5"), "--paper cannot be 'A5'. Choose one of A4"),
        (("--season", "monsoon"), "--season cannot be 'monsoon'"),
        (("--tiles", "A4", "--format", "svg"), "--tiles makes a PDF. Leave it out"),
        (("--top-up", "--format", "png"), "--top-up makes a PDF"),
        (("--bleed", "--format", "svg"), "--bleed makes a PDF"),
        (("--tiles", "A4", "--bleed"), "--bleed is for one large sheet"),
        (("--planned", "120", "--grove"), "--grove shares leaves that are there"),
        (("--top-up", "--grove"), "--top-up is for the tree that hangs already"),
    ],
)
def test_what_makes_no_sense_is_told_first(
    run: Run, capsys: pytest.CaptureFixture[str], how: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*how)
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert "usage:" not in err
    assert sentence in err


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (
            ("--tiles", "A4", "--paper", "A4"),
            "A tree on A4 needs one sheet of A4. Leave out --tiles.",
        ),
        (("--grove", "--min-pt", "5000"), "No sheet of A3 is large enough for 5000 pt."),
        (
            ("--planned", "120"),
            r"On A3 the words would be \d.\d pt, smaller than 9 pt. Print on A2.\n",
        ),
        (("--planned", "5000"), r"On A3 .* No paper is large enough: plan fewer leaves.\n"),
        (("--min-pt", "5000"), "On A3 the words would be"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence(
    run: Run, evening: Evening, tmp_path: Path, how: tuple[str, ...], sentence: str
) -> None:
    evening.pledge("Listen more")
    code, out, err = run(*how)
    assert (code, out) == (1, "")
    assert re.match(sentence, err)
    assert err.count("\n") == 1
    assert list(tmp_path.glob("tree*")) == []


def test_a_place_that_cannot_be_written_is_named(run: Run, evening: Evening) -> None:
    evening.pledge("Listen more")
    code, _, err = run(out="nowhere/tree.pdf")
    assert (code, "nowhere is not there" in err) == (1, True)


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["print", "tree", "--help"])
    assert ended.value.code == 0
    assert "--planned 120 --out bare.pdf" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("least", "way"),
    [
        (9, "Print on A2."),
        (12, "Print on A1."),
        (60, "No paper is large enough: choose a smaller type."),
    ],
)
def test_a_grove_is_proposed_only_where_it_would_do(
    run: Run, evening: Evening, least: int, way: str
) -> None:
    evening.pledge("listening well " * 666, Show.NO_NAME, checked=True)
    code, _, alone = run("--min-pt", least)
    assert (code, alone.strip().endswith(f"smaller than {least} pt. {way}")) == (1, True)
    code, _, shared = run("--min-pt", least, "--grove")
    way = way.replace("No paper is large enough: choose", "Choose")
    assert (code, shared.strip()) == (1, f"No sheet of A3 is large enough for {least} pt. {way}")
