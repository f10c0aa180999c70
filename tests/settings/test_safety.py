from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.settings.safety import SafetyCard
from desktop.store.backup import make_backup
from desktop.ui.rows import FactRow
from tests.ui.hands import click


def card_of(qtbot: QtBot, tmp_path: Path) -> SafetyCard:
    card = SafetyCard(Desk(open_store(tmp_path / "data.db")))
    qtbot.addWidget(card)
    card.show()
    return card


def test_a_second_place_is_kept_and_backed_up_to_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    card = card_of(qtbot, tmp_path)
    (tmp_path / "stick").mkdir()
    with qtbot.waitSignal(card.wanted) as wanted:
        card.use_folder(tmp_path / "stick")
    assert wanted.args == ["backup", ""]
    assert card.desk.preferences.backup_folder == str(tmp_path / "stick")


def test_the_datas_own_folder_is_no_second_place(qtbot: QtBot, tmp_path: Path) -> None:
    card = card_of(qtbot, tmp_path)
    with pytest.raises(UserError, match="already"):
        card.use_folder(tmp_path)


def test_checking_says_that_all_is_well(qtbot: QtBot, tmp_path: Path) -> None:
    card = card_of(qtbot, tmp_path)
    with qtbot.waitSignal(card.told) as told:
        click(card.check_button)
    assert told.args == ["Everything is as it should be."]


def test_it_says_when_the_latest_backup_was_made(qtbot: QtBot, tmp_path: Path) -> None:
    card = card_of(qtbot, tmp_path)
    (tmp_path / "stick").mkdir()
    times = [datetime(2026, 10, 8, hour, 30, tzinfo=UTC) for hour in (9, 15)]
    _, made = [make_backup(card.desk.store, tmp_path / "stick", now) for now in times]
    card.use_folder(tmp_path / "stick")
    assert f"Last backup there: {made.made:%d/%m/%Y %H:%M}" in [
        row.accessibleName() for row in card.findChildren(FactRow)
    ]


def test_what_was_deleted_is_asked_for_beside_the_backups(qtbot: QtBot, tmp_path: Path) -> None:
    card = card_of(qtbot, tmp_path)
    with qtbot.waitSignal(card.wanted) as wanted:
        click(card.deleted_button)
    assert wanted.args == ["deleted", "settings/"]
