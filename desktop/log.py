"""The log of bugs: a rotating file beside the data, without anything people typed."""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOGGER = logging.getLogger("pledge-tree")
MOST_BYTES, KEPT = 200_000, 3


def log_to(data_file: Path) -> None:
    """Send what is logged to a file beside the data file; a folder that is gone logs nowhere."""
    close_log()
    try:
        handler = RotatingFileHandler(
            data_file.with_suffix(".log"),
            maxBytes=MOST_BYTES,
            backupCount=KEPT,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def close_log() -> None:
    """Let the log file go."""
    for handler in list(LOGGER.handlers):
        LOGGER.removeHandler(handler)
        handler.close()


def log_bug(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Log where a bug happened; its message is left out, for it may quote what people typed."""
    frames = traceback.extract_tb(trace)
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
    LOGGER.error("%s at %s (Python %s)", kind.__name__, where, sys.version.split()[0])
