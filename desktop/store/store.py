"""The store: one data file (or database), opened once and shared by threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from desktop.errors import UserError
from desktop.store import checking, documents, drafts, opening, rebuilding, sa, schema
from desktop.store.change import Change, Stamp, last_of
from desktop.store.clock import Clock, local_now
from desktop.store.copies import Merged, copies_of
from desktop.store.documents import DocumentKind
from desktop.store.engine import make_engine, plain_errors
from desktop.store.files import is_full
from desktop.store.glance import Glance, Glances
from desktop.store.merge import merge
from desktop.store.projection import table, tally_table
from desktop.store.reader import Db
from desktop.store.record import Record, new_id
from desktop.store.reserve import Reserve
from desktop.store.turns import Turns
from desktop.store.undo import Step, Steps, reverse, steps

Listener = Callable[[frozenset[str]], None]


class Store:
    """Opens changes and reads; says after each commit which kinds changed."""

    def __init__(
        self,
        path: Path,
        kinds: Sequence[type[Record]],
        documents: Sequence[DocumentKind] = (),
        *,
        author: str = "",
        now: Callable[[], datetime] = local_now,
    ) -> None:
        """Open the data file and make it where there is none.

        Raises UserError when it can't be used: not a data file, damaged, read-only, or from a
        newer version. An older one is upgraded, after a verified backup beside it.
        """
        self.path = path.absolute()
        self.kinds = {cls.KIND.name: cls for cls in kinds}
        self.document_kinds = {kind.name: kind for kind in documents}
        self.author = author
        self.clock = Clock(now)
        self.reserve = Reserve(self.path)
        self._listeners: list[Listener] = []
        self.announced = 0  # so that a page can tell whether anything was committed since it read
        self._made_here: set[str] = set()
        self._lost: dict[str, tuple[str, ...]] = {}
        self._making = threading.Lock()
        self._engine: sa.Engine | None = None
        self._glances: Glances | None = None
        with plain_errors(self.path.parent):
            self._open()

    def _open(self) -> None:
        if is_full(self.path.parent):
            self.reserve.release()
        version = opening.version_of(self.path)
        if version and version < schema.VERSION:
            from desktop.store.upgrading import upgrade_file  # loads Alembic

            upgrade_file(self.path, self.clock.now())
        try:
            self.device = self._look_through() if version else self._prepare()
            self._turns = Turns(self.path)
        except BaseException:
            self._let_go()
            raise

    def _look_through(self) -> str:
        with self.glance("IMMEDIATE") as glance:
            device = opening.look_through(glance, self.kinds, self.document_kinds)
        return device or self._prepare()

    def _prepare(self) -> str:
        return opening.prepare(self.engine, self.kinds, self.document_kinds)

    def _let_go(self) -> None:
        if self._glances:
            self._glances.close()
        if self._engine:
            self._engine.dispose()
        self._glances = self._engine = None

    def close(self) -> None:
        """Let the data file go; the write-ahead log is folded into it where that is possible."""
        try:
            with suppress(UserError):
                self.fold_log()
        finally:
            self._let_go()

    def fold_log(self) -> None:
        """Write the write-ahead log into the data file, as far as nobody reads it."""
        with plain_errors(self.path.parent):
            self._glancing().fold_log()

    def copy_into(self, path: Path) -> None:
        """Write all that was saved into a new file; what has the data file's name now is no matter.

        While the data file is where it was, others may copy it without keeping pages waiting.
        """
        with plain_errors(self.path.parent):
            self._glancing().copy_into(path)

    def is_moved(self) -> bool:
        """Return whether the open data file was moved, replaced or deleted under this program."""
        return self._turns.is_moved()

    @property
    def engine(self) -> sa.Engine:
        """SQLAlchemy's engine for the data file; the first use loads SQLAlchemy."""
        with self._making:
            self._engine = self._engine or make_engine(self.path)
            return self._engine

    def warm_up(self) -> None:
        """Load SQLAlchemy and make the tables, so that no page waits for it when it is opened."""
        for cls in self.kinds.values():
            table(cls)
        for kind in self.document_kinds.values():
            tally_table(kind.row)
        _ = self.engine

    def _glancing(self) -> Glances:
        with self._making:
            self._glances = self._glances or Glances(self.path)
            return self._glances

    @contextmanager
    def glance(self, begin: str = "DEFERRED") -> Iterator[Glance]:
        """Open a read of one consistent state that does without SQLAlchemy."""
        with plain_errors(self.path.parent), self._glancing().open(begin) as glance:
            yield glance

    @contextmanager
    def read(self) -> Iterator[Db]:
        """Open a read of one consistent state."""
        with (
            plain_errors(self.path.parent),
            self.engine.connect() as connection,
            connection.begin(),
        ):
            yield Db(connection)

    @contextmanager
    def change(self, label: str, *, undoes: str | None = None) -> Iterator[Change]:
        """Open a named change: written, undone and sent together, or not at all.

        `label` names the kind of step ("Make pledge") and holds no personal data. Raises
        UserError when another change is being written for longer than five seconds, when the
        disk is full and when the file can't be written.
        """
        change: Change | None = None
        try:
            with self._write() as connection:
                stamp = self._stamp(connection, label, undoes)
                change = Change(connection, self.kinds, stamp, self._lost)
                yield change
                change.finish()
        except BaseException:
            self._lost |= change.parents if change else {}
            raise
        if change.touched:
            self._made_here.add(change.id)
        self._announce(change.touched | change.kept)

    @contextmanager
    def _write(self) -> Iterator[sa.Connection]:
        self.reserve.release()
        with (
            self._turns.turn(),
            plain_errors(self.path.parent),
            self.engine.connect() as connection,
        ):
            connection.execution_options(begin="IMMEDIATE")
            with connection.begin():
                yield connection
                self._turns.refuse_if_moved()

    def _stamp(self, connection: sa.Connection, label: str, undoes: str | None) -> Stamp:
        seq, at = last_of(connection, self.device, self.clock.limit())
        self.clock.see([at])
        clock = self.clock.now().isoformat(timespec="seconds")
        at = self.clock.tick()
        return Stamp(new_id(), self.device, seq + 1, at, clock, self.author, label, undoes)

    def subscribe(self, listener: Listener) -> None:
        """Have `listener(kinds)` called after each commit, in the thread that wrote."""
        self._listeners.append(listener)

    def _announce(self, kinds: set[str]) -> None:
        if not kinds:
            return
        self.announced += 1
        with ExitStack() as every:  # an error in one does not keep it from the others
            for listener in reversed(self._listeners):
                every.callback(listener, frozenset(kinds))

    def steps(self) -> Steps:
        """Return what can be undone and redone here, the latest last."""
        with self.read() as db:
            return steps(db, self.device)

    def made_here(self, step: Step) -> bool:
        """Return whether a change was made since the start of the program."""
        return step.id in self._made_here

    def undo(self, change_id: str | None = None) -> Step | None:
        """Undo a change, the latest where none is named; None when there is nothing to undo.

        Raises UserError when one of its records changed since.
        """
        return self._reverse(self.steps().undo, change_id)

    def redo(self) -> Step | None:
        """Do again what was undone last; None when there is nothing to redo."""
        return self._reverse(self.steps().redo, None)

    def _reverse(self, known: Sequence[Step], change_id: str | None) -> Step | None:
        wanted = [step for step in known if change_id in (None, step.id)]
        if not wanted:
            return None
        with self.change(wanted[-1].label, undoes=wanted[-1].id) as change:
            reverse(change, wanted[-1].id)
        return wanted[-1]

    def keep(self, kind: DocumentKind, body: object) -> str | None:
        """Add a closed document; returns its hash, None when it was there already."""
        with self._write() as connection:
            name = documents.keep(connection, kind, body)
        self._announce({kind.name} if name else set())
        return name

    def merge(self, other: Store) -> Merged:
        """Take everything another replica has; twice is the same as once.

        A file that another laptop went on with from a copy becomes a replica of its own.
        """
        folder = self.path.parent
        with plain_errors(folder), other.engine.connect() as there, self._write() as here:
            known = copies_of(here)
            came = merge(here, there, self.kinds, self.document_kinds, self.clock)
            copies = copies_of(here)
            cloned = self.device in copies
            device = opening.renew_device(here) if cloned else self.device
        self.device = device
        self._announce(came)
        return Merged(frozenset(came), copied=copies != known)

    def check(self) -> list[str]:
        """Return one sentence for everything that is wrong with the data; changes nothing."""
        with self.read() as db:
            return checking.findings(db.connection, self.kinds, self.document_kinds)

    def rebuild(self) -> None:
        """Recompute all lists from their history."""
        with self._write() as connection:
            rebuilding.rebuild(connection, self.kinds, self.document_kinds)
        self._announce(set(self.kinds) | set(self.document_kinds))

    def keep_draft(self, key: str, text: str) -> None:
        """Remember unfinished typing in place of what was remembered; empty text forgets it."""
        with self._write() as connection:
            drafts.keep(connection, key, text)

    def draft(self, key: str) -> str:
        """Return the unfinished typing of that key, empty where there is none."""
        with self.read() as db:
            return drafts.read(db.connection, key)

    def size(self) -> int:
        """Return how many revisions there are."""
        with self.read() as db:
            return int(db.rows(sa.select(sa.func.count()).select_from(schema.revision))[0][0])

    def last_change(self) -> datetime | None:
        """Return when the last change was made by the wall clock of its laptop, None before."""
        with self.glance() as db:
            found = db.query("SELECT clock FROM change ORDER BY at DESC LIMIT 1")
        return datetime.fromisoformat(found[0][0]) if found else None
