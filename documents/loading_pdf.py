"""A PDF to text, page by page: lines to paragraphs, tables to rows, running heads left out.

It knows pdfplumber's words and tables, and asks for OCR where a page is a picture. One page
is open at a time; the file is counted and measured before any page is drawn.
"""

import dataclasses
import io
import logging
import re
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber
import pypdf
from pdfminer.pdfexceptions import PDFException
from pdfminer.psparser import PSException
from pypdf.errors import PyPdfError

from documents.decoding import read_pieces
from documents.loaded import Loaded, assemble
from documents.ocr import ocr_available, read_picture
from documents.pdf_paragraphs import PdfLine, join_lines, settle
from documents.records import BadInput
from documents.settings import Limits, with_points
from documents.tables import table_pieces

EDGE_SHARE = 0.1
COLUMN_GAP = 12.0
RENDER_DPI = 200
_PAGE_NUMBER = re.compile(r"(?:trang|page)? ?[-–—|]? ?\d{1,4} ?(?:[/|] ?\d{1,4})? ?[-–—|]?", re.I)
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_STEP = 65_536
MANY_STREAMS = 20
MAX_DRAWN = 4_000
MAX_PAGE_CHARS = 200_000
_BROKEN = (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class _Page:
    lines: list[PdfLine]
    height: float
    scanned: bool


def load_pdf(data: bytes, limits: Limits) -> Loaded:
    """Paragraphs, headings and table rows with their page numbers.

    BadInput for a PDF that is broken, encrypted, too long, too slow, or only pictures where
    no OCR is installed.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    check_pdf(data, limits)
    pages = list(_read_pages(data, limits))
    scanned = [number for number, page in enumerate(pages, 1) if page.scanned]
    lines = [line for page in _without_running_lines(pages) for line in page]
    if not lines and not scanned:
        raise BadInput("PDF không có chữ nào")
    if not lines:
        raise BadInput("bản quét không có lớp chữ; cần cài Tesseract tiếng Việt (gói tesseract-ocr-vie) để đọc")
    warnings = (f"trang quét chưa đọc được (cần Tesseract tiếng Việt): {_ranges(scanned)}",) if scanned else ()
    pieces, repairs = read_pieces(join_lines(lines))
    text, blocks = assemble(map(settle, pieces))
    return Loaded(text, blocks, {}, (*warnings, *repairs), "pdf")


def check_pdf(data: bytes, limits: Limits) -> None:
    """BadInput unless the file opens without a password and keeps to the page limit."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput("PDF có mật khẩu; hãy gỡ mật khẩu rồi thêm lại")
        count = reader.get_num_pages()
    except (PyPdfError, *_BROKEN, NotImplementedError) as error:
        raise BadInput("PDF hỏng, không mở được") from error
    _check_streams(data, limits)
    if count > limits.pages:
        raise BadInput(f"PDF có {with_points(count)} trang, quá giới hạn {with_points(limits.pages)} trang")
    if count == 0:
        raise BadInput("PDF không có trang nào")


def _check_streams(data: bytes, limits: Limits) -> None:
    """BadInput if a compressed stream, or all together, unpack beyond the limit; output is thrown away."""
    whole = 0
    for found in _STREAM.finditer(data):
        total = 0
        unpacker = zlib.decompressobj()
        piece = data[found.end() : found.end() + _STEP]
        at = found.end()
        try:
            while piece and not unpacker.eof:
                size = len(unpacker.decompress(piece, 16 * _STEP))
                total, whole = total + size, whole + size
                if total > limits.unzipped_bytes or whole > MANY_STREAMS * limits.unzipped_bytes:
                    raise BadInput(f"PDF bung ra hơn {limits.unzipped_bytes / 1e6:.0f} MB, vượt giới hạn an toàn")
                at += _STEP if not unpacker.unconsumed_tail else 0
                piece = unpacker.unconsumed_tail or data[at : at + _STEP]
        except zlib.error:
            continue


def _read_pages(data: bytes, limits: Limits) -> Iterator[_Page]:
    started = time.monotonic()
    chars = 0
    heads: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages, 1):
                if time.monotonic() - started > limits.seconds:
                    raise BadInput(f"đọc PDF quá {limits.seconds:.0f} giây, dừng ở trang {number}")
                read, heads = _read_page(page, number, heads)
                page.close()
                chars += sum(len(line.text) for line in read.lines)
                if chars > limits.text_chars:
                    raise BadInput(f"PDF có hơn {with_points(limits.text_chars)} ký tự, quá giới hạn")
                yield read
    except _BROKEN as error:
        raise BadInput("PDF hỏng, đọc giữa chừng không được") from error


