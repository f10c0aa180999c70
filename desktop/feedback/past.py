"""The history of the questions a programme asks: which forms it had, and asking as before."""

from collections.abc import Callable
from dataclasses import replace

from desktop.errors import UserError
from desktop.feedback.actions import ask_in_programme, form_of
from desktop.feedback.form import DEFAULT_FORM
from desktop.feedback.model import Form
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.store.history import Difference, Step, in_time, past_of, steps_of
from desktop.store.reader import Db
from desktop.store.store import Store


class FormHistory:
    """The versions of a programme's feedback form, for whoever shows them.

    `collecting` says whether a form is being answered now. Going back never changes a form that
    has been answered: its questions are asked anew in a version of their own.
    """

    def __init__(self, store: Store, programme_id: str, collecting: Callable[[], bool]) -> None:
        self._store, self._programme, self._collecting = store, programme_id, collecting

    def steps(self) -> list[Step]:
        """Return the versions, the latest first; none where it is still the default form."""
        with self._store.read() as db:
            now = form_of(db, db.need(Programme, self._programme)).id
            return in_time(
                [
                    replace(step, now=step.now and form_id == now, review=False, apart=())
                    for step in _of_form(db, form_id)
                    if not step.deleted
                ]
                for form_id in _forms(db, self._programme)
            )

    def go_back(self, rev: str) -> str:
        """Ask the questions of a version again; returns the id of that change.

        Raises UserError when it has none.
        """
        with self._store.change(tr("Go back to an earlier form")) as change:
            forms = (past_of(change, Form, one, rev) for one in _forms(change, self._programme))
            past = next((form for form in forms if form is not None), None)
            if past is None:
                raise UserError(tr("There are no questions in this version. Choose another one."))
            collecting = self._collecting()
            ask_in_programme(change, self._programme, past.questions, collecting=collecting)
        return change.id


def _forms(db: Db, programme_id: str) -> list[str]:
    """Return the ids of all forms a programme had, and of those that they took the place of."""
    versions = [one.body.get("form", "") for one in db.history(programme_id) if one.body]
    wanted = [form_of(db, db.need(Programme, programme_id)).id, *versions, DEFAULT_FORM]
    found: dict[str, None] = {}
    while wanted:
        form_id = wanted.pop(0)
        if form_id and form_id not in found:
            found[form_id] = None
            form = db.get(Form, form_id)
            wanted += [form.replaces] if form else []
    return list(found)


def _of_form(db: Db, form_id: str) -> list[Step]:
    """Return the versions of one form; the first is compared with the form it took the place of."""
    steps = steps_of(db, Form, form_id)
    form = db.get(Form, form_id)
    before = db.get(Form, form.replaces) if form and form.replaces else None
    if before is None or not steps:
        return steps
    first = past_of(db, Form, form_id, steps[-1].rev)
    asked = Difference("questions", before.questions, first.questions if first else ())
    return [*steps[:-1], replace(steps[-1], differences=(asked,))]
