from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.home.picture import TreePicture
from desktop.pledges.actions import follow_up, make_pledge
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.programmes.actions import default_programme
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.ui.theme import apply_theme, theme
from tests.home.conftest import NOW
from tests.tree.pledges import texts

DAY = NOW.date()


def painted(picture: TreePicture, token: str) -> int:
    """Return how many pixels have the colour of a token."""
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(theme().colour(token)).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


@pytest.fixture
def picture(qtbot: QtBot) -> TreePicture:
    made = TreePicture()
    qtbot.addWidget(made)
    made.resize(330, 236)
    return made


@pytest.fixture
def programme(desk: Desk) -> Programme:
    """A programme with a session and forty pledges, ten of them kept."""
    with desk.store.change("Plan session") as change:
        programme = change.save(default_programme("Leading with care"))
        session = change.save(Session(programme=programme.id, title="Kindness", date=DAY))
        for at, text in enumerate(texts()[:40]):
            one = Pledge(session=session.id, text=text, show=Show.NO_NAME, checked=True, made=DAY)
            made = make_pledge(change, one)
            if at % 4 == 0:
                follow_up(change, made, DAY, Outcome.KEPT, "")
    return programme


@pytest.fixture
def drawn(
    qtbot: QtBot, desk: Desk, picture: TreePicture, programme: Programme
) -> Callable[[], TreePicture]:
    """Shows the programme's tree and waits until it is drawn."""

    def draw() -> TreePicture:
        picture.show()
        picture.show_tree(desk, programme.id, has_leaf=True)
        picture.load()
        rests(qtbot, picture)
        return picture

    return draw


def rests(qtbot: QtBot, picture: TreePicture) -> None:
    def at_rest() -> bool:
        return picture.director is not None and picture.director.at_rest

    qtbot.waitUntil(at_rest, timeout=20_000)


def test_the_programmes_own_tree_is_drawn_with_its_blossoms(
    drawn: Callable[[], TreePicture],
) -> None:
    picture = drawn()
    assert picture.accessibleName() == "A tree with 40 leaves, 10 in blossom"
    assert painted(picture, "blossom") > 60
    assert painted(picture, "bark") > 60
    assert all(painted(picture, f"t{number}") > 60 for number in (1, 2, 3, 4, 5))


def test_a_new_leaf_grows_there_and_is_counted(
    qtbot: QtBot, desk: Desk, drawn: Callable[[], TreePicture], programme: Programme
) -> None:
    picture = drawn()
    told: list[int | None] = []
    picture.counted.connect(told.append)
    with desk.store.change("Make pledge") as change:
        (session,) = change.find(Session)
        make_pledge(change, Pledge(session=session.id, text="Sit", show=Show.NO_NAME, made=DAY))
    picture.show_tree(desk, programme.id, has_leaf=True)
    qtbot.waitUntil(lambda: told[-1] == 41, timeout=20_000)
    rests(qtbot, picture)
    assert told[0] == 40


def test_looking_at_it_writes_nothing(desk: Desk, drawn: Callable[[], TreePicture]) -> None:
    size = desk.store.size()
    drawn()
    assert desk.store.size() == size


def test_until_it_is_loaded_it_is_calm_and_says_how_many_leaves_it_will_have(
    qtbot: QtBot, desk: Desk, picture: TreePicture, programme: Programme
) -> None:
    told: list[int | None] = []
    picture.counted.connect(told.append)
    picture.show_tree(desk, programme.id, has_leaf=True)
    assert picture.accessibleName() == "The programme’s tree"
    picture.count()
    qtbot.waitUntil(lambda: told[-1] is not None)
    assert told == [None, 40]
    assert picture.director is None
    assert picture.accessibleName() == "A tree with 40 leaves, 10 in blossom"
    assert painted(picture, "bark") == 0


def test_without_leaves_there_is_a_sapling_and_nothing_is_loaded(
    desk: Desk, picture: TreePicture
) -> None:
    told: list[int | None] = []
    picture.counted.connect(told.append)
    picture.show_tree(desk, "", has_leaf=False)
    picture.load()
    assert picture.director is None
    assert told == [0]
    assert painted(picture, "bark") > 20


@pytest.mark.parametrize("name", ["dark", "hc"])
def test_the_tree_has_the_colours_of_the_theme(
    qtbot: QtBot, drawn: Callable[[], TreePicture], qapp: QApplication, name: str
) -> None:
    picture = drawn()
    apply_theme(qapp, name)
    qtbot.waitUntil(lambda: painted(picture, "blossom") > 60, timeout=20_000)
    assert painted(picture, "t2") > 60


def test_hidden_it_does_no_work(
    desk: Desk, drawn: Callable[[], TreePicture], programme: Programme
) -> None:
    picture = drawn()
    picture.hide()
    picture.show_tree(desk, programme.id, has_leaf=True)
    assert picture.director is not None
    assert picture.director.at_rest
