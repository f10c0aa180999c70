"""Texts that people paste without meaning harm, and some that do."""

import sys
import unicodedata
from collections.abc import Iterator

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
"""A few of each kind, for what takes its time with each."""

NAMES = """\
O’Neil|O'Neil|O`Neil|van der Berg|Van Der Berg|de la Cruz|d'Arcy|D’Souza|Ó Súilleabháin
Ní Bhriain
Mac Giolla Phádraig|ap Dafydd|ferch Rhys|St. John|St John-Smythe|Smith-Jones|Smith–Jones|Jr.|III
bin Abdullah|al-Hassan|ʻOkina|Ka‘ahumanu|Nguyễn Thị Minh Khai|Łukasz Żółć|Žižek|Şahin
İbrahim|ıdris
Þórður|Ægir|Ørsted|Åse|ßtraße|STRASSE|Zoë|Renée|Françoise|Siân Ŵyn|Llŷr|Null|None|Nan|NaN
Test|True
False|Na|No|Yes|Will|May|April|Sunday|Al|Bo|X|X Æ A-12|O|Madonna|Teller|Cher|José María
Ana-María
Anne Marie|Mary  Ann|  Padded  |trailing |, Given|Surname,|Surname, Given
Surname, Given, Dr|Dr. Who
Prof. Dr. h.c. Müller|Sir Ian|Rev'd Green|Robert'); DROP TABLE person;--|Little Bobby
Mx Taylor|1st
Владимир|Ελένη|Գրիգոր|გიორგი|محمد بن سلمان|שרה כהן|李小龍|山田太郎|김철수|สมชาย|अनिल कुमार
ગીતા પટેલ|தமிழ்ச்செல்வி
ਗੁਰਪ੍ਰੀਤ|রহিম|నాగార్జున|ಕನ್ನಡ|മലയാളം|සිංහල|ဗမာ|ខ្មែរ|ລາວ|ትግርኛ|བོད་ཡིག|ᐃᓄᒃᑎᑐᑦ|ᚃᚓᚂ|ⵜⵉⴼⵉⵏⴰⵖ
ߒߞߏ|𐌲𐌿𐍄|𞤀𞤣𞤤𞤢𞤥""".replace("\n", "|").split("|")

FORMULAS = """\
=cmd()|=cmd|' /C calc'!A0|=1+1|=HYPERLINK("http://x","y")|+44 141 496 0000|-1|-|+|@SUM(A1)
@me|=|==
\t=1+1|\r=1+1| =1+1|'=1+1|"=1+1"|;=1+1|%0A=1+1|＝1+1|﹢1|#REF!|#N/A|#NAME?|1E5|1e309|-0
0x1F|007|1/2
06/07/2026|31/02/2026|2026-07-06|12:60|TRUE|FALSE|£5|5%|1,000|1.000,5|1_000|NaN|Infinity
-Infinity
2147483648|9223372036854775808|0.1|.5|5.|--1|++1|DDE|=IMPORTXML(1)|=A1:B2|$A$1|{=1}|[1]
(1)|1;2|1\t2""".replace("\n", "|").split("|")

CODE = """\
' OR '1'='1|"; DROP TABLE person; --|1; SELECT 1|%|_|\\|\\\\|\\n|\\u0000|%s%s%s%n|%(name)s
{name}|{0}|{{}}
${HOME}|$(reboot)|`reboot`|| rm -rf /|&& ls|; ls|> /dev/null|<script>alert(1)</script>|<b>
</b>|<!--|-->
&amp;|&lt;b&gt;|&#0;|&#x41;|&nbsp;|<![CDATA[x]]>|<?xml?>|<!DOCTYPE x>|<svg onload=1>
<para>|<font size=99>
<a href="file:///etc/passwd">x</a>|<img/>|<br/>|<super>2</super>|javascript:alert(1)
http://a.b|file:///
../../etc/passwd|..\\..\\x|C:\\CON|CON|PRN|AUX|NUL|COM1|LPT1|.|..|...|~|~root|/|//
\\\\server\\share|a/b|a:b
a*b|a?b|a"b|a<b|a>b|x.|x |.x|-x|--help|null|undefined|nil|void|[]|{}|[object Object]|()|"
'|''|""|“”|‘’
«»|„“|`|´|…|–|—|―|•|·|§|¶|†|‡|°|™|©|®|€|¥|¢|½|¼|²|№|℃|Ω|π|∞|≠|≤|±|√|∑|←|→|↔|⇒|■|□|✓|✗|★|☆
♥|♻|⚠|☎""".replace("\n", "|").split("|")

PICTURES = """\
😀|😀😀😀|👍🏽|👍🏿👍🏻|👩‍⚕️|👨‍👩‍👧‍👦|👩🏽‍🤝‍👨🏿|🏳️‍🌈|🏳️‍⚧️|🇬🇧|🇬🇧🇵🇱|🇬|🏴󠁧󠁢󠁷󠁬󠁳󠁿
🏴󠁧󠁢󠁳󠁣󠁴󠁿|🏴󠁧󠁢|1️⃣|#️⃣|❤️|❤︎|☺|☺️|🧑‍🦽‍➡️|🫶🏾|🪷|🫠|👁️‍🗨️|⚕|㊗️|🈁|🀄
a😀b|😀\u200d|\u200d😀|😀\ufe0f\ufe0f|🏽|🏽🏽|\ufe0f|🇦🇧🇨|👨\u200d|𝓐𝓫𝓬|𝔘𝔫𝔦|Ａｂｃ|ⓐⓑ|🄐🄑|🅰
ﬁ ﬂ ﬃ|ﷺ|㍿|½⅓|ǅ|ß|ẞ|ſ|K|Å|µ|ʼn""".replace("\n", "|").split("|")

LONG = [
    *(
        unit * 200
        for unit in (
            "a",
            "W",
            "i",
            "ŵ",
            "é",
            "م",
            "अ",
            "你",
            "😀",
            "👨‍👩‍👧 ",
            "a ",
            "- ",
            "<b>",
            "&",
        )
    ),
    "a" * 255,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "a\u0301" * 200,
    "Z" + "\u0300\u0301\u0302\u0303" * 60,
    "a\u00ad" * 100,
    "a\u200b" * 100,
    "http://example.org/" + "x" * 180,
    "word\n" * 60,
    "\n" * 60 + "end",
    "\t" * 60 + "end",
    "\u202e" * 40 + "end",
    "(" * 200,
    "\\" * 200,
]


def _around(letters: Iterator[str]) -> list[str]:
    """Return each letter between two others, so that it is not only stripped."""
    return [f"a{letter}b" for letter in letters]


def _of_category(*wanted: str) -> Iterator[str]:
    everything = map(chr, range(sys.maxunicode + 1))
    return (letter for letter in everything if unicodedata.category(letter) in wanted)


def _few(letters: Iterator[str], every: int) -> Iterator[str]:
    return (letter for number, letter in enumerate(letters) if number % every == 0)


FIVE_HUNDRED = list(
    dict.fromkeys(
        [
            *NAUGHTY.values(),
            *NAMES,
            *FORMULAS,
            *CODE,
            *PICTURES,
            *LONG,
            *_around(_of_category("Cc", "Zs", "Zl", "Zp")),
            *_around(_few(_of_category("Cf"), 4)),
            *_around(
                iter("\ud800\udbff\udc00\udfff\ue000\uf8ff\ufdd0\ufffe\uffff\U0001fffe\U0010ffff")
            ),
            *_around(_few(_of_category("Mn", "Me"), 60)),
        ]
    )
)
"""At least five hundred different ones, for what is quick with each."""
