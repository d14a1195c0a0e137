"""Records of settings as command-line options: their names, their types, their values from text.

It knows dataclass fields and argparse, and no single setting: ranges are the records' own, and
what a setting means is told elsewhere. The rooms above use it for their own records.
"""

import argparse
import dataclasses
import math
from collections.abc import Collection
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from documents.records import BadInput

Record = TypeVar("Record")
_TRUTHS = {"true": True, "1": True, "có": True, "false": False, "0": False, "không": False}


def option_name(key: str) -> str:
    """``limits.file_bytes`` as an option: ``--limits-file-bytes``."""
    return "--" + key.replace(".", "-").replace("_", "-")


def field_kinds(record: type) -> dict[str, Any]:
    """The type of each field, in order; ``str | None`` counts as ``str``."""
    hints = get_type_hints(record)
    return {field.name: _without_none(hints[field.name]) for field in dataclasses.fields(record)}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint


def from_text(kind: Any, text: str) -> Any:
    """The value that a text stands for; ValueError says what it should have been.

    A list is separated by commas; a switch is true or false.
    """
    if kind is bool:
        if text.strip().lower() not in _TRUTHS:
            raise ValueError(f"phải là true hoặc false, không phải “{text}”")
        return _TRUTHS[text.strip().lower()]
    if kind is int:
        return _number(int, text, "số nguyên")
    if kind is float:
        return _number(float, text, "số")
    if kind is Path:
        if not text.strip():
            raise ValueError("không được để trống")
        return Path(text)
    if get_origin(kind) is tuple:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if get_origin(kind) is Literal and text not in get_args(kind):
        raise ValueError(f"phải là {' hoặc '.join(get_args(kind))}, không phải “{text}”")
    return text


def _number(kind: type[int] | type[float], text: str, word: str) -> int | float:
    try:
        value = kind(text)
    except ValueError:
        raise ValueError(f"phải là {word}, không phải “{text}”") from None
    if not math.isfinite(value):
        raise ValueError(f"phải là {word} hữu hạn, không phải “{text}”")
    return value


def to_text(value: object) -> str:
    """The text that ``from_text`` reads back as the value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def check_field(record: type, name: str, value: object) -> None:
    """ValueError, from the record itself, when the value is out of the field's range."""
    dataclasses.replace(record(), **{name: value})


def add_options(
    parser: argparse.ArgumentParser, record: type, prefix: str = "", skip: Collection[str] = (), title: str = ""
) -> None:
    """One option for each field of the record; what is not given stays None."""
    group = parser.add_argument_group(title or None)
    for name in field_kinds(record):
        if name not in skip:
            group.add_argument(option_name(prefix + name), dest=prefix + name, metavar="GIÁ_TRỊ")


def read_options(options: argparse.Namespace, record: type[Record], prefix: str = "", **given: Any) -> Record:
    """The record with the options that were given, over ``given``, over its own defaults.

    BadInput names the option that cannot be used, and why.
    """
    chosen = dict(given)
    for name, kind in field_kinds(record).items():
        value = getattr(options, prefix + name, None)
        if value is None:
            continue
        try:
            chosen[name] = from_text(kind, value) if isinstance(value, str) else value
            check_field(record, name, chosen[name])
        except ValueError as error:
            raise BadInput(f"{option_name(prefix + name)}: {error}") from error
    return record(**chosen)
