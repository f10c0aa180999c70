from tests.own_data import look, store

__all__ = ["look", "store"]
