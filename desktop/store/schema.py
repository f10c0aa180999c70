"""The store's own tables by name, made when the first of them is used."""

from typing import TYPE_CHECKING, Any

VERSION = "0003"
"""The Alembic revision that these tables are."""

MOST_PARAMETERS = 500
"""How many values one query names."""

if TYPE_CHECKING:
    from desktop.store.tables import change as change
    from desktop.store.tables import document as document
    from desktop.store.tables import draft as draft
    from desktop.store.tables import found as found
    from desktop.store.tables import head as head
    from desktop.store.tables import meta as meta
    from desktop.store.tables import metadata as metadata
    from desktop.store.tables import parent as parent
    from desktop.store.tables import revision as revision
else:

    def __getattr__(name: str) -> Any:
        if name.startswith("__"):  # the import system asks for some of these
            raise AttributeError(name)
        from desktop.store import tables

        found = globals()[name] = getattr(tables, name)
        return found
