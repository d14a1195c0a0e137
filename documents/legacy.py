"""Old Vietnamese encodings inside Unicode text: TCVN3 (.VnTime) and VNI to real letters.

The tables are viparse's. Detection is by statistics over syllables, so that text which is
Unicode already is never touched. It does not know files or fonts.
"""

import re
from functools import cache

from viparse.normalize.tables import Charmap, build_charmap, convert
from viparse.normalize.tcvn3 import TCVN3
from viparse.normalize.viscii import VISCII
from viparse.normalize.vni import VNI

from documents.syllables import count_marked, vietnamese_share

SPOILED_SHARE = 0.45
READABLE_SHARE = 0.75
_SAMPLE_CHARS = 60_000
_ASCII_LOWER = re.compile(r"[a-z]")
_ASCII_UPPER = re.compile(r"[A-Z]")
_WORD = re.compile(r"[^\W\d_]+")
NAMES = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI", "viscii": "VISCII"}


@cache
def _charmaps() -> dict[str, Charmap]:
    # ẳ is missing from viparse 0.1.31; VNI-Windows writes it aú (VNI's own chart).
    vni = build_charmap("vni", [*VNI.pairs, ("aú", "ẳ"), ("AÚ", "Ẳ")])
    return {"tcvn3": TCVN3, "vni": vni, "viscii": VISCII}


def detect_legacy(text: str, candidates: tuple[str, ...] = ("tcvn3", "vni")) -> str:
    """The name of the old encoding that ``text`` is spoiled by, or "" if it reads as it is.

    Only lines with spoiled words are judged, so that a mixed document is found out too.
    """
    spoiled = _spoiled_lines(text)
    if not spoiled or count_marked(spoiled).total() < 3:
        return ""
    shares = {name: vietnamese_share(to_unicode(spoiled, name))[0] for name in candidates}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= READABLE_SHARE else ""


def _spoiled_lines(text: str) -> str:
    lines: list[str] = []
    size = 0
    for line in text.split("\n"):
        share, words = vietnamese_share(line[:5000])
        if words and share < SPOILED_SHARE:
            lines.append(line[:5000])
            size += len(lines[-1])
            if size > _SAMPLE_CHARS:
                break
    return "\n".join(lines)


def to_unicode(text: str, name: str) -> str:
    """All of ``text`` read as the encoding ``name``; capitals restored where TCVN3 lost them."""
    converted = convert(text, _charmaps()[name])
    return _restore_capitals(text, converted) if name == "tcvn3" else converted


def repair_legacy(text: str) -> tuple[str, str]:
    """The text with its spoiled lines read right, and the encoding's name ("" if none was).

    Lines that read as Vietnamese already stay untouched, letter by letter.
    """
    name = detect_legacy(text)
    if not name:
        return text, ""
    lines = []
    for line in text.split("\n"):
        share, words = vietnamese_share(line)
        repaired = to_unicode(line, name) if share < SPOILED_SHARE and not line.isascii() else line
        better = vietnamese_share(repaired)[0] > share or (words and not count_marked(repaired))
        lines.append(repaired if better else line)
    return "\n".join(lines), name


def _restore_capitals(old: str, converted: str) -> str:
    """TCVN3 draws accented capitals with a capitals font over small letters: raise them again."""
    lines = []
    for before, line in zip(old.split("\n"), converted.split("\n"), strict=True):
        if len(_ASCII_UPPER.findall(before)) >= 3 and not _ASCII_LOWER.search(before):
            lines.append(line.upper())
        else:
            lines.append(_WORD.sub(lambda match: _raised(match.group()), line))
    return "\n".join(lines)


def _raised(word: str) -> str:
    capitals = len(_ASCII_UPPER.findall(word))
    if _ASCII_LOWER.search(word) or not capitals:
        return word
    return word.upper() if capitals >= 2 else word
