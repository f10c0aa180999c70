import json
from datetime import datetime
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.store.store import Store
from tests.sessions.planning import planned, programme


def test_the_sessions_are_listed(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    made = planned(store, place="Tŷ Gwyn")
    planned(store, "Later", cancelled=True)
    planned(store, "Zumba", finished=datetime(2026, 10, 8, 16, 30))
    assert main(["--data", str(store.path), "sessions"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"2026-10-08  10:00  {made.id}  Talk, Tŷ Gwyn" in lines
    assert any(line.endswith("  Later (cancelled)") for line in lines)
    assert any(line.endswith("  Zumba (finished)") for line in lines)


def test_the_sessions_come_as_json_too(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    mine = programme(store, "Kindness")
    made = planned(store, programme=mine.id, team="North")
    assert main(["--data", str(store.path), "sessions", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": made.id,
            "date": "2026-10-08",
            "start": "10:00",
            "end": "12:00",
            "title": "Talk",
            "place": "",
            "team": "North",
            "programme": "Kindness",
            "state": "",
        }
    ]


def test_a_missing_data_file_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "no.db"), "sessions"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
