import threading

import pytest

from desktop.printing.fonts import CHAINS, Weight, coverage, plain, register


@pytest.mark.parametrize("weight", Weight)
def test_every_face_of_a_chain_is_shipped_with_its_licence_in_the_folder(weight: Weight) -> None:
    for face in CHAINS[weight]:
        assert face.path.is_file()
        family = face.name.split("-")[0]
        assert (face.path.parent / f"OFL-{family}.txt").is_file()


@pytest.mark.parametrize("weight", Weight)
def test_the_house_face_draws_welsh_polish_and_gaelic(weight: Weight) -> None:
    assert plain(weight).keys() >= set("ŵŷŴŶâêîôûäëïöüąćęłńóśźżĄĆĘŁŃÓŚŹŻàèìòùÀÈÌÒÙ–—‘’“”…•·×€£½")


def test_the_same_characters_are_plain_in_every_weight() -> None:
    assert len({frozenset(plain(weight)) for weight in Weight}) == 1


def test_what_would_print_as_a_box_or_wrongly_is_not_covered() -> None:
    for face in CHAINS[Weight.REGULAR]:
        assert not coverage(face).keys() & set("\ufffd\x00\n\u200d\ue000\ud800")
        if not face.shaped:
            assert not coverage(face).keys() & set("हि\u0302سא")


@pytest.mark.parametrize("weight", Weight)
def test_each_script_has_a_face_in_every_weight(weight: Weight) -> None:
    for sample in ["ह", "ગ", "ব", "ਪ", "س", "ٹ", "א", "王", "國", "嘅", "👍", *"✓✗☐☒→➔★"]:
        assert any(sample in coverage(face) for face in CHAINS[weight])


def test_the_faces_for_other_scripts_are_small_enough_to_ship() -> None:
    faces = {face.path for weight in Weight for face in CHAINS[weight] if face.shaped}
    new = [path for path in faces if path.stem.split("-")[0] not in ("NotoSans", "NotoEmoji")]
    assert sum(path.stat().st_size for path in new) < 6_000_000


def test_two_workers_may_register_the_faces_at_once() -> None:
    names: list[str] = []
    workers = [
        threading.Thread(target=lambda: names.extend(register(f) for f in CHAINS[Weight.BOLD][:2]))
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(names) == sorted([face.name for face in CHAINS[Weight.BOLD][:2]] * 4)
