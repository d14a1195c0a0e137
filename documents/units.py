"""The unit that follows a number in Vietnamese text, read from the tables in ``data/``.

Money is scaled to đồng (or the foreign currency), everything else keeps the unit as printed,
freed of classifiers by ``data/counted_nouns.txt``. A noun that stands in no table is taken by
its part of speech. This module reads no number and knows no sentence beyond the words at hand.
"""

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from documents.segmenter import tag_words

DATA = Path(__file__).with_name("data")
UnitKind = Literal["money", "percent", "times", "physical", "duration", "noun"]
_POS_WINDOW_CHARS = 60
_PER = re.compile(r"\s?/\s?(?:(?:0?1|một|mỗi)\s+)?(?=[^\W\d])", re.IGNORECASE)
_PRODUCT_RATE = re.compile(
    r"(?:\s(?!(?:cho|tại|với|và|của|từ|ở|trong|đến|tới|được|có|là|để|do|theo|trên|mỗi|đạt|hoặc|cùng|vào|so)\s)[^\W\dA-ZĐ]+){1,4}"
    r"\s?/\s?(?:(?:0?1|một|mỗi)\s+)?(?P<time>ngày đêm|ngày|tháng|năm|giờ|h|quý|vụ|mẻ|ca|phút|tuần)(?!\w)"
)
_NO_NOUNS = {
    "tuổi", "trong", "nhà", "ngôi", "sóng", "tầng", "nhất", "hơn",
    "năm", "tháng", "ngày", "sao", "miền", "bên", "cấp", "chiều", "mặt", "số", "phía", "tiếng", "phần",
    "kế hoạch", "chỉ", "tổng", "tổng số", "đầu", "cuối", "trong đó", "so", "việc", "thứ", "ông", "bà", "tin",
    "gmt", "am", "pm", "sở", "lúc", "cũng như", "thế", "nay", "qua", "sự", "ngoài ra", "ảnh", "các", "những", "mỗi",
    "khuyến công",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitRead:
    """A unit read behind a number: multiply the number by ``scale`` to be in ``unit``.

    ``end`` is where the printed unit ends, ``extra`` what ``rưỡi`` adds (in ``unit``), and
    ``whole`` says that the thing comes in ones.
    """

    unit: str
    scale: Decimal
    end: int
    kind: UnitKind
    extra: Decimal = Decimal(0)

    @property
    def whole(self) -> bool:
        return self.scale == 1 and (self.kind == "noun" or self.unit == "đồng")


@cache
def load_unit_tables() -> dict[str, dict[str, str]]:
    """The tables of ``data/units.json`` by kind."""
    tables: dict[str, dict[str, str]] = json.loads((DATA / "units.json").read_text(encoding="utf-8"))
    return tables


@cache
def load_counted_nouns() -> dict[str, str]:
    """Printed noun (lower case) to the unit it becomes, from ``data/counted_nouns.txt``."""
    nouns: dict[str, str] = {}
    for line in (DATA / "counted_nouns.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            printed, _, unit = line.partition("=")
            nouns[printed.strip().lower()] = (unit or printed).strip()
    return nouns


def is_noun_unit(unit: str) -> bool:
    """Whether things are counted in the unit (``đề án``, ``cơ sở``), not measured (``tấn``, ``triệu đồng/tháng``)."""
    return unit in load_counted_nouns().values() or (" " in unit and "/" not in unit and "%" not in unit)


def alternation(words: list[str]) -> str:
    """A regular expression that matches the longest of the words, with any spaces in them."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s*" if "," in word else r"\s+") for word in ordered)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = list(load_counted_nouns()) if kind == "noun" else list(load_unit_tables()[kind])
    return re.compile(rf"(?:{alternation(words)})(?!\w)", re.IGNORECASE)


def _lookup(kind: str, printed: str) -> str:
    table = load_counted_nouns() if kind == "noun" else load_unit_tables()[kind]
    key = re.sub(r"\s+", " ", printed.lower())
    return table.get(key) or table[re.sub(r"\s*([,/])\s*", lambda m: m[1] + (" " if m[1] == "," else ""), key)]


def _skip(text: str, at: int) -> int:
    """Past spaces and a number repeated in brackets, as in ``05 (năm) đề án``."""
    gap = re.compile(r"\s*(?:\([a-zà-ỹ ]{2,30}\)\s*)?").match(text, at)
    end = gap.end() if gap else at
    return at if "\n" in text[at:end] else end


def read_unit(text: str, at: int, guess: bool = True) -> UnitRead | None:
    """The unit printed at ``at`` (after optional spaces), or None when a number stands bare.

    ``guess`` allows a noun outside the tables, found by its part of speech.
    """
    start = _skip(text, at)
    for kind in ("percent", "glued_money"):
        found = _pattern(kind).match(text, start)
        if found and kind == "percent":
            return UnitRead(_lookup(kind, found[0]), Decimal(1), found.end(), "percent")
        if found:
            unit, end = _denominators(text, found.end(), "đồng")
            return UnitRead(unit, Decimal(_lookup(kind, found[0])), end, "money")
    return _scaled_unit(text, at, start, guess)


def _scaled_unit(text: str, at: int, start: int, guess: bool) -> UnitRead | None:
    scale, extra, end = Decimal(1), Decimal(0), start
    while found := _pattern("scales").match(text, _skip(text, end)):
        scale *= Decimal(_lookup("scales", found[0]))
        end = found.end()
    half = re.compile(r"\s+rưỡi(?!\w)").match(text, end) if scale > 1 else None
    if half:
        extra, end = scale / 2, half.end()
    named = _longest_unit(text, _skip(text, end) if scale > 1 else start, scale > 1)
    if named:
        unit, stop = _denominators(text, named.end, named.unit)
        rate = _PRODUCT_RATE.match(text, stop) if named.kind in ("physical", "noun") else None
        if rate and "/" not in unit:  # "60 tấn cà phê bột/năm"
            unit, stop = f"{unit}/{_lookup('denominators', rate['time'])}", rate.end()
        return UnitRead(unit, scale, stop, named.kind, extra)
    if scale > 1:
        unit, stop = _denominators(text, end, "đồng")
        return UnitRead(unit, scale, stop, "money", extra)
    return _guess_noun(text, start) if guess and start > at else None


def _longest_unit(text: str, at: int, scaled: bool) -> UnitRead | None:
    best: UnitRead | None = None
    kinds: tuple[UnitKind, ...] = ("money", "times", "physical", "duration", "noun")
    for kind in kinds:
        table = "durations" if kind == "duration" else kind
        found = _pattern(table).match(text, at)
        if not found or (scaled and kind in ("duration", "times")):
            continue
        if len(found[0]) == 1 and found[0] != found[0].lower():
            continue
        if best is None or found.end() > best.end:
            best = UnitRead(_lookup(table, found[0]), Decimal(1), found.end(), kind)
    return best


def _denominators(text: str, at: int, unit: str) -> tuple[str, int]:
    """The unit with its ``/người/tháng`` or ``/01 dự án`` (normalised) and where that ends."""
    while slash := _PER.match(text, at):
        found = _pattern("denominators").match(text, slash.end())
        if found:
            below = _lookup("denominators", found[0])
        elif found := _pattern("noun").match(text, slash.end()):
            below = _lookup("noun", found[0])
        elif found := _pattern("physical").match(text, slash.end()):
            below = _lookup("physical", found[0])
        else:
            break
        unit, at = f"{unit}/{below}", found.end()
    return unit, at


def _guess_noun(text: str, start: int) -> UnitRead | None:
    window = re.compile(r"[^\W\d][\w \u00a0]*").match(text, start, start + _POS_WINDOW_CHARS)
    if not window or not text[start].islower():
        return None
    tagged = _tag(window[0].strip())
    words: list[str] = []
    for word, tag in tagged:
        if tag not in ("N", "Nc", "Nu", "Ny") or not word[0].islower():
            break
        words.append(word)
        if " " in word or len(words) == 2:
            break
    noun = " ".join(words)
    if not noun or noun.lower() in _NO_NOUNS or words[0] in _NO_NOUNS:
        return None
    end = start + len(noun)
    if text[start:end] != noun:
        return None
    unit, stop = _denominators(text, end, noun.lower())
    return UnitRead(unit, Decimal(1), stop, "noun")


@lru_cache(maxsize=4096)
def _tag(window: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, tag) for word, tag in tag_words("5 " + window)[1:])
