"""Cuts Noto Sans Symbols 2 down to the signs people write; README.md says when and how."""

import sys
from pathlib import Path

from cut import cut

# Arrows, ticks and boxes, stars, dingbats; not domino tiles, braille and the like.
BLOCKS = (range(0x2190, 0x2200), range(0x25A0, 0x27C0), range(0x2B00, 0x2C00))


if __name__ == "__main__":
    signs = [sign for block in BLOCKS for sign in block]
    cut(Path(sys.argv[1]), Path(sys.argv[2]), signs)
