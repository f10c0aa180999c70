"""Small numbers: what may be published without showing what a single person said.

Source of the rules: the NHS Staff Survey shows no result under 11 responses. All functions are
pure; an attacker is assumed to know these rules, the totals and everything published.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.language import tr

THRESHOLD = 11
"""The fewest answers that a published figure or group stands on, unless the office sets another."""
SESSION_THRESHOLD = 5
"""The same for whole figures in a facilitator's own summary of one session, never for groups."""


@dataclass(frozen=True)
class Group:
    """One row of a published breakdown; `others` marks the row of merged groups."""

    name: str
    number: int
    others: bool = False


@dataclass(frozen=True)
class Breakdown:
    """What may be published of one table of groups, the largest first, merged ones last.

    `merged` are the groups in the row of others, for adding up what they said. `reason` is empty
    where nothing is hidden; where no group may be shown, `groups` is empty and `reason` says why.
    """

    groups: tuple[Group, ...]
    merged: frozenset[str] = frozenset()
    reason: str = ""


def breakdown(
    sizes: Mapping[str, int],
    threshold: int = THRESHOLD,
    merged: frozenset[str] | None = None,
) -> Breakdown:
    """Return what may be published of the numbers of answers by group.

    `merged` comes from `merged_groups` where a report has several tables of the same groups. A
    group that nobody answered in has nothing to hide and is left out.
    """
    hidden = merged_groups([sizes], threshold) if merged is None else merged
    present = {name: number for name, number in sizes.items() if number}
    shown = {name: number for name, number in present.items() if name not in hidden}
    if present and (sum(present.values()) < threshold or not shown):
        return Breakdown((), hidden, too_few(threshold))
    ordered = sorted(shown.items(), key=lambda item: (-item[1], item[0]))
    rows = [Group(name, number) for name, number in ordered]
    rest = sum(present.values()) - sum(shown.values())
    if rest:
        rows.append(Group(tr("All other groups"), rest, others=True))
    return Breakdown(tuple(rows), hidden, too_few(threshold) if rest else "")


def merged_groups(
    tables: Sequence[Mapping[str, int]], threshold: int = THRESHOLD
) -> frozenset[str]:
    """Return the groups that all tables of one report have to merge.

    Groups below the threshold merge; the next smallest, with all of its size, joins them until in
    each table they have the threshold, are at least two and are not all of one size (three groups
    below 11 with 30 answers can only be ten each). Where that can't be reached all groups merge.
    """
    published = [table for table in tables if sum(table.values()) >= threshold]
    names = {name for table in published for name, number in table.items() if number}
    hidden = {name for name in names if any(table.get(name, 0) < threshold for table in published)}
    while hidden and (shown := names - hidden):
        unsafe = next((table for table in published if not _safe(table, hidden, threshold)), None)
        if unsafe is None:
            break
        least = min(unsafe[name] for name in shown)
        hidden |= {name for name in shown if unsafe[name] == least}
    return frozenset(hidden)


def _safe(table: Mapping[str, int], hidden: set[str], threshold: int) -> bool:
    numbers = [number for name in hidden if (number := table.get(name, 0))]
    return sum(numbers) >= threshold and len(set(numbers)) > 1


def may_publish_again(before: int, now: int, threshold: int = THRESHOLD) -> bool:
    """Return whether enough answers are new that comparing both figures shows nobody's answer."""
    return now - before >= threshold


def percent(part: int, base: int) -> int:
    """Return the whole percentage, rounded half up; 0 of nothing."""
    return (200 * part + base) // (2 * base) if base else 0


def too_few(threshold: int) -> str:
    """Return the reason why a figure is not shown."""
    return tr("fewer than {threshold} answers").format(threshold=threshold)


def sentence(part: int, base: int, came: int, said: str) -> str:
    """Return the sentence to quote, with its base and how many came.

    `Of 271 who answered (of 412 who came), 247 (91%) said very good.` Where fewer are known to
    have come than answered, how many came is left out.
    """
    if came >= base:
        text = tr("Of {base:,} who answered (of {came:,} who came), {part:,} ({percent}%) {said}.")
    else:
        text = tr("Of {base:,} who answered, {part:,} ({percent}%) {said}.")
    return text.format(base=base, came=came, part=part, percent=percent(part, base), said=said)
