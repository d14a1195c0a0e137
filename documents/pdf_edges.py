"""What stands at the edge of pages: running heads, page numbers, footnotes.

It looks at the lines of all pages together. It does not open files.
"""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.legal_numbers import fold
from documents.pdf_paragraphs import NOTE_MARK, PdfLine

EDGE_SHARE = 0.1
NOTE_SIZE = 0.93  # of the body's size, at most
_PAGE_NUMBER = re.compile(r"(?:trang|page)? ?[-–—|]? ?\d{1,4} ?(?:[/|] ?\d{1,4})? ?[-–—|]?", re.I)


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines in reading order, its height in points; ``unread``: a picture nobody could read."""

    lines: list[PdfLine]
    height: float
    unread: bool = False


def without_running_lines(pages: Sequence[PageLines]) -> list[list[PdfLine]]:
    """The lines of each page without page numbers and what stands at the edge of most pages.

    Numbers do not count: "14 CÔNG BÁO/Số 451" and "CÔNG BÁO/Số 452 15" are the same head. Nor do
    diacritics, which a recogniser takes now one way and now the other.
    """
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line.text) for line in page.lines if _at_edge(line, page.height)})
    often = max(3, len(pages) // 2)
    kept: list[list[PdfLine]] = []
    for page in pages:
        edge = [line for line in page.lines if _at_edge(line, page.height)]
        running = {
            id(line) for line in edge if _repeats(line, seen, often) or _PAGE_NUMBER.fullmatch(line.text.strip())
        }
        kept.append([line for line in page.lines if id(line) not in running])
    return kept


def _repeats(line: PdfLine, seen: Counter[str], often: int) -> bool:
    shape = _shape(line.text)
    return bool(shape) and seen[shape] >= often


def _at_edge(line: PdfLine, height: float) -> bool:
    return not line.row and (line.bottom < EDGE_SHARE * height or line.top > (1 - EDGE_SHARE) * height)


def _shape(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalpha())


def mark_notes(pages: Iterable[list[PdfLine]]) -> list[list[PdfLine]]:
    """The same lines, those of footnotes marked: small lines at the foot that open with a mark."""
    pages = list(pages)
    sizes = Counter(line.size for lines in pages for line in lines if line.size for _ in line.text)
    body = max(sizes, key=lambda size: sizes[size], default=0.0)
    return [_noted(lines, body) for lines in pages]


def _noted(lines: list[PdfLine], body: float) -> list[PdfLine]:
    """The notes at the foot of the page, or of each of its columns."""
    noted = list(lines)
    turns = [at for at in range(1, len(lines)) if lines[at].top < lines[at - 1].top - lines[at].size]
    for begin, end in pairwise([0, *turns, len(lines)]):
        first = end
        while first > begin and 0 < lines[first - 1].size <= NOTE_SIZE * body and not lines[first - 1].row:
            first -= 1
        while first < end and not NOTE_MARK.match(lines[first].text):
            first += 1
        noted[first:end] = [dataclasses.replace(line, note=True) for line in lines[first:end]]
    return noted
