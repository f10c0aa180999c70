"""What a list says, shown before it is kept."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.incoming.comparing import APART, SAME, why_words
from desktop.incoming.importers import SHOWN, Decided, Findings, Importer
from desktop.incoming.reading import Reading
from desktop.language import count, tr
from desktop.people.importing import Likely
from desktop.printing.direction import joined
from desktop.tables.rows import Refused
from desktop.ui.buttons import Button
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.notices import EmptyState
from desktop.ui.table import Action, Column, Group, Row, RowList

COMPARE, OTHER = "compare", "other"
_LEAST = 230  # design px
_MOST = 500
"""So many refused and likely rows are shown; the file to mend has them all."""


class Outcome(QWidget):
    """The rows as they were understood, those that need a person first.

    `compare(line)` asks for two to be shown side by side, `decided` tells that a decision was made.
    """

    compare = Signal(int)
    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.summary = Text("", "strong", wrap=True)
        self.notes = Text("", "muted", wrap=True)
        self.all_same = Button(tr("All are the same people"), self._all_same, size="small")
        self._decisions: dict[int, str] = {}
        self._findings = Findings(0, 0, ())
        self._importer: Importer | None = None
        columns = [
            Column(1.3, 600),
            Column(0.9),
            Column(1.8, hide_below=560),
            Column(1.4, 400, "muted", hide_below=700),
        ]
        self.empty = EmptyState("", "")
        name = tr("The rows of the list")
        self.list = RowList(name, columns, empty=self.empty, whole_from=_LEAST)
        self.list.acted.connect(self._on_acted)
        head = row(self.summary, self.all_same, gap=12)
        head.setStretch(0, 1)
        whole = column(head, self.notes, gap=6)
        whole.addWidget(self.list, 1)
        self.setLayout(whole)
        self.clear("", "")

    def clear(self, title: str, sentence: str) -> None:
        """Show no rows, and why there are none."""
        self._findings = Findings(0, 0, ())
        self._decisions.clear()
        self.empty.title.setText(title)
        self.empty.sentence.setText(sentence)
        for part in (self.summary, self.notes, self.all_same):
            part.hide()
        self.list.show_rows([])

    def ask_for_file(self, *, another: bool = False) -> None:
        """Say that a list has to be chosen."""
        words = tr("Choose a CSV or Excel file, or drop it here. You see what it says first.")
        if another:
            words = tr("Choose another file, or drop it here.")
        self.clear(tr("Which list?"), words)

    def ask_for_session(self) -> None:
        """Say that a session has to be chosen."""
        self.clear(tr("Which session?"), tr("Choose the session that this list belongs to."))

    def ask_for_column(self, reading: Reading, *, other: bool) -> None:
        """Say which column has to be chosen; `other` where it seems to be another kind of list."""
        title = tr("Is it another kind of list?") if other else tr("One column is missing")
        self.clear(title, reading.lacks())

    def show_findings(self, importer: Importer, findings: Findings) -> None:
        """Show what was found; decisions about the same lines stay."""
        self._importer, self._findings = importer, findings
        lines = {likely.line for likely in findings.likely}
        self._decisions = {at: what for at, what in self._decisions.items() if at in lines}
        title, sentence = self._no_rows()
        self.empty.title.setText(title)
        self.empty.sentence.setText(sentence)
        self._show()

    def _no_rows(self) -> tuple[str, str]:
        """Return why no row is shown, where none is."""
        found = self._findings
        if found.new and self._importer is not None:
            what = self._importer.words(found.new)
            return what, tr("Nobody’s answers are shown here, so that nobody is recognised.")
        if found.known:
            return tr("Nothing new in this list"), tr("Everything it says is known already.")
        return tr("No rows in this list"), tr("Is it the right file and sheet?")

    def likely(self, line: int) -> Likely:
        """Return what a line may be."""
        return next(one for one in self._findings.likely if one.line == line)

    def decide(self, line: int, answer: str) -> None:
        """Keep what a person said of a line: SAME or APART."""
        self._decisions[line] = answer
        self._show()
        self.decided.emit()

    def decisions(self) -> Decided:
        """Return what was decided."""
        same = [line for line, what in self._decisions.items() if what == SAME]
        apart = [line for line, what in self._decisions.items() if what == APART]
        return Decided(same, apart)

    def number(self) -> int:
        """Return how many rows would come in now."""
        return self._findings.new + len(self._decisions)

    def _all_same(self) -> None:
        for likely in self._findings.likely:
            self._decisions.setdefault(likely.line, SAME)
        self._show()
        self.decided.emit()

    def _on_acted(self, key: str, action: str) -> None:
        line = int(key.partition(" ")[2])
        if action == COMPARE:
            self.compare.emit(line)

    def _show(self) -> None:
        found, open_ = self._findings, self._open()
        rows = [_likely_row(one, self._decisions) for one in found.likely[:_MOST]]
        rows += [_refused_row(one) for one in found.refused[:_MOST]]
        rows += [
            Row(f"new {at}", one.cells, "new", icon="circle-check", icon_tone="softink")
            for at, one in enumerate(found.shown)
        ]
        self.list.show_rows(rows, self._groups())
        self.summary.setText(self._summary(open_))
        self.notes.setText(" ".join(found.notes))
        self.summary.show()
        self.notes.setVisible(bool(found.notes))
        self.all_same.setVisible(open_ > 1)

    def _open(self) -> int:
        return len(self._findings.likely) - len(self._decisions)

    def _groups(self) -> list[Group]:
        found = self._findings
        first = tr("the first {n} are shown").format(n=SHOWN) if found.new > SHOWN else ""
        who = count("{n} may be known already", "{n} may be known already", len(found.likely))
        words = self._importer.words(found.new) if self._importer else ""
        left = count("{n} row left out", "{n} rows left out", len(found.refused))
        return [
            Group("likely", who, tr("left out until you decide")),
            Group("refused", left, tr("save them to mend them, then bring them in")),
            Group("new", words, first),
        ]

    def _summary(self, open_: int) -> str:
        found = self._findings
        assert self._importer is not None
        parts = [tr("{what} to bring in").format(what=self._importer.words(self.number()))]
        if found.known:
            parts.append(tr("{n} known already").format(n=f"{found.known:,}"))
        if open_:
            parts.append(tr("{n} to decide").format(n=f"{open_:,}"))
        if found.refused:
            parts.append(tr("{n} left out").format(n=f"{len(found.refused):,}"))
        return ", ".join(parts)


def _likely_row(likely: Likely, decisions: Mapping[int, str]) -> Row:
    person, there = likely.person, likely.there
    answer = decisions.get(likely.line, "")
    status = {SAME: tr("same person"), APART: tr("somebody else")}.get(answer, "")
    what = joined(person.job_role, person.team)
    other = joined(there.name, there.job_role, there.team)
    return Row(
        f"likely {likely.line}",
        (person.name, what, other, why_words(likely.why)),
        "likely",
        icon="circle-check" if answer else "circle-question-mark",
        icon_tone="softink" if answer else "warnink",
        spoken=tr("may be known already"),
        status=status,
        actions=(Action(COMPARE, tr("Compare")),),
    )


def _refused_row(refused: Refused) -> Row:
    said = ", ".join(cell for cell in refused.cells if cell.strip())
    line = tr("Line {n}: {said}").format(n=refused.line, said=" ".join(said.split())[:80])
    return Row(
        f"refused {refused.line}",
        (line,),
        "refused",
        icon="circle-alert",
        icon_tone="danger",
        beneath=refused.reason,
    )
