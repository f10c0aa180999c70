"""Tests of the rows a poster is made from."""

import pytest

from desktop.printing.sheet import A3, Size
from desktop.tree.paper.rows import Poster


@pytest.mark.parametrize(("sheet", "form"), [(A3, "portrait"), (A3.landscape, "landscape")])
def test_a_tree_has_the_form_of_its_sheet(sheet: Size, form: str) -> None:
    assert Poster(sheet, ((),), ()).form == form
