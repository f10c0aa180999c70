"""Which columns a person chose for a kind of file, kept among this laptop's choices."""

from dataclasses import replace

from desktop.incoming.reading import Reading
from desktop.preferences import Preferences

MOST = 60
"""So many kinds of files are remembered, the latest."""


def remembered(preferences: Preferences) -> dict[str, dict[str, int]]:
    """Return the columns chosen before, by the fingerprint of the list's header."""
    found: dict[str, dict[str, int]] = {}
    for name, places in preferences.columns.items():
        if isinstance(places, dict):
            kept = {key: at for key, at in places.items() if type(at) is int}
            found[name] = kept
    return found


def remember(preferences: Preferences, reading: Reading) -> Preferences:
    """Return the choices with the columns of a list as a person corrected them."""
    name = reading.columns.fingerprint
    others = {key: places for key, places in preferences.columns.items() if key != name}
    latest = dict(list(others.items())[-(MOST - 1) :])
    return replace(preferences, columns=latest | {name: dict(reading.columns.places)})
