"""What deleted records are called and where they belonged, in plain words."""

from collections.abc import Iterable

from desktop.attendance.labels import presence_words
from desktop.attendance.model import Attendance
from desktop.language import tr
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Pledge, Show
from desktop.pledges.page.words import outcome_words
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.deleted import as_known
from desktop.store.reader import Db
from desktop.store.record import Record
from desktop.tree.model import Logo, Tree
from desktop.ui.dates import long_date

KIND_WORDS: dict[type[Record], str] = {
    Pledge: tr("Pledge"),
    Attendance: tr("On a register"),
    Person: tr("Person"),
    Session: tr("Session"),
    Programme: tr("Programme"),
    FollowUp: tr("How a pledge went"),
    Tree: tr("Tree"),
    Logo: tr("Logo"),
}
"""What a facilitator can delete or undo. A feedback form is asked again from its own history; a
leaf of a tree comes and goes with its pledge; answers are no records and nobody's to bring back."""
LONGEST = 110
"""So many letters of a pledge are named."""

_CLASSES = {cls.KIND.name: cls for cls in KIND_WORDS}


def may_belong(cls: type[Record], holder: type[Record]) -> bool:
    """Return whether records of a kind are of another one or can belong to one, however far up."""
    others = (_CLASSES[kind] for kind in cls.KIND.refers.values())
    return cls is holder or any(may_belong(other, holder) for other in others)


class Names:
    """Gives the words for records, of which what they refer to may be gone as well."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._known: dict[str, Record] = {}

    def learn(self, records: Iterable[Record]) -> None:
        """Look up what records refer to, what that refers to, and so on."""
        wanted: dict[type[Record], list[str]] = {}
        for record in records:
            for field, kind in record.KIND.refers.items():
                if (entity := getattr(record, field)) not in self._known:
                    wanted.setdefault(_CLASSES[kind], []).append(entity)
        found: dict[str, Record] = {}
        for cls, ids in wanted.items():
            found |= as_known(self._db, cls, ids)
        self._known |= found
        if found:
            self.learn(found.values())

    def belongs(self, record: Record, holder: str) -> bool:
        """Return whether a record is another one or belonged to it, or to what belonged to that.

        To nobody, the empty id, everything belongs.
        """
        if holder in ("", record.id):
            return True
        for field in record.KIND.refers:
            entity = getattr(record, field)
            known = self._known.get(entity)
            if entity == holder or (known is not None and self.belongs(known, holder)):
                return True
        return False

    def title(self, record: Record | None) -> str:
        """Return what a record is called, empty where nobody knows."""
        match record:
            case Pledge():
                private = record.show is Show.NOT_ON_TREE  # its words are not for the room
                return tr("Private pledge") if private else _short(record.text)
            case Attendance():
                return self._of(record.person)
            case FollowUp():
                return self._of(record.pledge)
            case Person() | Programme():
                return record.name
            case Session() | Tree():
                return record.title or KIND_WORDS[type(record)]
            case Logo():
                return KIND_WORDS[Logo]
        return ""

    def about(self, record: Record) -> list[str]:
        """Return what else tells which one it was, the kind first."""
        return [KIND_WORDS[type(record)], *filter(None, self._facts(record))]

    def _facts(self, record: Record) -> list[str]:
        match record:
            case Pledge():
                return [self._of(record.person) or record.maker, self._session(record.session)]
            case Attendance():
                return [self._session(record.session), presence_words(record.presence)]
            case FollowUp():
                return [outcome_words(record.outcome), long_date(record.asked, year=True)]
            case Person():
                return [record.job_role, record.team]
            case Session():
                return [long_date(record.date, year=True), record.place]
            case Programme():
                return [record.organisation]
            case Tree() | Logo():
                return [self._of(record.programme)]
        return []

    def _of(self, entity: str) -> str:
        return self.title(self._known.get(entity))

    def _session(self, entity: str) -> str:
        session = self._known.get(entity)
        if not isinstance(session, Session):
            return ""
        return f"{session.title}, {long_date(session.date, year=True)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
