"""What a summary says in sentences."""

from desktop.language import count, tr
from desktop.pledges.model import Outcome, Show
from desktop.reports.rows import PledgeFigures, SummaryFigures


def turnout_words(figures: SummaryFigures, language: str = "en") -> str:
    """Return who came in short sentences, leaving out what is nought."""
    t = figures.turnout
    if not t.came and not t.on_register:
        return tr("Nobody has been counted yet.", language)
    again = not figures.session and t.people < t.by_name
    different = tr("On the registers are {n:,} different people.", language).format(n=t.people)
    head_count = count(
        "{n} was counted without a name.",
        "{n} were counted without names.",
        t.head_count,
        language,
    )
    sentences = (
        (count("{n} was expected.", "{n} were expected.", t.on_register, language), t.on_register),
        (count("{n} person came.", "{n} people came.", t.came, language), True),
        (count("{n} walked in.", "{n} walked in.", t.walk_ins, language), t.walk_ins),
        (head_count, t.head_count),
        (count("{n} could not come.", "{n} could not come.", t.not_coming, language), t.not_coming),
        (different, again),
    )
    return " ".join(sentence for sentence, true in sentences if true)


def pledge_words(figures: PledgeFigures, language: str = "en") -> str:
    """Return how many pledges were made, how many are private, and how they went."""
    made = count("{n} pledge was made.", "{n} pledges were made.", figures.number, language)
    private = figures.by_show.get(Show.NOT_ON_TREE, 0)
    hidden = count(
        "{n} of them is private and is not shown here.",
        "{n} of them are private and are not shown here.",
        private,
        language,
    )
    asked = count(
        "{n} was asked about later:", "{n} were asked about later:", figures.followed_up, language
    )
    went = f"{asked} {_outcomes(figures, language)}."
    sentences = ((made, True), (hidden, private), (went, figures.followed_up))
    return " ".join(sentence for sentence, true in sentences if true)


def _outcomes(figures: PledgeFigures, language: str) -> str:
    words = {
        Outcome.KEPT: tr("kept", language),
        Outcome.PARTLY: tr("partly kept", language),
        Outcome.NOT_YET: tr("not yet", language),
        Outcome.LET_GO: tr("let go", language),
    }
    found = figures.by_outcome
    return ", ".join(f"{found[o]:,} {words[o]}" for o in Outcome if found.get(o))
