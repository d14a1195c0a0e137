"""Pictures of pages to text: a photo or a scan of one page, a TIFF of many.

It knows picture files. How a page is recognised is known in ``ocr``; how lines become
paragraphs, in ``pdf_paragraphs``.
"""

import io
import re
import time
from dataclasses import replace

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from documents.decoding import read_pieces
from documents.loaded import Loaded, Piece, assemble
from documents.ocr import MAX_PIXELS, NEEDS_TESSERACT, Scan, ocr_available, read_picture
from documents.page_words import Word
from documents.pdf_columns import lines_of
from documents.pdf_edges import PageLines, without_running_lines
from documents.pdf_paragraphs import PdfLine, join_lines, settle
from documents.records import BadInput
from documents.scan_rules import fill_cells
from documents.settings import Limits, with_points
from documents.tables import table_pieces

LINE_HEIGHT = 1.2  # of a line's box to the size of its letters
FROM_SCAN = "chữ đọc từ ảnh quét, có thể sai chính tả"


def load_image(data: bytes, limits: Limits) -> Loaded:
    """The text of scanned pages, with page numbers where there are several.

    BadInput without Tesseract, for a picture beyond the limits, or for one without words.
    """
    started = time.monotonic()
    pages: list[PageLines] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                _check(frame, number, time.monotonic() - started, limits)
                upright = ImageOps.exif_transpose(frame)
                height = 842.0 if upright.height >= upright.width else 595.0
                pages.append(PageLines(scan_lines(read_picture(upright, height), number), height))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadInput("ảnh hỏng, không mở được") from error
    lines = [line for page in without_running_lines(pages) for line in page]
    joined = join_lines(lines)
    if len(pages) == 1:
        joined = [replace(piece, page=None) for piece in joined]
    pieces, repairs = read_pieces(joined)
    text, blocks = assemble(map(settle, pieces))
    if not text:
        raise BadInput("không đọc được chữ nào trong ảnh")
    return Loaded(text, blocks, {}, (FROM_SCAN, *repairs), "image")


def _check(frame: Image.Image, number: int, seconds: float, limits: Limits) -> None:
    if frame.width * frame.height > MAX_PIXELS:
        raise BadInput(f"ảnh {frame.width} x {frame.height} điểm, quá lớn để đọc")
    if not ocr_available():
        raise BadInput(NEEDS_TESSERACT)
    if number > limits.pages:
        raise BadInput(f"ảnh có hơn {with_points(limits.pages)} trang, quá giới hạn")
    if seconds > limits.ocr_seconds:
        raise BadInput(f"đọc ảnh quét quá {limits.ocr_seconds:.0f} giây, dừng ở trang {number}")


def scan_lines(scan: Scan, number: int) -> list[PdfLine]:
    """Lines of a recognised page in reading order, those in ruled tables as rows.

    Sizes of letters are not known so exactly that they tell anything, and are left out.
    """
    if not scan.words:
        return []
    heights = sorted(word.bottom - word.top for word in scan.words)
    size = heights[len(heights) // 2] / LINE_HEIGHT
    words = list(scan.words)
    rows: list[list[Piece]] = []
    for cells in scan.tables:
        grid, taken = fill_cells(cells, words)
        if not taken:
            continue
        words = [word for at, word in enumerate(words) if at not in taken]
        boxes = [box for row in cells for box in row]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        words.append(Word("", left, right, top, bottom, table=len(rows)))
        rows.append(table_pieces(grid))
    lines = lines_of([replace(word, size=size) for word in words], number, rows)
    return [replace(line, size=0.0, text=_mended(line.text)) for line in lines]


def _mended(text: str) -> str:
    """The mark that a line opens with, where it is misread in a usual way: "2..", "ø)"."""
    text = re.sub(r"^(\d{1,3})\s?\.{2,}(?=\s)", r"\1.", text)
    return re.sub(r"^[øØ]\)", "g)", text)
