"""Making a sentence taken out of its article stand in a note: lead-ins, ordinals, "9 tháng qua".

It changes as little as it can, by a data table, and never a number: a change whose numbers the
cited quotes do not carry is taken back.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.citations import unsupported_numbers
from assistant.wording import DATA

_POINTS_BACK = re.compile(r"^(?:[^,]{0,40},\s*)?[^,.;]{0,60}\b(?:này|nói trên|trên đây)\b(?! (?:ngày|số))")
_LIST_TAIL = re.compile(r"[,;]?\s*(?:cụ thể\s*)?(?:như|bao gồm|gồm|như sau|sau đây)?\s*:$")
_EMPTY_OPENING = re.compile(r"(?:một số|các|những)\s+(?:điểm|nội dung|vấn đề|giải pháp|nhiệm vụ)[^,.]{0,30}:$")
_UNNAMED = re.compile(r"\b((?:của|trong|toàn|địa bàn|sách|Thương|UBND|thương mại|trung tâm) tỉnh)\b(?! [A-ZĐ])")
_LIST_MARK = re.compile(r"^\s*(?:[-–*•+]|[a-zđ]\)|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a sentence's place: the year in force where it stood, and how it stands in the note.

    ``follows`` the sentence before it there, is an ``item`` of a list, ``opens_list`` that comes
    after it; ``province`` is the one it calls "tỉnh" without naming it.
    """

    year: str = ""
    follows: bool = False
    item: bool = False
    opens_list: bool = False
    province: str = ""


@cache
def _table() -> Mapping[str, Any]:
    table: dict[str, Any] = json.loads((DATA / "note_joins.json").read_text(encoding="utf-8"))
    return table


def completed_dates(text: str, quotes: Sequence[str]) -> list[str]:
    """The dates of a text whose day and year stand apart in the quotes ("ngày 16/5 ... năm 2024")."""
    return [date for date in re.findall(r"\d{1,2}/\d{1,2}/\d{4}", text) if _only_dates([date], quotes)]


def is_deictic(text: str) -> bool:
    """Whether a sentence tells time from where it stood ("9 tháng qua", "chiều ngày 16/5")."""
    plain = " ".join(text.split())
    return any("{year}" in row["put"] and re.search(row["pattern"], plain) for row in _table()["deictic"])


def is_bound(text: str) -> bool:
    """Whether a sentence cannot stand without the one before it ("Nhờ vậy", "Điều này", ...)."""
    plain = _LIST_MARK.sub("", text).strip()
    if _POINTS_BACK.match(plain):
        return True
    return any(re.match(rf"{re.escape(opening)}\b", plain) for opening in _table()["bound"])


def has_lead_in(text: str) -> bool:
    """Whether a sentence opens with words that point back and may be dropped ("Trong đó", ...)."""
    return any(re.match(rf"{re.escape(opening)}\b,?\s", text.strip()) for opening in _table()["lead_ins"])


def only_opens_list(text: str) -> bool:
    """Whether a sentence says nothing but that a list follows ("... một số điểm như sau:")."""
    return bool(_EMPTY_OPENING.search(text.rstrip()))


def join(text: str, setting: Setting, quotes: Sequence[str]) -> str:
    """The sentence as it stands in the note; ``quotes`` are the spans it cites."""
    plain = " ".join(text.split())
    changed = _mend(plain, setting)
    if not setting.follows:
        changed = _drop_lead_in(changed)
    if setting.item:
        changed = _drop_ordinal(changed)
    if not setting.opens_list:
        changed = _LIST_TAIL.sub("", changed)
    if setting.province:
        changed = _UNNAMED.sub(rf"\1 {setting.province}", changed, count=1)
    changed = _finish(_LIST_MARK.sub("", changed))
    if changed == _finish(_LIST_MARK.sub("", plain)):
        return changed
    missing = unsupported_numbers(changed, quotes)
    return changed if _only_dates(missing, quotes) else _finish(_LIST_MARK.sub("", plain))


def _only_dates(missing: Sequence[str], quotes: Sequence[str]) -> bool:
    """Whether what is missing are dates put together from a day and a year that both stand in the quotes."""
    held = {token for quote in quotes for token in re.findall(r"\d+(?:/\d+)?", quote)}
    for printed in missing:
        day, _, year = printed.rpartition("/")
        if day not in held or year not in held:
            return False
    return True


def _mend(text: str, setting: Setting) -> str:
    for row in _table()["deictic"]:
        put = row["put"]
        if "{year}" in put:
            if not setting.year:
                continue
            put = put.replace("{year}", setting.year)
            put = re.sub(r"\\(\d)(?=\d)", r"\\g<\1>", put)
        text = re.sub(row["pattern"], put, text)
    return text.strip()


def _drop_lead_in(text: str) -> str:
    for opening in _table()["lead_ins"]:
        match = re.match(rf"{re.escape(opening)},?\s+(?:là\s+|có\s+)?(?=\S)", text)
        if match and len(text) - match.end() > 20:
            return _capital(text[match.end() :])
    return text


def _drop_ordinal(text: str) -> str:
    for opening in _table()["ordinals"]:
        match = re.match(rf"{re.escape(opening)}\s*[,:]\s*", text)
        if match:
            return _capital(text[match.end() :])
    return text


def _finish(text: str) -> str:
    text = _capital(text.strip())
    if text.endswith((",", ";")):
        text = text[:-1].rstrip()
    return text if text.endswith((".", ":", "!", "?", "…", ".”")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
