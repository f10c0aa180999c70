"""What a list shows: plain frozen rows under group headings."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import KW_ONLY, dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """A button in a row; the first one is what Enter does. `kind` is secondary or quiet."""

    key: str
    text: str
    kind: str = "secondary"


@dataclass(frozen=True, slots=True)
class Pill:
    """A status beside the first cell; `kind` as in chips."""

    text: str
    kind: str = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` is what signals tell and is unique in the list.

    `cells` match the columns. `icon` stands at the left in the ink `icon_tone`, and `spoken` says
    it in words. `status` stands at the right before the actions. A row with `ticked` true or false
    has a tick box in place of the icon. `beneath` stands whole under the cells, in as many lines
    as it takes.
    """

    key: str
    cells: tuple[str, ...]
    group: str = ""
    _: KW_ONLY
    icon: str = ""
    icon_tone: str = "muted"
    spoken: str = ""
    pill: Pill | None = None
    status: str = ""
    status_tone: str = "softink"
    actions: tuple[Action, ...] = ()
    ticked: bool | None = None
    beneath: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the rows of that group: “Here”, “23 people, latest first”."""

    key: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is drawn: its share of the width, weight and ink.

    Where the list is narrower than `hide_below` design px, the column is left out.
    """

    share: float = 1.0
    weight: int = 400
    tone: str = "text"
    title: str = ""
    hide_below: int = 0


Line = Row | Group


def line_key(line: Line) -> str:
    """Return what tells a line from all others; NUL keeps headings apart from rows."""
    return line.key if type(line) is Row else "\0" + line.key


def flatten(groups: Sequence[Group], rows: Iterable[Row]) -> list[Line]:
    """Return headings and rows in the order shown; a group without rows has no heading.

    Without groups the rows stand alone, in their own order.
    """
    if not groups:
        return list(rows)
    members: dict[str, list[Row]] = {group.key: [] for group in groups}
    for row in rows:
        members[row.group].append(row)
    found: list[Line] = []
    for group in groups:
        if members[group.key]:
            found += [group, *members[group.key]]
    return found


def spoken_text(row: Row) -> str:
    """Return a row as it is read aloud."""
    parts = [*row.cells[:1], row.spoken, row.pill.text if row.pill else "", *row.cells[1:]]
    return ", ".join(part for part in (*parts, row.beneath, row.status) if part)


def staying(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the keys that keep their order, as many as possible; all others move, come or go."""
    start = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        start += 1
    end, shorter = 0, min(len(before), len(after)) - start
    while end < shorter and before[-1 - end] == after[-1 - end]:
        end += 1
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    return {*before[:start], *before[len(before) - end :], *_in_order(was, now)}


def _in_order(before: Sequence[str], after: Sequence[str]) -> Sequence[str]:
    if before[1:] == after[:-1]:
        return before[1:]
    if before[:-1] == after[1:]:
        return after[1:]
    return _longest(before, after)


def _longest(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return the longest run of common keys in the same order (patience sorting)."""
    place = {key: at for at, key in enumerate(before)}
    known = [(key, place[key]) for key in after if key in place]
    ends: list[int] = []
    end_at: list[int] = []
    previous: list[int] = []
    for at, (_, position) in enumerate(known):
        length = bisect_left(ends, position)
        previous.append(end_at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(position)
            end_at.append(at)
        else:
            ends[length], end_at[length] = position, at
    kept: list[str] = []
    at = end_at[-1] if end_at else -1
    while at >= 0:
        kept.append(known[at][0])
        at = previous[at]
    return kept
