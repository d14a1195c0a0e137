"""Adding and removing the reader's own documents, in ``<documents>/added/``.

A document is there when its row is in ``added/manifest.jsonl`` and not before: the file is
written beside first, the manifest is swapped last, and only then an old version goes. A file
is judged by its content; its name is only a name and cannot leave the folder.
"""

import dataclasses
import fcntl
import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal, NoReturn

from documents.cleaning import clean
from documents.corpus import ADDED, file_sha256, open_corpus
from documents.describing import describe
from documents.loaders import kind_of_content, load_bytes, read_bytes
from documents.manifest import LIST_FIELDS, MANIFEST_NAME, read_manifest, row_of, source_from_row, write_manifest
from documents.records import BadInput, ReadFailure, Source
from documents.settings import DOCUMENT_SUFFIXES, Limits

MAX_NAME_BYTES = 120
_UNSAFE = re.compile(r"[^\w .()-]+")
_SUFFIX_OF_KIND = {"txt": ".txt", "md": ".md", "html": ".html", "docx": ".docx", "pdf": ".pdf", "image": ".png"}


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding one file; ``source.file`` is relative to the documents folder."""

    source: Source
    outcome: Literal["added", "replaced", "same"]
    chars: int
    warnings: tuple[str, ...]


def add_file(
    folder: Path, path: Path, overrides: Mapping[str, Any] | None = None, limits: Limits | None = None
) -> Added:
    """Copy one file into the folder's added documents, with its row read from the text.

    ``overrides`` are Source fields that the reader states. The same content twice stays one
    document; a file with the id of another replaces that one. BadInput or ReadFailure, and
    nothing changed, if the file cannot be read or written.
    """
    data = read_bytes(path, limits or Limits())
    return add_bytes(folder, path.name, data, overrides, limits)


def add_bytes(
    folder: Path,
    name: str,
    data: bytes,
    overrides: Mapping[str, Any] | None = None,
    limits: Limits | None = None,
) -> Added:
    """As ``add_file``, for content that came under a name (an upload, a fetched page)."""
    limits = limits or Limits()
    _check_size(name, data, limits)
    name = safe_name(name)
    suffix = Path(name).suffix.lower()
    if suffix not in DOCUMENT_SUFFIXES:
        suffix = _SUFFIX_OF_KIND[kind_of_content(data, "")]
    try:
        loaded = load_bytes(data, suffix, limits)
    except BadInput as error:
        raise BadInput(f"{name}: {error}") from error
    cleaned = clean(loaded)
    if not cleaned.text:
        raise BadInput(f"{name}: tệp không có nội dung chữ")
    digest = hashlib.sha256(data).hexdigest()
    stem = Path(name).stem if Path(name).suffix.lower() == suffix else name
    stated = _checked(overrides or {}, stem)
    file = f"{safe_name(stated['id'])}.{digest[:8]}{suffix}"
    source = Source(**{**stated, "file": file, "sha256": digest})
    source = describe(dataclasses.replace(source, title=source.title or stem), loaded, cleaned)
    source = dataclasses.replace(source, **{key: value for key, value in stated.items() if value})
    source = dataclasses.replace(source, unconfirmed=tuple(name for name in source.unconfirmed if not stated.get(name)))
    with locked(folder) as home:
        twin = _twin(folder, data, digest)
        if twin is not None and not overrides:
            return Added(twin, "same", len(cleaned.text), loaded.warnings)
        if twin is not None and twin.id != source.id:
            raise BadInput(f"{name}: nội dung này đã có, mã tài liệu {twin.id!r}")
        outcome = _store(home, source, data)
    shown = dataclasses.replace(source, file=f"{ADDED}/{source.file}")
    return Added(shown, outcome, len(cleaned.text), loaded.warnings)


def remove_document(folder: Path, id: str) -> Source:
    """Take one added document out, row first, file second; BadInput for an id that was not added."""
    if not (folder / ADDED / MANIFEST_NAME).exists():
        refuse_own(folder, id)
    with locked(folder) as home:
        rows = read_manifest(home / MANIFEST_NAME)
        gone = next((row for row in rows if row.id == unicodedata.normalize("NFC", id)), None)
        if gone is None:
            refuse_own(folder, id)
        write_manifest(home / MANIFEST_NAME, [row for row in rows if row.id != gone.id])
        _unlink(home / gone.file)
    return gone


def refuse_own(folder: Path, id: str, deed: str = "xóa") -> NoReturn:
    """BadInput for an id that is not among the added documents, known or not."""
    open_corpus(folder).path(id)
    raise BadInput(f"{id!r} thuộc bộ tài liệu gốc, không phải tài liệu được thêm; lệnh này không {deed}")


def safe_name(name: str) -> str:
    """The last part of a name, NFC, with nothing in it that could lead out of a folder or hide.

    BadInput if nothing is left of it.
    """
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    cleaned = _UNSAFE.sub("-", last).strip(" .-")
    stem, suffix = Path(cleaned).stem, Path(cleaned).suffix
    while len(stem.encode()) > MAX_NAME_BYTES:
        stem = stem[:-1]
    if not stem:
        raise BadInput(f"tên tệp không dùng được: {name[:80]!r}")
    return stem.rstrip(" .") + suffix


def _check_size(name: str, data: bytes, limits: Limits) -> None:
    if not data:
        raise BadInput(f"{name}: tệp rỗng (0 byte)")
    if len(data) > limits.file_bytes:
        raise BadInput(f"{name}: tệp {len(data) / 1e6:.0f} MB, quá giới hạn {limits.file_bytes / 1e6:.0f} MB")


def _checked(overrides: Mapping[str, Any], stem: str) -> dict[str, Any]:
    """The stated fields as a Source takes them; BadInput for what a manifest would refuse."""
    row = {key: list(value) if key in LIST_FIELDS else value for key, value in overrides.items()}
    row = {"id": stem, **{key: value for key, value in row.items() if value}, "file": "x"}
    checked = source_from_row(row)
    return {key: getattr(checked, key) for key in row if key != "file"}


@contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """The folder of added documents, held for one writer at a time."""
    if not folder.is_dir():
        raise BadInput(f"không có thư mục tài liệu: {folder}")
    home = folder / ADDED
    if home.is_symlink():
        raise BadInput(f"{home} là liên kết tượng trưng, không ghi theo liên kết")
    try:
        home.mkdir(exist_ok=True)
        lock = (home / ".lock").open("w")
    except OSError as error:
        raise ReadFailure(f"không ghi được vào {home} ({error.strerror})") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield home


def _twin(folder: Path, data: bytes, digest: str) -> Source | None:
    corpus = open_corpus(folder)
    for source in corpus.sources():
        path = corpus.path(source.id)
        if path.stat().st_size == len(data) and file_sha256(path) == digest:
            return source
    return None


def _store(home: Path, source: Source, data: bytes) -> Literal["added", "replaced"]:
    manifest = home / MANIFEST_NAME
    rows = read_manifest(manifest)
    old = next((row for row in rows if row.id == source.id), None)
    target = home / source.file
    beside = home / f".{source.file}.new"
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        _unlink(beside)
        raise ReadFailure(f"không ghi được {source.file} ({error.strerror})") from error
    try:
        write_manifest(manifest, [row for row in rows if row.id != source.id] + [source])
    except ReadFailure:
        if old is None or old.file != source.file:
            _unlink(target)
        raise
    if old is not None and old.file != source.file:
        _unlink(home / old.file)
    return "replaced" if old is not None else "added"


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ReadFailure(f"không xóa được {path.name} ({error.strerror})") from error


def added_row(added: Added) -> dict[str, Any]:
    """The outcome as ``add --json`` prints it."""
    row = {"outcome": added.outcome, **row_of(added.source)}
    return {**row, "chars": added.chars, "warnings": list(added.warnings)}
