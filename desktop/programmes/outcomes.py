"""The outcome frameworks that ship with the app."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten


@dataclass(frozen=True)
class Outcome:
    """One outcome of a framework, in the framework's own words."""

    key: str
    number: int
    text: str


FRAMEWORK = "Scotland’s nine National Health and Wellbeing Outcomes"
"""Public Bodies (Joint Working) (National Health and Wellbeing Outcomes) (Scotland)
Regulations 2014, in the wording of the Scottish Government's framework."""

OUTCOMES: tuple[Outcome, ...] = tuple(
    Outcome(f"nhwo-{number}", number, text)
    for number, text in enumerate(
        (
            (
                "People are able to look after and improve their own health and wellbeing and live "
                "in good health for longer."
            ),
            (
                "People, including those with disabilities or long term conditions, or who are "
                "frail, are able to live, as far as reasonably practicable, independently and at "
                "home or in a homely setting in their community."
            ),
            (
                "People who use health and social care services have positive experiences of those "
                "services, and have their dignity respected."
            ),
            (
                "Health and social care services are centred on helping to maintain or improve the "
                "quality of life of people who use those services."
            ),
            "Health and social care services contribute to reducing health inequalities.",
            (
                "People who provide unpaid care are supported to look after their own health and "
                "wellbeing, including to reduce any negative impact of their caring role on their "
                "own health and well-being."
            ),
            "People who use health and social care services are safe from harm.",
            (
                "People who work in health and social care services feel engaged with the work "
                "they do and are supported to continuously improve the information, support, "
                "care and treatment they provide."
            ),
            (
                "Resources are used effectively and efficiently in the provision of health and "
                "social care services."
            ),
        ),
        start=1,
    )
)

OUTCOME_WORDS = {outcome.key: f"{outcome.number}. {outcome.text}" for outcome in OUTCOMES}
"""What an outcome is called, by its key; one of an office's own is its own key."""

_SHORT = 80
"""So many letters tell the nine apart."""


def outcomes_in_short(keys: Iterable[str]) -> str:
    """Return the beginnings of some outcomes' words, one after the other."""
    words = (OUTCOME_WORDS.get(key, key) for key in keys)
    return "; ".join(shorten(text.rstrip("."), _SHORT, placeholder=" …") for text in words)
