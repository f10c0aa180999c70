"""Where a line may break inside what stands between two spaces."""

import re

# "and/or" and "well-being" may break after the sign, "2026-10-08" may not.
_AFTER_SIGN = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])")

_FIRST_WIDE = "\u2e80"
_WIDE = (
    "\u2e80-\u312f\u31c0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef"
    "\U00020000-\U0003ffff"
)
# Chinese and Japanese break between any two characters, but no line begins with what closes or
# goes on (punctuation, small kana, marks), and none ends with what opens.
_NEVER_FIRST = (
    "，。、；：？！）」』】》〉〕〗〙〛］｝”’…‥—～·・ー々％‰℃ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
    ",.;:!?)%\\]}\u0300-\u036f\u200c\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_NEVER_LAST = "（「『【《〈〔〖〘〚［｛“‘＄￥£$#(\\[{\u200d"
_BETWEEN_WIDE = re.compile(
    f"(?<![{_NEVER_LAST}])(?![{_NEVER_FIRST}])(?:(?<=[{_WIDE}])(?=.)|(?<=.)(?=[{_WIDE}]))"
)
_BEFORE_CLOSING = re.compile(r" (?=[।॥!?:;»](?: |$))")


def kept_together(paragraph: str) -> str:
    """Return the paragraph with a space that must not break before a sign that ends a sentence."""
    if "।" in paragraph or "॥" in paragraph or "»" in paragraph:
        return _BEFORE_CLOSING.sub("\u00a0", paragraph)
    return paragraph


def parts(word: str) -> list[str]:
    """Return a word in the parts between which a line may break; joined, it is equal."""
    if max(word) < _FIRST_WIDE:
        return _AFTER_SIGN.split(word)
    return [part for piece in _BETWEEN_WIDE.split(word) for part in _AFTER_SIGN.split(piece)]
