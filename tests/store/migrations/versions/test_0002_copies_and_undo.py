from contextlib import closing
from pathlib import Path

from desktop.store.engine import connect
from tests.store.laptops import add, contents, laptop, names
from tests.store.test_upgrading import OLD


def test_two_laptops_that_went_on_with_one_old_file_can_merge(tmp_path: Path) -> None:
    for name in ("a.db", "b.db"):
        with closing(connect(tmp_path / name, "rwc")) as connection:
            connection.executescript(OLD.read_text(encoding="utf-8"))
    with closing(laptop(tmp_path / "a.db")) as one, closing(laptop(tmp_path / "b.db")) as two:
        add(one, "Bhavna")
        add(two, "Catrin")
        one.merge(two)
        two.merge(one)
        assert names(one) == ["Anna", "Bhavna", "Catrin", "Siân"]
        assert contents(one) == contents(two)
