"""The manifest: one JSON row a source, read, checked and written.

It knows the fields of a Source and how they are spelled on disk; it does not open the
documents themselves, except that ``source_from_meta`` takes what a loader found in one.
"""

import dataclasses
import datetime
import json
import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast, get_args

from documents.given_text import read_json
from documents.page_lines import read_dateline
from documents.records import BadInput, DocumentKind, ReadFailure, Source

MANIFEST_NAME = "manifest.jsonl"
FIELDS = tuple(field.name for field in dataclasses.fields(Source))
LIST_FIELDS = frozenset({"amends", "amended_by", "replaces", "replaced_by", "unconfirmed"})
DATE_FIELDS = ("date", "in_force_from", "in_force_to", "fetched")
KINDS: tuple[str, ...] = get_args(DocumentKind)
CONFIRMABLE = {
    "title": "tiêu đề",
    "kind": "loại tài liệu",
    "number": "số, ký hiệu",
    "issuer": "cơ quan ban hành",
    "date": "ngày ban hành",
    "in_force_from": "ngày có hiệu lực",
    "in_force_to": "ngày hết hiệu lực",
    "amends": "văn bản được sửa đổi",
    "replaces": "văn bản bị thay thế",
    "amended_by": "văn bản sửa đổi",
    "replaced_by": "văn bản thay thế",
    "publisher": "nơi đăng",
    "author": "tác giả",
    "region": "địa bàn",
}
"""Fields that are read from a file and that a reader may confirm or correct, with their names."""
_META_NAMES = {
    "tieu_de": "title",
    "trich_yeu": "title",
    "so_hieu": "number",
    "so_ky_hieu": "number",
    "co_quan_ban_hanh": "issuer",
    "ngay_ban_hanh": "date",
    "ngay_hieu_luc": "in_force_from",
    "ngay_het_hieu_luc": "in_force_to",
    "loai_van_ban": "kind",
    "nguon": "address",
    "source": "address",
    "url": "address",
    "thay_the": "replaces",
    "sua_doi": "amends",
    "published": "date",
}
_KIND_NAMES = {
    "bài viết": "article",
    "luật": "law",
    "nghị định": "decree",
    "thông tư": "circular",
    "thông tư liên tịch": "circular",
    "quyết định": "decision",
    "báo cáo": "report",
    "tóm lược": "digest",
}


def read_manifest(path: Path) -> list[Source]:
    """The rows of a manifest in file order; [] when there is no file.

    BadInput names the row (counted from 1) that cannot be read, or the id that stands twice.
    """
    if not path.exists():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except PermissionError as error:
        raise ReadFailure(f"{path.name}: không có quyền đọc manifest") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name}: không đọc được manifest ({type(error).__name__})") from error
    rows: list[Source] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(source_from_row(read_json(line)))
        except (ValueError, BadInput) as error:
            raise BadInput(f"{path.name}: dòng {number} không hợp lệ: {error}") from error
    ids = [row.id for row in rows]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        raise BadInput(f"{path.name}: mã tài liệu bị lặp: {', '.join(twice)}")
    return rows


def source_from_row(row: object) -> Source:
    """A Source from one JSON object; BadInput for unknown keys, wrong kinds, dates or paths."""
    if not isinstance(row, dict):
        raise BadInput("mỗi dòng phải là một đối tượng JSON")
    unknown = sorted(set(row) - set(FIELDS))
    if unknown:
        raise BadInput(f"khóa không biết: {', '.join(map(str, unknown))}")
    values: dict[str, Any] = {}
    for key, value in row.items():
        values[key] = _list_value(key, value) if key in LIST_FIELDS else _text_value(key, value)
    if not values.get("id") or not values.get("file"):
        raise BadInput("thiếu id hoặc file")
    if values.get("kind", "other") not in KINDS:
        raise BadInput(f"kind phải là một trong: {', '.join(KINDS)}")
    for key in DATE_FIELDS:
        if values.get(key) and not is_iso(values[key]):
            raise BadInput(f"{key} phải là ngày dạng 2024-05-20, không phải {values[key]!r}")
    file = Path(values["file"])
    if file.is_absolute() or ".." in file.parts or "\\" in values["file"]:
        raise BadInput(f"file phải nằm trong thư mục tài liệu: {values['file']}")
    return Source(**values)


def _text_value(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadInput(f"{key} phải là chuỗi")
    return unicodedata.normalize("NFC", value)


def _list_value(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise BadInput(f"{key} phải là danh sách chuỗi")
    return tuple(unicodedata.normalize("NFC", part) for part in value)


def is_iso(text: str) -> bool:
    """Whether the text is a date that exists, written 2024-05-20."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def row_of(source: Source) -> dict[str, Any]:
    """The source as a JSON-ready dict, all fields, lists for tuples."""
    row = dataclasses.asdict(source)
    return {key: list(value) if key in LIST_FIELDS else value for key, value in row.items()}


def write_manifest(path: Path, sources: Iterable[Source]) -> None:
    """Write the rows beside the manifest, then put them in its place; empty fields are left out."""
    lines = []
    for source in sources:
        row = {key: value for key, value in row_of(source).items() if value or key in {"id", "file"}}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    beside = path.with_name(path.name + ".new")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ReadFailure(f"{path.name}: không ghi được manifest ({error.strerror})") from error


def facts_from_meta(meta: Mapping[str, str]) -> dict[str, Any]:
    """The Source fields that a file's own head (front matter, HTML or office properties) states.

    Vietnamese field names are understood; dates become ISO; what does not fit is left out.
    """
    facts: dict[str, Any] = {}
    for raw_key, raw in meta.items():
        key = _META_NAMES.get(raw_key.lower(), raw_key.lower())
        value = raw.strip()
        if key not in FIELDS or key in {"id", "file", "sha256", "fetched", "unconfirmed"} or not value or key in facts:
            continue
        if key in LIST_FIELDS:
            facts[key] = tuple(part.strip() for part in value.split(";") if part.strip())
        elif key in DATE_FIELDS:
            found = read_dateline(value)
            if found:
                facts[key] = found.date
        elif key == "kind":
            kind = _KIND_NAMES.get(value.casefold(), value.casefold())
            if kind in KINDS:
                facts[key] = kind
        else:
            facts[key] = value
    return facts


def fill_source(source: Source, facts: Mapping[str, Any]) -> Source:
    """The source with its empty fields filled from ``facts``, as unconfirmed; what it states already stays."""
    missing = {
        key: value
        for key, value in facts.items()
        if value and (not getattr(source, key) or (key == "kind" and source.kind == "other"))
    }
    read = tuple(key for key in CONFIRMABLE if key in missing)
    return cast(Source, dataclasses.replace(source, **missing, unconfirmed=read))
