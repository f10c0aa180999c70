"""What a backup holds and takes away, in plain words."""

from collections.abc import Mapping
from datetime import date

from desktop.history.found import Found
from desktop.language import count, tr
from desktop.store.contents import Contents
from desktop.ui.dates import long_date

MOST = 4
"""So many kinds of steps are named; the rest are counted."""


def when(found: Found, today: date) -> str:
    """Return when a backup was made: “Today, 14:03” or “Thursday 8 October 2026, 14:03”."""
    made = found.backup.made
    day = tr("Today") if made.date() == today else long_date(made.date(), year=True)
    return f"{day}, {made:%H:%M}"


def where(found: Found) -> str:
    """Return where a backup lies."""
    return tr("on this laptop") if found.here else found.backup.path.parent.name


def holds(contents: Contents) -> str:
    """Return what a file holds: “40 sessions, 1,000 people, 1,040 pledges”."""
    counts = contents.counts
    parts = [
        count("{n} session", "{n} sessions", counts.get("session", 0)),
        count("{n} person", "{n} people", counts.get("person", 0)),
        count("{n} pledge", "{n} pledges", counts.get("pledge", 0)),
    ]
    return ", ".join(parts)


def loses(labels: Mapping[str, int]) -> str:
    """Return which steps going back takes away: “Takes away 12 steps: Make pledge (9), …”."""
    if not labels:
        return tr("Nothing was done since.")
    ranked = sorted(labels.items(), key=lambda one: (-one[1], one[0]))
    named = [f"{label} ({number:,})" for label, number in ranked[:MOST]]
    rest = sum(number for _, number in ranked[MOST:])
    if rest:
        named.append(count("{n} other", "{n} others", rest))
    steps = count("Takes away {n} step", "Takes away {n} steps", sum(labels.values()))
    return f"{steps}: {', '.join(named)}"
