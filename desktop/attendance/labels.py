"""What a register calls things, in words."""

from desktop.attendance.model import Presence
from desktop.language import tr


def presence_words(presence: Presence) -> str:
    """Return where somebody is, in words."""
    return {
        Presence.EXPECTED: tr("not arrived"),
        Presence.PRESENT: tr("here"),
        Presence.APOLOGIES: tr("not coming"),
        Presence.ABSENT: tr("absent"),
    }[presence]
