"""The import table of the house, and the checker that keeps it.

Read LAYERS first: it is the table. A file's layer follows from its name (FILES) or, where the name
says nothing, from what it imports; a folder counts as a file of its name.
"""

import ast
import sys
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

# Top to bottom: each may import only what stands below it.
FEATURES = (
    "office",
    "reports",
    "improvement",
    "surveys",
    "tree",
    "feedback",
    "pledges",
    "attendance",
    "people",
    "sessions",
    "programmes",
)
# They show or use several features; nobody but the composition imports them.
ROOMS = ("home", "workspace", "settings", "history", "help", "sample", "incoming", "outgoing")
# These import whatever they join.
COMPOSITION = (
    "app",
    "cli",
    "exchange",
    "opening",
    "rooms",
    "safekeeping",
    "start",
    "trouble",
    "undoing",
)
COMMON = (
    "chance",
    "errors",
    "garbage",
    "language",
    "log",
    "paths",
    "pdfium",
    "preferences",
    "progress",
    "text",
)

# The door by which SQLAlchemy comes in, when it is first used: only the store passes it by.
EXPRESSIONS = "desktop.store.sa"

FILES = {
    "model": "model",
    "actions": "core",
    "figures": "core",
    "importing": "core",
    "exporting": "core",
    "reading": "core",
    "refusing": "core",
    "bundle": "core",
    "box": "core",
    "growth": "geometry",
    "wood": "geometry",
    "disclosure": "plain",
    "paper": "paper",
    "summary": "paper",
    "page": "page",
    "kiosk": "page",
    "projector": "page",
    "commands": "commands",
    "papers": "papers",
    "making": "papers",
    "saving": "papers",
    "facts": "papers",
    "layouts": "papers",
    "ready": "papers",
}


@dataclass(frozen=True)
class Layer:
    """What a file may import besides the standard library and COMMON.

    `packages` come from outside, `house` are rooms or files of `desktop`, `files` are layers of
    the same and of lower features, `own` of the same feature alone.
    """

    packages: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


LAYERS = {
    # the files of a feature
    "model": Layer(house=("store.record",), own=("model",)),
    "plain": Layer(
        house=("leaf", "store.record", "tables.headings"), files=("model", "plain", "geometry")
    ),
    "geometry": Layer(packages=("numpy",), house=("leaf",), own=("geometry", "plain")),
    "core": Layer(
        packages=("sqlalchemy", "msgspec", "pyrage"),
        house=("store", "tables"),
        files=("model", "plain", "geometry", "core"),
    ),
    "paper": Layer(
        packages=("reportlab", "numpy"),
        house=("printing", "leaf"),
        files=("model", "plain", "geometry", "paper"),
    ),
    "page": Layer(
        packages=("PySide6",),
        house=("ui", "printing", "store", "leaf", "desk", "tables.rows"),
        files=("model", "plain", "geometry", "core", "paper"),
        own=("page", "papers"),
    ),
    "commands": Layer(
        # a command may print, and may end in the window
        house=(
            "store",
            "tables",
            "printing",
            "kinds",
            "start",
            "workspace.papers",
            "workspace.saving",
        ),
        files=("model", "plain", "geometry", "core", "paper"),
        own=("commands", "papers"),
    ),
    "papers": Layer(  # gathers what is on file and makes papers of it
        house=("store", "printing"),
        files=("model", "plain", "geometry", "core", "paper"),
        own=("papers",),
    ),
    # the rooms below the features
    "store.record": Layer(),
    "store": Layer(
        packages=("sqlalchemy", "alembic", "sqlcipher3", "msgspec"),
        house=("store",),
    ),
    "printing": Layer(
        packages=("reportlab", "pypdfium2", "uharfbuzz", "bidi", "regex", "fontTools", "PIL"),
        house=("printing", "leaf"),
    ),
    "tables": Layer(packages=("openpyxl", "psutil", "xlsxwriter"), house=("tables", "store.files")),
    "ui": Layer(packages=("PySide6", "shiboken6", "pypdfium2"), house=("ui", "leaf")),
    "leaf": Layer(house=("leaf",)),
    "common": Layer(packages=("platformdirs",)),
    # the start, and what joins it all
    "bootstrap": Layer(house=("bootstrap",)),
    "__main__": Layer(house=("bootstrap", "cli")),
    "kinds": Layer(house=("store",), files=("model", "core")),
    "desk": Layer(house=("store", "kinds"), files=("model", "core")),
}


