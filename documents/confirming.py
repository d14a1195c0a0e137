"""Confirming what was read of an added document: its row as the reader says it is.

It changes the row of ``added/manifest.jsonl`` and nothing else; the index follows at its next build.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from documents.adding import locked, refuse_own
from documents.corpus import ADDED
from documents.manifest import (
    CONFIRMABLE,
    DATE_FIELDS,
    LIST_FIELDS,
    MANIFEST_NAME,
    is_iso,
    read_manifest,
    row_of,
    source_from_row,
    write_manifest,
)
from documents.places import place_table
from documents.records import BadInput, Source

MAX_CHARS = 2_000
_LOCAL_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def confirm_document(folder: Path, id: str, values: Mapping[str, str | Sequence[str]]) -> Source:
    """The added document's row, corrected by ``values`` and confirmed in all of its fields.

    An empty value clears its field; a field not in ``values`` is confirmed as it was read. Dates may be
    written 31/01/2013. BadInput, and nothing changed, for a value that a manifest would refuse, for
    an end before the beginning, and for an id that was not added. ``file`` is relative to the folder.
    """
    corrected = {name: _value(name, value) for name, value in values.items()}
    if not (folder / ADDED / MANIFEST_NAME).exists():
        refuse_own(folder, id, "sửa")
    with locked(folder) as home:
        rows = read_manifest(home / MANIFEST_NAME)
        wanted = unicodedata.normalize("NFC", id)
        row = next((row for row in rows if row.id == wanted), None)
        if row is None:
            refuse_own(folder, id, "sửa")
        confirmed = _checked({**row_of(row), **corrected, "unconfirmed": []})
        write_manifest(home / MANIFEST_NAME, [confirmed if one.id == wanted else one for one in rows])
    return dataclasses.replace(confirmed, file=f"{ADDED}/{confirmed.file}")


def added_sources(folder: Path) -> dict[str, Source]:
    """The rows of the added documents by id, as they stand on disk; ``file`` is relative to the folder."""
    rows = read_manifest(folder / ADDED / MANIFEST_NAME)
    return {row.id: dataclasses.replace(row, file=f"{ADDED}/{row.file}") for row in rows}


def _value(name: str, value: str | Sequence[str]) -> str | list[str]:
    """A value as a manifest row holds it: one line, dates as ISO, lists without empty entries."""
    if name not in CONFIRMABLE:
        raise BadInput(f"không sửa được trường {name}; chỉ sửa được: {', '.join(CONFIRMABLE)}")
    if name in LIST_FIELDS:
        entries = value.split("\n") if isinstance(value, str) else value
        return [line for entry in entries if (line := _line(name, entry))]
    if not isinstance(value, str):
        raise BadInput(f"{CONFIRMABLE[name]} phải là một dòng chữ")
    line = _line(name, value)
    if name == "region" and line:
        return _place(line)
    return _date(name, line) if name in DATE_FIELDS and line else line


def _place(text: str) -> str:
    place = place_table().lookup(text)
    if place is None or place.level == "unknown":
        near = ", ".join(place_table().nearest(text))
        raise BadInput(
            f"{CONFIRMABLE['region']} phải là một tỉnh, vùng hoặc “cả nước”, không phải “{text[:40]}”; gần nhất: {near}"
        )
    return place.name


def _date(name: str, text: str) -> str:
    local = _LOCAL_DATE.fullmatch(text)
    iso = f"{local[3]}-{int(local[2]):02d}-{int(local[1]):02d}" if local else text
    if not is_iso(iso):
        raise BadInput(f"{CONFIRMABLE[name]} phải ghi dạng 31/01/2013 hoặc 2013-01-31, không phải “{text[:40]}”")
    return iso


def _line(name: str, text: str) -> str:
    if len(text) > MAX_CHARS:
        raise BadInput(f"{CONFIRMABLE[name]} dài quá {MAX_CHARS} ký tự")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _checked(row: dict[str, Any]) -> Source:
    """The row as a Source; BadInput for what a manifest would refuse and for what cannot be so."""
    if not row["title"]:
        raise BadInput("tiêu đề không được để trống")
    source = source_from_row({**row, "kind": row["kind"] or "other"})
    if source.in_force_from and source.in_force_to and source.in_force_to < source.in_force_from:
        raise BadInput("ngày hết hiệu lực không được trước ngày có hiệu lực")
    return source
