"""SQLAlchemy, loaded when the first of its names is used.

Loading it takes about as long as all else between the first window and Home, and Home does without
it: see `desktop.store.glance`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import *  # noqa: F403  all that it offers
    from sqlalchemy import event as event
    from sqlalchemy import exc as exc
    from sqlalchemy import types as types
else:

    def __getattr__(name: str) -> Any:
        if name.startswith("__"):  # the import system asks for some of these
            raise AttributeError(name)
        import sqlalchemy

        found = globals()[name] = getattr(sqlalchemy, name)
        return found
