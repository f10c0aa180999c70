"""What leaves the room: paper and files, and keeping where each printed leaf hangs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import count, tr
from desktop.printing.naming import file_name
from desktop.progress import Progress
from desktop.store.files import write_whole
from desktop.store.store import Store
from desktop.tree.facts import Facts
from desktop.tree.hanging import said
from desktop.tree.page.acting import PDF, PNG, SHOP, SVG
from desktop.tree.paper.rows import Leaf
from desktop.tree.press import Press
from desktop.tree.printed import note_leaves_on, note_whole
from desktop.tree.ready import SHEETS_TO_TAPE, Ready
from desktop.tree.wishes import Wish
from desktop.ui.files import ask_for_file, may_replace, with_ending
from desktop.ui.workers import Job, run

ENDINGS = {PDF: "pdf", SHOP: "pdf", PNG: "png", SVG: "svg"}
_SHARP, _LONGEST = 150, 7_000  # dots an inch, and pixels of a picture at most


class Output(QObject):
    """Prints and saves what is ready, in workers.

    `told` carries what was done and the change to undo; `noted` the id of the tree that hangs
    from now on; `troubled` what went wrong; `busy` words while it takes long, empty at its end.
    """

    told = Signal(str, str)
    noted = Signal(str)
    troubled = Signal(str)
    busy = Signal(str)
    progressed = Signal(int, int)

    def __init__(self, owner: QWidget, desk: Desk, press: Press) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._press = owner, desk, press
        self._job: Job | None = None

    def is_busy(self) -> bool:
        """Return whether something is still being made, saved or noted."""
        return self._job is not None

    def stop(self) -> None:
        """Stop making what has not been printed or saved yet."""
        if self._job is not None:
            self._job.stop()

    def print_paper(self, ready: Ready) -> None:
        """Ask for a printer and print what is ready, in the sheets that were chosen."""
        self._run(
            tr("Making the sheets"),
            lambda progress: self.paper(ready, PDF, progress),
            lambda pdf: self._ask_printer(ready, pdf),
        )

    def _ask_printer(self, ready: Ready, pdf: bytes) -> None:
        from desktop.ui.printer import print_with_dialog  # QtPrintSupport loads slowly

        try:
            printed = print_with_dialog(self._owner, pdf, tr("Pledge tree"))
        except UserError as error:
            self.troubled.emit(str(error))
            return
        if printed:
            self.note(ready, printed_words(ready))

    def save(self, ready: Ready, kind: str, path: Path) -> None:
        """Save what is ready as a file; a picture of a grove is a file for each tree."""
        target = with_ending(path, ENDINGS[kind])

        def work(progress: Progress) -> list[Path]:
            if kind in (PDF, SHOP):
                write_whole(target, self.paper(ready, kind, progress))
                return [target]
            files = files_of(ready, kind, target)
            for number, file in enumerate(files):
                progress.step(number, len(files))
                write_whole(file, self.picture(ready, kind, number))
            return files

        # A picture may hang on a wall like a PDF: whatever is saved, its leaves keep their places.
        self._run(
            tr("Saving the poster"),
            work,
            lambda files: self.note(ready, saved_words(ready, files), saved=True),
        )

    def paper(self, ready: Ready, kind: str, progress: Progress) -> bytes:
        """Return the PDF that is printed or saved; for a print shop always on one sheet."""
        wish, poster, author = ready.facts.wish, ready.poster, self._desk.preferences.author
        if wish.only_new:
            return ready.shown
        if kind == SHOP:
            return self._press.poster(poster, bleed=True, author=author, progress=progress)
        if wish.taped:
            on = SHEETS_TO_TAPE[wish.taped]
            return self._press.tiles(poster, on, author=author, progress=progress)
        return ready.shown

    def picture(self, ready: Ready, kind: str, number: int) -> bytes:
        """Return one tree as a picture."""
        poster = ready.poster
        if kind == SVG:
            return self._press.svg(poster, number)
        inches = max(poster.sheet.width, poster.sheet.height) / 72
        return self._press.png(poster, number, min(_SHARP, _LONGEST / inches))

    def note(self, ready: Ready, words: str, *, saved: bool = False) -> None:
        """Keep where each printed or saved leaf hangs, and say what was done."""
        facts = ready.facts
        if not facts.gathered.grows or not (ready.leaves or facts.wish.tree.planned):
            self.told.emit(words, "")
            return
        store, day = self._desk.store, self._desk.today()
        self._run(
            "",
            lambda _: note_print(store, ready, day, saved=saved),
            lambda kept: self._on_noted(kept, f"{words} {kept_words(ready)}".strip()),
        )

    def _on_noted(self, kept: tuple[str, str], words: str) -> None:
        change, tree = kept
        self.noted.emit(tree)
        self.told.emit(words, change)

    def _run(
        self, words: str, work: Callable[[Progress], object], done: Callable[..., object]
    ) -> None:
        if self._job is not None:
            return

        def ended() -> None:
            self._job = None
            if words:
                self.busy.emit("")

        def on_done(result: object) -> None:
            ended()
            done(result)

        def on_failed(error: UserError) -> None:
            ended()
            self.troubled.emit(str(error))

        if words:
            self.busy.emit(words)
        self._job = run(
            self,
            work,
            on_done,
            failed=on_failed,
            stopped=ended,
            broken=ended,
            progress=self.progressed.emit,
        )


def ask_where(parent: QWidget, ready: Ready, proposal: Path, kind: str) -> Path | None:
    """Ask where to save a poster, None where that was left."""
    kinds = {PNG: tr("PNG pictures (*.png)"), SVG: tr("SVG drawings (*.svg)")}
    words = kinds.get(kind, tr("PDF files (*.pdf)"))
    path = ask_for_file(parent, tr("Save the poster"), proposal, words)
    if path is None:
        return None
    # the system's dialog asked about one name, not about those that a grove's pictures get
    unasked = [file for file in files_of(ready, kind, path) if file != path]
    return path if may_replace(parent, unasked) else None


def name_of_file(facts: Facts | None, wish: Wish, today: date, kind: str) -> str:
    """Return what a file is called if nobody names it otherwise."""
    programme = facts.gathered.programme if facts else None
    what = tr("new leaves") if wish.only_new else tr("pledge tree")
    about = programme.name if programme else ""
    return file_name(today.isoformat(), about, what, ENDINGS[kind])


def note_print(store: Store, ready: Ready, day: date, *, saved: bool = False) -> tuple[str, str]:
    """Keep in one change what was printed or saved; returns the ids of the change and the tree."""
    arranged, wish = ready.arranged, ready.facts.wish
    words = {leaf.pledge: said(leaf.text, leaf.name) for leaf in leaves_on(ready)}
    tree, changes = arranged.tree, arranged.changes
    leaves = arranged.arrangement.leaves.values()
    with store.change(_label(saved=saved, only_new=wish.only_new)) as change:
        if wish.only_new:
            note_leaves_on(change, tree, changes, leaves, words, day)
        else:
            note_whole(change, tree, arranged.standings, changes, leaves, words, day)
    return change.id, tree.id


def _label(*, saved: bool, only_new: bool) -> str:
    """Return what the change is called in the history, and by whoever undoes it."""
    if only_new:
        return tr("Save new leaves") if saved else tr("Print new leaves")
    return tr("Save the tree") if saved else tr("Print the tree")


def leaves_on(ready: Ready) -> list[Leaf]:
    """Return the leaves on the paper: all, or only those that are new."""
    leaves = [leaf for leaves in ready.poster.trees for leaf in leaves]
    return [leaf for leaf in leaves if leaf.new] if ready.facts.wish.only_new else leaves


def printed_words(ready: Ready) -> str:
    """Return what was printed."""
    if ready.facts.wish.only_new:
        new = len(ready.arranged.new)
        return count("{n} new leaf printed.", "{n} new leaves printed.", new)
    return tr("Poster printed.")


def kept_words(ready: Ready) -> str:
    """Return what holds from now on of a tree that was printed or saved, empty if nothing new."""
    if ready.facts.wish.hangs and not ready.arranged.new:
        return ""
    if not ready.leaves:
        return tr("Its boughs stay as they are from now on. Undo takes that back.")
    return tr("Each leaf keeps its place from now on. Undo takes that back.")


def saved_words(ready: Ready, files: list[Path]) -> str:
    """Return what was saved, and whether there are names on it."""
    saved = tr("Saved as {name}.").format(name=files[0].name)
    if len(files) > 1:
        saved = tr("Saved as {first} to {last}.").format(first=files[0].name, last=files[-1].name)
    names = sum(bool(leaf.name) for leaf in leaves_on(ready))
    if not names:
        return f"{saved} {tr('There are no names on it.')}"
    held = count("It shows {n} first name.", "It shows {n} first names.", names)
    return f"{saved} {held}"


def files_of(ready: Ready, kind: str, path: Path) -> list[Path]:
    """Return the files that a poster is saved as; a picture of a grove is one for each tree."""
    trees = len(ready.poster.trees)
    if trees == 1 or kind in (PDF, SHOP):
        return [path]
    return [path.with_name(f"{path.stem} {number}{path.suffix}") for number in range(1, trees + 1)]
