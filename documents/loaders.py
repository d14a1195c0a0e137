"""One door for every file format: looks at the content, hands the bytes to the right reader.

It knows how to tell formats apart and what a file may cost. It never follows a link,
executes anything or trusts a file's name.
"""

import os
import re
import stat
from pathlib import Path

from documents.decoding import is_binary
from documents.loaded import Loaded
from documents.loading_text import load_markdown, load_txt
from documents.records import BadInput, ReadFailure
from documents.settings import DOCUMENT_SUFFIXES, IMAGE_SUFFIXES, PAGE_SUFFIXES, Limits, with_points

__all__ = ["Loaded", "load", "read_bytes"]


def load(path: Path, limits: Limits | None = None) -> Loaded:
    """The text of one file with its blocks and what its head says.

    BadInput with one line for a file that cannot be used as it is; ReadFailure when the
    machine could not read it.
    """
    limits = limits or Limits()
    suffix = path.suffix.lower()
    if suffix not in DOCUMENT_SUFFIXES:
        raise BadInput(f"{path.name}: loại tệp chưa hỗ trợ (chỉ đọc txt, md, html, docx, pdf, ảnh quét)")
    data = read_bytes(path, limits)
    try:
        loaded = load_bytes(data, suffix, limits)
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}") from error
    if not loaded.text.strip():
        raise BadInput(f"{path.name}: tệp không có nội dung chữ")
    return loaded


def load_bytes(data: bytes, suffix: str, limits: Limits) -> Loaded:
    """As ``load``, from bytes; the content decides, ``suffix`` only tells plain text from Markdown."""
    kind = kind_of_content(data, suffix)
    if kind == "pdf":
        from documents.loading_pdf import load_pdf

        return load_pdf(data, limits)
    if kind == "docx":
        from documents.loading_docx import load_docx

        return load_docx(data, limits)
    if kind == "image":
        from documents.loading_scans import load_image

        return load_image(data, limits)
    if len(data) > 4 * limits.text_chars:
        raise BadInput(f"văn bản dài quá giới hạn {with_points(limits.text_chars)} ký tự")
    if kind == "html":
        from documents.loading_html import load_html

        return load_html(data, limits)
    return load_markdown(data, limits) if kind == "md" else load_txt(data, limits)


_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
_UNSUPPORTED = (
    (b"\xd0\xcf\x11\xe0", "tệp Office cũ (.doc, .xls); hãy lưu lại thành .docx"),
    (b"{\\rtf", "tệp RTF; hãy lưu lại thành .docx"),
    (b"Rar!", "tệp nén RAR; hãy giải nén trước"),
    (b"7z\xbc\xaf", "tệp nén 7z; hãy giải nén trước"),
    (b"\x1f\x8b", "tệp nén gzip; hãy giải nén trước"),
)
_PAGE_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def kind_of_content(data: bytes, suffix: str) -> str:
    """txt, md, html, docx, pdf or image, by the file's first bytes and not by its name.

    BadInput for content that no reader here takes.
    """
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    for magic, kind in _MAGIC:
        if head.lstrip()[: len(magic)] == magic if kind == "pdf" else head.startswith(magic):
            return kind
    for magic, reason in _UNSUPPORTED:
        if head.startswith(magic):
            raise BadInput(reason)
    if is_binary(data):
        raise BadInput("tệp nhị phân, không phải văn bản")
    if suffix in {".docx", ".pdf", *IMAGE_SUFFIXES}:
        raise BadInput(f"nội dung không phải {suffix[1:]} như tên tệp nói")
    if suffix in PAGE_SUFFIXES or _PAGE_OPENING.match(head):
        return "html"
    return "md" if suffix in {".md", ".markdown"} else "txt"


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file within the size limit; never through a symbolic link."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise BadInput(f"{path.name}: không tìm thấy tệp") from error
    except PermissionError as error:
        raise ReadFailure(f"{path.name}: không có quyền đọc tệp") from error
    except OSError as error:
        if path.is_symlink():
            raise BadInput(f"{path.name}: là liên kết tượng trưng, không đọc theo liên kết") from error
        raise ReadFailure(f"{path.name}: không mở được tệp ({error.strerror})") from error
    with os.fdopen(handle, "rb") as file:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise BadInput(f"{path.name}: không phải tệp thường")
        if facts.st_size > limits.file_bytes:
            size, most = facts.st_size / 1e6, limits.file_bytes / 1e6
            raise BadInput(f"{path.name}: tệp {size:.0f} MB, quá giới hạn {most:.0f} MB")
        if facts.st_size == 0:
            raise BadInput(f"{path.name}: tệp rỗng (0 byte)")
        try:
            return file.read()
        except OSError as error:
            raise ReadFailure(f"{path.name}: đọc tệp không xong ({error.strerror})") from error
