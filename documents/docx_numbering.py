"""The numbers that Word draws before paragraphs but does not store in their text.

It knows numbering definitions, styles and counters of one DOCX file (ISO/IEC 29500-1, 17.9); it
does not know what the paragraphs say. Letters are those that Word prints, a to z: it knows no đ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from documents.numbers import write_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
MAX_LEVELS = 9
MAX_STYLES = 30


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: number form, text with %1 to %9, first number, what starts it again."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # after this many levels above (0: never); None: after any level above
    legal: bool = False  # numbers of the levels above are printed in digits


@dataclass(frozen=True, slots=True)
class _List:
    """One list: whose counters it shares, its levels, and where its own start was set."""

    counters: str
    levels: dict[int, _Level]
    starts: frozenset[int] = frozenset()


class Numbering:
    """Counters over a document's paragraphs, to be asked once for each in reading order.

    Both arguments are the root elements of their parts, None where the file has none.
    """

    def __init__(self, numbering: Any | None, styles: Any | None = None) -> None:
        self._styles = {node.get(f"{W}styleId"): node for node in _children(styles, "style")}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        abstract = {node.get(f"{W}abstractNumId") or "": node for node in _children(numbering, "abstractNum")}
        linked = {_value(node, "styleLink"): id for id, node in abstract.items() if _value(node, "styleLink")}
        for node in _children(numbering, "num"):
            id, of = node.get(f"{W}numId") or "", _value(node, "abstractNumId") or ""
            if of in abstract:
                of = linked.get(_value(abstract[of], "numStyleLink"), of)
            levels = {at: _level(one) for at, one in self._levels(abstract.get(of), id)}
            starts = set()
            for override in _children(node, "lvlOverride"):
                at = _number(override.get(f"{W}ilvl"), 0)
                for _, one in self._levels(override, id):
                    levels[at] = _level(one)
                if (start := _value(override, "startOverride")) is not None:
                    levels[at] = replace(levels.get(at, _Level()), start=_number(start, 1))
                    starts.add(at)
            self._lists[id] = _List(of, levels, frozenset(starts))

    def _levels(self, node: Any | None, id: str) -> Iterator[tuple[int, Any]]:
        for one in _children(node, "lvl"):
            at = _number(one.get(f"{W}ilvl"), 0)
            if style := _value(one, "pStyle"):
                self._style_levels[id, style] = at
            yield at, one

    def label(self, properties: Any | None, style: str | None = None) -> str:
        """The label that stands before the paragraph ("Điều 1.", "a)", "-"), or "" for none.

        ``properties`` is its ``w:pPr``, which wins over its ``style`` and the styles that one builds on.
        """
        id = level = None
        for name, source in ((None, properties), *self._sources(style)):
            numbered = source.find(f"{W}numPr") if source is not None else None
            if numbered is None:
                continue
            id = id or _value(numbered, "numId")
            if level is None and _value(numbered, "ilvl") is not None:
                level = _number(_value(numbered, "ilvl"), 0)
            if id is not None and level is None and name is not None:
                level = self._style_levels.get((id, name))
            if id is not None and level is not None:
                break
        return "" if id is None or id == "0" else self._next(id, min(level or 0, MAX_LEVELS - 1))

    def _sources(self, style: str | None) -> Iterator[tuple[str, Any]]:
        """The paragraph properties of a style and of those that it builds on."""
        for _ in range(MAX_STYLES):
            node = self._styles.get(style)
            if node is None or style is None:
                return
            yield style, node.find(f"{W}pPr")
            style = _value(node, "basedOn")

    def _next(self, id: str, at: int) -> str:
        one = self._lists.get(id)
        if one is None or at not in one.levels:
            return ""
        counts = self._counts.setdefault(one.counters, [None] * MAX_LEVELS)
        if id not in self._begun:
            self._begun.add(id)
            for level in one.starts:
                counts[level] = None
        level_now = one.levels[at]
        held = counts[at]
        counts[at] = level_now.start if held is None else held + 1
        for below in range(at + 1, MAX_LEVELS):
            restart = one.levels.get(below, _Level()).restart
            if restart is None or at < restart:
                counts[below] = None
        return self._drawn(one, level_now, counts)

    def _drawn(self, one: _List, level: _Level, counts: list[int | None]) -> str:
        if level.form == "bullet":
            return "-"
        text = level.text
        for at in range(MAX_LEVELS):
            if f"%{at + 1}" in text:
                other = one.levels.get(at, _Level())
                count = counts[at]
                form = "decimal" if level.legal else other.form
                text = text.replace(f"%{at + 1}", _shaped(other.start if count is None else count, form))
        return text.strip()


def _level(node: Any) -> _Level:
    restart = _value(node, "lvlRestart")
    legal = node.find(f"{W}isLgl")
    return _Level(
        _value(node, "numFmt") or "decimal",
        _value(node, "lvlText") or "",
        _number(_value(node, "start"), 1),
        None if restart is None else _number(restart, 0),
        legal is not None and legal.get(f"{W}val") not in {"0", "false"},
    )


def _children(node: Any | None, name: str) -> list[Any]:
    return [] if node is None else list(node.findall(f"{W}{name}"))


def _value(node: Any, name: str) -> str | None:
    child = node.find(f"{W}{name}")
    value = None if child is None else child.get(f"{W}val")
    return None if value is None else str(value)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


def _shaped(number: int, form: str) -> str:
    if form == "none":
        return ""
    if form in {"lowerLetter", "upperLetter"}:
        letter = _LETTERS[(number - 1) % len(_LETTERS)] * min(9, 1 + (number - 1) // len(_LETTERS))
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"}:
        roman = write_roman(number)
        return roman.lower() if form == "lowerRoman" else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)
