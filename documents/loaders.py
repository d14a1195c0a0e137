"""One door for every file format: looks at the content, hands the bytes to the right reader.

It knows how to tell formats apart and what a file may cost. It never follows a link,
executes anything or trusts a file's name.
"""

import os
import stat
from pathlib import Path

from documents.loaded import Loaded
from documents.loading_text import load_markdown, load_txt
from documents.records import BadInput, ReadFailure
from documents.settings import DOCUMENT_SUFFIXES, Limits

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
    """As ``load``, from bytes; ``suffix`` only tells Markdown from plain text."""
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput("tệp nhị phân, không phải văn bản")
    if suffix in {".md", ".markdown"}:
        return load_markdown(data, limits)
    if suffix == ".txt":
        return load_txt(data, limits)
    raise BadInput("loại tệp chưa hỗ trợ")


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
