"""What is printed of pledges: cards to keep, leaves to cut out, slips to write on."""

from desktop.pledges.paper.cards import CardPlan, card_fit, cards, plan_cards, tint_of, too_long
from desktop.pledges.paper.leaves import leaves, too_long_for_a_leaf
from desktop.pledges.paper.rows import MadePledge
from desktop.pledges.paper.slips import slips

__all__ = [
    "CardPlan",
    "MadePledge",
    "card_fit",
    "cards",
    "leaves",
    "plan_cards",
    "slips",
    "tint_of",
    "too_long",
    "too_long_for_a_leaf",
]
