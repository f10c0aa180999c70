"""The guide's topics, from the files that the app ships."""

from dataclasses import dataclass
from pathlib import Path

from desktop.paths import resources


@dataclass(frozen=True)
class Topic:
    """One page of the guide; `text` is Markdown whose pictures lie beside it."""

    key: str
    title: str
    text: str


def folder() -> Path:
    """Return where the guide and its pictures lie."""
    return resources("guide")


def topics() -> list[Topic]:
    """Return the pages of the guide in their order."""
    return [_topic(path) for path in sorted(folder().glob("[0-9]*.md"))]


def _topic(path: Path) -> Topic:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Topic(path.stem.partition("-")[2], title, text)
