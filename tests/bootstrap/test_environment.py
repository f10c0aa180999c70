import base64
import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from desktop.bootstrap.basics import SetUpError
from desktop.bootstrap.environment import APP, TESTS, is_ready, prepare, show_progress, venv_python

DIST = "twig-1.0.dist-info"
WHEEL = "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def make_wheel(folder: Path) -> str:
    """Write a package of one line there; return the hash that pins it."""
    files = {
        "twig.py": "LENGTH = 12\n",
        f"{DIST}/METADATA": "Metadata-Version: 2.1\nName: twig\nVersion: 1.0\n",
        f"{DIST}/WHEEL": WHEEL,
    }
    record = [f"{name},sha256={sha(text)},{len(text)}" for name, text in files.items()]
    files[f"{DIST}/RECORD"] = "\n".join([*record, f"{DIST}/RECORD,,"])
    path = folder / "twig-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sha(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one dependency, on a machine without the internet that has its wheel."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    root = tmp_path / "a folder with spaces"
    root.mkdir()
    (root / "requirements.txt").write_text(f"twig==1.0 --hash=sha256:{make_wheel(wheels)}\n")
    (root / "requirements-dev.txt").write_text("")
    return root


def has_twig(python: str) -> bool:
    code = subprocess.call([python, "-c", "import twig"], stderr=subprocess.DEVNULL)
    return code == 0


def test_the_first_start_sets_up_and_the_next_has_nothing_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python = prepare(str(project), APP)
    assert has_twig(python)
    first = capsys.readouterr()
    assert "  twig 1.0\n" in first.err
    assert first.out == ""

    assert prepare(str(project), APP) == python
    assert capsys.readouterr() == ("", "")
    assert not is_ready(str(project), TESTS)

    prepare(str(project), TESTS)
    assert is_ready(str(project), TESTS)
    assert is_ready(str(project), APP)

    (project / "requirements.txt").write_text("")
    assert not is_ready(str(project), APP)


def test_a_set_up_that_was_killed_heals(project: Path) -> None:
    half = project / ".venv"
    (half / "lib").mkdir(parents=True)
    (half / "unfinished").touch()
    assert has_twig(prepare(str(project), APP))
    assert not (half / "unfinished").exists()


def test_an_environment_whose_python_is_gone_is_made_again(project: Path) -> None:
    python = Path(venv_python(str(project)))
    python.parent.mkdir(parents=True)
    python.symlink_to(project / "gone")
    assert has_twig(prepare(str(project), APP))


def test_a_package_that_is_not_the_pinned_one_is_refused(project: Path) -> None:
    (project / "requirements.txt").write_text(f"twig==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(SetUpError, match=r"not the one Pledge Tree was tested with; see .*log"):
        prepare(str(project), APP)
    assert "twig" in (project / ".venv" / "set-up.log").read_text()
    assert not is_ready(str(project), APP)


def test_without_the_internet_one_sentence_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_FIND_LINKS")
    with pytest.raises(SetUpError, match=r"connect to the internet and start Pledge Tree again\.$"):
        prepare(str(project), APP)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Collecting alembic==1.20.1 (from -r requirements.txt (line 1))\n", "  alembic 1.20.1\n"),
        ("Processing /a b/twig-1.0-py3-none-any.whl (from -r x.txt (line 1))\n", "  twig 1.0\n"),
        ("  Downloading pyside6-6.11.3-abi3.whl (80.3 MB)\n", "    fetching 80.3 MB\n"),
        ("  Downloading mako-1.4.3-py3.whl (81 kB)\n", ""),
        ("Installing collected packages: a, b\n", "  all fetched, now installing\n"),
    ],
)
def test_progress_is_told_in_few_words(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show_progress(line)
    assert capsys.readouterr().err == said
