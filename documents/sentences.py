"""Sentence spans of a text, exact to the character.

The splitting is underthesea's; corrected here are sentences glued together
(``đẩy mạnh.Các địa phương``), abbreviations it cuts at (``TP. Hồ Chí Minh``) and numbering.
Nothing is changed in the text: a sentence is always ``text[start:end]``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.letters import UPPER
from documents.records import Block, BlockKind, Document
from documents.segmenter import cut_sentences

_ABBREVIATIONS = {
    "tp", "tx", "tt", "ths", "ts", "gs", "pgs", "ks", "cn", "bs", "ncs", "nxb", "đ/c", "đc", "mr", "mrs", "ms", "dr",
    "ng", "th", "ph", "st", "co", "ltd", "inc", "jsc", "vd", "tr", "đt", "q", "p", "h", "x", "kts", "cty", "stt",
    "no", "ptcn", "nd",
}  # fmt: skip
_GLUED = re.compile(
    rf"(?<=[a-zà-ỹđ%)”\"’\d])([.!?…]+[”\")]?)(?=[“\"(]?[{UPPER}][a-zà-ỹđ]+(?:[\s,]|$)|[“\"]?[A-ZĐ]{{2,}}\s)"
)
_LAST_WORD = re.compile(r"(?:^|[\s(“\"])([^\s(“\"]+)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or table row: ``start`` and ``end`` in the document's text.

    ``block`` is the index of its block, ``kind`` that block's kind.
    """

    start: int
    end: int
    kind: BlockKind
    block: int


def find_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The spans of the sentences between two offsets, without the spaces around them."""
    stretch = text[start : len(text) if end is None else end]
    spans: list[tuple[int, int]] = []
    for first, last in _split(stretch):
        spans += _cut_glued(stretch, first, last)
    return [(start + first, start + last) for first, last in _join_abbreviations(stretch, spans)]


def read_sentences(document: Document) -> list[Sentence]:
    """The sentences of a document in reading order; headings, captions and rows stay whole."""
    blocks: Sequence[Block] = document.blocks or _lines(document.text)
    found: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.kind in ("heading", "row"):
            spans = [_trim(document.text, block.start, block.end)]
        else:
            spans = find_sentences(document.text, block.start, block.end)
        found += [Sentence(first, last, block.kind, index) for first, last in spans if first < last]
    return found


def _split(stretch: str) -> list[tuple[int, int]]:
    if not re.search(r"[.!?…]\s*\S", stretch):
        span = _trim(stretch, 0, len(stretch))
        return [span] if span[0] < span[1] else []
    spans: list[tuple[int, int]] = []
    at = 0
    for sentence in cut_sentences(stretch):
        first = stretch.find(sentence, at)
        if first < 0:  # it gave back other characters than it got
            return [_trim(stretch, 0, len(stretch))]
        spans.append((first, first + len(sentence)))
        at = first + len(sentence)
    return spans


def _cut_glued(stretch: str, first: int, last: int) -> list[tuple[int, int]]:
    spans = []
    for match in _GLUED.finditer(stretch, first, last):
        if match.start() < first or _is_abbreviation(stretch[first : match.start() + 1]):
            continue
        if re.search(r"(?:www\.|https?:|@)\S*$", stretch[first : match.end()]):
            continue
        spans.append((first, match.end()))
        first = match.end()
    return [*spans, (first, last)]


def _join_abbreviations(stretch: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        first, last = _trim(stretch, first, last)
        if first >= last:
            continue
        before = stretch[joined[-1][0] : joined[-1][1]] if joined else ""
        lower = stretch[first].islower() and not before.endswith(("!", "?", "…"))
        address = bool(joined) and joined[-1][1] == first and re.search(r"(?:www\.|https?:|@)\S*$", before)
        if joined and (address or _is_abbreviation(before) or _is_numbering(before) or lower):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _is_abbreviation(sentence: str) -> bool:
    word = _LAST_WORD.search(sentence)
    if not word:
        return False
    last = word[1].lower().rsplit(".", 1)[-1]
    return word[1].lower() in _ABBREVIATIONS or last in _ABBREVIATIONS or (len(last) == 1 and word[1][-1].isupper())


def _is_numbering(sentence: str) -> bool:
    return bool(re.fullmatch(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])[.)]", sentence.strip()))


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _lines(text: str) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            kind: BlockKind = "row" if line.count("|") >= 2 else "paragraph"
            blocks.append(Block(kind, *_trim(text, at, at + len(line))))
        at += len(line)
    return blocks
