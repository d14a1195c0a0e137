"""Lines of a PDF's pages joined to paragraphs by where they stand and how they are set.

It knows positions and sizes of lines; it does not open files, and leaves the words alone.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from documents.loaded import Piece
from documents.loading_text import is_heading_line, kind_of_line
from documents.records import BlockKind
from documents.reflow import CUT_NUMBER, continues, starts_paragraph

INDENT = 10.0
NOTE_MARK = re.compile(r"(?:\[(?:\d{1,3}|\*+)\]|\(\d{1,2}\)|\*{1,3}|\d{1,2}\s)\s*\S")
_HYPHENATED = re.compile(r"[a-z]{2,}-$")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: text, box in points from the top left, whether it is bold."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    size: float = 0.0
    bold: bool = False
    row: bool = False
    note: bool = False
    column: tuple[float, float] | None = None
    """Left and right edge of its column, where the page has columns."""


def join_lines(lines: list[PdfLine]) -> list[Piece]:
    """Paragraphs from lines: a line that reaches the right margin goes on in the next.

    A bigger step down, an indent or a mark that begins a paragraph ends the one before.
    """
    right = _margin(lines)
    lefts = Counter(round(line.left) for line in lines if not line.row)
    left = float(max(lefts, key=lambda left: lefts[left], default=0))
    step = _usual_step(lines)
    sizes = Counter(line.size for line in lines for _ in line.text)
    size = max(sizes, key=lambda size: sizes[size], default=0.0)
    pieces: list[Piece] = []
    notes: list[Piece] = []  # footnotes wait for the end of the paragraph that runs on over them
    last: PdfLine | None = None
    last_note: PdfLine | None = None
    for line in lines:
        if line.note:
            notes = _with_note(notes, line, last_note)
            last_note = line
            continue
        if last is not None and pieces and _goes_on(pieces[-1].text, last, line, (left, right), step):
            pieces[-1] = _joined(pieces[-1], line.text)
        else:
            pieces += notes
            notes, last_note = [], None
            pieces.append(_piece(line, last, size))
        last = line
    return pieces + notes


def _with_note(notes: list[Piece], line: PdfLine, last: PdfLine | None) -> list[Piece]:
    if notes and last is not None and last.page == line.page and not NOTE_MARK.match(line.text):
        return [*notes[:-1], _joined(notes[-1], line.text)]
    return [*notes, Piece("paragraph", line.text, 0, line.page)]


def _margin(lines: list[PdfLine]) -> float:
    rights = sorted(line.right for line in lines if not line.row)
    return rights[int(0.9 * (len(rights) - 1))] if rights else 0.0


def _usual_step(lines: list[PdfLine]) -> float:
    steps = sorted(
        after.top - line.top for line, after in pairwise(lines) if line.page == after.page and after.top > line.top + 1
    )
    return steps[len(steps) // 3] if steps else 0.0


def _goes_on(text: str, last: PdfLine, line: PdfLine, edges: tuple[float, float], step: float) -> bool:
    """Whether ``line`` belongs to the paragraph of ``last``.

    A line is full when the next one's first word would not have fitted at its end.
    """
    if last.row or line.row:
        return False
    left, right = (line.column or edges)[0], (last.column or edges)[1]
    small = line.text[:1].islower()
    if (last.bold != line.bold or abs(last.size - line.size) > 1) and not small:
        return False
    if _HYPHENATED.search(text) and small:
        return True
    first_word = len(line.text.split(" ", 1)[0]) + 1
    full = last.right + first_word * (line.right - line.left) / max(1, len(line.text)) > right
    same_page = last.page == line.page
    down = line.top - last.top
    if same_page and step and down > (1.7 if small else 1.3) * step:
        return False
    if continues(last.text, line.text, full):
        return True
    hanging = small and abs(line.left - last.left) < 2
    indented = line.left > left + INDENT and not hanging
    return full and same_page and not indented and not starts_paragraph(line.text) and not line.text.isupper()


def _joined(piece: Piece, text: str) -> Piece:
    if _HYPHENATED.search(piece.text) and text[:1].isascii() and text[:1].islower():
        whole = piece.text[:-1] + text
    elif CUT_NUMBER.search(piece.text):
        whole = piece.text + text
    else:
        whole = f"{piece.text} {text}"
    return Piece(piece.kind, whole, piece.level, piece.page, piece.tight)


def _piece(line: PdfLine, last: PdfLine | None, body_size: float) -> Piece:
    if line.row:
        return Piece("row", line.text, page=line.page, tight=last is not None and last.row)
    level = 0
    if is_heading_line(line.text):
        big = line.size / body_size if body_size else 1.0
        level = 1 if big >= 1.5 else 2 if big >= 1.15 else 6 if line.bold or line.text.isupper() else 0
    return Piece("heading" if level else "paragraph", line.text, level, line.page)


def settle(piece: Piece) -> Piece:
    """The kind looked at again, now that the whole paragraph is there."""
    if piece.kind == "row" or (piece.kind == "heading" and is_heading_line(piece.text)):
        return piece
    kind: BlockKind = "item" if kind_of_line(piece.text) == "item" else "paragraph"
    return Piece(kind, piece.text, 0, piece.page, piece.tight)
