"""Bytes to clean NFC text: which encoding a file is in, and what never belongs in a text.

It knows encodings and characters; it does not know lines, blocks or pages.
"""

import codecs
import re
import unicodedata

from documents.records import BadInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Zero-width and soft hyphen, byte order mark, direction marks, control characters, private use BOMs.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ETH = str.maketrans({"\u00d0": "\u0110", "\u00f0": "\u0111", "\u0189": "\u0110"})


def normalise(text: str) -> str:
    """NFC, one kind of line end and of space, no invisible characters, Đ for its look-alikes.

    Spelling, punctuation and line breaks stay as printed.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text).translate(_ETH)
    return unicodedata.normalize("NFC", text)


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the name of the encoding that read it; BadInput if none does."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(name), name
            except UnicodeDecodeError as error:
                raise BadInput(f"không đọc được mã {name} (hỏng ở byte {error.start})") from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        raise BadInput("không nhận ra bảng mã; hãy lưu lại tệp bằng UTF-8") from error
