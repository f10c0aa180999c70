from io import BytesIO

import pytest
from PIL import Image, ImageOps

from desktop.errors import UserError
from desktop.printing.picture import MOST, grey, opened, page_png, placed, png_of
from tests.printing.reading import drawn, ink


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    return encoded(Image.new("RGB", size, (200, 20, 60)), kind)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_drawn_in_its_box(kind: str) -> None:
    pdf = drawn(lambda canvas: placed(canvas, picture(kind), 100, 100, 60, 40))
    assert ink(pdf) == pytest.approx(60 * 40, rel=0.05)


@pytest.mark.parametrize("content", [b"", b"text", picture("GIF"), picture()[:60]])
def test_what_is_no_picture_says_so(content: bytes) -> None:
    with pytest.raises(UserError, match="Choose a PNG or JPEG"):
        opened(content)


def test_a_huge_picture_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(UserError, match="too large"):
        opened(picture(size=(9000, 9000)))


def test_a_large_picture_is_made_smaller() -> None:
    assert opened(picture(size=(4000, 1000))).size == (MOST, MOST // 4)
    assert Image.open(BytesIO(png_of(picture(size=(4000, 1000))))).size == (MOST, MOST // 4)


def test_a_photo_stands_as_the_phone_was_held() -> None:
    marked = Image.new("RGB", (64, 32))
    marked.paste((255, 255, 255), (0, 0, 16, 16))  # the upper left corner
    for note in range(1, 9):
        held = Image.Exif()
        held[0x0112] = note
        file = encoded(marked, "JPEG", exif=held)
        wanted = ImageOps.exif_transpose(Image.open(BytesIO(file))).convert("RGBA")
        assert opened(file).tobytes() == wanted.tobytes()
        assert opened(file).size == ((64, 32) if note < 5 else (32, 64))
    assert opened(encoded(Image.new("RGB", (60, 40)), "JPEG", exif=b"Exif\0\0?")).size == (60, 40)


def test_fine_shades_of_grey_stay_shades() -> None:
    middle = encoded(Image.new("I;16", (4, 4), 0x8080), "PNG")
    assert opened(middle).getpixel((0, 0)) == (0x80, 0x80, 0x80, 255)


def test_grey_has_no_colour() -> None:
    red, green, blue = Image.open(BytesIO(grey(picture()))).convert("RGB").resize((1, 1)).tobytes()
    assert red == green == blue


def test_a_page_becomes_a_picture_of_its_size() -> None:
    pdf = drawn(lambda canvas: canvas.rect(0, 0, 100, 100, fill=1))
    made = Image.open(BytesIO(page_png(pdf, 0, 36)))
    assert made.size == pytest.approx((298, 421), abs=1)
    assert made.info["dpi"] == pytest.approx((36, 36), abs=0.1)
