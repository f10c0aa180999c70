"""The pledge tree without a window: printed whole, on sheets to tape together, or leaf by leaf."""

import argparse
import math
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import count, tr
from desktop.tree.model import Form, Season

if TYPE_CHECKING:
    from desktop.store.reader import Db
    from desktop.tree.making import Arranged
    from desktop.tree.model import Tree

_PAPERS = ("A4", "A3", "A2", "A1", "A0")
_PAPER = "A3"
_LEAST = 9.0  # points: below that nobody is asked to read a poster
_MOST = 5_000  # leaves of a plan
_FORMATS = ("pdf", "svg", "png")
_EXAMPLES = """\
examples:
  python3 -m desktop print tree --programme "Intelligent kindness" --paper A0 --grove --out tree.pdf
  python3 -m desktop print tree --programme NAME --paper A2 --planned 120 --out bare.pdf
  python3 -m desktop print tree --programme NAME --paper A1 --tiles A4 --out sheets.pdf
  python3 -m desktop print tree --programme NAME --top-up --out new-leaves.pdf
"""


def add_paper(papers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the tree to the papers that can be printed."""
    command = papers.add_parser(
        "tree",
        help="the pledge tree: a poster, sheets to tape together, or new leaves to cut out",
        description="Print the pledges of a programme as a tree. Nothing in the data changes.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = command.add_argument
    add("--programme", metavar="NAME", required=True, help="the programme whose pledges it shows")
    add("--paper", choices=_PAPERS, help=f"the poster's size (default: {_PAPER})")
    add("--landscape", action="store_true", help="wider than high")
    add("--planned", type=_planned, metavar="N", help="boughs for N leaves, bare where none is")
    add(
        "--min-pt",
        type=_points,
        default=_LEAST,
        metavar="POINTS",
        help="the smallest type that is allowed, 9 or more (default: 9)",
    )
    add("--grove", action="store_true", help="share the leaves among trees if they are too many")
    add("--tiles", choices=("A4", "A3"), help="print it on such sheets, to tape together")
    add("--top-up", action="store_true", help="print only leaves that are not on the wall yet")
    add("--season", choices=[season.value for season in Season], help="its colours")
    add("--plain", action="store_true", help="for one-colour printers")
    add("--bleed", action="store_true", help="3 mm more on each side, for a print shop")
    add("--format", choices=_FORMATS, help="default: by the name of FILE, else pdf")
    add("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    command.set_defaults(run=partial(_run, command))


def _points(text: str) -> float:
    try:
        points = float(text)
    except ValueError:
        points = math.nan
    if not 0 < points < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size in points such as 9")
    if points < _LEAST:
        words = f"{text!r} is below {_LEAST:g} points, the smallest that people read on a wall"
        raise argparse.ArgumentTypeError(words)
    return points


def _planned(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and 0 < int(text) <= _MOST):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of leaves from 1 to {_MOST:,}")
    return int(text)


def _run(command: argparse.ArgumentParser, wanted: argparse.Namespace) -> None:
    from desktop.kinds import existing_store
    from desktop.programmes.actions import programme_named
    from desktop.tree.logo import logo_of
    from desktop.tree.remarks import remarks
    from desktop.workspace.saving import write_paper

    suffix = wanted.out.suffix.lower().removeprefix(".")
    wanted.format = wanted.format or (suffix if suffix in _FORMATS else "pdf")
    senseless = _senseless(wanted)
    if senseless:
        command.error(senseless)
    with existing_store(wanted.data) as store, store.read() as db:
        programme = programme_named(db, wanted.programme)
        made = _arranged(db, programme.id, wanted, store.device)
        turned = not made.tree.rev and _hangs_turned(db, made.tree)
        hangs = _hanging(db, programme.id, wanted)
        logo = logo_of(db, programme.id)
    write_paper(wanted.out, _content(made, wanted, logo))
    for words in remarks(made, wanted, turned=turned, hangs=hangs):
        print(words, file=sys.stderr)
    print(wanted.out)


def _senseless(wanted: argparse.Namespace) -> str:
    """Return why some arguments do not go together; nothing if they do."""
    picture = wanted.format != "pdf"
    clashes = (
        (picture and wanted.tiles, tr("--tiles makes a PDF. Leave it out for a picture.")),
        (picture and wanted.top_up, tr("--top-up makes a PDF. Leave it out for a picture.")),
        (picture and wanted.bleed, tr("--bleed makes a PDF. Leave it out for a picture.")),
        (
            wanted.bleed and (wanted.tiles or wanted.top_up),
            tr("--bleed is for one large sheet from a print shop. Leave it out here."),
        ),
        (
            wanted.grove and wanted.planned,
            tr("--grove shares leaves that are there. Leave it out with --planned."),
        ),
        (
            wanted.grove and wanted.top_up,
            tr("--top-up is for the tree that hangs already. Leave out --grove."),
        ),
    )
    return next((words for clash, words in clashes if clash), "")


def _arranged(db: "Db", programme: str, wanted: argparse.Namespace, replica: str) -> "Arranged":
    """Return the tree as it hangs, if it was printed before, and else a new one.

    Raises UserError where it can't be printed as it is wanted.
    """
    from desktop.tree.making import arrange, gather, refuse_small_type

    hanging = _hanging(db, programme, wanted)
    if hanging is not None:
        made = arrange(gather(db, hanging, replica))
        if wanted.top_up:
            return made
        made = made.afresh() if made.new or not hanging.printed else made.whole()
        if not wanted.grove or made.smallest >= wanted.min_pt:
            _refuse_lost(made)
            refuse_small_type(made, wanted.min_pt)
            return made
    elif wanted.top_up and not wanted.planned:
        words = tr(
            "No such tree was printed yet. Print or save it in the window first, or plan it with "
            "--planned."
        )
        raise UserError(words)
    made = arrange(
        gather(db, _new(programme, wanted), replica), least=wanted.min_pt, grove=wanted.grove
    )
    _refuse_lost(made)
    refuse_small_type(made, wanted.min_pt)
    return made


def _new(programme: str, wanted: argparse.Namespace) -> "Tree":
    from desktop.tree.model import Tree

    tree = Tree(
        programme=programme,
        paper=wanted.paper or _PAPER,
        form=_form(wanted),
        planned=wanted.planned or 0,
    )
    return _in_season(tree, wanted)


def _form(wanted: argparse.Namespace) -> Form:
    return Form.LANDSCAPE if wanted.landscape else Form.PORTRAIT


def _in_season(tree: "Tree", wanted: argparse.Namespace) -> "Tree":
    return replace(tree, season=Season(wanted.season)) if wanted.season else tree


def _hanging(db: "Db", programme: str, wanted: argparse.Namespace) -> "Tree | None":
    """Return the tree of all the programme's pledges that was printed last in this form.

    Raises UserError where new leaves are wanted for another paper than it is on.
    """
    from desktop.tree.actions import trees

    for tree in trees(db, programme):
        part = tree.place or tree.first or tree.last or tree.themes
        other = wanted.planned is not None and wanted.planned != tree.planned
        if not tree.printed or tree.form is not _form(wanted) or part or other:
            continue
        tree = _in_season(tree, wanted)
        if wanted.paper in (None, tree.paper):
            return tree
        if wanted.top_up:
            words = tr("The tree that hangs is on {paper}. Leave out --paper.")
            raise UserError(words.format(paper=tree.paper))
        return replace(tree, paper=wanted.paper, printed=None, standings=())
    return None


def _hangs_turned(db: "Db", tree: "Tree") -> bool:
    """Return whether a tree was printed before that lies the other way than this one."""
    from desktop.tree.actions import trees

    return any(one.printed and one.form is not tree.form for one in trees(db, tree.programme))


def _refuse_lost(made: "Arranged") -> None:
    """Raise UserError where pledges found no room; on another laptop a tree does not grow."""
    left = len(made.changes.left)
    if left and made.gathered.grows:
        words = count("{n} pledge finds no room", "{n} pledges find no room", left)
        way = tr("Share the leaves among several trees with --grove.")
        raise UserError(f"{words}. {way}")


def _content(made: "Arranged", wanted: argparse.Namespace, logo: bytes) -> bytes:
    from desktop.tree.paper.cutouts import top_up
    from desktop.tree.paper.poster import png, poster, svg
    from desktop.tree.paper.tiles import tiles
    from desktop.tree.sheets import SHEETS

    rows = made.poster(date.today(), plain=wanted.plain, logo=logo)
    on = SHEETS[wanted.tiles] if wanted.tiles else None
    if wanted.top_up:
        return top_up(rows, every=not made.tree.printed, on=on)
    if on is not None:
        return tiles(rows, on)
    if wanted.format == "pdf":
        return poster(rows, bleed=wanted.bleed)
    if len(rows.trees) > 1:
        words = tr("A picture shows one tree and this grove has {number}. Print it as a PDF.")
        raise UserError(words.format(number=len(rows.trees)))
    return svg(rows) if wanted.format == "svg" else png(rows)
