"""What a programme is."""

from dataclasses import dataclass

from desktop.store.record import Record, kind
from desktop.text import search_key


@kind("programme", keys={"sort": lambda p: search_key(p.name)})
@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    """A series of sessions with one purpose.

    `outcomes` are keys of `programmes.outcomes`, `own_outcomes` an office's own wording. `form`
    is the id of the feedback form. `themes` and `prompts` are offered when a pledge is typed.
    """

    name: str = ""
    organisation: str = ""
    purpose: str = ""
    outcomes: tuple[str, ...] = ()
    own_outcomes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    form: str = ""
