"""Bytes to clean NFC text: which encoding a file is in, and what never belongs in a text.

It knows encodings and characters; it does not know lines, blocks or pages.
"""

import codecs
import dataclasses
import re
import unicodedata
from collections.abc import Callable, Sequence

from documents.legacy import NAMES, READABLE_SHARE, repair_legacy, to_unicode
from documents.loaded import Piece
from documents.records import BadInput
from documents.syllables import vietnamese_share
from documents.text_tables import bars_for_tabs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Soft hyphen, zero-width and direction marks, byte order mark, control characters.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]"
)
_ODD_SPACE = "\t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[ {_ODD_SPACE}]{{2,}}|[{_ODD_SPACE}]")
_LOOK_ALIKES = str.maketrans(
    {"\u00d0": "\u0110", "\u00f0": "\u0111", "\u0189": "\u0110"}
    | dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d", "•")
)
_LOOK_ALIKE = re.compile("[\u00d0\u00f0\u0189\uf02d-\uf0fc]")
MAX_BAD_SHARE = 0.001
SAMPLE_BYTES = 200_000


def normalise(text: str) -> str:
    """NFC, one kind of line end and of space, no invisible characters, Đ for its look-alikes,
    • for the bullets of symbol fonts.

    Spelling, punctuation and line breaks stay as printed.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    if _LOOK_ALIKE.search(text):
        text = text.translate(_LOOK_ALIKES)
    return unicodedata.normalize("NFC", text)


def read_unicode(text: str, tabs: bool = False) -> tuple[str, tuple[str, ...]]:
    """Text of any library as clean NFC text, old TCVN3 and VNI spelling repaired; and warnings.

    ``tabs``: tabs set columns, as in plain text, and are kept as bars.
    """
    repaired, name = repair_legacy(text)
    warnings = (f"đã chuyển từ bảng mã {NAMES[name]} sang Unicode",) if name else ()
    return normalise(bars_for_tabs(repaired) if tabs else repaired), warnings


def read_pieces(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces of one document with their texts clean as by ``read_unicode``, judged together."""
    repaired, name = repair_legacy("\n".join(piece.text.replace("\n", " ") for piece in pieces))
    warnings = (f"đã chuyển từ bảng mã {NAMES[name]} sang Unicode",) if name else ()
    texts = repaired.split("\n") if pieces else []
    clean = [dataclasses.replace(piece, text=normalise(text)) for piece, text in zip(pieces, texts, strict=True)]
    return clean, warnings


def decode(data: bytes, hint: str = "", tabs: bool = False) -> tuple[str, str, tuple[str, ...]]:
    """The clean text of ``data``, the encoding that read it, and warnings.

    BadInput if no encoding reads it as text. ``hint`` is what the file says of itself; it
    is tried, not trusted. ``tabs`` as for ``read_unicode``.
    """
    raw, encoding, warnings = _decode_raw(data, hint)
    text, repairs = read_unicode(raw, tabs)
    return text, encoding, warnings + repairs


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: NULs that are not those of UTF-16 or 32."""
    head = data[:8192]
    return b"\x00" in head and not any(head.startswith(mark) for mark, _ in _BOMS) and not _utf16_kind(head)


def _utf16_kind(head: bytes) -> str:
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    even, odd = head[0 : 2 * pairs : 2], head[1 : 2 * pairs : 2]
    low, high = even.count(0) / pairs, odd.count(0) / pairs
    if high > 0.2 and low < 0.02:
        return "utf-16-le"
    return "utf-16-be" if low > 0.2 and high < 0.02 else ""


def _decode_raw(data: bytes, hint: str) -> tuple[str, str, tuple[str, ...]]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(name), name, ()
            except UnicodeDecodeError as error:
                raise BadInput(f"không đọc được mã {name} (hỏng ở byte {error.start})") from error
    wide = _utf16_kind(data[:8192])
    for name in filter(None, (wide, "utf-8", _known(hint))):
        try:
            return data.decode(name), name, ()
        except UnicodeDecodeError:
            continue
    broken = data.decode("utf-8", "replace")
    marked = sum(byte >= 0xC3 for byte in data)
    if broken.count("\ufffd") <= max(1, MAX_BAD_SHARE * len(broken)) and marked > 20:
        return broken, "utf-8", ("tệp UTF-8 có vài byte hỏng, hiện là \ufffd",)
    return _decode_single_byte(data)


def _known(hint: str) -> str:
    try:
        name = codecs.lookup(hint).name if hint else ""
    except LookupError:
        return ""
    return name if name.startswith("utf") else ""


def _decode_single_byte(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The old one-byte encoding under which the most marked words are Vietnamese syllables."""
    readers: dict[str, Callable[[bytes], str]] = {
        "windows-1258": lambda part: unicodedata.normalize("NFC", part.decode("cp1258", "replace")),
        "tcvn3": lambda part: to_unicode(part.decode("latin-1"), "tcvn3"),
        "vni": lambda part: to_unicode(part.decode("cp1252", "replace"), "vni"),
        "viscii": lambda part: to_unicode(part.decode("latin-1"), "viscii"),
    }
    best, best_share = "", 0.0
    for name, reader in readers.items():
        candidate = reader(data[:SAMPLE_BYTES])
        share, words = vietnamese_share(candidate)
        share -= 0.5 * candidate.count("\ufffd") / max(1, words)
        if share > best_share:
            best, best_share = name, share
    if best_share >= READABLE_SHARE:
        return readers[best](data), best, (f"đã chuyển từ bảng mã {NAMES.get(best, best)} sang Unicode",)
    raise BadInput("không nhận ra bảng mã; hãy lưu lại tệp bằng UTF-8")
