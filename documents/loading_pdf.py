"""A PDF to text, page by page: lines to paragraphs, tables to rows, running heads left out.

It knows pdfplumber's words and tables, and which pages are pictures, to be recognised. One page
is drawn at a time; the file is counted and measured before any page is.
"""

import io
import logging
import os
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pdfplumber

from documents.decoding import read_pieces
from documents.loaded import Loaded, Piece, assemble
from documents.loading_scans import FROM_SCAN, scan_lines
from documents.ocr import MAX_PIXELS, Scan, ocr_available, read_picture
from documents.page_words import Word, set_marks
from documents.pdf_checks import BROKEN, check_pdf
from documents.pdf_columns import lines_of
from documents.pdf_edges import EDGE_SHARE, PageLines, mark_notes, without_running_lines
from documents.pdf_paragraphs import PdfLine, join_lines, settle
from documents.records import BadInput, ReadFailure
from documents.settings import Limits, with_points
from documents.tables import table_pieces

RENDER_DPI = 200
MAX_DRAWN = 4_000
MAX_PAGE_CHARS = 200_000
PICTURE_SHARE = 0.5  # of the page that pictures cover, from which on it is a scan ...
STAMP_CHARS = 250  # ... unless it has more text than a stamp or a signature
OUTLINES = 300  # shapes on a page without text, from which on they are letters drawn as shapes
UNMAPPED_SHARE = 0.2  # of a page's letters that the file gives no meaning to
SAME_LINE = 0.4  # of the letters' size, between the tops of two on one line
SAME_SIZE = 0.3  # points
MOST_READERS = 4


@dataclass(frozen=True, slots=True)
class _Read:
    """A page as its text layer gives it; ``picture`` when it is to be recognised instead."""

    lines: list[PdfLine]
    height: float
    heads: list[str]
    scanned: bool = False
    picture: Any = None


def load_pdf(data: bytes, limits: Limits) -> Loaded:
    """Paragraphs, headings and table rows with their page numbers.

    BadInput for a PDF that is broken, encrypted, too long, too slow, or only pictures where
    no OCR is installed.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    check_pdf(data, limits)
    numbered = list(_read_pages(data, limits))
    pages = [page for page, _ in numbered]
    unread = [number for number, page in enumerate(pages, 1) if page.unread]
    recognised = [number for number, (_, scanned) in enumerate(numbered, 1) if scanned]
    lines = [line for page in mark_notes(without_running_lines(pages)) for line in page]
    if not lines:
        raise BadInput(_why_empty(bool(unread), bool(recognised)))
    pieces, repairs = read_pieces(join_lines(lines))
    text, blocks = assemble(map(settle, pieces))
    return Loaded(text, blocks, {}, (*_warnings(unread, recognised, len(pages)), *repairs), "pdf")


def _why_empty(unread: bool, recognised: bool) -> str:
    if unread and not ocr_available():
        return "bản quét không có lớp chữ; cần cài Tesseract tiếng Việt (gói tesseract-ocr-vie) để đọc"
    return "không đọc được chữ nào trong bản quét" if unread or recognised else "PDF không có chữ nào"


def _warnings(unread: list[int], recognised: list[int], pages: int) -> list[str]:
    said = []
    if len(recognised) == pages:
        said.append(FROM_SCAN)
    elif recognised:
        said.append(f"{FROM_SCAN}: trang {_ranges(recognised)}")
    if unread:
        why = "Tesseract không đọc được hoặc quá thời gian" if ocr_available() else "cần Tesseract tiếng Việt"
        said.append(f"trang quét chưa đọc được ({why}): {_ranges(unread)}")
    return said


def _read_pages(data: bytes, limits: Limits) -> Iterator[tuple[PageLines, bool]]:
    """Each page in order, and whether it was recognised from a picture.

    Pictures are recognised beside each other; as many wait as there are readers, and no more.
    """
    readers = min(MOST_READERS, os.cpu_count() or 1)
    waiting: deque[tuple[_Read, int, Future[Scan] | None]] = deque()
    begun: float | None = None
    pool = ThreadPoolExecutor(readers)
    try:
        for number, page in enumerate(_drawn_pages(data, limits), 1):
            future = None
            if page.picture is not None:
                begun = begun or time.monotonic()
                if time.monotonic() - begun <= limits.ocr_seconds:
                    future = pool.submit(read_picture, page.picture, page.height)
            waiting.append((_Read(page.lines, page.height, [], page.scanned), number, future))
            while sum(future is not None for _, _, future in waiting) > readers or (waiting and waiting[0][2] is None):
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(page: _Read, number: int, future: Future[Scan] | None) -> tuple[PageLines, bool]:
    if future is None:
        return PageLines(page.lines, page.height, page.scanned), False
    try:
        return PageLines(scan_lines(future.result(), number), page.height), True
    except ReadFailure:
        return PageLines(page.lines, page.height, True), False


def _drawn_pages(data: bytes, limits: Limits) -> Iterator[_Read]:
    """The pages as read and drawn; BadInput when that takes too long or gives too much."""
    spent = 0.0
    chars = 0
    heads: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages, 1):
                started = time.monotonic()
                read = _read_page(page, number, heads)
                page.close()
                heads = read.heads
                spent += time.monotonic() - started
                chars += sum(len(line.text) for line in read.lines)
                if spent > limits.seconds:
                    raise BadInput(f"đọc PDF quá {limits.seconds:.0f} giây, dừng ở trang {number}")
                if chars > limits.text_chars:
                    raise BadInput(f"PDF có hơn {with_points(limits.text_chars)} ký tự, quá giới hạn")
                yield read
    except BROKEN as error:
        raise BadInput("PDF hỏng, đọc giữa chừng không được") from error


def _read_page(page: Any, number: int, heads: list[str]) -> _Read:
    """The page's lines, and the head row of a table that may go on on the next page ([] if none)."""
    if len(page.chars) > MAX_PAGE_CHARS:
        raise BadInput(f"trang {number} có hơn {with_points(MAX_PAGE_CHARS)} ký tự, quá giới hạn")
    height = float(page.height)
    if _is_picture(page):
        picture = _draw(page) if ocr_available() else None
        return _Read(_text_lines(page, number, heads)[0] if picture is None else [], height, [], True, picture)
    lines, heads = _text_lines(page, number, heads)
    return _Read(lines, height, heads)


