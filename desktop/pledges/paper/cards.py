"""Pledge cards: what each person takes home."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop import leaf
from desktop.language import tr
from desktop.pledges.model import Pledge, Show
from desktop.pledges.paper.rows import MadePledge
from desktop.printing.cards import CardSheets
from desktop.printing.dates import day_words
from desktop.printing.direction import inside
from desktop.printing.fit import Fit, fit, shortened
from desktop.printing.fonts import Weight
from desktop.printing.shapes import leaf_card, line, polygon
from desktop.printing.sheet import CARDS_A5, CARDS_A6, MM, Box, Stock
from desktop.printing.style import BRAND, INK, LEAVES, MUTED, PLEDGE, WHITE, Style
from desktop.printing.text import draw, draw_lines, is_blank, width
from desktop.progress import Progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Made = TypeVar("Made", bound=MadePledge)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a card stands on its stock; lengths in mm, type in points."""

    key: str
    stock: Stock
    edge: float  # from the cut to the leaf
    side: float  # from the leaf to the words
    above: float
    foot: float  # from the leaf's lower edge to the maker's line
    largest: float
    smallest: float
    maker: Style
    note: Style
    round_: float

    def leaf(self, box: Box) -> Box:
        return box.inset(self.edge * MM)

    def words(self, box: Box) -> Box:
        """Return the room for the pledge on a card at `box`."""
        inner = self.leaf(box).inset(self.side * MM, self.above * MM)
        lifted = (self.foot - self.above) * MM + self.maker.size * 2.2
        return Box(inner.x, inner.y + lifted, inner.width, inner.height - lifted)


_CARD = _Look(
    "card",
    CARDS_A6,
    6,
    11,
    10,
    9.5,
    28,
    11,
    Style(12, Weight.MEDIUM),
    Style(9.5, colour=MUTED, leading=1.2),
    34,
)
_LARGE = _Look(
    "large",
    CARDS_A5,
    7,
    14,
    12,
    12,
    38,
    18,
    Style(18, Weight.MEDIUM),
    Style(16, colour=MUTED, leading=1.2),
    44,
)


@dataclass(frozen=True, slots=True)
class CardPlan(Generic[Made]):
    """Which cards come on which sheets, in the order of printing.

    `private` and `private_large` are of pledges that are not on the tree; they begin sheets of
    their own, after all the others.
    """

    cards: tuple[Made, ...] = ()
    large: tuple[Made, ...] = ()
    private: tuple[Made, ...] = ()
    private_large: tuple[Made, ...] = ()
    start: int = 1

    @property
    def count(self) -> int:
        """How many cards there are."""
        return sum(map(len, (self.cards, self.large, self.private, self.private_large)))

    @property
    def sheets(self) -> int:
        """How many sheets of A4 they take."""
        return (
            CARDS_A6.sheets(len(self.cards), self.start)
            + CARDS_A5.sheets(len(self.large))
            + CARDS_A6.sheets(len(self.private))
            + CARDS_A5.sheets(len(self.private_large))
        )


def plan_cards(items: Sequence[Made], *, start: int = 1, private: bool = True) -> CardPlan[Made]:
    """Return which cards `cards` prints on which sheets; see there for what is private.

    `start` counts only where there are cards of the usual size that may be shown.
    """

    def chosen(hidden: bool, large: bool) -> tuple[Made, ...]:
        return tuple(i for i in items if _is_private(i) is hidden and _wants_large(i) is large)

    hidden = (chosen(True, False), chosen(True, True)) if private else ((), ())
    return CardPlan(chosen(False, False), chosen(False, True), *hidden, start)


def _is_private(item: MadePledge) -> bool:
    return item.pledge.show is Show.NOT_ON_TREE


def _wants_large(item: MadePledge) -> bool:
    return bool(item.person and item.person.large_print)


def card_fit(text: str, *, large: bool = False) -> Fit:
    """Return how a pledge stands on its card: size in points, lines, and whether all fits.

    The screen shows the same call as a preview: `fits`, `size`, `len(lines)` of `room` lines.
    """
    look = _LARGE if large else _CARD
    room = look.words(look.stock.box(1))
    return fit(text, room.width, room.height, PLEDGE, look.largest, look.smallest)


def too_long(items: Sequence[Made]) -> list[Made]:
    """Return the pledges that are too long for their card even in the smallest type."""
    return [i for i in items if not card_fit(i.pledge.text, large=_wants_large(i)).fits]


def tint_of(pledge: Pledge) -> int:
    """Return which of the leaf tints, from 0, a pledge always has; the last is the blossom's."""
    return zlib.crc32(pledge.id.encode()) % (len(LEAVES) - 1)


