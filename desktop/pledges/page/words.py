"""How the values of a pledge are called on screen, and what its card looks like."""

from collections.abc import Collection

from desktop.language import tr
from desktop.people.languages import language_name
from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.pledges.paper import card_fit, tint_of
from desktop.pledges.wording import seems_to_name, waits
from desktop.printing.direction import inside
from desktop.ui.leafcard import Leaf

ENGLISH = "en"


def show_words(show: Show) -> str:
    """Return a choice of how to show a pledge, as the facilitator reads it."""
    return {
        Show.FIRST_NAME: tr("With first name"),
        Show.NO_NAME: tr("Without a name"),
        Show.NOT_ON_TREE: tr("Not on the tree"),
    }[show]


def outcome_words(outcome: Outcome) -> str:
    """Return how a pledge went, as the facilitator reads it."""
    return {
        Outcome.KEPT: tr("Kept"),
        Outcome.PARTLY: tr("Partly kept"),
        Outcome.NOT_YET: tr("Not yet"),
        Outcome.LET_GO: tr("Let go"),
    }[outcome]


def is_too_long(made: Made) -> bool:
    """Return whether the pledge is cut short on its card."""
    large = bool(made.person and made.person.large_print)
    return not card_fit(made.pledge.text, large=large).fits


def doubt(made: Made, names: Collection[str]) -> str:
    """Return why somebody should look at a pledge, empty where all is well."""
    if made.pledge.review:
        return tr("Changed on two laptops")
    if is_too_long(made):
        return tr("Too long for a card")
    if seems_to_name(made.pledge, names):
        return tr("Names a person?")
    if waits(made.pledge, names):
        return tr("Waits for the tree")
    return ""


def leaf_of(made: Made, warning: str) -> Leaf:
    """Return a pledge as its leaf on the wall; a private one keeps its words to itself."""
    pledge = made.pledge
    if pledge.refused and pledge.show is not Show.NOT_ON_TREE:
        return _kept_off(pledge, warning)
    shown = pledge.show is not Show.NOT_ON_TREE
    text = tr("Private pledge. It counts, and it is not shown to the room.")
    kept = shown and made.outcome is Outcome.KEPT
    maker = made.shown_name or tr("Without name")
    if kept:
        maker = tr("{name}, kept").format(name=inside(maker))
    icon = "eye-off" if not shown else "eye" if made.shown_name else "user-x"
    aside = language_name(pledge.language) if shown and pledge.language != ENGLISH else ""
    return Leaf(
        pledge.id,
        pledge.text if shown else text,
        maker if shown else tr("Not on the tree"),
        icon,
        tint_of(pledge) + 1,
        on_tree=shown,
        kept=kept,
        aside=aside,
        warning=warning,
        warning_icon="scissors" if warning and is_too_long(made) else "triangle-alert",
    )


def _kept_off(pledge: Pledge, warning: str) -> Leaf:
    """Return the leaf of a pledge that the facilitator keeps off the tree."""
    maker = tr("Kept off the tree")
    tint = tint_of(pledge) + 1
    return Leaf(pledge.id, pledge.text, maker, "eye-off", tint, on_tree=False, warning=warning)
