"""What each paper of a session will hold, and what will not come out well on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.attendance.actions import counts_by_session
from desktop.attendance.actions import register as lines_of
from desktop.attendance.model import Presence
from desktop.feedback.actions import comments, results
from desktop.feedback.box import OpenBox
from desktop.feedback.model import Form
from desktop.language import count, tr
from desktop.pledges.actions import Made, pledges
from desktop.pledges.model import Show
from desktop.pledges.paper import CardPlan, plan_cards, too_long, too_long_for_a_leaf
from desktop.printing.sheet import LEAVES_LARGE, LEAVES_SMALL, Stock
from desktop.printing.text import undrawable
from desktop.progress import Progress
from desktop.sessions.model import Counting, Session
from desktop.store.reader import Db
from desktop.workspace.making import Source, usual_blanks
from desktop.workspace.papers import make_paper
from desktop.workspace.scope import NothingToPrintError, OfSession, Options

QUOTED = 32
"""So many characters of a pledge name it."""


@dataclass(frozen=True)
class Facts:
    """What is on file for the papers of one session.

    `made` are its pledges as their slips lie, `presence` how many of the register are where,
    `forms` how many feedback forms there are and `in_box` how many of them in the open box;
    `has_box` says that there is one, `unfinished` that it holds a form that is half filled in.
    """

    session: Session
    made: tuple[Made, ...] = ()
    presence: Mapping[Presence, int] = field(default_factory=dict)
    forms: int = 0
    in_box: int = 0
    has_box: bool = False
    unfinished: bool = False

    @property
    def on_register(self) -> int:
        """How many lines the register has."""
        return sum(self.presence.values())

    @property
    def here(self) -> int:
        """How many came."""
        return self.presence.get(Presence.PRESENT, 0)

    @property
    def waiting(self) -> int:
        """How many have not arrived, where people are counted by name."""
        by_name = self.session.counting is Counting.BY_NAME
        return self.presence.get(Presence.EXPECTED, 0) if by_name else 0

    @property
    def has_register(self) -> bool:
        """Whether there is a register to save when the session is finished."""
        return self.on_register > 0

    @property
    def shown(self) -> int:
        """How many pledges may be on the tree."""
        return sum(made.pledge.show is not Show.NOT_ON_TREE for made in self.made)

    def plan(self, options: Options) -> CardPlan[Made]:
        """Return which cards come on which sheets."""
        return plan_cards(self.made, start=options.start, private=options.private)

    def blanks(self) -> int:
        """Return how many lines for walk-ins the register has unless another number is chosen."""
        return usual_blanks(self.session, self.on_register)


def read_facts(db: Db, box: OpenBox | None, session_id: str) -> Facts:
    """Return what is on file for a session's papers; `box` is its feedback still collected.

    Raises UserError when the session is gone.
    """
    return Facts(
        session=db.need(Session, session_id),
        made=tuple(pledges(db, [session_id])[::-1]),
        presence=counts_by_session(db, [session_id])[session_id],
        forms=results(db, box, [session_id], Form()).forms,
        in_box=box.count if box else 0,
        has_box=box is not None,
        unfinished=box is not None and box.draft() is not None,
    )


def leaf_stock(options: Options) -> Stock:
    """Return the sheet that leaves of the chosen size come on."""
    return LEAVES_LARGE if options.large else LEAVES_SMALL


def lines(facts: Facts, options: Callable[[str], Options]) -> dict[str, str]:
    """Return one line about what each paper will be, by its key; `options` by key too."""
    large = options("slips").large_slips
    return {
        "cards": _cards(facts, options("cards")),
        "leaves": _leaves(facts, options("leaves")),
        "summary": _summary(facts),
        "register": _register(facts),
        "slips": tr("2 on a sheet, large print") if large else tr("3 on a sheet"),
        "forms": tr("To fill in by hand"),
    }


def _cards(facts: Facts, options: Options) -> str:
    plan = facts.plan(options)
    if not facts.made:
        return tr("No pledges yet")
    if not plan.count:
        return tr("All pledges are private")
    words = _on_sheets(plan.count, plan.sheets)
    large = len(plan.large) + len(plan.private_large)
    return (
        tr("{cards}, {large} in large print").format(cards=words, large=large) if large else words
    )


def _leaves(facts: Facts, options: Options) -> str:
    if not facts.shown:
        return tr("None for the tree") if facts.made else tr("No pledges yet")
    return _on_sheets(facts.shown, leaf_stock(options).sheets(facts.shown, options.start))


def _on_sheets(number: int, sheets: int) -> str:
    on = count("on {n} sheet", "on {n} sheets", sheets)
    return f"{number:,} {on}"


def _summary(facts: Facts) -> str:
    if not facts.forms:
        return tr("No feedback yet")
    words = count("{n} form", "{n} forms", facts.forms)
    return tr("{forms} so far").format(forms=words) if facts.in_box else words


def _register(facts: Facts) -> str:
    if not facts.on_register:
        if facts.session.counting is Counting.HEAD_COUNT:
            return tr("Counted without names")
        return tr("Nobody on the list") if facts.session.finished else tr("Lines to sign on")
    if facts.here or facts.session.finished:
        return tr("{here} of {all} here").format(
            here=f"{facts.here:,}", all=f"{facts.on_register:,}"
        )
    return tr("{n} on the list").format(n=f"{facts.on_register:,}")


@dataclass(frozen=True)
class Worry:
    """Something that will not come out on paper as it was written.

    `section` is the part of the workspace where it can be changed, with the words of the link;
    both are empty where there is nothing to change.
    """

    words: str
    section: str = ""
    link: str = ""


@dataclass(frozen=True)
class Ready:
    """A paper to be shown, or the sentence that says why there is none."""

    pdf: bytes = b""
    worries: tuple[Worry, ...] = ()
    nothing: str = ""


def make_ready(
    db: Db,
    box: OpenBox | None,
    key: str,
    session_id: str,
    options: Options,
    progress: Progress | None = None,
) -> Ready:
    """Return a paper of a session with what will not come out well on it.

    A summary shows closed feedback only: one made after each form would tell who said what.
    Raises UserError when the session is gone, Cancelled when `progress` was stopped.
    """
    shown = None if key == "summary" else box
    source = Source(db, shown, OfSession(session_id), options)
    try:
        pdf = make_paper(db, shown, key, source.scope, options, progress)
    except NothingToPrintError as nothing:
        return Ready(nothing=str(nothing))
    open_forms = _open_forms(box) if key == "summary" and box and box.count else ()
    return Ready(pdf, (*open_forms, *worries(source, key)))


def _open_forms(box: OpenBox) -> tuple[Worry]:
    one = "{n} form is still in the open box. It joins the summary when the session is finished."
    many = (
        "{n} forms are still in the open box. They join the summary when the session is finished."
    )
    return (Worry(count(one, many, box.count), "feedback", tr("Go to feedback")),)


def worries(source: Source, key: str) -> Iterator[Worry]:
    """Yield what will not come out on a paper as it was written."""
    if key in ("cards", "leaves", "summary"):
        yield from _pledge_worries(source, key)
    yield from _other_worries(source, key)


def _pledge_worries(source: Source, key: str) -> Iterator[Worry]:
    options = source.options
    made = pledges(source.db, [session.id for session in source.sessions])[::-1]
    if key != "cards" or not options.private:
        made = [one for one in made if one.pledge.show is not Show.NOT_ON_TREE]
    if key == "cards":
        yield from _long(too_long(made), tr("a card"))
    elif key == "leaves":
        yield from _long(too_long_for_a_leaf(made, large=options.large), tr("its leaf"))
    odd = [one for one in made if undrawable(f"{one.pledge.text} {one.shown_name}")]
    if odd:
        chars = _undrawable(f"{one.pledge.text} {one.shown_name}" for one in odd)
        words = tr("{characters} In {pledge}.").format(
            characters=_cannot(chars), pledge=_named(odd)
        )
        yield Worry(words, "pledges", tr("Change it"))


def _long(found: Sequence[Made], what: str) -> Iterator[Worry]:
    if len(found) == 1:
        words = tr("{pledge} is too long for {what} and is shortened.")
        yield Worry(words.format(pledge=_named(found), what=what), "pledges", tr("Shorten it"))
    elif found:
        words = tr("{n} pledges are too long for {what} and are shortened, such as {pledge}.")
        said = words.format(n=f"{len(found):,}", what=what, pledge=_named(found[:1]))
        yield Worry(said, "pledges", tr("Shorten them"))


def _named(found: Sequence[Made]) -> str:
    text = " ".join(found[0].pledge.text.split())
    cut = text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"
    more = len(found) - 1
    others = count(" and {n} other", " and {n} others", more) if more else ""
    return f"“{cut}”{others}"


def _other_worries(source: Source, key: str) -> Iterator[Worry]:
    if key == "register" and source.session:
        names = (
            f"{line.person.name} {line.person.job_role} {line.person.team}"
            for line in lines_of(source.db, source.session.id)
        )
        if chars := _undrawable(names):
            yield Worry(_cannot(chars), "register", tr("Go to the register"))
    if chars := _undrawable(_other_texts(source, key)):
        yield Worry(_cannot(chars))


def _other_texts(source: Source, key: str) -> Iterator[str]:
    yield source.title
    if key == "summary" and source.session:
        yield from (c.text for c in comments(source.db, source.session.id, source.box))
    elif key == "slips" and source.programme:
        yield from source.programme.prompts
    elif key == "forms":
        form = source.form()
        yield form.name
        for question in form.questions:
            yield from (question.words, *(choice.words for choice in question.choices))


def _undrawable(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(char for text in texts for char in undrawable(text)))


def _cannot(chars: Sequence[str]) -> str:
    shown = " ".join(chars[:12]) + (" …" if len(chars) > 12 else "")
    return tr("These characters can’t be printed: {characters}.").format(characters=shown)
