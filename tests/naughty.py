"""Texts that people paste without meaning harm, and some that do."""

NAUGHTY = {
    "controls": "\x00\x07\x1b[31mbell\x08\ttab\x7f\x85",
    "mark-up": "<img src='file:///etc/passwd'> & <b>bold</b> </para>",
    "long word": "a" * 10_000,
    "long text": "I will listen more. " * 500,
    "emoji": "🎉👍🏽👩‍👩‍👧🏳️‍🌈🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "right to left": "سلام 123 שלום \u202elast",
    "combining": "Z\u0300\u0301\u0302\u0303\u0304\u0305" * 40 + "e\u0301",
    "surrogates": "\ud800 half \udc00",
    "other scripts": "你好 हिन्दी ไทย \ufffd\ue000",
    "welsh and polish": "Ŵyth ŷ Zażółć gęślą jaźń",
    "lines": "\r\n\n\u2028one\n\n\ntwo\r",
    "nothing": "",
    "spaces": " \u00a0\u200b\u3000 ",
}
