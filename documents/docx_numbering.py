"""The numbers that Word draws before paragraphs but does not store in their text.

It knows numbering definitions and counters of one DOCX file; it does not know what the
paragraphs say.
"""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
MAX_LEVELS = 9


class Numbering:
    """Counters over a document's paragraphs, to be asked once for each in reading order."""

    def __init__(self, numbering: Any | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        for node in numbering.findall(f"{W}abstractNum"):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in node.findall(f"{W}lvl"):
                at = _number(level.get(f"{W}ilvl"), 0)
                start = _number(_value(level, "start"), 1)
                levels[at] = (_value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", start)
            abstract[node.get(f"{W}abstractNumId") or ""] = levels
        for node in numbering.findall(f"{W}num"):
            self._levels[node.get(f"{W}numId") or ""] = abstract.get(_value(node, "abstractNumId") or "", {})

    def label(self, properties: Any | None, style_properties: Any | None) -> str:
        """The label that stands before the paragraph ("1.", "a)", "-"), or "" for none.

        Both arguments are ``w:pPr`` elements; the paragraph's own wins over its style's.
        """
        for source in (properties, style_properties):
            numbered = source.find(f"{W}numPr") if source is not None else None
            if numbered is not None:
                id = _value(numbered, "numId") or "0"
                level = _number(_value(numbered, "ilvl"), 0)
                return "" if id == "0" else self._next(id, min(level, MAX_LEVELS - 1))
        return ""

    def _next(self, id: str, level: int) -> str:
        levels = self._levels.get(id, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(id, [0] * MAX_LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else levels[level][2]
        counts[level + 1 :] = [0] * (MAX_LEVELS - level - 1)
        form, text, _ = levels[level]
        if form == "bullet":
            return "-"
        for at in range(MAX_LEVELS):
            if f"%{at + 1}" in text:
                shape, _, start = levels.get(at, ("decimal", "", 1))
                text = text.replace(f"%{at + 1}", _shaped(counts[at] or start, shape))
        return "" if form == "none" else text


def _value(node: Any, name: str) -> str | None:
    child = node.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


def _shaped(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letters = _VIETNAMESE_LETTERS if form == "lowerLetter" else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return letters[(number - 1) % len(letters)]
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.lower() if form == "lowerRoman" else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    parts: list[str] = []
    for value, sign in signs:
        while number >= value and len(parts) < 20:
            parts.append(sign)
            number -= value
    return "".join(parts)
