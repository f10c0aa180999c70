"""The summary of a session, or of a programme's period, on one or two pages."""

from desktop.feedback.model import Ask
from desktop.language import count, tr
from desktop.printing.blocks import Figures
from desktop.printing.charts import Tick, TickBars
from desktop.printing.dates import day_words, period_words, time_words, weekday_words
from desktop.printing.direction import LRM, RLM, joined, listed, may_turn, runs_left
from desktop.printing.document import Document
from desktop.printing.style import BODY, MUTED, SMALL, SUBHEADING
from desktop.printing.text import graphemes
from desktop.reports.charts import chart, share
from desktop.reports.rows import GroupFigures, ShownPledge, SummaryFigures
from desktop.reports.words import pledge_words, turnout_words

MOST_ROLES = 12
MOST_PLEDGES = 40
"""Of one session; further pledges are counted."""
MOST_PLEDGES_OF_PERIOD = 12
_LONGEST_PLEDGE = 280  # characters; the card has the whole of it
_LISTED = BODY.at(10)


def summary(
    figures: SummaryFigures, *, most_pledges: int | None = None, language: str = "en"
) -> bytes:
    """Return the summary as a PDF.

    Who came by job role, the response rate, each question with its bars, counts and base, the
    sentence to quote, pledges that may be shown and, of one session, comments. Where fewer
    answered than the threshold it says so (domain/feedback.md). Pledges that are not on the tree
    are counted only. A period has no comments and a few of its pledges, the latest ones.
    """
    usual = MOST_PLEDGES if figures.session else MOST_PLEDGES_OF_PERIOD
    paper = _Summary(figures, language)
    paper.write(usual if most_pledges is None else most_pledges)
    return paper.document.finish()


class _Summary:
    """One summary while it is written."""

    def __init__(self, figures: SummaryFigures, language: str) -> None:
        self.figures = figures
        self.language = language
        self.document = Document(
            self._title(),
            subtitle=self._subtitle(),
            footer=self._footer(),
            subject=self._kind(),
            language=language,
        )

    def write(self, most_pledges: int) -> None:
        self._numbers()
        self._quote()
        self._who_came()
        self._answers()
        self._pledges(most_pledges)
        if self.figures.session:
            self._comments()

    def _kind(self) -> str:
        return (
            tr("Session summary", self.language)
            if self.figures.session
            else tr("Summary", self.language)
        )

    def _title(self) -> str:
        figures = self.figures
        if figures.session:
            return figures.session.title
        return figures.programme.name if figures.programme else self._kind()

    def _subtitle(self) -> str:
        figures, session = self.figures, self.figures.session
        if session is None:
            period = period_words(figures.first, figures.last, self.language)
            organisation = figures.programme.organisation if figures.programme else ""
            return joined(self._kind(), period, organisation)
        led = tr("led by {names}", self.language).format(names=listed(session.facilitators))
        return joined(
            self._kind(),
            weekday_words(session.date, self.language),
            time_words(session.start, session.end, self.language),
            session.place,
            led if session.facilitators else "",
        )

    def _footer(self) -> str:
        figures = self.figures
        name = figures.programme.name if figures.programme else ""
        if figures.session:
            return joined(name, day_words(figures.session.date, self.language))
        return joined(name, period_words(figures.first, figures.last, self.language))

    def _numbers(self) -> None:
        figures = self.figures
        shown: list[tuple[str, str]] = []
        if not figures.session:
            shown.append((f"{figures.sessions:,}", tr("sessions", self.language)))
        shown.append((f"{figures.came:,}", tr("people came", self.language)))
        if figures.forms >= figures.threshold:
            shown.append((f"{figures.forms:,}", tr("gave feedback", self.language)))
        if figures.response_rate is not None:
            shown.append((f"{figures.response_rate}%", tr("response rate", self.language)))
        shown.append((f"{figures.pledges.number:,}", tr("pledges", self.language)))
        self.document.add(Figures(shown), after=14)

    def _quote(self) -> None:
        told = [question for question in self.figures.questions if question.shown]
        told.sort(key=lambda question: question.ask is not Ask.SCALE)
        if told:
            self.document.quote(told[0].sentence)

    def _who_came(self) -> None:
        turnout = self.figures.turnout
        self.document.heading(tr("Who came", self.language))
        self.document.paragraph(turnout_words(self.figures, self.language))
        groups = list(turnout.by_role)
        if not groups:
            return
        shown, rest = groups[:MOST_ROLES], groups[MOST_ROLES:]
        if rest:
            number = sum(group.number for group in rest)
            shown.append(GroupFigures(tr("Other roles", self.language), number))
        base = turnout.came
        rows = [Tick(g.name, g.number, share(g.number, base, self.language)) for g in shown]
        self.document.add(TickBars(tr("By job role", self.language), rows, base), after=12)

    def _answers(self) -> None:
        figures = self.figures
        self.document.heading(tr("What they said", self.language), keep=90)
        if not any(question.shown for question in figures.questions):
            self.document.paragraph(self._no_answers())
            return
        for question in figures.questions:
            if question.shown:
                self.document.add(chart(question, self.language), after=12)
            else:
                self.document.need(40)
                self.document.paragraph(question.words, SUBHEADING, after=0)
                self.document.paragraph(question.sentence, SMALL, after=13)

    def _no_answers(self) -> str:
        figures = self.figures
        if not figures.forms:
            return tr("No feedback has come in.", self.language)
        return tr(
            "There are fewer than {threshold} answers, so neither figures nor comments are shown: "
            "they could tell what one person said.",
            self.language,
        ).format(threshold=figures.threshold)

    def _pledges(self, most: int) -> None:
        figures = self.figures.pledges
        self.document.heading(tr("Pledges", self.language))
        if not figures.number:
            self.document.paragraph(tr("No pledges were made.", self.language))
            return
        self.document.paragraph(pledge_words(self.figures.pledges, self.language))
        shown = figures.shown[:most]
        self.document.bullets([_pledge_line(pledge) for pledge in shown], _LISTED)
        more = len(figures.shown) - len(shown)
        if more and shown:
            self.document.paragraph(
                count("And {n} more.", "And {n} more.", more, self.language), SMALL
            )

    def _comments(self) -> None:
        figures = self.figures
        if not figures.comments or figures.forms < figures.threshold:
            return
        self.document.heading(tr("Comments", self.language))
        words = tr(
            "In people’s own words. Leave out names before you share this page.", self.language
        )
        self.document.paragraph(words, SMALL.coloured(MUTED))
        for question in dict.fromkeys(comment.question for comment in figures.comments):
            if question:
                self.document.need(50)
                self.document.paragraph(question, SUBHEADING, after=3)
            found = [c.text for c in figures.comments if c.question == question]
            self.document.bullets([f"“{text}”" for text in found], _LISTED)


def _pledge_line(pledge: ShownPledge) -> str:
    clusters = graphemes(" ".join(pledge.text[: 4 * _LONGEST_PLEDGE].split()))
    text = "".join(clusters[:_LONGEST_PLEDGE])
    if len(clusters) > _LONGEST_PLEDGE:
        text = text.rstrip() + "…"
    if not pledge.name:
        return text
    # else a name in the letters of the last words would run on with them, the other way
    mark = RLM if runs_left(text) else LRM if may_turn(text + pledge.name) else ""
    return f"{text}{mark}  – {pledge.name}"
