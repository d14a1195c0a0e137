"""The door for other rooms: a folder of documents, listed and read one at a time.

It knows files, manifest rows and ids. It keeps no text: every Document is read when asked
for, so that a folder of any size passes through a small memory.
"""

import dataclasses
import difflib
import hashlib
import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.cleaning import clean
from documents.describing import describe
from documents.loaders import load
from documents.manifest import MANIFEST_NAME, read_manifest, row_of
from documents.ocr import ocr_available
from documents.records import BadInput, Document, DocumentsError, ReadFailure, Source
from documents.settings import DOCUMENT_SUFFIXES, LOADER_VERSION, Limits

ADDED = "added"
_OWN_NAMES = frozenset({"readme.md", "changelog.md", "license.md", "licence.md", "license.txt", "licence.txt"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be used, and why, in one line."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Entry:
    source: Source
    path: Path
    listed: bool


class Corpus:
    """The documents of one folder; opened by ``open_corpus``."""

    def __init__(self, folder: Path, entries: list[_Entry], problems: list[Problem], limits: Limits) -> None:
        self.folder = folder
        self._entries = {entry.source.id: entry for entry in entries}
        self._problems = {problem.file: problem for problem in problems}
        self._limits = limits

    def sources(self) -> list[Source]:
        """One row a file that is there, manifest order first, then by path; nothing is parsed."""
        return [entry.source for entry in self._entries.values()]

    def problems(self) -> list[Problem]:
        """What could not be used so far; ``stream`` and ``document`` add what they meet."""
        return sorted(self._problems.values(), key=lambda problem: problem.file)

    def path(self, id: str) -> Path:
        """Where the document's file lies; BadInput if the id is unknown."""
        return self._entry(id).path

    def document(self, id: str) -> Document:
        """The document with its cleaned text; BadInput with near ids if there is none such."""
        entry = self._entry(id)
        try:
            return read_document(entry.source, entry.path, self._limits, entry.listed)
        except DocumentsError as error:
            self._note(entry, error)
            raise

    def stream(self) -> Iterator[Document]:
        """Every readable document, one at a time; the others end up in ``problems``."""
        for id in list(self._entries):
            try:
                yield self.document(id)
            except DocumentsError:
                continue

    def fingerprint(self, id: str) -> str:
        """Changes when the file's bytes, its manifest row or the way of reading change.

        ReadFailure if the file cannot be read, which then stands in ``problems`` too.
        """
        entry = self._entry(id)
        digest = hashlib.sha256(LOADER_VERSION.encode())
        row = row_of(dataclasses.replace(entry.source, sha256=""))
        digest.update(json.dumps(row, ensure_ascii=False, sort_keys=True).encode())
        try:
            digest.update(file_sha256(entry.path).encode())
        except DocumentsError as error:
            self._note(entry, error)
            raise
        return digest.hexdigest()

    def means(self) -> str:
        """What files are read with: the limits, and OCR where it is installed.

        A file that was refused may be readable when this changes.
        """
        return f"{self._limits} ocr={ocr_available()}"

    def _entry(self, id: str) -> _Entry:
        entry = self._entries.get(id) or self._entries.get(unicodedata.normalize("NFC", id))
        if entry is None:
            near = difflib.get_close_matches(id, self._entries, n=3, cutoff=0.4)
            hint = f"; gần nhất: {', '.join(near)}" if near else ""
            raise BadInput(f"không có tài liệu {id!r}{hint}")
        return entry

    def _note(self, entry: _Entry, error: DocumentsError) -> None:
        reason = str(error).removeprefix(f"{entry.path.name}: ")
        self._problems[entry.source.file] = Problem(entry.source.file, reason)


def open_corpus(folder: Path, limits: Limits | None = None) -> Corpus:
    """The corpus of a folder, with or without a manifest; BadInput if there is no such folder."""
    limits = limits or Limits()
    if not folder.is_dir():
        raise BadInput(f"không có thư mục tài liệu: {folder}")
    problems: list[Problem] = []
    rows, set_aside = _manifest_rows(folder)
    files = dict(find_files(folder, problems))
    listed = {row.file for row in rows} | set_aside | _unfinished(folder, files)
    entries: list[_Entry] = []
    for row in rows:
        if row.file in files:
            entries.append(_Entry(row, files[row.file], True))
        elif row.file not in {problem.file for problem in problems}:
            problems.append(Problem(row.file, f"manifest có dòng {row.id!r} nhưng thiếu tệp"))
    unlisted = sorted(name for name in files if name not in listed)
    taken = {row.id for row in rows}
    for name, id in _new_ids(unlisted, taken).items():
        entries.append(_Entry(Source(id=id, file=name, title=Path(name).stem), files[name], False))
    entries = _without_twins(entries, problems)
    return Corpus(folder, entries, problems, limits)


def _manifest_rows(folder: Path) -> tuple[list[Source], set[str]]:
    """The rows in force, and the files of rows that an added document of the same id replaces."""
    added = [
        dataclasses.replace(row, file=f"{ADDED}/{row.file}") for row in read_manifest(folder / ADDED / MANIFEST_NAME)
    ]
    ids = {row.id for row in added}
    own = read_manifest(folder / MANIFEST_NAME)
    return [row for row in own if row.id not in ids] + added, {row.file for row in own if row.id in ids}


def _unfinished(folder: Path, files: Iterable[str]) -> set[str]:
    """Files in the folder of added documents: without a manifest row they are not (or no longer) added."""
    if not (folder / ADDED / MANIFEST_NAME).exists():
        return set()
    return {name for name in files if name.startswith(f"{ADDED}/")}


def find_files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Relative name (NFC, "/") and path of every document file below the folder, sorted.

    Links, pipes and devices are named in ``problems``, not followed or read; hidden names and the package's own files
    are passed over.
    """
    package = (folder / "__init__.py").exists()
    for root, directories, names in os.walk(folder, onerror=lambda error: _walk_error(folder, error, problems)):
        here = Path(root)
        top = here == folder
        directories[:] = sorted(
            name
            for name in directories
            if not name.startswith((".", "__")) and not (package and top and name == "data")
        )
        for name in list(directories):
            if (here / name).is_symlink():
                directories.remove(name)
                problems.append(Problem(_relative(here / name, folder), "thư mục là liên kết, không đi theo"))
        for name in sorted(names):
            path = here / name
            if name.startswith(".") or path.suffix.lower() not in DOCUMENT_SUFFIXES:
                continue
            if package and top and name.lower() in _OWN_NAMES:
                continue
            if path.is_symlink():
                problems.append(Problem(_relative(path, folder), "là liên kết tượng trưng, không đọc theo liên kết"))
                continue
            if path.exists() and not path.is_file():
                problems.append(Problem(_relative(path, folder), "không phải tệp thường"))
                continue
            yield _relative(path, folder), path


def _walk_error(folder: Path, error: OSError, problems: list[Problem]) -> None:
    problems.append(Problem(_relative(Path(error.filename), folder), "không có quyền mở thư mục"))


def _relative(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix()
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _new_ids(names: list[str], taken: set[str]) -> dict[str, str]:
    """An id for each file without a manifest row: its stem, or its whole path where stems clash."""
    stems = [Path(name).stem.strip() or name for name in names]
    ids: dict[str, str] = {}
    for name, stem in zip(names, stems, strict=True):
        clash = stems.count(stem) > 1 or stem in taken
        ids[name] = name.replace("/", "-") if clash else stem
    return ids


def _without_twins(entries: list[_Entry], problems: list[Problem]) -> list[_Entry]:
    """One entry for each content: of files with the same bytes the first stays."""
    sizes: dict[int, list[_Entry]] = {}
    for entry in entries:
        try:
            sizes.setdefault(entry.path.stat().st_size, []).append(entry)
        except OSError:
            continue
    twins: set[str] = set()
    for size, group in sizes.items():
        seen: dict[str, str] = {}
        for entry in group if size and len(group) > 1 else []:
            try:
                digest = file_sha256(entry.path)
            except ReadFailure:
                continue
            if digest in seen:
                twins.add(entry.source.id)
                problems.append(Problem(entry.source.file, f"trùng nội dung với {seen[digest]}"))
            seen.setdefault(digest, entry.source.file)
    return [entry for entry in entries if entry.source.id not in twins]


def file_sha256(path: Path) -> str:
    """The SHA-256 of the file's bytes in hex, never through a link or waiting at a pipe; ReadFailure if unreadable."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise ReadFailure(f"{path.name}: tệp không còn ở đó") from error
    except OSError as error:
        raise ReadFailure(f"{path.name}: không có quyền đọc tệp") from error


def read_document(source: Source, path: Path, limits: Limits, listed: bool = True) -> Document:
    """The file as a Document: loaded, cleaned, its row filled from what the file says of itself."""
    loaded = load(path, limits)
    cleaned = clean(loaded)
    if not cleaned.text:
        raise BadInput(f"{path.name}: không còn nội dung sau khi bỏ phần khung trang")
    warnings = list(loaded.warnings)
    if source.sha256 and file_sha256(path) != source.sha256:
        warnings.append("tệp đã thay đổi so với manifest (sha256 khác)")
    if not listed:
        source = describe(source, loaded, cleaned)
        source = dataclasses.replace(source, sha256=file_sha256(path))
    return Document(source, cleaned.text, cleaned.blocks, tuple(warnings))