@dataclass(frozen=True)
class Import:
    """One imported module."""

    module: str
    line: int

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]

    @property
    def path(self) -> list[str]:
        return self.module.split(".")[1:]


class House:
    """The modules of `desktop` and what each imports; sources are texts by module name."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.imports = {
            module: list(imports(ast.parse(text), sources)) for module, text in sources.items()
        }
        self.layers: dict[str, str] = {}

    def problems(self) -> list[str]:
        """Return a sentence for each import that the table forbids.

        Raises KeyError for a module that it has no place for.
        """
        for module in self.imports:
            self.layer(module)
        return [
            f"{module}, line {found.line}: {self.layer(module)} may not import {found.module}"
            for module, all_found in self.imports.items()
            for found in all_found
            if not self.allows(module, found)
        ]

    def allows(self, module: str, found: Import) -> bool:
        if found.top in sys.stdlib_module_names:
            return True
        name = self.layer(module)
        if name == "composition":
            return True
        layer = LAYERS[name]
        if found.module == EXPRESSIONS:
            return "sqlalchemy" in layer.packages
        if found.top == "sqlalchemy":
            return name == "store" and not found.module.startswith("sqlalchemy.orm")
        if found.top != "desktop":
            return found.top in layer.packages
        if not found.path or found.path[0] in COMMON:
            return name not in ("bootstrap", "__main__")
        if within(".".join(found.path), layer.house):
            return True
        return self.allows_feature(module.split(".")[1], layer, found)

    def allows_feature(self, mine: str, layer: Layer, found: Import) -> bool:
        theirs, kind = found.path[0], self.layer(found.module)
        if theirs == mine:
            return kind in (*layer.files, *layer.own)
        if theirs not in FEATURES:
            return theirs == "kinds" and mine in ROOMS
        if mine in ROOMS:
            return kind in (*layer.files, *layer.own)
        lower = mine not in FEATURES or FEATURES.index(theirs) > FEATURES.index(mine)
        return lower and kind in layer.files

    def layer(self, module: str) -> str:
        if module not in self.layers:
            self.layers[module] = "plain"  # for files that import each other in a ring
            self.layers[module] = self.find_layer(module)
        return self.layers[module]

    def find_layer(self, module: str) -> str:
        room, *rest = [*module.split(".")[1:], ""][:2]
        if room in COMMON or room == "":
            return "common"
        if room in COMPOSITION:
            return "composition"
        if room in FEATURES or room in ROOMS:
            return FILES.get(rest[0]) or self.infer(module)
        if room not in LAYERS:
            raise KeyError(f"{module} has no place in the import table")
        return "store.record" if (room, *rest) == ("store", "record") else room

    def infer(self, module: str) -> str:
        """Return the layer of a feature's file from what it imports."""
        found = self.imports.get(module, [])
        packages = {one.top for one in found}
        rooms = {one.path[0] for one in found if one.top == "desktop" and one.path}
        layers = {self.layer(one.module) for one in found if one.top == "desktop"}
        if "PySide6" in packages or "page" in layers or "ui" in rooms:
            return "page"
        stores = packages & {"sqlalchemy", "msgspec", "pyrage"} or layers & {"store", "core"}
        prints = "reportlab" in packages or layers & {"printing", "paper"}
        if layers & {"commands", "papers"} or (stores and prints):
            return "commands"
        return "paper" if prints else "core" if stores else "plain"


def within(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(place + ".") for place in places)


def imports(tree: ast.Module, known: Container[str]) -> Iterator[Import]:
    """Yield what a module imports, wherever it does so; a relative import counts as forbidden."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield Import(inner if inner in known else base, node.lineno)
