"""The app is killed while answers are typed in."""

import subprocess
import sys
import uuid
from pathlib import Path

from desktop.feedback.box import open_box
from desktop.feedback.form import default_form

SESSION = str(uuid.UUID(int=7))

KEEP_ADDING = """
import sys
from pathlib import Path
from desktop.feedback.box import open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
box = open_box(Path(sys.argv[1]), sys.argv[2], default_form())
while True:
    box.keep_draft(Answers(words={"else": "half a"}))
    token = box.add(Answers(given={"rating": ("good",)}, words={"else": "whole"}))
    print(token, flush=True)
"""


def test_no_acknowledged_answer_is_lost(tmp_path: Path) -> None:
    data_file = tmp_path / "hall.db"
    acknowledged: set[str] = set()
    for kill_after in (1, 4, 9, 17):
        command = [sys.executable, "-c", KEEP_ADDING, str(data_file), SESSION]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:
            assert adding.stdout
            acknowledged |= {adding.stdout.readline().strip() for _ in range(kill_after)}
            adding.kill()
            acknowledged |= {line.strip() for line in adding.stdout if line.endswith("\n")}
        box = open_box(data_file, SESSION, default_form())
        kept = {answer["id"] for answer in box.body()["answers"]}
        assert acknowledged <= kept
        assert len(box.comments()) == box.count