def cards(
    items: Sequence[MadePledge],
    *,
    title: str = "",
    notes: Mapping[str, str] | None = None,
    start: int = 1,
    private: bool = True,
    plain: bool = False,
    author: str = "",
    language: str = "en",
    progress: Progress | None = None,
) -> bytes:
    """Return the pledge cards as a PDF: A6, four on a sheet of A4 with cut marks.

    A card is its maker's own keepsake, so there is one for every pledge, with the first name only
    where its maker chose that. Those who asked for large print get a card twice the size, two on
    a sheet. Pledges that are not on the tree come last, on sheets of their own, and nothing on
    them says so: keep these sheets closed and give each card to its maker, or leave them out with
    `private=False`.

    `notes` are small words at the foot by session id, such as the session's title. `start` is the
    first free place, 1 to 4, of a part-used sheet of cards. `plain` gives white cards with dark
    outlines. A pledge that is too long ends in … and a note says so; see `too_long`. Raises
    ValueError for another `start`, Cancelled when `progress` was stopped.
    """
    plan = plan_cards(items, start=start, private=private)
    sheets = CardSheets(
        CARDS_A6.paper,
        title=title or tr("Pledge cards", language),
        author=author,
        language=language,
        total=plan.count,
        progress=progress,
    )
    printer = _Printer(sheets, notes or {}, plain, language)
    printer.add(_CARD, plan.cards, start)
    printer.add(_LARGE, plan.large)
    printer.add(_CARD, plan.private)
    printer.add(_LARGE, plan.private_large)
    return sheets.finish()


class _Printer:
    """Draws the cards of one PDF; each tint's leaf is in it once."""

    def __init__(
        self, sheets: CardSheets, notes: Mapping[str, str], plain: bool, language: str
    ) -> None:
        self._sheets = sheets
        self._notes = notes
        self._tints = [WHITE] if plain else LEAVES
        self._outline = INK if plain else BRAND
        self._language = language
        self._ready: set[str] = set()

    def add(self, look: _Look, items: Sequence[MadePledge], start: int = 1) -> None:
        """Draw cards of one look on sheets of their own."""
        if items:
            self._prepare(look)

        def draw_card(canvas: "Canvas", box: Box, item: MadePledge) -> None:
            tint = tint_of(item.pledge) % len(self._tints)
            self._sheets.stamp(f"{look.key}{tint}", box)
            self._draw(canvas, box, look, item)

        self._sheets.add(look.stock, items, draw_card, start=start)

    def _prepare(self, look: _Look) -> None:
        for number, tint in enumerate(self._tints):
            name = f"{look.key}{number}"
            if name not in self._ready:
                self._ready.add(name)
                self._sheets.background(name, look.stock, self._background(look, tint))

    def _background(self, look: _Look, tint: str) -> "_Background":
        return _Background(look, tint, self._outline)

    def _draw(self, canvas: "Canvas", box: Box, look: _Look, item: MadePledge) -> None:
        room = look.words(box)
        found = card_fit(item.pledge.text, large=look is _LARGE)
        at = PLEDGE.at(found.size)
        draw_lines(canvas, room.x, room.top, found.lines, at, room=room.width)
        baseline = look.leaf(box).y + look.foot * MM
        made = day_words(item.pledge.made, self._language)
        name = "" if is_blank(item.shown_name) else inside(item.shown_name)
        maker = shortened(f"{name}, {made}" if name else made, room.width, look.maker)
        draw(canvas, room.x, baseline, maker, look.maker)
        note = self._notes.get(item.pledge.session, "")
        if not found.fits:
            note = tr("shortened to fit this card", self._language)
        beside = look.maker.size * 2.1  # the sprig and some white
        left = room.width - width(maker, look.maker) - 1.5 * beside
        if note and left > 3 * beside:
            self._draw_note(canvas, room.right - beside, baseline, left, note, look.note)

    @staticmethod
    def _draw_note(
        canvas: "Canvas", right: float, baseline: float, room: float, note: str, style: Style
    ) -> None:
        """Draw small words in one line, or two above the baseline."""
        if width(note, style) <= room:
            draw(canvas, right, baseline, note, style, "right")
            return
        pitch = style.size * style.leading
        found = fit(note, room, 2 * pitch, style, style.size, style.size, balanced=True)
        for number, words in enumerate(reversed(found.lines)):
            draw(canvas, right, baseline + number * pitch, words, style, "right")


@dataclass(frozen=True, slots=True)
class _Background:
    """The leaf that a card's words stand on, with a sprig at its foot."""

    look: _Look
    tint: str
    outline: str

    def __call__(self, canvas: "Canvas", box: Box) -> None:
        shape = self.look.leaf(box)
        leaf_card(
            canvas,
            shape,
            fill=self.tint,
            stroke=self.outline,
            thickness=0.9,
            round_=self.look.round_,
        )
        size = self.look.maker.size
        right = shape.right - self.look.side * MM
        foot = (right - size * 1.25, shape.y + self.look.foot * MM - size * 0.35)
        _sprig(canvas, foot, size * 1.9, self.outline)


def _sprig(canvas: "Canvas", foot: tuple[float, float], length: float, colour: str) -> None:
    """Draw a small leaf with its midrib, growing up to the right from its foot."""
    canvas.saveState()
    canvas.translate(*foot)
    canvas.rotate(42)
    points = [(x * length, y * length) for x, y in leaf.outline(48)]
    polygon(canvas, points, fill=WHITE, stroke=colour, thickness=1)
    line(canvas, (-length * 0.2, 0), (length * 0.62, 0), colour=colour, thickness=1)
    canvas.restoreState()
