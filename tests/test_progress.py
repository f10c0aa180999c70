import pytest

from desktop.progress import Cancelled, Progress


def test_work_says_how_far_it_is() -> None:
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    assert list(progress.over("ab", 2)) == ["a", "b"]
    assert said == [(0, 2), (1, 2), (2, 2)]


def test_work_that_was_stopped_ends_at_its_next_step() -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        progress.step(1, 2)
