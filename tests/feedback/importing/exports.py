"""Exports as online forms really make them, and how they are read."""

from collections.abc import Iterable
from pathlib import Path

from desktop.feedback.actions import Results, comments, results
from desktop.feedback.box import CLOSED_BOX, OpenBox
from desktop.feedback.form import default_form
from desktop.feedback.importing import Found, feedback_kind, keep, look_up
from desktop.feedback.model import Form
from desktop.store.store import Store
from desktop.tables.columns import Columns
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise

FORM = default_form()
SESSION = "morning"

MS_FORMS = (
    "ID,Start time,Completion time,Email,Name,"
    "1. How would you rate this session?,2. The session was … (tick all that apply)\xa0,"
    "3. This session will have a positive impact on my work:,"
    '"Would you recommend this session to a colleague? *",'
    "What would help you turn good intentions into action?,"
    "Anything else you would like to tell us? (optional)\n"
    "1,07/06/2026 12:01,07/06/2026 12:03,hanna@x.org,Hanna Kowalczyk,"
    "Very good,informative;relevant to my work;,Strongly agree,Yes,more time;A quieter room;,"
    '"Thank you, it was\ngrand"\n'
    "2,07/06/2026 12:02,07/06/2026 12:04,sian@x.org,Siân Prosser,"
    "Good,helpful;,Agree,Yes,training;,\n"
    "3,07/06/2026 12:02,07/06/2026 12:05,anonymous,,"
    "Very good,,Neither,Not sure,,=cmd()\n"
    "4,07/06/2026 12:03,07/06/2026 12:05,anonymous,,"
    "5 - very good,informative;,Prefer not to say,No,something else;,n/a\n"
    "5,07/06/2026 12:06,07/06/2026 12:07,jo@x.org,Jo Bell,fair,enjoyable;,4,1,,\n"
    "6,07/06/2026 12:06,07/06/2026 12:09,ann@x.org,Ann Jones,splendid,helpful;,Agree,Yes,,\n"
    "7,07/06/2026 12:06,07/06/2026 12:09,bo@x.org,Bo Lee,,,,,,\n"
)

GOOGLE = (
    "Timestamp,Email Address,How would you rate this session? (5 = very good),"
    "The session was … [informative],The session was … [helpful],The session was … [enjoyable],"
    '"What would help you turn good intentions into action?"\n'
    '2026/06/07 12:01:10 pm GMT+1,h@x.org,5,Yes,,Yes,"more time, training, Other: a room, quiet"\n'
    "2026/06/07 12:02:10 pm GMT+1,s@x.org,4,,,,staff support\n"
)


def columns_of(text: str, folder: Path, form: Form = FORM) -> Columns:
    (sheet,) = read_sheets(saved(text, folder))
    return recognise(sheet.top, feedback_kind(form))


def saved(text: str, folder: Path) -> Path:
    path = folder / "export.csv"
    path.write_text(text, "utf-8-sig", errors="surrogatepass", newline="")
    return path


def look(store: Store, text: str, form: Form = FORM, session: str = SESSION) -> Found:
    """Return what an export says, compared with what is there."""
    (sheet,) = read_sheets(saved(text, store.path.parent))
    columns = recognise(sheet.top, feedback_kind(form))
    with store.read() as db:
        return look_up(db, session, form, columns.records(sheet.rows()))


def bring_in(store: Store, text: str, form: Form = FORM, session: str = SESSION) -> Found:
    """Bring an export in; returns what it said."""
    found = look(store, text, form, session)
    with store.change("Import feedback") as change:
        assert keep(change, session, form, found) == found.new
    return found


def export(rows: Iterable[str], header: str = "Q1,Q2,Q6") -> str:
    """Return an export with these rows."""
    return "\n".join([header, *rows, ""])


def documents(store: Store) -> set[str]:
    with store.read() as db:
        return set(db.documents(CLOSED_BOX.name))


def shown(store: Store, box: OpenBox | None = None, form: Form = FORM) -> Results:
    with store.read() as db:
        return results(db, box, [SESSION], form)


def rated(store: Store) -> dict[str, int]:
    return {key: number for key, number in shown(store).questions[0].counts.items() if number}


def said(store: Store) -> list[str]:
    with store.read() as db:
        return sorted(comment.text for comment in comments(db, SESSION))
