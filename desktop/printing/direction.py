"""Which way text runs: levels of Unicode’s bidirectional algorithm, and marks."""

import re
import unicodedata
from collections.abc import Iterable

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FORCES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LEVEL = re.compile(r"Level\(\s*(\d+)")
_ONLY_LEFT = frozenset(("R", "AL", "NSM"))  # a word of these needs no algorithm
_STRONG = {"L": LRM, "R": RLM, "AL": ALM}


def may_turn(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def runs_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: the first letter with a direction says so."""
    return may_turn(text) and _first_mark(text) in (RLM, ALM)


def inside(words: str) -> str:
    """Return people's words so that they can stand in a sentence of ours that runs to the right.

    A name in Arabic would otherwise turn the date after it, and the line that begins with it;
    so would an invisible sign that forces a direction, which is left out.
    """
    words = _FORCES.sub("", words)
    return f"{LRM}{words}{LRM}" if may_turn(words) else words


def joined(*parts: str) -> str:
    """Return what is known of a thing on one line, such as a place and its times.

    Each part runs its own way, and they stand in their order from left to right.
    """
    return " · ".join(inside(part) for part in parts if part)


def listed(names: Iterable[str]) -> str:
    """Return names one after the other, in their order from left to right."""
    return ", ".join(map(inside, names))


def levels(text: str) -> list[int]:
    """Return each character's embedding level on a line of its own; odd runs from the right."""
    if set(map(unicodedata.bidirectional, text)) <= _ONLY_LEFT:
        return [1] * len(text)
    from bidi.bidi import get_display_inner

    # Asked for its workings the library prints them as text, one level for each byte of UTF-8.
    workings = get_display_inner(text, None, True)
    # The line breaks tell its own lines from the text, which it escapes.
    start = workings.index("\n    levels: [")
    by_byte = _LEVEL.findall(workings, start, workings.index("\n    paragraphs: [", start))
    found, place = [], 0
    for char in text:
        found.append(int(by_byte[place]))
        place += len(char.encode())
    return _trailing_spaces_at_base(text, found)


def _trailing_spaces_at_base(text: str, found: list[int]) -> list[int]:
    kept = len(text.rstrip())
    return found[:kept] + [int(runs_left(text))] * (len(text) - kept)


def visual_order(found: list[int]) -> list[int]:
    """Return the places of a line's pieces, by their levels, from left to right (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def directed(paragraph: str, lines: Iterable[str]) -> list[str]:
    """Return a paragraph's lines so that each still runs the paragraph's way when it stands alone.

    A line that would run the other way, or whose first digits would, begins with an invisible
    mark. Whoever breaks text into lines by other means than `wrap` calls this.
    """
    if not may_turn(paragraph):
        return list(lines)
    left = runs_left(paragraph)
    found, before = [], ""
    for line in lines:
        own = _first_mark(line)
        wrong = (own in (RLM, ALM)) is not left
        weak = left and bool(before) and not _first_mark(line[:1])
        found.append(_mark(before, left) + line if line and (wrong or weak) else line)
        before = _first_mark(reversed(line)) or before
    return found


def _mark(before: str, left: bool) -> str:
    if not left:
        return LRM
    return ALM if before == ALM else RLM


def _first_mark(text: Iterable[str]) -> str:
    """Return the mark of the direction of the first letter that has one."""
    for char in text:
        mark = _STRONG.get(unicodedata.bidirectional(char))
        if mark:
            return mark
    return ""
