"""All settings: the one place that reads environment and file, once, and hands over finished records.

Defaults are the records' own; a TOML file is laid over them, the environment over that, the command
line on top. Unknown names are refused with the nearest known one, ranges are the records' own, and a
password comes from the environment alone and is shown nowhere. What each setting means is told in
``settings_table.py``. The floors of "found" are calibrated on the development part of the gold
questions (``python -m evals answers``).
"""

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, get_origin
from urllib.parse import urlsplit

from assistant.records import Language
from documents.options import check_field, field_kinds, from_text, option_name
from documents.records import BadInput
from documents.settings import FetchSettings, Limits
from index.settings import IndexSettings

PREFIX = "KHUYENCONG_"
FILE_VARIABLE = "KHUYENCONG_SETTINGS"
FILE_NAME = "settings.toml"
OWN_VARIABLES = {"chroma_url": "CHROMA_URL"}
SECRETS = frozenset({"chroma_url"})
"""Keys whose value may carry a password."""
EMPTY_COUNTS = frozenset({"chroma_url", "query_prefix", "passage_prefix"})
"""Keys for which an empty text is a value: no server, no prefix."""


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Floors (0-1) below which a candidate is not an answer; higher refuses more."""

    figure_likelihood: float = 0.5
    figure_floor: float = 0.42
    passage_floor: float = 0.35
    list_coverage: float = 0.6


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """Where the page is served, and the language that greets a reader who has chosen none."""

    host: str = "127.0.0.1"
    port: int = 7860
    language: Language = "vi"

    def __post_init__(self) -> None:
        if not self.host.strip():
            raise ValueError("host không được để trống")
        if not 0 < self.port < 65536:
            raise ValueError("port phải từ 1 đến 65535")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the product can be told; ``sources`` says where each value that is no default came from."""

    index: IndexSettings = field(default_factory=IndexSettings)
    screen: ScreenSettings = field(default_factory=ScreenSettings)
    answers: AnswerSettings = field(default_factory=AnswerSettings)
    limits: Limits = field(default_factory=Limits)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    sources: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: its name in the file, and the field of the record that holds it."""

    name: str
    part: str
    record: type
    field: str
    kind: Any

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return OWN_VARIABLES.get(self.name) or PREFIX + self.name.replace(".", "_").upper()

    @property
    def option(self) -> str:
        """Its name on the command line."""
        return option_name(self.name)


PARTS: tuple[tuple[str, str, type], ...] = (
    ("index", "", IndexSettings),
    ("screen", "", ScreenSettings),
    ("answers", "answers.", AnswerSettings),
    ("limits", "limits.", Limits),
    ("fetch", "fetch.", FetchSettings),
)
"""(attribute of Settings, what goes before its names, its record), in the order of the table."""


@cache
def known_keys() -> Mapping[str, Key]:
    """Every setting by name, in the order of the table."""
    keys = [
        Key(before + name, part, record, name, kind)
        for part, before, record in PARTS
        for name, kind in field_kinds(record).items()
    ]
    return {key.name: key for key in keys}


def load_settings(
    environ: Mapping[str, str],
    file: Mapping[str, Any],
    overrides: Mapping[str, str],
    file_name: str = FILE_NAME,
) -> Settings:
    """The settings of environment, parsed file and options (texts by key), without touching the machine.

    BadInput, in one line, for an unknown name, a wrong type, a value out of range, or a password
    that is not in the environment.
    """
    chosen: dict[str, tuple[Any, str]] = {}
    for key, value in _read_file(file, file_name):
        chosen[key.name] = value, f"tệp {file_name}"
    for key, text in _read_environment(environ):
        chosen[key.name] = _read_text(key, text, f"biến {key.variable}"), f"biến {key.variable}"
    for name, text in overrides.items():
        key = _find(name, f"tùy chọn {option_name(name)}", known_keys())
        _refuse_secret(key, text, key.option)
        chosen[key.name] = _read_text(key, text, key.option), f"tùy chọn {key.option}"
    records: dict[str, Any] = {}
    for part, _, record in PARTS:
        own = {key.field: chosen[name][0] for name, key in known_keys().items() if key.part == part and name in chosen}
        records[part] = record(**own)
    return Settings(**records, sources=tuple((name, source) for name, (_, source) in chosen.items()))


def read_settings(overrides: Mapping[str, str], environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process: its environment, its file if there is one, and the options given.

    The file is the one named by ``KHUYENCONG_SETTINGS``, else ``settings.toml`` of the working folder.
    """
    environ = os.environ if environ is None else environ
    named = environ.get(FILE_VARIABLE, "")
    path = Path(named or FILE_NAME)
    if not named and not path.is_file():
        return load_settings(environ, {}, overrides)
    try:
        file = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"Không đọc được tệp cài đặt {path}: cần tệp TOML mã UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"Tệp cài đặt {path} không đúng TOML: {' '.join(str(error).split())}") from error
    return load_settings(environ, file, overrides, str(path))


