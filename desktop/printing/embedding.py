"""ReportLab's TrueType font with a right table for copying emoji out of a PDF."""

import re
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_LONG_CODE = re.compile(r"<([0-9A-F]{5,6})>$", re.MULTILINE)


def _surrogates(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


class EmbeddedFont(TTFont):
    """A TrueType font whose ToUnicode table writes characters beyond U+FFFF as UTF-16."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font's objects to the PDF, then mend the codes ReportLab writes too long."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _LONG_CODE.sub(_surrogates, stream.content)
