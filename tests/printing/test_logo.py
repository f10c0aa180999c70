import random
from io import BytesIO

import pytest
from PIL import Image

from desktop.errors import UserError
from desktop.printing.logo import small_logo
from desktop.printing.picture import opened

MUCH = 200_000


def picture(wide: int, high: int, kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("RGB", (wide, high), "#0F5A3D").save(file, kind)
    return file.getvalue()


def noise(side: int) -> bytes:
    file = BytesIO()
    dots = random.Random(1).randbytes(side * side * 3)
    Image.frombytes("RGB", (side, side), dots).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_becomes_small_in_its_shape(kind: str) -> None:
    with Image.open(BytesIO(small_logo(picture(2400, 800, kind), MUCH))) as small:
        assert (small.format, small.size) == ("PNG", (600, 200))


def test_a_small_picture_stays_as_large_as_it_is() -> None:
    with Image.open(BytesIO(small_logo(picture(90, 30), MUCH))) as small:
        assert small.size == (90, 30)


def test_a_busy_picture_gives_up_size_for_weight() -> None:
    made = small_logo(noise(700), MUCH)
    assert len(made) <= MUCH


def test_what_will_not_become_small_enough_is_refused() -> None:
    with pytest.raises(UserError, match="too large for a logo"):
        small_logo(noise(700), 1_000)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UserError, match="could not be read"):
        small_logo(b"<svg/>", MUCH)


def test_a_logo_is_turned_once_and_tells_nothing_of_its_camera() -> None:
    held = Image.Exif()
    held[0x0112], held[0x010E] = 6, "taken at home"
    file = BytesIO()
    Image.new("RGB", (64, 32)).save(file, "JPEG", exif=held)
    small = small_logo(file.getvalue(), MUCH)
    assert opened(small).size == (32, 64)
    assert b"taken at home" not in small