def _is_picture(page: Any) -> bool:
    """Whether the page is a scan, letters drawn as shapes, or letters that the file does not name."""
    letters = sum(not char["text"].isspace() for char in page.chars)
    if not letters:
        return bool(page.images) or len(page.curves) + len(page.rects) >= OUTLINES
    unmapped = sum(char["text"].startswith("(cid:") or char["text"] == "\ufffd" for char in page.chars)
    if unmapped > UNMAPPED_SHARE * letters:
        return True
    return letters < STAMP_CHARS and _covered(page) >= PICTURE_SHARE


def _covered(page: Any) -> float:
    """The share of the page under its pictures, at most 1."""
    area = sum(
        max(0.0, min(one["x1"], page.width) - max(one["x0"], 0.0))
        * max(0.0, min(one["bottom"], page.height) - max(one["top"], 0.0))
        for one in page.images
    )
    return min(1.0, float(area) / max(1.0, float(page.width * page.height)))


def _draw(page: Any) -> Any:
    """The page as a picture, of a size that memory holds whatever the paper."""
    area = max(1.0, float(page.width * page.height)) / 72**2
    return page.to_image(resolution=min(RENDER_DPI, (MAX_PIXELS / 2 / area) ** 0.5)).original


def _text_lines(page: Any, number: int, heads: list[str]) -> tuple[list[PdfLine], list[str]]:
    tables = _tables(page, heads)
    boxes = [table.bbox for table in tables]
    words = set_marks(_words(page))
    words = [word for word in words if not _inside(word, boxes)]
    middle = [word for word in words if EDGE_SHARE * page.height < word.top]
    first_word = min((word.top for word in middle), default=page.height)
    last_word = max((word.top for word in words if word.bottom < (1 - EDGE_SHARE) * page.height), default=0.0)
    open_heads: list[str] = []
    rows: list[list[Piece]] = []
    for at, table in enumerate(tables):
        grid = [[(cell or "").replace("\n", " ") for cell in row] for row in table.extract()]
        left, top, right, bottom = table.bbox
        carried = bool(heads) and at == 0 and top <= first_word and len(grid[0]) == len(heads)
        if carried and grid[0] != heads:
            grid = [heads, *grid]
        rows.append(table_pieces(grid)[1 if carried else 0 :])
        words.append(Word("", left, right, top, bottom, table=at))
        open_heads = grid[0] if bottom >= last_word else []
    return lines_of(words, number, rows) if words else [], open_heads


def _words(page: Any) -> list[Word]:
    """The words of a page. A letter from another font, as ế or ạ often is, does not part a word:

    neither by a size that differs in a hair nor by the height that the font claims for it.
    """
    sizes = _settle_sizes(page.chars)
    near = max(3.0, SAME_LINE * sizes[len(sizes) // 2]) if sizes else 3.0
    return [_word(one) for one in page.extract_words(y_tolerance=near, extra_attrs=["size"], return_chars=True)]


def _settle_sizes(chars: list[dict[str, Any]]) -> list[float]:
    """The sizes of the letters, ascending; those within a hair of each other are made the same."""
    kept: list[float] = []
    settled: dict[float, float] = {}
    for char in chars:
        size = float(char["size"])
        if size not in settled:
            settled[size] = next((one for one in kept if abs(one - size) <= SAME_SIZE), size)
            if settled[size] == size:
                kept.append(size)
        char["size"] = settled[size]
    return sorted(char["size"] for char in chars)


def _word(one: dict[str, Any]) -> Word:
    bold = 2 * sum("bold" in char["fontname"].lower() for char in one["chars"]) > len(one["chars"])
    return Word(one["text"], one["x0"], one["x1"], one["top"], one["bottom"], float(one["size"]), bold)


def _tables(page: Any, heads: list[str]) -> list[Any]:
    """The ruled tables of a page; none where so much is drawn that it is a picture."""
    if len(page.lines) + len(page.rects) + len(page.curves) > MAX_DRAWN:
        return []
    found = []
    for table in page.find_tables():
        widest = max((len(row.cells) for row in table.rows), default=0)
        if widest >= 2 and (len(table.rows) >= 2 or widest == len(heads)):
            found.append(table)
    return sorted(found, key=lambda table: table.bbox[1])


def _inside(word: Word, boxes: list[tuple[float, float, float, float]]) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _ranges(numbers: list[int]) -> str:
    """ "1-3, 7" for [1, 2, 3, 7]."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
