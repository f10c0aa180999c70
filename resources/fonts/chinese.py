"""Cuts Noto Sans SC down to the characters people write; README.md says when and how."""

import sys
from collections.abc import Iterable
from pathlib import Path

from cut import cut

# What Hong Kong writes beyond Big5's common characters.
CANTONESE = "嘅咗哋喺唔啲嚟冇佢嘢咁噉咩啱攞揾搵瞓睇嗰嗌嘥氹掟揸搣攰餸㗎㖞啩咋喎噃咪嗱喇啦吖呀囉嘞靚叻乜咦嚿劏瞌癐奀嬲孭揼擺"
UPRIGHT = ["VORG", "vhea", "vmtx"]  # tables for lines that run down the page


def both(first: range, second: Iterable[int], codec: str) -> set[str]:
    """Return the characters a two-byte codec has in a range of lead bytes."""
    found = set()
    for lead in first:
        for trail in second:
            try:
                found.add(bytes((lead, trail)).decode(codec))
            except UnicodeDecodeError:
                continue
    return found


def wanted() -> set[str]:
    """Return GB 2312, the common part of Big5, Cantonese and full-width signs."""
    simplified = both(range(0xA1, 0xFF), range(0xA1, 0xFF), "gb2312")
    traditional = both(range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)], "big5")
    signs = set(map(chr, [*range(0x3000, 0x3018), *range(0xFF01, 0xFF5F)]))
    western = {char for char in simplified if char < "\u2000"}
    return {" "} | (simplified - western) | traditional | set(CANTONESE) | signs


if __name__ == "__main__":
    cut(Path(sys.argv[1]), Path(sys.argv[2]), map(ord, wanted()), UPRIGHT)
