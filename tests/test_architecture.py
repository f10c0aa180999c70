"""The house keeps its own rules; see architecture.py for the table."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import House

ROOT = Path(__file__).parent.parent
MOST_LINES = 300
MOST_FUNCTION_LINES = 30
# Functions that may be longer, each with the reason.
LONGER: dict[str, str] = {}

DESKTOP = sorted((ROOT / "desktop").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Yield each function's name and how many lines its body has without the docstring."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            yield node.name, (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_every_file_imports_only_what_the_table_allows() -> None:
    house = House({module_name(path): path.read_text("utf-8") for path in DESKTOP})
    assert house.problems() == []


def test_only_the_store_makes_an_engine() -> None:
    outside = [path for path in DESKTOP if "store" not in path.relative_to(ROOT).parts]
    assert [str(path) for path in outside if "create_engine" in path.read_text("utf-8")] == []


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in DESKTOP + TESTS}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = {
        f"{module_name(path)}.{name}": length
        for path in DESKTOP
        for name, length in functions(path.read_text("utf-8"))
        if length > MOST_FUNCTION_LINES
    }
    assert {name: length for name, length in found.items() if name not in LONGER} == {}
    assert set(LONGER) <= set(found), "these are short again; take them off the list"


def test_every_file_has_its_tests_beside_it_in_the_mirror() -> None:
    missing = []
    for path in DESKTOP:
        mirror = ROOT / "tests" / path.relative_to(ROOT / "desktop")
        if needs_tests(path.read_text("utf-8")):
            wanted = mirror.with_name(f"test_{path.name}")
            missing += [] if wanted.exists() else [str(wanted.relative_to(ROOT))]
    assert missing == []


def needs_tests(text: str) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return any(isinstance(node, kinds) for node in ast.walk(ast.parse(text)))


def test_no_address_is_written_into_requirements_or_the_build() -> None:
    files = [*ROOT.glob("requirements*"), *(ROOT / ".ci").iterdir(), ROOT / "pyproject.toml"]
    files += (ROOT / "tests").rglob("requirements*")
    assert [str(path) for path in files if "://" in path.read_text("utf-8")] == []


BAD = {
    "a model imports SQLAlchemy": ("people.model", "import sqlalchemy as sa"),
    "a model imports actions": ("people.model", "from desktop.people.actions import add"),
    "a model reaches into the store": ("people.model", "from desktop.store.change import Change"),
    "actions show a window": ("people.actions", "from PySide6.QtWidgets import QWidget"),
    "actions print": ("people.actions", "from reportlab.pdfgen.canvas import Canvas"),
    "an ORM session": ("store.store", "from sqlalchemy.orm import Session"),
    "a lower feature imports a higher": ("people.actions", "from desktop.pledges import model"),
    "a feature imports a room": ("people.page", "from desktop.home.page import Home"),
    "a room imports another room": ("home.page", "from desktop.workspace.page import Room"),
    "a feature imports the app": ("people.page", "from desktop.app import run"),
    "a page queries": ("people.page", "from desktop.store import sa"),
    "a paper of a room queries": ("workspace.papers", "from desktop.store import sa"),
    "actions load SQLAlchemy at once": ("people.actions", "import sqlalchemy as sa"),
    "a page of a folder queries": ("people.page.table", "from desktop.store import sa"),
    "a page shows a lower page": ("pledges.page", "from desktop.people.page import People"),
    "a paper reads the store": ("pledges.paper", "from desktop.store.store import Store"),
    "a paper reads actions": ("pledges.paper", "from desktop.pledges.actions import pledges"),
    "a paper uses Qt": ("pledges.paper", "from PySide6.QtGui import QPainter"),
    "commands use Qt": ("pledges.commands", "from PySide6.QtGui import QPainter"),
    "an unnamed file mixes Qt and queries": (
        "people.editor",
        "from desktop.store import sa\nfrom PySide6.QtWidgets import QWidget",
    ),
    "an unnamed file mixes paper and queries": (
        "people.badges",
        "from desktop.store import sa\nfrom reportlab.lib import units",
    ),
    "the widgets know a feature": ("ui.table", "from desktop.people.model import Person"),
    "the printing room uses Qt": ("printing.sheet", "from PySide6.QtGui import QFont"),
    "the store knows a feature": ("store.store", "from desktop.people.model import Person"),
    "records need SQLAlchemy": ("store.record", "import sqlalchemy"),
    "the set-up needs a package": ("bootstrap.start", "import msgspec"),
    "the set-up uses the app's words": ("bootstrap.start", "from desktop.language import tr"),
    "an unknown package": ("people.actions", "import requests"),
    "a relative import": ("people.actions", "from .model import Person"),
    "an import inside a function": ("people.model", "def f():\n    import sqlalchemy"),
}


@pytest.mark.parametrize(("module", "text"), BAD.values(), ids=BAD.keys())
def test_the_checker_sees(module: str, text: str) -> None:
    neighbours = {
        "desktop.store.sa": "import sqlalchemy",
        "desktop.people.actions": "from desktop.people.model import Person",
        "desktop.pledges.model": "",
        "desktop.pledges.actions": "",
    }
    assert House({**neighbours, f"desktop.{module}": text}).problems()


GOOD = {
    "actions use lower actions": ("pledges.actions", "from desktop.people.actions import add"),
    "a page calls its actions": ("people.page", "from desktop.people.actions import add"),
    "a page has parts": ("people.page.table", "from desktop.people.page.row import Row"),
    "a room shows the features' pages": ("workspace.page", "from desktop.people.page import P"),
    "anyone speaks": ("people.model", "from desktop.language import tr"),
    "actions query": ("people.actions", "from desktop.store import sa"),
    "an unnamed file queries": (
        "people.duplicates",
        "from desktop.store import sa\nfrom desktop.people.actions import people",
    ),
    "an unnamed file prepares papers": (
        "workspace.papers",
        "from desktop.people.actions import people\nfrom desktop.pledges.paper import cards",
    ),
}


@pytest.mark.parametrize(("module", "text"), GOOD.values(), ids=GOOD.keys())
def test_the_checker_lets_pass(module: str, text: str) -> None:
    assert House({"desktop.store.sa": "", f"desktop.{module}": text}).problems() == []


def test_a_room_that_the_table_does_not_know_is_noticed() -> None:
    with pytest.raises(KeyError):
        House({"desktop.cupboard.model": "import os"}).problems()


def test_a_function_is_measured_without_its_docstring() -> None:
    text = 'def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n\n    return a\n'
    assert list(functions(text)) == [("f", 3)]
