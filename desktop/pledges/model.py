"""What a pledge is, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.store.record import Record, kind
from desktop.text import search_key


class Show(StrEnum):
    """How a pledge may be shown on the tree, as its maker chose."""

    FIRST_NAME = "with first name"
    NO_NAME = "without name"
    NOT_ON_TREE = "not on the tree"


class Source(StrEnum):
    """How a pledge came in."""

    PAPER = "paper"
    KIOSK = "kiosk"
    IMPORT = "import"


class Outcome(StrEnum):
    """How a pledge went, asked about three months later."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_YET = "not yet"
    LET_GO = "let go"


@kind(
    "pledge",
    index=("session", "person", "made"),
    keys={"search": lambda p: search_key(p.text)},
    refers={"session": "session", "person": "person"},
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Record):
    """What one person promises to do, in their own words.

    `person` is the id of its maker where that is known, else `maker` may hold the name that
    stood on the slip. `show` is their choice. `language` is an ISO 639-1 code or empty. `checked`
    says that a facilitator read the words and lets them be shown, `refused` that they count but
    stay off the tree.
    """

    session: str = ""
    text: str = ""
    show: Show
    person: str = ""
    maker: str = ""
    themes: tuple[str, ...] = ()
    language: str = ""
    source: Source = Source.PAPER
    checked: bool = False
    refused: bool = False
    made: date


@kind("follow_up", index=("pledge", "asked"), refers={"pledge": "pledge"})
@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """What somebody said when they were asked later how a pledge went."""

    pledge: str = ""
    asked: date
    outcome: Outcome
    note: str = ""
