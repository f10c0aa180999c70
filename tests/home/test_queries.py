import re

import pytest

from desktop.home import queries
from desktop.store.store import Store

ASKED = {
    "AHEAD": f"SELECT * FROM session {queries.AHEAD}",
    "LAST": f"SELECT * FROM session {queries.LAST}",
    "PRESENCES": queries.PRESENCES,
    "LARGE_PRINT": queries.LARGE_PRINT,
    "ANY_LEAF": queries.ANY_LEAF,
    "LEAVES": queries.LEAVES,
    "NAMES": queries.NAMES,
    "KEPT_SINCE": queries.KEPT_SINCE,
    "MADE_SINCE": queries.MADE_SINCE,
    "LATEST_SHOWN": queries.LATEST_SHOWN,
}


@pytest.mark.parametrize("name", ASKED)
def test_no_table_is_read_to_its_end_however_much_is_on_file(store: Store, name: str) -> None:
    values = dict.fromkeys(re.findall(r":(\w+)", ASKED[name]), "1")
    with store.glance() as db:
        plan = [row[3] for row in db.query(f"EXPLAIN QUERY PLAN {ASKED[name]}", **values)]
    assert any(step.startswith("SEARCH") for step in plan)
    assert not [step for step in plan if step.startswith(("SCAN", "MATERIALIZE"))]


def test_every_query_of_home_is_looked_at() -> None:
    named = {name for name, value in vars(queries).items() if isinstance(value, str)}
    named = {name for name in named if name.isupper() and not name.startswith("_")}
    assert named - ASKED.keys() == {"ANY_SESSION"}, "which stops at the first row"
