"""Random bits, drawn many at a time.

Python's lock is let go for each draw, but so briefly that no other thread gets hold of it: while a
worker made very many ids the window's thread waited for tenths of a second.
"""

import os

_AT_ONCE = 512
_DIGITS = 20

_drawn: list[str] = []
if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_drawn.clear)


def chance() -> str:
    """Return 80 random bits as 20 hexadecimal digits, never the same ones twice."""
    try:
        return _drawn.pop()
    except IndexError:
        bits = os.urandom(_AT_ONCE * _DIGITS // 2).hex()
        _drawn.extend(bits[at : at + _DIGITS] for at in range(_DIGITS, len(bits), _DIGITS))
        return bits[:_DIGITS]
