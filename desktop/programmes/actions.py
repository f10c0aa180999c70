"""What you can do with programmes."""

from dataclasses import replace

from desktop.errors import FieldError, UserError, about
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.text import one_line, paragraphs, search_key

THEMES = ("Listening", "Kindness and respect", "Time", "Working together", "Looking after myself")
PROMPTS = (
    "What matters to the people you see?",
    "What will you do differently tomorrow?",
    "What small thing would make someone’s day?",
    "How will you look after yourself and your team?",
)


def programmes(db: Db) -> list[Programme]:
    """Return all programmes by name."""
    return db.find(Programme, order=(table(Programme).c.sort,))


def programme_named(db: Db, name: str) -> Programme:
    """Return the programme of a name or id, whatever the case and the accents.

    Raises UserError where there is none, or several of that name.
    """
    known = programmes(db)
    exact = [programme for programme in known if name in (programme.id, programme.name)]
    found = exact or [p for p in known if search_key(p.name) == search_key(name)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(programme.id for programme in found)
        words = tr("Several programmes are called {name}. Name one by its id: {ids}.")
        raise UserError(words.format(name=name, ids=ids))
    names = ", ".join(f"“{programme.name}”" for programme in known)
    if not names:
        raise UserError(tr("There are no programmes yet. Open the window to plan a session."))
    words = tr("There is no programme {name}. There are: {names}.")
    raise UserError(words.format(name=name, names=names))


def save_programme(change: Change, programme: Programme) -> Programme:
    """Keep a programme, new or changed.

    Raises FieldError when it has no name or a text is too long.
    """
    with about("name"):
        name = one_line(programme.name, tr("The name"))
    if not name:
        raise FieldError("name", tr("Give the programme a name."))
    with about("organisation"):
        organisation = one_line(programme.organisation, tr("The organisation"))
    with about("purpose"):
        purpose = paragraphs(programme.purpose, tr("The purpose"), 2_000)
    with about("own_outcomes"):
        own_outcomes = lines(programme.own_outcomes, tr("An outcome"), 300)
    with about("themes"):
        themes = lines(programme.themes, tr("A theme"), 60)
    with about("prompts"):
        prompts = lines(programme.prompts, tr("A prompt"), 200)
    return change.save(
        replace(
            programme,
            name=name,
            organisation=organisation,
            purpose=purpose,
            own_outcomes=own_outcomes,
            themes=themes,
            prompts=prompts,
        )
    )


def delete_programme(change: Change, programme: Programme) -> None:
    """Take a programme away; its sessions stay, and undo brings it back to them."""
    change.delete(programme)


def lines(texts: tuple[str, ...], what: str, limit: int) -> tuple[str, ...]:
    """Return cleaned one-line texts, without empty ones and doubles, in their order."""
    cleaned = (one_line(text, what, limit) for text in texts)
    return tuple(dict.fromkeys(text for text in cleaned if text))


def default_programme(name: str, organisation: str = "") -> Programme:
    """Return a new programme with sensible themes and prompts, not yet kept."""
    return Programme(name=name, organisation=organisation, themes=THEMES, prompts=PROMPTS)
