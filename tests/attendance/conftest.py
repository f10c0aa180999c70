from tests.own_data import store

__all__ = ["store"]