def _read_page(page: Any, number: int, heads: list[str]) -> tuple[_Page, list[str]]:
    """The page's lines, and the head row of a table that may go on on the next page ([] if none)."""
    if len(page.chars) > MAX_PAGE_CHARS:
        raise BadInput(f"trang {number} có hơn {with_points(MAX_PAGE_CHARS)} ký tự, quá giới hạn")
    tables = _tables(page, heads)
    boxes = [table.bbox for table in tables]
    words = [word for word in page.extract_words(extra_attrs=["fontname", "size"]) if not _inside(word, boxes)]
    lines = _lines(words, number)
    first_word = min((line.top for line in lines if line.top > EDGE_SHARE * page.height), default=page.height)
    last_word = max((line.top for line in lines if line.bottom < (1 - EDGE_SHARE) * page.height), default=0.0)
    open_heads: list[str] = []
    for table in tables:
        grid = [[(cell or "").replace("\n", " ") for cell in row] for row in table.extract()]
        left, top, right, bottom = table.bbox
        carried = bool(heads) and table is tables[0] and top <= first_word and len(grid[0]) == len(heads)
        if carried and grid[0] != heads:
            grid = [heads, *grid]
        for at, piece in enumerate(table_pieces(grid)[1 if carried else 0 :]):
            lines.append(PdfLine(piece.text, left, right, top + at * 0.001, bottom, number, row=True))
        open_heads = grid[0] if bottom >= last_word else []
    lines.sort(key=lambda line: (line.top, line.left))
    scanned = not lines and bool(page.images)
    if scanned and ocr_available():
        text = read_picture(page.to_image(resolution=RENDER_DPI).original)
        lines = _picture_lines(text, number, float(page.width), float(page.height))
        scanned = False
    return _Page(lines, float(page.height), scanned), open_heads


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


def _inside(word: dict[str, Any], boxes: list[tuple[float, float, float, float]]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _lines(words: list[dict[str, Any]], number: int) -> list[PdfLine]:
    """Words gathered to lines by their height on the page; columns without rules become rows."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) <= 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word["x0"])
    lines: list[PdfLine] = []
    at = 0
    while at < len(rows):
        grid = _unruled_grid(rows[at:])
        if grid:
            taken = [_line(row, number) for row in rows[at : at + len(grid)]]
            pieces = table_pieces(grid)
            lines += [
                dataclasses.replace(line, text=piece.text, row=True) for line, piece in zip(taken, pieces, strict=False)
            ]
        else:
            lines.append(_line(rows[at], number))
        at += max(1, len(grid))
    return lines


def _line(row: list[dict[str, Any]], number: int) -> PdfLine:
    top, bottom = min(word["top"] for word in row), max(word["bottom"] for word in row)
    bold = all("bold" in word["fontname"].lower() for word in row)
    size = max(float(word["size"]) for word in row)
    text = " ".join(word["text"] for word in row)
    return PdfLine(text, row[0]["x0"], row[-1]["x1"], top, bottom, number, size, bold)


def _unruled_grid(rows: list[list[dict[str, Any]]]) -> list[list[str]]:
    """The cells of the leading rows if they stand in three or more columns set apart by space."""
    grid: list[list[str]] = []
    for row in rows:
        cells: list[list[str]] = [[row[0]["text"]]]
        for word, after in pairwise(row):
            if after["x0"] - word["x1"] > max(COLUMN_GAP, 1.2 * float(word["size"])):
                cells.append([])
            cells[-1].append(after["text"])
        if len(cells) < 3 or (grid and len(cells) != len(grid[0])):
            break
        grid.append([" ".join(cell) for cell in cells])
    return grid if len(grid) >= 2 else []


def _picture_lines(text: str, number: int, width: float, height: float) -> list[PdfLine]:
    lines = [line.strip() for line in text.split("\n")]
    longest = max(map(len, lines), default=1)
    step = height / max(1, len(lines))
    return [
        PdfLine(line, 0, width * len(line) / longest, at * step, at * step + 0.6 * step, number)
        for at, line in enumerate(lines)
        if line
    ]


def _without_running_lines(pages: list[_Page]) -> list[list[PdfLine]]:
    """The lines of each page without page numbers and what stands at the edge of most pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line.text) for line in page.lines if _at_edge(line, page.height)})
    often = max(3, len(pages) // 2)
    kept: list[list[PdfLine]] = []
    for page in pages:
        edge = [line for line in page.lines if _at_edge(line, page.height)]
        running = {
            id(line) for line in edge if seen[_shape(line.text)] >= often or _PAGE_NUMBER.fullmatch(line.text.strip())
        }
        kept.append([line for line in page.lines if id(line) not in running])
    return kept


def _at_edge(line: PdfLine, height: float) -> bool:
    return not line.row and (line.bottom < EDGE_SHARE * height or line.top > (1 - EDGE_SHARE) * height)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold()).strip()


def _ranges(numbers: list[int]) -> str:
    """ "1-3, 7" for [1, 2, 3, 7]."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
