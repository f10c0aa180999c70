"""Where the app's own files and the user's data lie."""

import sys
from pathlib import Path


def root() -> Path:
    """Return the folder that holds `desktop` and `resources`, also in a packaged app."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources(*parts: str) -> Path:
    """Return the path of something the app ships."""
    return root().joinpath("resources", *parts)


def default_data_file() -> Path:
    """Return the user's own data file, in the local (never roaming) data folder."""
    import platformdirs

    folder = platformdirs.user_data_path("Pledge Tree", appauthor=False, roaming=False)
    return folder / "pledge-tree.db"


def documents_folder() -> Path:
    """Return the user's documents folder, where saved papers go unless they choose another."""
    import platformdirs

    return platformdirs.user_documents_path() / "Pledge Tree"
