"""The look of the app: colours, type and sizes, changed as one while it runs."""

from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop import garbage
from desktop.paths import resources
from desktop.ui.stylesheet import style_sheet
from desktop.ui.tokens import tokens

FAMILY: Final = "Atkinson Hyperlegible Next"
FALLBACKS: Final = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Gujarati",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans SC",
    "Noto Emoji",
)
STYLE: Final = "Fusion"
DARK_BELOW: Final = 128
CHOICES: Final = ("system", "light", "dark", "hc")
TEXT_SIZES: Final = (100, 115, 130)

CAPTION, BODY, LEAF, SECTION, TITLE, NUMBER, TODAY = 10, 11, 12, 13, 16, 20, 26

_FACES = ("Regular", "Medium", "SemiBold", "Bold", "RegularItalic")
_CUTS = {500: f"{FAMILY} Medium", 600: f"{FAMILY} SemiBold"}
_PROPERTY = "pledge_tree_theme"


class Theme(QObject):
    """The look in force; pages ask it for colours, fonts and sizes as they paint.

    `changed` is emitted after everything was restyled.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.name = "light"
        self.choice = "light"
        self.percent = 100
        self.applied = False
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, int, bool], QFont] = {}

    @property
    def high_contrast(self) -> bool:
        return self.name == "hc"

    def hex(self, token: str) -> str:
        """Return a token as `#RRGGBB`."""
        return tokens(self.name)[token]

    def colour(self, token: str) -> QColor:
        """Return the colour of a token; a `#RRGGBB` is returned as it is."""
        if token not in self._colours:
            value = token if token.startswith("#") else tokens(self.name)[token]
            self._colours[token] = QColor(value)
        return self._colours[token]

    def font(self, points: float = BODY, weight: int = 400, italic: bool = False) -> QFont:
        """Return the type at a size in design points (96 dpi), grown by the text size chosen.

        It is shared: copy it with `QFont(...)` before changing it.
        """
        key = (points, weight, italic)
        if key not in self._fonts:
            first = [_CUTS[weight]] if weight in _CUTS else []
            font = QFont([*first, FAMILY, *FALLBACKS])
            font.setPointSizeF(self.points(points))
            font.setWeight(QFont.Weight(weight))
            font.setItalic(italic)
            self._fonts[key] = font
        return self._fonts[key]

    def points(self, points: float) -> float:
        """Return the size Qt needs so that a design point is 1/72 of 96 dots on any screen."""
        dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        return points * 96 / dots * self.percent / 100

    def px(self, length: float) -> int:
        """Return a length in design pixels, grown by the text size chosen."""
        return round(length * self.percent / 100)

    def choose(self, name: str, text_percent: int) -> None:
        """Take other colours and sizes, and leave what is on the screen as it is."""
        self.name, self.percent = name, text_percent
        self._colours.clear()
        self._fonts.clear()

    def apply(self, choice: str, text_percent: int) -> None:
        """Restyle the whole app; `system` follows the light or dark of the desktop."""
        self.choose(_desktop_theme() if choice == "system" else choice, text_percent)
        self.choice, self.applied = choice, True
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(_palette(self))
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self))
        for widget in _all_widgets(app):
            widget.updateGeometry()
        self.changed.emit()

    def follow_desktop(self) -> None:
        """Restyle when the desktop went from light to dark, if it is to be followed."""
        if self.choice == "system" and self.name != _desktop_theme():
            self.apply(self.choice, self.percent)


def _all_widgets(app: QApplication) -> list[QWidget]:
    """Return every widget; one that were collected while Qt lists it would crash the app."""
    with garbage.paused("widgets are listed"):
        return app.allWidgets()


def apply_theme(app: QApplication, choice: str = "system", text_percent: int = 100) -> Theme:
    """Give the app its look, or change it while it runs.

    `choice` is one of CHOICES, `text_percent` one of TEXT_SIZES.
    """
    look = _known_theme(app)
    if look is None:
        app.setStyle(STYLE)
        look = _new_theme(app)
    if not look.applied:
        _load_fonts()
        app.styleHints().colorSchemeChanged.connect(look.follow_desktop)
    look.apply(choice, text_percent)
    return look


def prepare_theme(app: QApplication, choice: str, text_percent: int) -> None:
    """Know the colours, for a first window without words; `apply_theme` gives the rest.

    Fonts and the style sheet take a while to load. The app was started with `-style` STYLE.
    """
    if choice == "system":  # asking for the colour scheme would build the enums of Qt
        window = app.palette().color(QPalette.ColorRole.Window)
        choice = "dark" if window.lightness() < DARK_BELOW else "light"
    (_known_theme(app) or _new_theme(app)).choose(choice, text_percent)


def _known_theme(app: QApplication) -> Theme | None:
    found = app.property(_PROPERTY)
    return found if isinstance(found, Theme) else None


def _new_theme(app: QApplication) -> Theme:
    made = Theme(app)
    app.setProperty(_PROPERTY, made)
    return made


def theme() -> Theme:
    """Return the look of the running app; the light one if none was given yet."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "widgets need a QApplication"
    return _known_theme(app) or apply_theme(app, "light")


def _desktop_theme() -> str:
    dark = QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _load_fonts() -> None:
    faces = [f"AtkinsonHyperlegibleNext-{face}" for face in _FACES]
    noto = sorted(resources("fonts").glob("Noto*.ttf"))
    for path in [*(resources("fonts", f"{face}.ttf") for face in faces), *noto]:
        QFontDatabase.addApplicationFont(str(path))


def _palette(look: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, token in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "sunken"),
        (roles.Text, "text"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "brand"),
        (roles.HighlightedText, "onbrand"),
        (roles.PlaceholderText, "muted"),
        (roles.ToolTipBase, "toast"),
        (roles.ToolTipText, "ontoast"),
        (roles.Link, "softink"),
    ):
        palette.setColor(role, look.colour(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("muted"))
    return palette
