"""Whether a PDF may be read at all: it opens, keeps to the limits, and unpacks to a sane size.

It draws nothing and reads no text.
"""

import io
import re
import zlib

import pypdf
from pdfminer.pdfexceptions import PDFException
from pdfminer.psparser import PSException
from pypdf.errors import PyPdfError

from documents.records import BadInput
from documents.settings import Limits, with_points

_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_STEP = 65_536
MANY_STREAMS = 20
BROKEN = (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What the readers raise over a file that is not as it should be."""


def check_pdf(data: bytes, limits: Limits) -> None:
    """BadInput unless the file opens without a password and keeps to the page limit."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput("PDF có mật khẩu; hãy gỡ mật khẩu rồi thêm lại")
        count = reader.get_num_pages()
    except (PyPdfError, *BROKEN, NotImplementedError) as error:
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
