"""A register-like list: groups of rows with columns, a pill and actions, fast with thousands."""

from desktop.ui.table.lines import Action, Column, Group, Pill, Row
from desktop.ui.table.listing import RowList
from desktop.ui.table.tall import TallList

__all__ = ["Action", "Column", "Group", "Pill", "Row", "RowList", "TallList"]
