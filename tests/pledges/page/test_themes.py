from pytestqt.qtbot import QtBot

from desktop.pledges.page.themes import ThemesButton


def test_several_themes_are_chosen_one_by_one(qtbot: QtBot) -> None:
    button = ThemesButton()
    qtbot.addWidget(button)
    button.set_themes(["Listening", "Time & care", "Joy"])
    for wanted in ("Time && care", "Listening"):
        action = next(a for a in button.menu_for().actions() if a.text() == wanted)
        with qtbot.waitSignal(button.changed):
            action.trigger()
    assert button.values() == ("Listening", "Time & care")
    assert button.words() == "Themes: 2"
    assert button.accessibleName() == "Themes: Listening, Time & care"
    button.menu_for().actions()[0].trigger()
    assert button.values() == ("Time & care",)


def test_a_programme_without_themes_shows_no_button(qtbot: QtBot) -> None:
    button = ThemesButton()
    qtbot.addWidget(button)
    button.set_themes([])
    assert button.isHidden()


def test_a_theme_that_is_no_longer_offered_is_not_chosen(qtbot: QtBot) -> None:
    button = ThemesButton()
    qtbot.addWidget(button)
    button.set_themes(["Joy"])
    button.set_values(["Joy", "Gone"])
    assert button.values() == ("Joy",)
    assert button.accessibleName() == "Themes: Joy"