def _read_file(file: Mapping[str, Any], file_name: str) -> Iterator[tuple[Key, Any]]:
    """The settings of a parsed file; its tables are the parts whose names have a dot."""
    tables = {before.rstrip(".") for _, before, _ in PARTS if before}
    flat: dict[str, Any] = {}
    for name, value in file.items():
        if isinstance(value, Mapping) and (name in tables or value):
            flat |= {f"{name}.{inner}": inside for inner, inside in value.items()}
        else:
            flat[name] = value
    for name, value in flat.items():
        where = f"tệp {file_name}, {name}"
        key = _find(name, where, known_keys())
        _refuse_secret(key, value, where)
        yield key, _checked(key, _from_toml(key, value, where), where)


def _from_toml(key: Key, value: Any, where: str) -> Any:
    """The value of a TOML type as the field's type; BadInput for another type."""
    many = get_origin(key.kind) is tuple
    if many and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    if isinstance(value, str) and key.kind not in (int, float, bool) and not many:
        return _read_text(key, value, where)
    if key.kind is bool and isinstance(value, bool):
        return value
    if key.kind in (int, float) and isinstance(value, int) and not isinstance(value, bool):
        return key.kind(value)
    if key.kind is float and isinstance(value, float):
        return _read_text(key, str(value), where)
    words = {int: "số nguyên", float: "số", bool: "true hoặc false"}
    word = "danh sách chuỗi" if many else words.get(key.kind, "chuỗi")
    raise BadInput(f"Cài đặt sai, {where}: phải là {word}.")


def _read_environment(environ: Mapping[str, str]) -> Iterator[tuple[Key, str]]:
    """The settings of the environment; an empty variable is one that is not set, save in ``EMPTY_COUNTS``."""
    known = {key.variable: key for key in known_keys().values()}
    for variable, text in environ.items():
        if variable == FILE_VARIABLE or not (variable.startswith(PREFIX) or variable in known):
            continue
        key = _find(variable, f"biến môi trường {variable}", known)
        if text or key.name in EMPTY_COUNTS:
            yield key, text


def _find(name: str, where: str, known: Mapping[str, Key]) -> Key:
    if name in known:
        return known[name]
    alike = {candidate.lower(): candidate for candidate in known}
    alike |= {(PREFIX + name).lower(): own for name, own in OWN_VARIABLES.items() if own in known}
    nearest = difflib.get_close_matches(name.lower(), alike, n=1, cutoff=0)
    raise BadInput(f"Không có cài đặt này: {where}; gần nhất: {alike[nearest[0]]}.")


def _read_text(key: Key, text: str, where: str) -> Any:
    try:
        value = from_text(key.kind, text)
    except ValueError as error:
        raise BadInput(f"Cài đặt sai, {where}: {error}.") from error
    return _checked(key, value, where)


def _checked(key: Key, value: Any, where: str) -> Any:
    """The value, if the record takes it; what only this product asks of a value is asked here."""
    try:
        check_field(key.record, key.field, value)
        if key.record is AnswerSettings and not 0 <= value <= 1:
            raise ValueError(f"{key.field} phải từ 0 đến 1")
        if key.name == "chroma_url" and value:
            _check_address(value)
    except ValueError as error:
        raise BadInput(f"Cài đặt sai, {where}: {error}.") from error
    return value


def _check_address(url: str) -> None:
    """ValueError, which never repeats the address, when it is not that of a server."""
    try:
        address = urlsplit(url)
        right = address.scheme in ("http", "https") and bool(address.hostname) and address.port != 0
    except ValueError:
        right = False
    if not right:
        raise ValueError("phải có dạng http://máy:cổng")


def _refuse_secret(key: Key, value: Any, where: str) -> None:
    if key.name in SECRETS and isinstance(value, str) and ("@" in value or "?" in value):
        raise BadInput(f"Cài đặt sai, {where}: mật khẩu chỉ được đặt trong biến môi trường {key.variable}.")
