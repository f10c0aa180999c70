import pytest

from desktop.tables.delimiter import ONE_COLUMN, delimiter_of, hinted, spaced

LISTS = {
    "commas": ("Name,Team\nSam Smith,North\n", ","),
    "semicolons": ("Name;Team\nSam Smith;North\n", ";"),
    "tabs": ("Name\tTeam\nSam Smith\tNorth\n", "\t"),
    "surnames first in semicolons": ("Smith, Sam;North\nJones, Ann;South\n", ";"),
    "the same with a header": ("Name;Dept\nSmith, Sam;North\nJones, Ann;South\n", ";"),
    "surnames first in tabs": ("Name\tDept\nSmith, Sam\tNorth\n", "\t"),
    "one column": ("Name\nSam Smith\nAnn Jones\n", ONE_COLUMN),
    "one column of surnames first": ("Name\nSmith, Sam\nJones, Ann\n", ONE_COLUMN),
    "the same below a title": ("Staff list, July\nName\nSmith, Sam\nJones, Ann\n", ONE_COLUMN),
    "one quoted column": ('Name\n"Smith, Sam"\n"Jones, Ann"\n', ONE_COLUMN),
    "pledges": ("Pledge\nI listen, and ask.\nI rest\nI say no, kindly, once.\n", ONE_COLUMN),
    "a title with a comma": ("Staff, July 2026\nName;Dept\nSmith, Sam;A\nJones, Ann;B\n", ";"),
    "a title above commas": ("Staff list\n\nName,Dept\nSam,A\nAnn,B\n", ","),
    "spaces behind commas": ("Name, Dept\nSam, A\nAnn, B\n", ","),
    "decimal commas": ("Name;Hours\nSam;37,5\nAnn;20\nJo;18,75\n", ";"),
    "short rows": ("Name,Role,Team\nSam,Carer,North\nAnn\nJo,Nurse,South\n", ","),
    "quoted semicolons": ('"a;b","c;d"\n"e;f","g;h"\n', ","),
    "quoted line breaks": ('Name;Notes\nSam;"one,\ntwo,\nthree"\nAnn;"x"\n', ";"),
    "several answers in a cell": ('Name,Topics\nSam,"North;South"\nAnn,"East;West"\n', ","),
    "a quotation mark inside": ('Name,Notes\nSam,5" pipe\nAnn,"so" they say\n', ","),
    "Excel is told": ("sep=;\nSmith, Sam\nJones, Ann\n", ";"),
    "nothing": ("", ONE_COLUMN),
}


@pytest.mark.parametrize(("text", "mark"), LISTS.values(), ids=LISTS.keys())
def test_the_mark_between_cells_is_found(text: str, mark: str) -> None:
    assert delimiter_of(text) == mark
    assert delimiter_of(text.replace("\n", "\r\n")) == mark


def test_a_sample_may_end_in_a_quoted_cell() -> None:
    assert delimiter_of('Name;Notes\nSam;"one, two\nthree') == ";"


def test_the_hint_for_excel_is_read() -> None:
    assert hinted('\ufeff"sep=;"\r\na;b') == ";"
    assert hinted("september;a") is None


def test_quoted_cells_may_have_a_space_before_them() -> None:
    assert spaced('Sam, "Smith, Jr"\n', ",")
    assert not spaced('"Sam", "x","y"\n', ",")
