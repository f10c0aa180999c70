from tests.brought_in import session
from tests.own_data import store

__all__ = ["session", "store"]
