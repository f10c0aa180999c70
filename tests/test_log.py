import sys
from pathlib import Path

from desktop.log import close_log, log_bug, log_to


def test_a_bug_is_logged_without_what_people_typed(tmp_path: Path) -> None:
    log_to(tmp_path / "data.db")
    try:
        raise ValueError("Hanna Kowalczyk")
    except ValueError:
        kind, _, trace = sys.exc_info()
        assert kind is not None
        log_bug(kind, trace)
    close_log()
    logged = (tmp_path / "data.log").read_text(encoding="utf-8")
    assert "ValueError at test_log.py:" in logged
    assert "Hanna" not in logged


def test_a_folder_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    log_to(tmp_path / "gone" / "data.db")
    close_log()
