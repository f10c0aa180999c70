"""What somebody should know of the tree that is shown, such as that it hangs elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from desktop.language import count, tr
from desktop.tree.page.output import leaves_on
from desktop.tree.ready import Ready
from desktop.tree.undrawn import undrawn_words

NAMED, BRIEF = 3, 32  # leaves to take off that are named; characters of their words


@dataclass(frozen=True)
class Situation:
    """Two sentences; `elsewhere` says that the tree grows on another laptop."""

    first: str
    rest: str
    elsewhere: bool = False


def situation_of(ready: Ready) -> Situation | None:
    """Return what is to be said about a tree, None where all is as usual."""
    facts = ready.facts
    if facts.wish.tree.review:
        words = tr("Two laptops changed this tree.")
        return Situation(words, tr("Press More, then History, and keep the one that holds."))
    if not facts.gathered.grows:
        return _elsewhere(ready)
    gone = sum(1 for leaf in ready.arranged.changes.gone if leaf.printed)
    if gone:
        return _off(gone, facts.off)
    odd, where = undrawn_words(leaves_on(ready), *_at_the_foot(ready))
    if odd:
        return Situation(odd, where)
    if facts.wish.only_new:
        return _outgrown() if ready.arranged.outgrown and facts.new else None
    if facts.wish.hangs and not ready.arranged.tree.printed:
        return _redrawn()
    if facts.wish.tree.planned and not facts.wish.hangs:
        return _planned(ready)
    return None if ready.leaves else _bare(ready)


def _at_the_foot(ready: Ready) -> tuple[str, ...]:
    look = ready.poster.look
    return () if ready.facts.wish.only_new else (look.title, look.subtitle)


def no_new_words(ready: Ready) -> str:
    """Return why there are no new leaves, and how many pledges may still become some."""
    hang = tr("Every leaf hangs on the wall already.")
    waiting = len(ready.facts.gathered.chosen.waiting)
    if not waiting:
        return hang
    wait = count(
        "{n} pledge still waits for you to read it.",
        "{n} pledges still wait for you to read them.",
        waiting,
    )
    return f"{hang} {wait}"


def _elsewhere(ready: Ready) -> Situation:
    left = len(ready.arranged.changes.left)
    missing = count("{n} pledge is not on it yet.", "{n} pledges are not on it yet.", left)
    rest = tr("Go on with it here only if nobody does so there.")
    words = tr("This tree grows on the laptop that made it.")
    return Situation(words, f"{missing} {rest}" if left else rest, elsewhere=True)


def _off(number: int, off: Sequence[str]) -> Situation:
    words = count(
        "{n} leaf that hangs is not shown any more", "{n} leaves that hang are not shown any more",
        number,
    )  # fmt: skip
    named = [f"“{_brief(text)}”" for text in off[:NAMED]]
    named += [tr("and {n} more").format(n=number - len(named))] if number > len(named) else []
    rest = tr("Once you print, their places are free for other leaves. Take them off the wall.")
    return Situation(f"{words}: {', '.join(named)}.", rest)


def _brief(text: str) -> str:
    """Return the first words of a text, or its first signs where it has no spaces."""
    words = shorten(text, BRIEF, placeholder=" …")
    return words if words.strip(" …") else f"{text[: BRIEF - 1]}…"


def _redrawn() -> Situation:
    return Situation(
        tr("The tree has outgrown its poster, so this one is drawn smaller."),
        tr("Hang it in place of the old one. The leaves that were stuck on are on it too."),
    )


def _outgrown() -> Situation:
    return Situation(
        tr("The tree has outgrown its poster."),
        tr("Glue leaves on the wall beside it, or print the whole poster again."),
    )


def _planned(ready: Ready) -> Situation:
    room = ready.facts.wish.tree.planned - ready.leaves
    there = count("{n} pledge is on it already,", "{n} pledges are on it already,", ready.leaves)
    if room <= 0:
        way = tr("Under Look, plan for more people, or choose Growing.")
        return Situation(f"{there} {tr('and no bough is bare.')}", way)
    rest = tr("Print it now. New leaves come to be cut out and stuck on.")
    if not ready.leaves:
        return Situation(tr("Bare boughs, ready for their leaves."), rest)
    more = count("with room for {n} more.", "with room for {n} more.", room)
    return Situation(f"{there} {more}", rest)


def _bare(ready: Ready) -> Situation:
    chosen, tree = ready.facts.gathered.chosen, ready.facts.wish.tree
    bare = tr("A bare winter tree.")
    if chosen.waiting:
        return Situation(bare, tr("Its pledges wait for you to read them."))
    if chosen.private and chosen.private == chosen.count:
        words = count(
            "The one pledge is private, so there is no leaf to show.",
            "All {n} pledges are private, so there are no leaves to show.",
            chosen.private,
        )
        return Situation(bare, words)
    if chosen.count:
        return Situation(bare, tr("None of the pledges is to be shown."))
    if tree.place or tree.themes or tree.first or tree.last:
        return Situation(bare, tr("No pledge is chosen. Change the place, dates or themes."))
    return Situation(bare, tr("It comes into leaf as soon as the first pledge is typed in."))
