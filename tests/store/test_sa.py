import subprocess
import sys

import pytest
import sqlalchemy

from desktop.store import sa

LATE = """
import sys
from desktop.store import sa
from desktop.sessions import actions
before = "sqlalchemy" in sys.modules
sa.select
print(before, "sqlalchemy" in sys.modules)
"""


def test_sqlalchemy_is_loaded_when_it_is_first_used() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_the_names_are_those_of_sqlalchemy() -> None:
    assert sa.select is sqlalchemy.select
    assert sa.exc is sqlalchemy.exc
    with pytest.raises(AttributeError):
        getattr(sa, "no_such_name")  # noqa: B009  not a name that is known
