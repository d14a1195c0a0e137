"""Lines of a legal text: what each says without its marks, and where.

It knows marks, page numbers and lines that have run together; it does not know what a line is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from documents.letters import UPPER
from documents.records import Block
from documents.reflow import RUNNING_HEAD

_LEADING_MARKS = re.compile(r"(?:[\s\u00a0\u200b\ufeff>#*_~`\\.]|[-+•–](?=\s))*")
_MARKS_INSIDE = re.compile(r"[*`\\\u200b\ufeff]+|__+|\[\d{1,3}\]")
_SPACES = re.compile(r"[\s\u00a0]+")
_HEADING_MARK = re.compile(r"\s*(#{1,6}\s|\*\*|__)")
_BULLET = re.compile(r"\s*[-+•–*]\s")
_RULE = re.compile(r"\s*([-*_=]\s*){3,}$")
_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?$")
_ETH = str.maketrans("Ðð", "Đđ")  # the Icelandic letter, which looks the same, in old files
_QUOTE_START = re.compile(r"[“”\"«‟„‘'’]{1,2}\s*")
_HEAD_INSIDE = rf"(?:Điều\s+\d{{1,3}}[a-zđ]?\s?[.:]|Mục\s+\d{{1,2}}\s?[.:])\s+[“\"]?[{UPPER}]"
_TITLE_BREAK = re.compile(rf"(?<=[{UPPER}]\s)(?={_HEAD_INSIDE})")
_FLAT_BREAK = re.compile(rf"(?<=[.:;/]\s)(?={_HEAD_INSIDE}|\d{{1,2}}\.\s[{UPPER}]|[a-zđ]\)\s[{UPPER}])")
CAPITALS = 12  # characters before a heading that must be capitals for it to be cut off
FLAT_CHARS = 3000
FLAT_HEADINGS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; ``start``/``end`` without its marks, ``text`` without marks inside.

    ``text`` has single spaces; ``heading`` when the file marks it so; ``follows`` when the line
    stands directly under another one, with no blank line between.
    """

    start: int
    end: int
    text: str
    heading: bool = False
    bullet: bool = False
    follows: bool = False
    row: bool = False


def read_lines(text: str, blocks: Iterable[Block] = ()) -> list[Line]:
    """The lines of a text that say something, in order; page numbers and rules are left out."""
    headings = {block.start for block in blocks if block.kind == "heading"}
    rows = {block.start for block in blocks if block.kind == "row"}
    lines: list[Line] = []
    blank = True
    for begin, raw in _physical(text):
        marks = _LEADING_MARKS.match(raw)
        start = begin + (marks.end() if marks else 0)
        plain = _SPACES.sub(" ", _MARKS_INSIDE.sub("", raw[start - begin :])).strip().translate(_ETH)
        if not plain or _RULE.match(raw):
            blank = blank or not raw.strip()
            continue
        if _PAGE_NUMBER.match(plain) or RUNNING_HEAD.fullmatch(plain):
            continue
        first = begin + len(raw) - len(raw.lstrip())
        lines.append(
            Line(
                start,
                begin + len(raw.rstrip(" \t\u00a0*_`\\")),
                plain,
                bool(_HEADING_MARK.match(raw)) or first in headings,
                bool(_BULLET.match(raw)) and not raw.lstrip().startswith("**"),
                not blank,
                first in rows or plain.startswith("|"),
            )
        )
        blank = False
    return lines


def _physical(text: str) -> Iterator[tuple[int, str]]:
    """(start, line) of every line; one that runs a capital title or a whole text together is cut.

    "CÁC ĐIỀU KIỆN Mục 1. PHÁT TRIỂN" and "XỬ LÝ VI PHẠM Điều 40. Nguyên tắc" are two headings
    each; a line of thousands of characters with many "Điều 5. Tên" in it has lost its breaks.
    """
    at = 0
    for raw in text.split("\n"):
        flat = len(raw) > FLAT_CHARS and len(_FLAT_BREAK.findall(raw)) >= FLAT_HEADINGS
        cuts = [0]
        for found in (_FLAT_BREAK if flat else _TITLE_BREAK).finditer(raw):
            if flat or raw[max(cuts[-1], found.start() - CAPITALS) : found.start()].isupper():
                cuts.append(found.start())
        for begin, end in pairwise([*cuts, len(raw)]):
            yield at + begin, raw[begin:end]
        at += len(raw) + 1


def unquoted(text: str) -> tuple[str, int]:
    """The line without the quotation mark it begins with, and the length of that mark."""
    mark = _QUOTE_START.match(text)
    return (text[mark.end() :], mark.end()) if mark else (text, 0)
