from tests.reports.conftest import hall

__all__ = ["hall"]
